//! What was left out of an import, named so that a person can find it in their file.

use serde_json::Value;

use super::{DiaryError, RecordError};
use crate::kinds::titles;
use crate::record::Record;
use crate::shared::Item;

/// Something in a file that does not come in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SetAside {
    /// Which thing.
    pub what: Thing,
    /// Why it does not come in.
    pub why: Why,
}

/// How to find a thing in its file.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Thing {
    /// Its number among the records of a notebook file, or its line in a diary; from 1.
    pub place: usize,
    /// Its kind, where that can be read.
    pub kind: Option<String>,
    /// The beginning of its title, name or text, where that can be read.
    pub title: Option<String>,
}

/// Why a thing does not come in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Why {
    /// It cannot be read.
    Unreadable(RecordError),
    /// It is no entry of a diary that can be read.
    NotAnEntry(DiaryError),
    /// It belongs to someone else than the file does.
    NotTheOwners,
    /// Another kind of record, or another person's, stands under its id.
    AnotherUnderItsId,
    /// Someone else sent it, and it claims to be mine.
    ClaimsToBeMine,
    /// It is neither the sender's nor mine.
    NotTheSenders,
    /// It belongs to the mentoring of another notebook's owner with someone.
    TheirMentoring,
}

/// The most characters of a title that are shown.
const TITLE_SHOWN: usize = 60;

impl Thing {
    /// Names a record that could not be read.
    pub(super) fn raw(place: usize, value: &Value) -> Self {
        let text = |name: &str| value.get(name).and_then(Value::as_str).filter(|text| !text.is_empty());
        let kind = text("kind");
        let title = titles(kind.unwrap_or_default()).find_map(text).map(shorten);
        Self { place, kind: kind.map(shorten), title }
    }

    /// Names an item of a share file that could not be read, by the list it stands in.
    pub(super) fn shared(place: usize, list: &str, value: &Value) -> Self {
        Self { kind: Some(shorten(list)), ..Self::raw(place, value) }
    }

    /// Names an item of a share file.
    pub(super) fn item(place: usize, item: &dyn Item) -> Self {
        Self { place, kind: Some(item.kind().to_owned()), title: Some(shorten(item.title())) }
    }

    /// Names a record that was read.
    pub(super) fn record(place: usize, record: &Record) -> Self {
        let text = |name: &str| record.value(name).and_then(Value::as_str);
        let title = titles(record.kind()).find_map(text).map(shorten);
        Self { place, kind: Some(record.kind().to_owned()), title }
    }
}

pub(super) fn shorten(text: &str) -> String {
    text.chars().take(TITLE_SHOWN).collect()
}
