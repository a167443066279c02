//! A response: what became of a piece of feedback or a suggestion that someone gave me, and a word back.

use std::sync::Arc;

use chrono::NaiveDate;
use uuid::Uuid;

use super::about::{self, About};
use super::with_field;
use crate::field::{Field, KindTable, Rule};
use crate::id::{PersonId, RecordId};
use crate::record::Record;

/// The kind's name in files.
pub const KIND: &str = "response";
/// The relationship it belongs to.
pub const WITH: Field = with_field(KIND);
/// What became of it; see [`ResponseStatus`].
pub const STATUS: Field =
    field("status", Rule::OneOf(&["read", "trying", "helped", "did-not-help", "accepted", "not-now"]));
/// A word back.
pub const WORD: Field = field("word", Rule::Text(10_000));
/// What was made of an accepted suggestion.
pub const MADE: Field = field("made", Rule::Record);
/// The day of the last move.
pub const ON: Field = field("on", Rule::Day);
pub(crate) const ABOUT: [Field; 3] = about::fields(KIND);

/// Everything a response holds.
pub const TABLE: KindTable = KindTable {
    kind: KIND,
    fields: &[WITH, STATUS, WORD, MADE, ON, ABOUT[0], ABOUT[1], ABOUT[2]],
    sets: &[],
};

const fn field(name: &'static str, rule: Rule) -> Field {
    Field { kind: KIND, name, rule }
}

/// What became of it. Nothing said yet is no response at all: received.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum ResponseStatus {
    /// Read, and nothing more to do. Stays with me.
    #[default]
    Read,
    /// Being tried.
    Trying,
    /// It helped.
    Helped,
    /// It did not help.
    DidNotHelp,
    /// The suggestion was accepted.
    Accepted,
    /// Not now.
    NotNow,
}

impl ResponseStatus {
    /// All of them.
    pub const ALL: [Self; 6] =
        [Self::Read, Self::Trying, Self::Helped, Self::DidNotHelp, Self::Accepted, Self::NotNow];

    /// Its word in files.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Read => "read",
            Self::Trying => "trying",
            Self::Helped => "helped",
            Self::DidNotHelp => "did-not-help",
            Self::Accepted => "accepted",
            Self::NotNow => "not-now",
        }
    }

    /// Reads its word; anything else counts as read.
    pub fn from_word(word: &str) -> Self {
        Self::ALL.into_iter().find(|status| status.word() == word).unwrap_or_default()
    }
}

serialize_as_word!(ResponseStatus);

/// A response, read from its record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Response(pub Arc<Record>);

impl Response {
    /// Its id.
    pub fn id(&self) -> RecordId {
        self.0.id()
    }

    /// The id of a person's response to something that was given in a relationship: one for each, whichever device makes
    /// it first. The giver chose the id of what was given, so the relationship goes into the hash: two givers who use the
    /// same id cannot read what the other is told.
    pub fn id_for(me: PersonId, with: RecordId, about: RecordId) -> RecordId {
        let name = [with.uuid().as_bytes().as_slice(), about.uuid().as_bytes()].concat();
        RecordId::new(Uuid::new_v5(&me.uuid(), &name))
    }

    /// The relationship it belongs to.
    pub fn with(&self) -> Option<RecordId> {
        self.0.reference(WITH)
    }

    /// What became of it.
    pub fn status(&self) -> ResponseStatus {
        ResponseStatus::from_word(self.0.text(STATUS))
    }

    /// A word back; may be empty.
    pub fn word(&self) -> &str {
        self.0.text(WORD)
    }

    /// What was made of an accepted suggestion.
    pub fn made(&self) -> Option<RecordId> {
        self.0.reference(MADE)
    }

    /// The day of the last move.
    pub fn on(&self) -> Option<NaiveDate> {
        self.0.day(ON)
    }

    /// What it answers.
    pub fn about(&self) -> Option<About> {
        super::about_of(&self.0)
    }

    /// Whether there is something in it for the other person.
    pub fn says_something(&self) -> bool {
        says_something(&self.0)
    }
}

/// Whether a response says more than that something was read.
pub(super) fn says_something(record: &Record) -> bool {
    ResponseStatus::from_word(record.text(STATUS)) != ResponseStatus::Read || !record.text(WORD).is_empty()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_status_is_a_word_the_field_takes_and_reads_back() {
        for status in ResponseStatus::ALL {
            assert_eq!(STATUS.rule.check(&status.word().into()), Ok(()));
            assert_eq!(ResponseStatus::from_word(status.word()), status);
        }
    }
}
