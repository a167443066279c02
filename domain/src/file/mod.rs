//! The only gate for foreign bytes: what passes it is whole, within limits, and of the form the rest of the code relies
//! on. Reading never touches a notebook.

mod diary;
mod error;
mod name;
mod notebook_file;
mod open;
pub mod plan;
mod sealed;
mod set_aside;
mod v1;

pub use diary::{Diary, DiaryEntry, DiaryError};
pub use error::{FileError, RecordError};
pub use name::file_name;
pub use notebook_file::{NotebookFile, write};
pub use plan::{Counts, ImportOptions, OutOfDate, Plan, Preview, Whose, plan};
pub use sealed::{SealedError, SealedFile, seal};
pub use set_aside::{SetAside, Thing, Why};
pub use v1::{decode_record, encode_record, record_from};

use serde_json::{Map, Value};

/// The largest file that is opened, in bytes.
pub const MAX_BYTES: usize = 64 << 20;
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
    /// Something that can be planned.
    Plain(Incoming),
    /// Something that only a passphrase opens.
    Sealed(SealedFile),
}

impl Read {
    /// What it brings, unless it is sealed.
    pub fn plain(self) -> Option<Incoming> {
        match self {
            Self::Plain(incoming) => Some(incoming),
            Self::Sealed(_) => None,
        }
    }
}

/// Reads a file of any kind we open.
pub fn read(bytes: &[u8]) -> Result<Read, FileError> {
    let text = open::text(bytes)?;
    let diary = |diary| Read::Plain(Incoming::Diary(diary));
    match serde_json::from_str(text) {
        Ok(Value::Object(file)) if file.contains_key("format") => read_ours(&file),
        Ok(value) => diary::from_json(value).map(diary),
        Err(error) => diary::from_lines(text).map(diary).ok_or(open::broken(text, &error)),
    }
}

/// Reads a file that calls itself something.
fn read_ours(file: &Map<String, Value>) -> Result<Read, FileError> {
    if file.get("format").and_then(Value::as_str) == Some(sealed::FORMAT) {
        sealed::read(file).map(Read::Sealed)
    } else {
        notebook_file::read(file).map(|file| Read::Plain(Incoming::Notebook(file)))
    }
}
