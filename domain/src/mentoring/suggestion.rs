//! A suggestion: a step, a strategy or a resource that I propose to someone. Accepting it is their own act.

use std::sync::Arc;

use chrono::NaiveDate;

use super::about::{self, About};
use super::strategy::{self, Sort};
use super::with_field;
use crate::field::{Field, KindTable, Rule};
use crate::id::RecordId;
use crate::record::Record;
use crate::step;

/// The kind's name in files.
pub const KIND: &str = "suggestion";
/// The relationship it belongs to.
pub const WITH: Field = with_field(KIND);
/// What is suggested; see [`Suggested`].
pub const WHAT: Field = field("what", Rule::OneOf(&["step", "strategy", "resource"]));
/// The step, or the name of the strategy or resource.
pub const TEXT: Field = field("text", Rule::Title(500));
/// Why, or how.
pub const NOTE: Field = field("note", Rule::Text(10_000));
/// Where a resource is.
pub const LINK: Field = field("link", strategy::LINK.rule);
/// The day it was written.
pub const ON: Field = field("on", Rule::Day);
pub(crate) const ABOUT: [Field; 3] = about::fields(KIND);

/// Everything a suggestion holds.
pub const TABLE: KindTable = KindTable {
    kind: KIND,
    fields: &[WITH, WHAT, TEXT, NOTE, LINK, ON, ABOUT[0], ABOUT[1], ABOUT[2]],
    sets: &[],
};

const fn field(name: &'static str, rule: Rule) -> Field {
    Field { kind: KIND, name, rule }
}

/// What can be suggested.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum Suggested {
    /// A step of a goal's plan.
    #[default]
    Step,
    /// Something to do that worked.
    Strategy,
    /// Something to read, watch or go to.
    Resource,
}

impl Suggested {
    /// All of them, in the order they are offered.
    pub const ALL: [Self; 3] = [Self::Step, Self::Strategy, Self::Resource];

    /// Its word in files.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Step => step::KIND,
            Self::Strategy => strategy::KIND,
            Self::Resource => "resource",
        }
    }

    /// Reads its word; anything else counts as a step.
    pub fn from_word(word: &str) -> Self {
        Self::ALL.into_iter().find(|what| what.word() == word).unwrap_or_default()
    }

    /// The sort of card it becomes; none for a step.
    pub const fn card(self) -> Option<Sort> {
        match self {
            Self::Step => None,
            Self::Strategy => Some(Sort::Strategy),
            Self::Resource => Some(Sort::Resource),
        }
    }
}

serialize_as_word!(Suggested);

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
        super::about_of(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn everything_that_can_be_suggested_is_a_word_the_field_takes_and_reads_back() {
        for what in Suggested::ALL {
            assert_eq!(WHAT.rule.check(&what.word().into()), Ok(()));
            assert_eq!(Suggested::from_word(what.word()), what);
        }
    }
}
