//! Any bytes, read as a file: never a panic, and the same in slices as in one go. What turns out to be a notebook is written
//! and read again, and is still the same.

#![no_main]

use std::ops::ControlFlow;

use libfuzzer_sys::fuzz_target;
use waymark_domain::Notebook;
use waymark_domain::file::{self, FileError, Incoming, NotebookFile, Read, Reading};
use waymark_domain::stamp::At;

fuzz_target!(|bytes: &[u8]| {
    let read = file::read(bytes);
    let budget = bytes.first().map_or(1, |byte| usize::from(*byte));
    assert_eq!(in_slices(bytes, budget), read, "in slices of {budget}");
    if let Ok(Read::Plain(Incoming::Notebook(file))) = read {
        let book = notebook(&file);
        let text = file::write(&book, At(0), "fuzz");
        let Ok(Read::Plain(Incoming::Notebook(again))) = file::read(text.as_bytes()) else {
            panic!("what was written is no notebook: {text}");
        };
        assert_eq!(again.set_aside, [], "{text}");
        assert!(notebook(&again) == book, "{text}");
    }
});

fn in_slices(bytes: &[u8], budget: usize) -> Result<Read, FileError> {
    let mut reading = Reading::new(bytes);
    loop {
        if let ControlFlow::Break(read) = reading.step(budget) {
            return read;
        }
    }
}

fn notebook(file: &NotebookFile) -> Notebook {
    let mut book = Notebook::new(file.notebook, file.me);
    for (_, record) in &file.records {
        assert!(book.join(record).is_ok(), "no two records of a file share an id");
    }
    book
}
