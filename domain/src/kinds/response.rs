//! A response: what became of a piece of feedback or a suggestion that someone gave me, and a word back.

use std::sync::Arc;

use chrono::NaiveDate;
use uuid::Uuid;

use crate::about::{self, About};
use crate::field::Rule;
use crate::id::{PersonId, RecordId};
use crate::record::Record;

kind! {
    "response" {
        /// The relationship it belongs to.
        WITH: "with", Rule::Record, part_of(super::relationship::KIND);
        /// What became of it; see [`ResponseStatus`].
        STATUS: "status", Rule::OneOf(&ResponseStatus::WORDS);
        /// A word back.
        WORD: "word", Rule::Text(10_000), titled;
        /// What was made of an accepted suggestion.
        MADE: "made", Rule::Record;
        /// The day of the last move.
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
    /// What became of something the recipient gave.
    thing SharedResponse in "responses" {
        /// What it answers.
        about: About = ABOUT;
        /// What became of it.
        status: ResponseStatus = STATUS;
        /// A word back.
        word: String = WORD;
        /// The day of the last move.
        on: Option<NaiveDate> = ON;
    }
    title |it| &it.about.title;
    order |response| (response.day(ON), response.id());
    only says_something;
}

/// Whether there is something in it for the other person.
fn says_something(response: &Record) -> bool {
    ResponseStatus::from_word(response.text(STATUS)) != ResponseStatus::Read
        || !response.text(WORD).is_empty()
}

words! {
    /// What became of it. Nothing said yet is no response at all: received.
    pub enum ResponseStatus, else Read {
        /// Read, and nothing more to do. Stays with me.
        #[default]
        Read = "read",
        /// Being tried.
        Trying = "trying",
        /// It helped.
        Helped = "helped",
        /// It did not help.
        DidNotHelp = "did-not-help",
        /// The suggestion was accepted.
        Accepted = "accepted",
        /// Not now.
        NotNow = "not-now",
    }
}

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
        About::of(&self.0)
    }

    /// Whether there is something in it for the other person.
    pub fn says_something(&self) -> bool {
        says_something(&self.0)
    }
}
