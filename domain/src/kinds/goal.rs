//! A goal: what someone wants to reach, why, and how they will know.

use std::sync::Arc;

use chrono::NaiveDate;

use crate::field::Rule;
use crate::id::RecordId;
use crate::record::Record;

kind! {
    "goal" {
        /// What it is called.
        TITLE: "title", Rule::Title(200), titled, searched;
        /// Why it matters.
        WHY: "why", Rule::Text(10_000), searched;
        /// How the person will know that it is reached.
        CRITERION: "criterion", Rule::Text(10_000), searched;
        /// The area it falls in.
        AREA: "area", Rule::Line(60), searched;
        /// The day it should be reached by.
        TARGET: "target", Rule::Day;
        /// Where it stands; see [`GoalStatus`].
        STATUS: "status", Rule::OneOf(&GoalStatus::WORDS);
        /// If–then plan: the obstacle (“if …”).
        IF: "if", Rule::Text(1_000), searched;
        /// If–then plan: the answer to it (“then …”).
        THEN: "then", Rule::Text(1_000), searched;
        /// The day it was set.
        SET_ON: "set_on", Rule::Day;
    }
}

words! {
    /// Where a goal stands.
    pub enum GoalStatus, else Active {
        /// Being worked on.
        #[default]
        Active = "active",
        /// Resting for now.
        Paused = "paused",
        /// For later, perhaps.
        Someday = "someday",
        /// Reached.
        Done = "done",
        /// Let go.
        Dropped = "dropped",
    }
}

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
