//! The ledger of what left: each file sent, to whom, when, and what was in it.

use std::sync::Arc;

use chrono::NaiveDate;
use serde_json::{Value, json};

use crate::field::Rule;
use crate::id::RecordId;
use crate::record::Record;

/// The greatest number of a file: every JSON reader keeps it exactly.
pub const NUMBER_MAX: u64 = (1 << 53) - 1;

kind! {
    "sent" {
        /// The relationship it belongs to.
        WITH: "with", Rule::Record, part_of(super::relationship::KIND);
        /// The file's number in its thread.
        NUMBER: "number", Rule::Number(NUMBER_MAX);
        /// The day it was made.
        ON: "on", Rule::Day;
        /// The word that went with it.
        MESSAGE: "message", super::relationship::MESSAGE.rule;
        /// What was in it; see [`SentItem`].
        ITEMS: "items", Rule::Data;
    }
}

/// One thing that was in a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SentItem {
    /// Its kind.
    pub kind: String,
    /// Its id.
    pub id: RecordId,
    /// What it was called.
    pub title: String,
    /// A digest of what was sent of it.
    pub state: String,
}

impl SentItem {
    pub(crate) fn to_json(&self) -> Value {
        json!({ "kind": self.kind, "id": self.id.to_string(), "title": self.title, "state": self.state })
    }

    fn from_json(value: &Value) -> Option<Self> {
        let text = |name: &str| Some(value.get(name)?.as_str()?.to_owned());
        Some(Self {
            kind: text("kind")?,
            id: text("id")?.parse().ok()?,
            title: text("title")?,
            state: text("state")?,
        })
    }
}

/// A file that was sent, read from its record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sent(pub Arc<Record>);

impl Sent {
    /// Its id in the ledger.
    pub fn id(&self) -> RecordId {
        self.0.id()
    }

    /// The relationship it belongs to.
    pub fn with(&self) -> Option<RecordId> {
        self.0.reference(WITH)
    }

    /// The file's number in its thread; 0 where it cannot be read.
    pub fn number(&self) -> u64 {
        self.0.value(NUMBER.name).and_then(Value::as_u64).unwrap_or_default()
    }

    /// The day it was made.
    pub fn on(&self) -> Option<NaiveDate> {
        self.0.day(ON)
    }

    /// The word that went with it.
    pub fn message(&self) -> &str {
        self.0.text(MESSAGE)
    }

    /// What was in it.
    pub fn items(&self) -> Vec<SentItem> {
        let items = self.0.value(ITEMS.name).and_then(Value::as_array);
        items.into_iter().flatten().filter_map(SentItem::from_json).collect()
    }
}
