//! A rating, called “self-check”: where someone sees a goal on a day, from 0 to 10.

use std::sync::Arc;

use chrono::NaiveDate;

use crate::field::{Field, KindTable, Rule};
use crate::id::{PersonId, RecordId};
use crate::mentoring::{About, about, about_of};
use crate::record::Record;

/// The kind's name in files.
pub const KIND: &str = "rating";
/// The goal it is about.
pub const GOAL: Field = field("goal", Rule::Record);
/// From 0 (not begun) to 10 (reached).
pub const VALUE: Field = field("value", Rule::Scale(0, 10));
/// The day it speaks of.
pub const ON: Field = field("on", Rule::Day);
/// A word on it.
pub const NOTE: Field = field("note", Rule::Text(2_000));
/// Who rated.
pub const RATED_BY: Field = field("rated_by", Rule::Person);

/// The relationship it belongs to, if it is about someone else's goal.
pub const WITH: Field = field("with", Rule::Record);
pub(crate) const ABOUT: [Field; 3] = about::fields(KIND);

/// Everything a rating holds.
pub const TABLE: KindTable = KindTable {
    kind: KIND,
    fields: &[GOAL, VALUE, ON, NOTE, RATED_BY, WITH, ABOUT[0], ABOUT[1], ABOUT[2]],
    sets: &[],
};

const fn field(name: &'static str, rule: Rule) -> Field {
    Field { kind: KIND, name, rule }
}

/// A rating, read from its record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rating(pub Arc<Record>);

impl Rating {
    /// Its id.
    pub fn id(&self) -> RecordId {
        self.0.id()
    }

    /// The goal it is about.
    pub fn goal(&self) -> Option<RecordId> {
        self.0.reference(GOAL)
    }

    /// From 0 to 10; a damaged value counts as none.
    pub fn value(&self) -> Option<u8> {
        self.0.number(VALUE).filter(|value| *value <= 10)
    }

    /// The day it speaks of.
    pub fn on(&self) -> Option<NaiveDate> {
        self.0.day(ON)
    }

    /// A word on it.
    pub fn note(&self) -> &str {
        self.0.text(NOTE)
    }

    /// The goal of someone else that it is about.
    pub fn about(&self) -> Option<About> {
        about_of(&self.0)
    }

    /// Who rated.
    pub fn rated_by(&self) -> Option<PersonId> {
        self.0.reference(RATED_BY)
    }
}
