//! Feedback: words from me to one person, on something of theirs or in general. Also a question, a thank-you, and what I
//! learned from them; a mentee writes these too.

use std::sync::Arc;

use chrono::NaiveDate;

use super::about::{self, About};
use super::with_field;
use crate::field::{Field, KindTable, Rule};
use crate::id::RecordId;
use crate::record::Record;

/// The kind's name in files.
pub const KIND: &str = "feedback";
/// The relationship it belongs to.
pub const WITH: Field = with_field(KIND);
/// What it is for; see [`Nature`].
pub const NATURE: Field = field(
    "nature",
    Rule::OneOf(&[
        "feed-forward",
        "encouragement",
        "feed-back",
        "feed-up",
        "question",
        "thanks",
        "learned-from-you",
    ]),
);
/// The words.
pub const TEXT: Field = field("text", Rule::Text(20_000));
/// The day it was written.
pub const ON: Field = field("on", Rule::Day);
pub(crate) const ABOUT: [Field; 3] = about::fields(KIND);
/// How what it is about was called.
pub const ABOUT_TITLE: Field = Field { kind: "", ..ABOUT[2] };

/// Everything feedback holds.
pub const TABLE: KindTable =
    KindTable { kind: KIND, fields: &[WITH, NATURE, TEXT, ON, ABOUT[0], ABOUT[1], ABOUT[2]], sets: &[] };

const fn field(name: &'static str, rule: Rule) -> Field {
    Field { kind: KIND, name, rule }
}

/// What feedback is for. The three that look up, back and forward are those of Hattie and Timperley, “The Power of
/// Feedback”, 2007.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum Nature {
    /// Where to next. Offered first: people need it most and get it least.
    #[default]
    FeedForward,
    /// Encouragement.
    Encouragement,
    /// How it is going.
    FeedBack,
    /// Where one is going.
    FeedUp,
    /// A question.
    Question,
    /// A thank-you.
    Thanks,
    /// What I learned from the other.
    LearnedFromYou,
}

impl Nature {
    /// All of them, in the order they are offered.
    pub const ALL: [Self; 7] = [
        Self::FeedForward,
        Self::Encouragement,
        Self::FeedBack,
        Self::FeedUp,
        Self::Question,
        Self::Thanks,
        Self::LearnedFromYou,
    ];

    /// Its word in files.
    pub const fn word(self) -> &'static str {
        match self {
            Self::FeedForward => "feed-forward",
            Self::Encouragement => "encouragement",
            Self::FeedBack => "feed-back",
            Self::FeedUp => "feed-up",
            Self::Question => "question",
            Self::Thanks => "thanks",
            Self::LearnedFromYou => "learned-from-you",
        }
    }

    /// Reads its word; anything else counts as feedback on how it is going.
    pub fn from_word(word: &str) -> Self {
        Self::ALL.into_iter().find(|nature| nature.word() == word).unwrap_or(Self::FeedBack)
    }

    /// Whether it is something to try out.
    pub const fn can_be_tried(self) -> bool {
        matches!(self, Self::FeedForward | Self::FeedBack | Self::FeedUp)
    }
}

serialize_as_word!(Nature);

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
        super::about_of(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_nature_is_a_word_the_field_takes_and_reads_back() {
        for nature in Nature::ALL {
            assert_eq!(NATURE.rule.check(&nature.word().into()), Ok(()));
            assert_eq!(Nature::from_word(nature.word()), nature);
        }
    }
}
