//! Feedback: words from me to one person, on something of theirs or in general. Also a question, a thank-you, and what I
//! learned from them; a mentee writes these too.

use std::sync::Arc;

use chrono::NaiveDate;

use crate::about::{self, About};
use crate::field::Rule;
use crate::id::RecordId;
use crate::record::Record;

kind! {
    "feedback" {
        /// The relationship it belongs to.
        WITH: "with", Rule::Record, part_of(super::relationship::KIND);
        /// What it is for; see [`Nature`].
        NATURE: "nature", Rule::OneOf(&Nature::WORDS);
        /// The words.
        TEXT: "text", Rule::Text(20_000), titled;
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
    /// Feedback, a question, a thank-you.
    thing SharedFeedback in "feedback" {
        /// What it is for.
        nature: Nature = NATURE;
        /// The words.
        text: String = TEXT, always;
        /// The day it was written.
        on: Option<NaiveDate> = ON;
        /// What it is about.
        about: Option<About> = ABOUT;
    }
    title |it| &it.text;
    order |feedback| (feedback.day(ON), feedback.id());
}

words! {
    /// What feedback is for. The three that look up, back and forward are those of Hattie and Timperley, “The Power of
    /// Feedback”, 2007.
    pub enum Nature, else FeedBack {
        /// Where to next. Offered first: people need it most and get it least.
        #[default]
        FeedForward = "feed-forward",
        /// Encouragement.
        Encouragement = "encouragement",
        /// How it is going.
        FeedBack = "feed-back",
        /// Where one is going.
        FeedUp = "feed-up",
        /// A question.
        Question = "question",
        /// A thank-you.
        Thanks = "thanks",
        /// What I learned from the other.
        LearnedFromYou = "learned-from-you",
    }
}

impl Nature {
    /// Whether it is something to try out.
    pub const fn can_be_tried(self) -> bool {
        matches!(self, Self::FeedForward | Self::FeedBack | Self::FeedUp)
    }
}

/// Feedback, read from its record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Feedback(pub Arc<Record>);

impl Feedback {
    /// Its id.
    pub fn id(&self) -> RecordId {
        self.0.id()
    }

    /// The relationship it belongs to.
    pub fn with(&self) -> Option<RecordId> {
        self.0.reference(WITH)
    }

    /// What it is for.
    pub fn nature(&self) -> Nature {
        Nature::from_word(self.0.text(NATURE))
    }

    /// The words.
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
