//! A goal: what someone wants to reach, why, and how they will know.

use std::sync::Arc;

use chrono::NaiveDate;

use crate::field::{Field, KindTable, Rule};
use crate::id::RecordId;
use crate::record::Record;

/// The kind's name in files.
pub const KIND: &str = "goal";
/// What it is called.
pub const TITLE: Field = field("title", Rule::Title(200));
/// Why it matters.
pub const WHY: Field = field("why", Rule::Text(10_000));
/// How the person will know that it is reached.
pub const CRITERION: Field = field("criterion", Rule::Text(10_000));
/// The area it falls in.
pub const AREA: Field = field("area", Rule::Line(60));
/// The day it should be reached by.
pub const TARGET: Field = field("target", Rule::Day);
/// Where it stands; see [`GoalStatus`].
pub const STATUS: Field = field("status", Rule::OneOf(&["active", "paused", "done", "dropped", "someday"]));
/// If–then plan: the obstacle (“if …”).
pub const IF: Field = field("if", Rule::Text(1_000));
/// If–then plan: the answer to it (“then …”).
pub const THEN: Field = field("then", Rule::Text(1_000));
/// The day it was set.
pub const SET_ON: Field = field("set_on", Rule::Day);

/// Everything a goal holds.
pub const TABLE: KindTable = KindTable {
    kind: KIND,
    fields: &[TITLE, WHY, CRITERION, AREA, TARGET, STATUS, IF, THEN, SET_ON],
    sets: &[],
};

const fn field(name: &'static str, rule: Rule) -> Field {
    Field { kind: KIND, name, rule }
}

/// Where a goal stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum GoalStatus {
    /// Being worked on.
    #[default]
    Active,
    /// Resting for now.
    Paused,
    /// For later, perhaps.
    Someday,
    /// Reached.
    Done,
    /// Let go.
    Dropped,
}

impl GoalStatus {
    /// All of them, in the order they are listed.
    pub const ALL: [Self; 5] = [Self::Active, Self::Paused, Self::Someday, Self::Done, Self::Dropped];

    /// Its word in files.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Active => "active",
            Self::Paused => "paused",
            Self::Someday => "someday",
            Self::Done => "done",
            Self::Dropped => "dropped",
        }
    }

    /// Reads its word; anything else counts as active.
    pub fn from_word(word: &str) -> Self {
        Self::ALL.into_iter().find(|status| status.word() == word).unwrap_or_default()
    }
}

serialize_as_word!(GoalStatus);

/// A goal, read from its record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Goal(pub Arc<Record>);

impl Goal {
    /// Its id.
    pub fn id(&self) -> RecordId {
        self.0.id()
    }

    /// What it is called.
    pub fn title(&self) -> &str {
        self.0.text(TITLE)
    }

    /// Where it stands.
    pub fn status(&self) -> GoalStatus {
        GoalStatus::from_word(self.0.text(STATUS))
    }

    /// The day it should be reached by.
    pub fn target(&self) -> Option<NaiveDate> {
        self.0.day(TARGET)
    }

    /// The day it was set.
    pub fn set_on(&self) -> Option<NaiveDate> {
        self.0.day(SET_ON)
    }

    /// The area it falls in; empty where none was chosen.
    pub fn area(&self) -> &str {
        self.0.text(AREA)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_status_is_a_word_the_field_takes_and_reads_back() {
        for status in GoalStatus::ALL {
            assert_eq!(STATUS.rule.check(&status.word().into()), Ok(()));
            assert_eq!(GoalStatus::from_word(status.word()), status);
        }
        assert_eq!(GoalStatus::from_word("from the future"), GoalStatus::Active);
    }
}
