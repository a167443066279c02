//! A goal: what someone wants to reach, why, and how they will know.

use std::sync::Arc;

use chrono::NaiveDate;

use super::rating::SharedRating;
use super::relationship::{WITH_PLAN, WITH_RATINGS, WITH_STEPS};
use super::step::SharedStep;
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

shared! {
    /// A goal, with the parts that were chosen.
    thing SharedGoal in "goals" {
        /// What it is called.
        title: String = TITLE;
        /// Where it stands.
        status: GoalStatus = STATUS;
        /// Why it matters.
        why: String = WHY;
        /// How one will know.
        criterion: String = CRITERION;
        /// The area it falls in.
        area: String = AREA;
        /// The day it should be reached by.
        target: Option<NaiveDate> = TARGET;
        /// Its if–then plan.
        plan: Option<SharedPlan>, with WITH_PLAN;
        /// Its steps, in their order.
        steps: Vec<SharedStep>, with WITH_STEPS;
        /// Its self-checks, oldest first.
        ratings: Vec<SharedRating>, with WITH_RATINGS;
    }
    title |it| &it.title;
    order |goal| (GoalStatus::from_word(goal.text(STATUS)), goal.text(TITLE), goal.id());
}

shared! {
    /// An if–then plan.
    group SharedPlan {
        /// The obstacle.
        obstacle: String = IF, always;
        /// The answer to it.
        answer: String = THEN, always;
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
