//! A relationship: another person, what we are to each other, what we agreed on, and what I chose to share with them.

use std::sync::Arc;

use crate::field::{Field, KindTable, Rule, SetField};
use crate::id::{PersonId, RecordId, ThreadId};
use crate::record::Record;

/// The kind's name in files.
pub const KIND: &str = "relationship";
/// What I call the other person.
pub const NAME: Field = field("name", Rule::Title(100));
/// Who they are, known from their first file.
pub const PERSON: Field = field("person", Rule::Person);
/// They mentor me.
pub const MENTORS_ME: Field = field("mentors_me", Rule::Flag);
/// I mentor them.
pub const I_MENTOR: Field = field("i_mentor", Rule::Flag);
/// Where it stands; see [`RelationshipStatus`].
pub const STATUS: Field = field("status", Rule::OneOf(&["active", "paused", "closed"]));
/// Notes for myself. They never leave.
pub const PRIVATE_NOTE: Field = field("private_note", Rule::Text(20_000));
/// A word that goes with the next file.
pub const MESSAGE: Field = field("message", Rule::Text(20_000));

/// Agreement: what I expect.
pub const I_EXPECT: Field = field("i_expect", Rule::Text(5_000));
/// Agreement: what they expect.
pub const THEY_EXPECT: Field = field("they_expect", Rule::Text(5_000));
/// Agreement: how often we talk.
pub const CADENCE: Field = field("cadence", Rule::Line(200));
/// Agreement: where we talk.
pub const CHANNEL: Field = field("channel", Rule::Line(200));
/// Agreement: what stays between us.
pub const CONFIDENTIAL: Field = field("confidential", Rule::Text(5_000));
/// Agreement: where that ends.
pub const LIMITS: Field = field("limits", Rule::Text(5_000));
/// Agreement: the day we look at it again.
pub const REVIEW_ON: Field = field("review_on", Rule::Day);
/// Agreement: the day it ends.
pub const END_ON: Field = field("end_on", Rule::Day);
/// Whether the agreement goes with the next file.
pub const SHARES_AGREEMENT: Field = field("shares_agreement", Rule::Flag);

/// Closing: what I learned.
pub const LEARNED: Field = field("learned", Rule::Text(10_000));
/// Closing: what I will do with it.
pub const APPLY_NEXT: Field = field("apply_next", Rule::Text(10_000));
/// Closing: what to celebrate.
pub const CELEBRATE: Field = field("celebrate", Rule::Text(10_000));
/// Closing: what I appreciate in them.
pub const APPRECIATE: Field = field("appreciate", Rule::Text(10_000));
/// Closing: what comes now.
pub const WHAT_NOW: Field = field("what_now", Rule::Text(10_000));
/// The day it was closed.
pub const CLOSED_ON: Field = field("closed_on", Rule::Day);

/// The secret names by which files belong to it: one, unless both made a first file at once.
pub const THREADS: SetField = set("thread:");
/// What I chose to share: records of any kind.
pub const SHARED: SetField = set("share:");
/// Goals shared with their steps, also with those added later.
pub const WITH_STEPS: SetField = set("steps:");
/// Steps that are left out all the same.
pub const WITHOUT: SetField = set("without:");
/// Goals shared with their self-checks.
pub const WITH_RATINGS: SetField = set("ratings:");
/// Goals shared with their if–then plan.
pub const WITH_PLAN: SetField = set("plan:");
/// Entries shared with their tags.
pub const WITH_TAGS: SetField = set("tags:");
/// Entries shared with their self-checks.
pub const WITH_CHECKS: SetField = set("checks:");
/// What can come along with a thing that is shared.
pub(crate) const PARTS: [SetField; 5] = [WITH_STEPS, WITH_RATINGS, WITH_PLAN, WITH_TAGS, WITH_CHECKS];
/// Copies of theirs that I removed.
pub const REMOVED: SetField = set("removed:");

/// Everything a relationship holds.
pub const TABLE: KindTable = KindTable {
    kind: KIND,
    fields: &[
        NAME,
        PERSON,
        MENTORS_ME,
        I_MENTOR,
        STATUS,
        PRIVATE_NOTE,
        MESSAGE,
        I_EXPECT,
        THEY_EXPECT,
        CADENCE,
        CHANNEL,
        CONFIDENTIAL,
        LIMITS,
        REVIEW_ON,
        END_ON,
        SHARES_AGREEMENT,
        LEARNED,
        APPLY_NEXT,
        CELEBRATE,
        APPRECIATE,
        WHAT_NOW,
        CLOSED_ON,
    ],
    sets: &[THREADS, SHARED, WITH_STEPS, WITHOUT, WITH_RATINGS, WITH_PLAN, WITH_TAGS, WITH_CHECKS, REMOVED],
};

/// The closing step, in the order it is asked.
pub const CLOSING: [Field; 5] = [LEARNED, APPLY_NEXT, CELEBRATE, APPRECIATE, WHAT_NOW];

const fn field(name: &'static str, rule: Rule) -> Field {
    Field { kind: KIND, name, rule }
}

const fn set(prefix: &'static str) -> SetField {
    SetField { kind: KIND, prefix, member: Rule::Record, value: Rule::Flag }
}

/// Where a relationship stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum RelationshipStatus {
    /// Going on.
    #[default]
    Active,
    /// Resting for now.
    Paused,
    /// Ended. Everything stays readable.
    Closed,
}

impl RelationshipStatus {
    /// All of them, in the order they are listed.
    pub const ALL: [Self; 3] = [Self::Active, Self::Paused, Self::Closed];

    /// Its word in files.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Active => "active",
            Self::Paused => "paused",
            Self::Closed => "closed",
        }
    }

    /// Reads its word; anything else counts as active.
    pub fn from_word(word: &str) -> Self {
        Self::ALL.into_iter().find(|status| status.word() == word).unwrap_or_default()
    }
}

/// What two people are to each other, seen from one of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Roles {
    /// They are mentored by the other.
    pub mentee: bool,
    /// They mentor the other.
    pub mentor: bool,
}

impl Roles {
    /// The same, seen from the other.
    #[must_use]
    pub const fn other(self) -> Self {
        Self { mentee: self.mentor, mentor: self.mentee }
    }
}

/// A relationship, read from its record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Relationship(pub Arc<Record>);

impl Relationship {
    /// Its id.
    pub fn id(&self) -> RecordId {
        self.0.id()
    }

    /// What I call the other person.
    pub fn name(&self) -> &str {
        self.0.text(NAME)
    }

    /// Who they are; nothing before their first file.
    pub fn person(&self) -> Option<PersonId> {
        self.0.reference(PERSON)
    }

    /// What I am in it.
    pub fn my_roles(&self) -> Roles {
        Roles { mentee: self.0.flag(MENTORS_ME), mentor: self.0.flag(I_MENTOR) }
    }

    /// Where it stands.
    pub fn status(&self) -> RelationshipStatus {
        RelationshipStatus::from_word(self.0.text(STATUS))
    }

    /// The secret names of its files, sorted.
    pub fn threads(&self) -> impl Iterator<Item = ThreadId> {
        self.0.members(THREADS).filter_map(|id| id.parse().ok())
    }

    /// Whether a set of it holds a record.
    pub fn has(&self, set: SetField, id: RecordId) -> bool {
        self.0.flag_named(&format!("{}{id}", set.prefix))
    }

    /// Whether I chose to share a record in it.
    pub fn shares(&self, id: RecordId) -> bool {
        self.has(SHARED, id)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_status_is_a_word_the_field_takes_and_reads_back() {
        for status in RelationshipStatus::ALL {
            assert_eq!(STATUS.rule.check(&status.word().into()), Ok(()));
            assert_eq!(RelationshipStatus::from_word(status.word()), status);
        }
    }
}
