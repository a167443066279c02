//! A relationship: another person, what we are to each other, what we agreed on, and what I chose to share with them.

use std::sync::Arc;

use crate::field::{Field, Rule, SetField};
use crate::id::{PersonId, RecordId, ThreadId};
use crate::record::Record;

kind! {
    "relationship" {
        /// What I call the other person.
        NAME: "name", Rule::Title(100), titled;
        /// Who they are, known from their first file.
        PERSON: "person", Rule::Person;
        /// They mentor me.
        MENTORS_ME: "mentors_me", Rule::Flag;
        /// I mentor them.
        I_MENTOR: "i_mentor", Rule::Flag;
        /// Where it stands; see [`RelationshipStatus`].
        STATUS: "status", Rule::OneOf(&RelationshipStatus::WORDS);
        /// Notes for myself. They never leave.
        PRIVATE_NOTE: "private_note", Rule::Text(20_000);
        /// A word that goes with the next file.
        MESSAGE: "message", Rule::Text(20_000);
        /// Agreement: what I expect.
        I_EXPECT: "i_expect", Rule::Text(5_000);
        /// Agreement: what they expect.
        THEY_EXPECT: "they_expect", Rule::Text(5_000);
        /// Agreement: how often we talk.
        CADENCE: "cadence", Rule::Line(200);
        /// Agreement: where we talk.
        CHANNEL: "channel", Rule::Line(200);
        /// Agreement: what stays between us.
        CONFIDENTIAL: "confidential", Rule::Text(5_000);
        /// Agreement: where that ends.
        LIMITS: "limits", Rule::Text(5_000);
        /// Agreement: the day we look at it again.
        REVIEW_ON: "review_on", Rule::Day;
        /// Agreement: the day it ends.
        END_ON: "end_on", Rule::Day;
        /// Whether the agreement goes with the next file.
        SHARES_AGREEMENT: "shares_agreement", Rule::Flag;
        /// Closing: what I learned.
        LEARNED: "learned", Rule::Text(10_000);
        /// Closing: what I will do with it.
        APPLY_NEXT: "apply_next", Rule::Text(10_000);
        /// Closing: what to celebrate.
        CELEBRATE: "celebrate", Rule::Text(10_000);
        /// Closing: what I appreciate in them.
        APPRECIATE: "appreciate", Rule::Text(10_000);
        /// Closing: what comes now.
        WHAT_NOW: "what_now", Rule::Text(10_000);
        /// The day it was closed.
        CLOSED_ON: "closed_on", Rule::Day;
    }
    sets {
        /// The secret names by which files belong to it: one, unless both made a first file at once.
        THREADS: "thread:", Rule::Record;
        /// What I chose to share: records of any kind.
        SHARED: "share:", Rule::Record;
        /// Goals shared with their steps, also with those added later.
        WITH_STEPS: "steps:", Rule::Record;
        /// Steps that are left out all the same.
        WITHOUT: "without:", Rule::Record;
        /// Goals shared with their self-checks.
        WITH_RATINGS: "ratings:", Rule::Record;
        /// Goals shared with their if–then plan.
        WITH_PLAN: "plan:", Rule::Record;
        /// Entries shared with their tags.
        WITH_TAGS: "tags:", Rule::Record;
        /// Entries shared with their self-checks.
        WITH_CHECKS: "checks:", Rule::Record;
        /// Copies of theirs that I removed.
        REMOVED: "removed:", Rule::Record;
    }
}

/// What can come along with a thing that is shared.
pub(crate) const PARTS: [SetField; 5] = [WITH_STEPS, WITH_RATINGS, WITH_PLAN, WITH_TAGS, WITH_CHECKS];

/// The closing step, in the order it is asked.
pub const CLOSING: [Field; 5] = [LEARNED, APPLY_NEXT, CELEBRATE, APPRECIATE, WHAT_NOW];

words! {
    /// Where a relationship stands.
    pub enum RelationshipStatus, else Active {
        /// Going on.
        #[default]
        Active = "active",
        /// Resting for now.
        Paused = "paused",
        /// Ended. Everything stays readable.
        Closed = "closed",
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
