//! A step: one action of a goal's plan.

use std::sync::Arc;

use chrono::NaiveDate;

use super::relationship::WITHOUT;
use crate::field::Rule;
use crate::id::RecordId;
use crate::record::Record;

kind! {
    "step" {
        /// The goal whose plan it belongs to.
        GOAL: "goal", Rule::Record, part_of(super::goal::KIND);
        /// What to do.
        TEXT: "text", Rule::Title(500), titled, searched;
        /// The day it is due.
        DUE: "due", Rule::Day;
        /// Where it stands; see [`StepStatus`].
        STATUS: "status", Rule::OneOf(&StepStatus::WORDS);
        /// The day it was done.
        DONE_ON: "done_on", Rule::Day;
        /// Its place among the goal's steps.
        ORDER: "order", Rule::Place;
        /// The name of the person who suggested it.
        FROM: "from", Rule::Line(100);
        /// The suggestion that it came from.
        ORIGIN: "origin", Rule::Record;
    }
}

shared! {
    /// A step of a goal.
    part SharedStep {
        /// What to do.
        text: String = TEXT;
        /// Where it stands.
        status: StepStatus = STATUS;
        /// The day it is due.
        due: Option<NaiveDate> = DUE;
        /// The day it was done.
        done_on: Option<NaiveDate> = DONE_ON, only is_done;
    }
    order |step| (step.text(ORDER), step.id());
    unless WITHOUT;
}

fn is_done(step: &Record) -> bool {
    step.text(STATUS) == StepStatus::Done.word()
}

words! {
    /// Where a step stands.
    pub enum StepStatus, else Todo {
        /// Not begun.
        #[default]
        Todo = "todo",
        /// Begun.
        Doing = "doing",
        /// Done.
        Done = "done",
        /// Left out, on purpose.
        Skipped = "skipped",
    }
}

impl StepStatus {
    /// Whether something is still to be done.
    pub const fn is_open(self) -> bool {
        matches!(self, Self::Todo | Self::Doing)
    }
}

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
