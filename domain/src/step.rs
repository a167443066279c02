//! A step: one action of a goal's plan.

use std::sync::Arc;

use chrono::NaiveDate;

use crate::field::{Field, KindTable, Rule};
use crate::id::RecordId;
use crate::record::Record;

/// The kind's name in files.
pub const KIND: &str = "step";
/// The goal whose plan it belongs to.
pub const GOAL: Field = field("goal", Rule::Record);
/// What to do.
pub const TEXT: Field = field("text", Rule::Title(500));
/// The day it is due.
pub const DUE: Field = field("due", Rule::Day);
/// Where it stands; see [`StepStatus`].
pub const STATUS: Field = field("status", Rule::OneOf(&["todo", "doing", "done", "skipped"]));
/// The day it was done.
pub const DONE_ON: Field = field("done_on", Rule::Day);
/// Its place among the goal's steps.
pub const ORDER: Field = field("order", Rule::Place);
/// The name of the person who suggested it.
pub const FROM: Field = field("from", Rule::Line(100));
/// The suggestion that it came from.
pub const ORIGIN: Field = field("origin", Rule::Record);

/// Everything a step holds.
pub const TABLE: KindTable =
    KindTable { kind: KIND, fields: &[GOAL, TEXT, DUE, STATUS, DONE_ON, ORDER, FROM, ORIGIN], sets: &[] };

const fn field(name: &'static str, rule: Rule) -> Field {
    Field { kind: KIND, name, rule }
}

/// Where a step stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum StepStatus {
    /// Not begun.
    #[default]
    Todo,
    /// Begun.
    Doing,
    /// Done.
    Done,
    /// Left out, on purpose.
    Skipped,
}

impl StepStatus {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Todo, Self::Doing, Self::Done, Self::Skipped];

    /// Its word in files.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Todo => "todo",
            Self::Doing => "doing",
            Self::Done => "done",
            Self::Skipped => "skipped",
        }
    }

    /// Reads its word; anything else counts as not begun.
    pub fn from_word(word: &str) -> Self {
        Self::ALL.into_iter().find(|status| status.word() == word).unwrap_or_default()
    }

    /// Whether something is still to be done.
    pub const fn is_open(self) -> bool {
        matches!(self, Self::Todo | Self::Doing)
    }
}

serialize_as_word!(StepStatus);

/// A step, read from its record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step(pub Arc<Record>);

impl Step {
    /// Its id.
    pub fn id(&self) -> RecordId {
        self.0.id()
    }

    /// The goal whose plan it belongs to.
    pub fn goal(&self) -> Option<RecordId> {
        self.0.reference(GOAL)
    }

    /// What to do.
    pub fn text(&self) -> &str {
        self.0.text(TEXT)
    }

    /// Where it stands.
    pub fn status(&self) -> StepStatus {
        StepStatus::from_word(self.0.text(STATUS))
    }

    /// The day it is due.
    pub fn due(&self) -> Option<NaiveDate> {
        self.0.day(DUE)
    }

    /// The day it was done.
    pub fn done_on(&self) -> Option<NaiveDate> {
        self.0.day(DONE_ON)
    }

    /// The name of the person who suggested it; empty for one's own.
    pub fn from(&self) -> &str {
        self.0.text(FROM)
    }

    /// What steps of one goal are sorted by; the id decides where two stand at one place.
    pub fn place(&self) -> (&str, RecordId) {
        (self.0.text(ORDER), self.id())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_status_is_a_word_the_field_takes_and_reads_back() {
        for status in StepStatus::ALL {
            assert_eq!(STATUS.rule.check(&status.word().into()), Ok(()));
            assert_eq!(StepStatus::from_word(status.word()), status);
        }
    }
}
