//! A file that someone sent me, kept as it came. What they shared is read from these files alone, so opening them in any
//! order, any number of times, shows the same.

use std::sync::Arc;

use chrono::NaiveDate;

use super::with_field;
use crate::field::{Field, KindTable, Rule};
use crate::file::share::{self, ShareFile};
use crate::id::RecordId;
use crate::record::Record;

/// The kind's name in files.
pub const KIND: &str = "received";
/// The relationship it belongs to.
pub const WITH: Field = with_field(KIND);
/// The day it was opened.
pub const ON: Field = field("on", Rule::Day);
/// What came in of it, in the form of a share file.
pub const FILE: Field = field("file", Rule::Data);

/// Everything kept of a file.
pub const TABLE: KindTable = KindTable { kind: KIND, fields: &[WITH, ON, FILE], sets: &[] };

const fn field(name: &'static str, rule: Rule) -> Field {
    Field { kind: KIND, name, rule }
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

    /// What came in of it; nothing where that is damaged.
    pub fn file(&self) -> Option<ShareFile> {
        share::kept(self.0.value(FILE.name)?)
    }
}
