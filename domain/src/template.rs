//! Reflection templates: questions an entry may follow. Their answers are fields of the entry, so changing the template
//! of an entry loses nothing.

use crate::entry::{TEXT, TEXT_MAX, field};
use crate::field::{Field, Rule};

/// “What?”
pub const WHAT: Field = field("what", Rule::Text(TEXT_MAX));
/// “So what?”
pub const SO_WHAT: Field = field("so_what", Rule::Text(TEXT_MAX));
/// “Now what?”
pub const NOW_WHAT: Field = field("now_what", Rule::Text(TEXT_MAX));
/// Gibbs: what happened.
pub const DESCRIPTION: Field = field("description", Rule::Text(TEXT_MAX));
/// Gibbs: what one felt and thought.
pub const FEELINGS: Field = field("feelings", Rule::Text(TEXT_MAX));
/// Gibbs: what was good and bad about it.
pub const EVALUATION: Field = field("evaluation", Rule::Text(TEXT_MAX));
/// Gibbs: what sense can be made of it.
pub const ANALYSIS: Field = field("analysis", Rule::Text(TEXT_MAX));
/// Gibbs: what else could have been done.
pub const CONCLUSION: Field = field("conclusion", Rule::Text(TEXT_MAX));
/// Gibbs: what to do if it happens again.
pub const ACTION_PLAN: Field = field("action_plan", Rule::Text(TEXT_MAX));
/// What went well.
pub const ROSE: Field = field("rose", Rule::Text(TEXT_MAX));
/// What is about to open.
pub const BUD: Field = field("bud", Rule::Text(TEXT_MAX));
/// What was hard.
pub const THORN: Field = field("thorn", Rule::Text(TEXT_MAX));

/// A reflection template.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Template {
    /// No questions.
    #[default]
    Free,
    /// What? So what? Now what? (Driscoll; Rolfe, Freshwater and Jasper)
    WhatSoWhatNowWhat,
    /// The reflective cycle of Graham Gibbs, “Learning by Doing”, 1988.
    Gibbs,
    /// Rose, bud, thorn.
    RoseBudThorn,
}

impl Template {
    /// All of them, in the order they are offered.
    pub const ALL: [Self; 4] = [Self::Free, Self::WhatSoWhatNowWhat, Self::Gibbs, Self::RoseBudThorn];

    /// Its word in files.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Free => "free",
            Self::WhatSoWhatNowWhat => "what",
            Self::Gibbs => "gibbs",
            Self::RoseBudThorn => "rose",
        }
    }

    /// Reads its word; anything else counts as free.
    pub fn from_word(word: &str) -> Self {
        Self::ALL.into_iter().find(|template| template.word() == word).unwrap_or_default()
    }

    /// The fields its questions are answered in, in the order they are asked; free text has none of its own.
    pub const fn parts(self) -> &'static [Field] {
        match self {
            Self::Free => &[],
            Self::WhatSoWhatNowWhat => &[WHAT, SO_WHAT, NOW_WHAT],
            Self::Gibbs => &[DESCRIPTION, FEELINGS, EVALUATION, ANALYSIS, CONCLUSION, ACTION_PLAN],
            Self::RoseBudThorn => &[ROSE, BUD, THORN],
        }
    }
}

serialize_as_word!(Template);

/// The fields to write in, in order: the template's own questions, the free text, then parts of other templates that hold
/// something. Choosing another template hides nothing that was written.
pub fn fields_to_write(template: Template, holds_something: impl Fn(Field) -> bool) -> Vec<Field> {
    let others = Template::ALL.into_iter().filter(|other| *other != template).flat_map(Template::parts);
    let kept = others.copied().filter(|part| holds_something(*part));
    template.parts().iter().copied().chain([TEXT]).chain(kept).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn another_template_hides_nothing_that_was_written() {
        let fields = fields_to_write(Template::RoseBudThorn, |part| part == FEELINGS || part == ROSE);
        assert_eq!(fields, [ROSE, BUD, THORN, TEXT, FEELINGS]);
        assert_eq!(fields_to_write(Template::Free, |_| false), [TEXT]);
    }

    #[test]
    fn every_part_of_every_template_is_a_field_of_an_entry() {
        for template in Template::ALL {
            assert_eq!(Template::from_word(template.word()), template);
            assert!(template.parts().iter().all(|part| crate::entry::TABLE.fields.contains(part)));
        }
    }
}
