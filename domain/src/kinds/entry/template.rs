//! Reflection templates: questions an entry may follow. Their answers are fields of the entry, so changing the template
//! of an entry loses nothing.

use super::{
    ACTION_PLAN, ANALYSIS, BUD, CONCLUSION, DESCRIPTION, EVALUATION, FEELINGS, NOW_WHAT, ROSE, SO_WHAT, TEXT,
    THORN, WHAT,
};
use crate::field::Field;

words! {
    /// A reflection template.
    pub enum Template, else Free {
        /// No questions.
        #[default]
        Free = "free",
        /// What? So what? Now what? (Driscoll; Rolfe, Freshwater and Jasper)
        WhatSoWhatNowWhat = "what",
        /// The reflective cycle of Graham Gibbs, “Learning by Doing”, 1988.
        Gibbs = "gibbs",
        /// Rose, bud, thorn.
        RoseBudThorn = "rose",
    }
}

impl Template {
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
            assert!(template.parts().iter().all(|part| super::super::TABLE.fields.contains(part)));
        }
    }
}
