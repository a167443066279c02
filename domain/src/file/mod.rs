//! The only gate for foreign bytes: what passes it is whole, within limits, and of the form the rest of the code relies
//! on. Reading never touches a notebook.

mod diary;
mod error;
mod notebook_file;
mod open;
pub mod plan;
mod progress;
mod reading;
mod rescue;
mod sealed;
mod set_aside;
mod share;

pub use crate::file_name::file_name;
pub use crate::record::RecordError;
pub use crate::sizes::FILE_MAX as MAX_BYTES;
pub use diary::{Diary, DiaryEntry, DiaryError};
pub use error::FileError;
pub use notebook_file::{NotebookFile, write};
pub use plan::share::{Recency, Sender, ShareCounts, ShareError, ShareOptions, SharePreview, plan_share};
pub use plan::{Counts, ImportOptions, OutOfDate, Plan, Planning, Preview, Whose, plan};
pub use progress::Progress;
pub use reading::Reading;
pub use sealed::{SealedError, SealedFile, seal};
pub use set_aside::{SetAside, Thing, Why};
pub use share::OpenedShare;

use std::ops::ControlFlow;

use serde_json::{Map, Value};

use notebook_file::Records;
use open::Format;

/// The most JSON values in one file: more than any notebook needs, and little enough for a phone's memory.
pub const MAX_VALUES: usize = 1_000_000;

/// What a file brings. Planning (see [`plan()`]) can be repeated over it cheaply.
#[derive(Debug, Clone, PartialEq)]
pub enum Incoming {
    /// A full backup of a notebook.
    Notebook(NotebookFile),
    /// A diary from elsewhere.
    Diary(Diary),
}

/// What a file turned out to be.
#[derive(Debug, Clone, PartialEq)]
pub enum Read {
    /// Something of one's own, or a diary: see [`plan()`].
    Plain(Incoming),
    /// A file from another person: see [`plan_share()`].
    Share(Box<OpenedShare>),
    /// Something that only a passphrase opens.
    Sealed(SealedFile),
}

impl Read {
    /// What it brings of one's own, unless it is sealed.
    pub fn plain(self) -> Option<Incoming> {
        match self {
            Self::Plain(incoming) => Some(incoming),
            Self::Share(_) | Self::Sealed(_) => None,
        }
    }
}

/// Reads a file of any kind we open, in one go.
pub fn read(bytes: &[u8]) -> Result<Read, FileError> {
    let mut reading = Reading::new(bytes);
    loop {
        if let ControlFlow::Break(read) = reading.step(usize::MAX) {
            return read;
        }
    }
}

/// What one JSON object is. Its list of records, if it has one, has been read already.
fn read_object(file: Map<String, Value>, records: Option<Records>) -> Result<Read, FileError> {
    let diary = |diary| Read::Plain(Incoming::Diary(diary));
    if !file.contains_key("format") {
        return diary::from_entry(Value::Object(file)).map(diary).ok_or(FileError::NotWaymark);
    }
    match open::format(&file)? {
        (Format::Notebook, 1) => {
            notebook_file::read(&file, records).map(|file| Read::Plain(Incoming::Notebook(file)))
        }
        (Format::Share, 1) => share::read(file).map(|opened| Read::Share(Box::new(opened))),
        (Format::Sealed, 1) => sealed::read(&file).map(Read::Sealed),
        (Format::Rescue, 1) => rescue::read(&file).map(Read::Plain),
        _ => Err(FileError::Newer),
    }
}
