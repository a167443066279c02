//! A file that someone sent me, kept as it came.

use std::sync::Arc;

use chrono::NaiveDate;

use crate::field::{Rule, WORD_RULE};
use crate::id::RecordId;
use crate::record::Record;
use crate::sizes::FILE_MAX;

kind! {
    "received" {
        /// The relationship it belongs to.
        WITH: "with", Rule::Record, part_of(super::relationship::KIND);
        /// The day it was opened.
        ON: "on", Rule::Day;
        /// The file without its lists, as JSON in one text: what is not looked at need not be parsed.
        HEAD: "head", Rule::Text(FILE_MAX);
        /// Its lists by name: the digests of what they hold, with spaces between them.
        LISTS: "lists", Rule::Data;
        /// What came in of it and was understood, in the form of a share file: how files were kept before they were kept
        /// whole.
        FILE: "file", Rule::Data;
    }
    sets {
        /// What its lists hold and no other file held when it came: a line for each thing, its digest and its JSON. Named by
        /// a digest of them all, so that two devices never write two things into one register.
        ITEMS: "items:", WORD_RULE, holding(Rule::Text(FILE_MAX));
    }
}

/// A file that was opened, read from its record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Received(pub Arc<Record>);

impl Received {
    /// Its id here.
    pub fn id(&self) -> RecordId {
        self.0.id()
    }

    /// The relationship it belongs to.
    pub fn with(&self) -> Option<RecordId> {
        self.0.reference(WITH)
    }

    /// The day it was opened.
    pub fn on(&self) -> Option<NaiveDate> {
        self.0.day(ON)
    }
}
