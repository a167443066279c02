//! What goes out comes back: a notebook file holds everything, and reads the same for ever.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on should say so at once")]

mod common;

use common::random::grown;
use proptest::prelude::*;
use waymark_domain::Notebook;
use waymark_domain::file::{self, FileError, Incoming, NotebookFile};
use waymark_domain::id::{NotebookId, PersonId};
use waymark_domain::stamp::At;

fn write(book: &Notebook) -> String {
    file::write(book, At(1_700_000_000_000), "waymark 0.1.0")
}

fn read(text: &str) -> NotebookFile {
    match file::read(text.as_bytes()).unwrap().plain().unwrap() {
        Incoming::Notebook(file) => file,
        Incoming::Diary(_) => panic!("a notebook file was taken for a diary"),
    }
}

/// The notebook that a file holds.
fn opened(text: &str) -> Notebook {
    let file = read(text);
    assert_eq!(file.set_aside, []);
    let mut book = Notebook::new(file.notebook, file.me);
    for (_, record) in &file.records {
        book.join(record).unwrap();
    }
    book
}

proptest! {
    #![proptest_config(common::cases(200))]

    #[test]
    fn a_file_holds_the_whole_notebook(seed in any::<u64>(), changes in 0_usize..120) {
        let book = grown(seed, changes, 1);
        let text = write(&book);
        let back = opened(&text);
        prop_assert_eq!(&back, &book);
        prop_assert_eq!(write(&back), text);
    }

    #[test]
    fn a_record_is_read_back_as_it_was_stored(seed in any::<u64>()) {
        for record in grown(seed, 60, 1).records() {
            prop_assert_eq!(&waymark_domain::wire::decode_record(&waymark_domain::wire::encode_record(record)).unwrap(), record.as_ref());
        }
    }
}

#[test]
fn every_prefix_of_a_backup_is_refused() {
    let text = write(&grown(7, 30, 1));
    assert!(text.len() > 3_000);
    for end in 0..text.len() {
        let refused = file::read(&text.as_bytes()[..end]).unwrap_err();
        let expected = if end == 0 { FileError::Empty } else { FileError::CutOff };
        assert_eq!(refused, expected, "{end} of {} bytes", text.len());
    }
}

#[test]
fn a_byte_order_mark_and_space_around_do_no_harm() {
    let book = grown(8, 60, 1);
    assert_eq!(opened(&format!("\u{FEFF}\n{} \r\n", write(&book))), book);
}

/// Written once by version 1. It is never written again: what reads it may change, the file may not.
#[test]
fn a_file_of_version_1_reads_for_ever() {
    let text = include_str!("fixtures/v1/notebook.waymark.json");
    let book = opened(text);
    let (id, me): (NotebookId, PersonId) = (
        "5b0f2c9e-7d41-4f0a-9a57-0c6d1e3f8a21".parse().unwrap(),
        "9d3c8e70-1b52-4c6f-8e1d-2f4a6b8c0d13".parse().unwrap(),
    );
    assert_eq!((book.id(), book.me(), book.name()), (id, me, "Ana"));
    assert_eq!((book.goals().count(), book.all_steps().count(), book.entries().count()), (1, 1, 1));
    assert_eq!((book.trash().len(), book.records().len()), (1, 8));
    let goal = book.goals().next().unwrap();
    let others = goal.0.others(waymark_domain::goal::TITLE);
    assert_eq!((goal.title(), others[0].value.as_str()), ("Pass calculus", Some("Understand calculus")));
    let quest = book.records().find(|record| record.kind() == "quest").unwrap();
    assert_eq!(quest.value("map").unwrap()["legs"][1], 2.5);
    assert_eq!(opened(&write(&book)), book);
    assert_eq!(read(text).written.unwrap().to_string(), "2026-11-21");
}
