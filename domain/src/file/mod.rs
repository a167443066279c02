//! The only gate for foreign bytes: what passes it is whole, within limits, and of the form the rest of the code relies
//! on. Reading never touches a notebook.

mod diary;
mod error;
mod name;
mod notebook_file;
mod open;
pub mod plan;
mod set_aside;
pub mod share;
mod v1;

pub use diary::{Diary, DiaryEntry, DiaryError};
pub use error::{FileError, RecordError};
pub use name::file_name;
pub use notebook_file::{NotebookFile, write};
pub use plan::share::{
    Recency, Sender, ShareCounts, ShareError, ShareOptions, SharePreview, plan_share,
};
pub use plan::{Counts, ImportOptions, OutOfDate, Plan, Preview, Whose, plan};
pub use set_aside::{SetAside, Thing, Why};
pub use v1::{decode_record, encode_record, record_from};

use serde_json::Value;

use open::Format;
use share::OpenedShare;

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
    /// A file from another person. It is planned by [`plan_share()`].
    Share(Box<OpenedShare>),
}

/// Reads a file of any kind we open.
pub fn read(bytes: &[u8]) -> Result<Incoming, FileError> {
    let text = open::text(bytes)?;
    match serde_json::from_str(text) {
        Ok(Value::Object(file)) if file.contains_key("format") => match open::format(&file)? {
            Format::Notebook => notebook_file::read(&file).map(Incoming::Notebook),
            Format::Share => share::read(&file).map(|opened| Incoming::Share(Box::new(opened))),
        },
        Ok(value) => diary::from_json(value).map(Incoming::Diary),
        Err(error) => diary::from_lines(text).map(Incoming::Diary).ok_or(open::broken(text, &error)),
    }
}
