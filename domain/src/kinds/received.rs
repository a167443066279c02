//! A file that someone sent me, kept as it came.

use std::sync::Arc;

use chrono::NaiveDate;

use crate::field::Rule;
use crate::id::RecordId;
use crate::record::Record;

kind! {
    "received" {
        /// The relationship it belongs to.
        WITH: "with", Rule::Record, part_of(super::relationship::KIND);
        /// The day it was opened.
        ON: "on", Rule::Day;
        /// What came in of it, in the form of a share file.
        FILE: "file", Rule::Data;
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
