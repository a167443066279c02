//! A rating, called “self-check”: where someone sees a goal on a day, from 0 to 10.

use std::sync::Arc;

use chrono::NaiveDate;

use crate::about::{self, About};
use crate::field::Rule;
use crate::id::{PersonId, RecordId};
use crate::record::Record;

kind! {
    "rating" {
        /// The goal it is about.
        GOAL: "goal", Rule::Record, part_of(super::goal::KIND);
        /// From 0 (not begun) to 10 (reached).
        VALUE: "value", Rule::Scale(0, 10);
        /// A word on it.
        NOTE: "note", Rule::Text(2_000), titled, searched;
        /// Who rated.
        RATED_BY: "rated_by", Rule::Person;
        /// The relationship it belongs to, if it is about someone else's goal.
        WITH: "with", Rule::Record, part_of(super::relationship::KIND);
        /// The kind of what it is about.
        ABOUT_KIND: "about_kind", about::KIND;
        /// What it is about.
        ABOUT: "about", Rule::Record;
        /// How that was called.
        ABOUT_TITLE: "about_title", about::TITLE, titled;
        /// The day it speaks of.
        ON: "on", Rule::Day, titled;
    }
}

shared! {
    /// A self-check of a goal.
    part SharedRating {
        /// From 0 to 10.
        value: u8 = VALUE;
        /// The day it speaks of.
        on: Option<NaiveDate> = ON;
        /// A word on it.
        note: String = NOTE;
    }
    order |rating| (rating.day(ON), rating.id());
}

shared! {
    /// How the sender sees a goal of the recipient.
    thing SharedView in "ratings" {
        /// The goal.
        about: About = ABOUT;
        /// From 0 to 10.
        value: u8 = VALUE;
        /// The day it speaks of.
        on: Option<NaiveDate> = ON;
        /// A word on it.
        note: String = NOTE;
    }
    title |it| &it.about.title;
    order |view| (view.day(ON), view.id());
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
        About::of(&self.0)
    }

    /// Who rated.
    pub fn rated_by(&self) -> Option<PersonId> {
        self.0.reference(RATED_BY)
    }
}
