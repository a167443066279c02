//! A suggestion: a step, a strategy or a resource that I propose to someone. Accepting it is their own act.

use std::sync::Arc;

use chrono::NaiveDate;

use super::strategy::{self, Sort};
use crate::about::{self, About};
use crate::field::Rule;
use crate::id::RecordId;
use crate::record::Record;
use crate::step;

kind! {
    "suggestion" {
        /// The relationship it belongs to.
        WITH: "with", Rule::Record, part_of(super::relationship::KIND);
        /// What is suggested; see [`Suggested`].
        WHAT: "what", Rule::OneOf(&Suggested::WORDS);
        /// The step, or the name of the strategy or resource.
        TEXT: "text", Rule::Title(500), titled;
        /// Why, or how.
        NOTE: "note", Rule::Text(10_000);
        /// Where a resource is.
        LINK: "link", strategy::LINK.rule;
        /// The day it was written.
        ON: "on", Rule::Day;
        /// The kind of what it is about.
        ABOUT_KIND: "about_kind", about::KIND;
        /// What it is about.
        ABOUT: "about", Rule::Record;
        /// How that was called.
        ABOUT_TITLE: "about_title", about::TITLE, titled;
    }
}

shared! {
    /// A step, a strategy or a resource that is suggested.
    thing SharedSuggestion in "suggestions" {
        /// What is suggested.
        what: Suggested = WHAT;
        /// The step, or the name of the strategy or resource.
        text: String = TEXT;
        /// Why, or how.
        note: String = NOTE;
        /// Where a resource is.
        link: String = LINK;
        /// The day it was written.
        on: Option<NaiveDate> = ON;
        /// What it is about.
        about: Option<About> = ABOUT;
    }
    title |it| &it.text;
    order |suggestion| (suggestion.day(ON), suggestion.id());
}

words! {
    /// What can be suggested.
    pub enum Suggested, else Step {
        /// A step of a goal's plan.
        #[default]
        Step = step::KIND,
        /// Something to do that worked.
        Strategy = strategy::KIND,
        /// Something to read, watch or go to.
        Resource = "resource",
    }
}

impl Suggested {
    /// The sort of card it becomes; none for a step.
    pub const fn card(self) -> Option<Sort> {
        match self {
            Self::Step => None,
            Self::Strategy => Some(Sort::Strategy),
            Self::Resource => Some(Sort::Resource),
        }
    }
}

/// A suggestion, read from its record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Suggestion(pub Arc<Record>);

impl Suggestion {
    /// Its id.
    pub fn id(&self) -> RecordId {
        self.0.id()
    }

    /// The relationship it belongs to.
    pub fn with(&self) -> Option<RecordId> {
        self.0.reference(WITH)
    }

    /// What is suggested.
    pub fn what(&self) -> Suggested {
        Suggested::from_word(self.0.text(WHAT))
    }

    /// The step, or the name of the strategy or resource.
    pub fn text(&self) -> &str {
        self.0.text(TEXT)
    }

    /// The day it was written.
    pub fn on(&self) -> Option<NaiveDate> {
        self.0.day(ON)
    }

    /// What it is about; nothing where it is general.
    pub fn about(&self) -> Option<About> {
        About::of(&self.0)
    }
}
