//! A journal entry: what someone wrote on a civil day, with self-checks that are never prefilled.

pub mod template;

use std::sync::Arc;

use chrono::NaiveDate;

use crate::field::{Field, Rule, WORD_RULE};
use crate::id::RecordId;
use crate::record::Record;
use template::Template;

/// The most characters in an entry's text, and in each part of a template.
pub const TEXT_MAX: usize = 100_000;
/// The most tags on one entry.
pub const TAGS_MAX: usize = 50;

kind! {
    "entry" {
        /// A title, if wanted.
        TITLE: "title", Rule::Line(200), titled, searched;
        /// The reflection template it follows; see [`template`].
        TEMPLATE: "template", WORD_RULE;
        /// The question it answers, as it was asked.
        PROMPT: "prompt", Rule::Line(500), searched;
        /// “What?”
        WHAT: "what", Rule::Text(TEXT_MAX), searched;
        /// “So what?”
        SO_WHAT: "so_what", Rule::Text(TEXT_MAX), searched;
        /// “Now what?”
        NOW_WHAT: "now_what", Rule::Text(TEXT_MAX), searched;
        /// Gibbs: what happened.
        DESCRIPTION: "description", Rule::Text(TEXT_MAX), searched;
        /// Gibbs: what one felt and thought.
        FEELINGS: "feelings", Rule::Text(TEXT_MAX), searched;
        /// Gibbs: what was good and bad about it.
        EVALUATION: "evaluation", Rule::Text(TEXT_MAX), searched;
        /// Gibbs: what sense can be made of it.
        ANALYSIS: "analysis", Rule::Text(TEXT_MAX), searched;
        /// Gibbs: what else could have been done.
        CONCLUSION: "conclusion", Rule::Text(TEXT_MAX), searched;
        /// Gibbs: what to do if it happens again.
        ACTION_PLAN: "action_plan", Rule::Text(TEXT_MAX), searched;
        /// What went well.
        ROSE: "rose", Rule::Text(TEXT_MAX), searched;
        /// What is about to open.
        BUD: "bud", Rule::Text(TEXT_MAX), searched;
        /// What was hard.
        THORN: "thorn", Rule::Text(TEXT_MAX), searched;
        /// What was written.
        TEXT: "text", Rule::Text(TEXT_MAX), titled, searched;
        /// The day it is about.
        DATE: "date", Rule::Day, titled;
        /// Self-check, 1 to 5.
        MOOD: "mood", Rule::Scale(1, 5);
        /// Self-check, 1 to 5.
        ENERGY: "energy", Rule::Scale(1, 5);
        /// Self-check, 1 to 5.
        CONFIDENCE: "confidence", Rule::Scale(1, 5);
        /// Self-check, 1 to 5.
        BELONGING: "belonging", Rule::Scale(1, 5);
        /// What shows those skills.
        EVIDENCE: "evidence", Rule::Text(10_000);
    }
    sets {
        /// Tags.
        TAGS: "tag:", Rule::Title(60), searched;
        /// Skills of a mentor that it is about.
        SKILLS: "skill:", Rule::Title(60);
        /// Goals it is linked to.
        GOALS: "goal:", Rule::Record;
    }
}

/// The four self-checks, in the order they are asked.
pub const SELF_CHECKS: [Field; 4] = [MOOD, ENERGY, CONFIDENCE, BELONGING];

/// An entry, read from its record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry(pub Arc<Record>);

impl Entry {
    /// Its id.
    pub fn id(&self) -> RecordId {
        self.0.id()
    }

    /// The day it is about.
    pub fn date(&self) -> Option<NaiveDate> {
        self.0.day(DATE)
    }

    /// Its title; empty where none was given.
    pub fn title(&self) -> &str {
        self.0.text(TITLE)
    }

    /// The template it follows.
    pub fn template(&self) -> Template {
        Template::from_word(self.0.text(TEMPLATE))
    }

    /// Everything written in it, in reading order: the template's parts that are not empty, then the free text.
    pub fn texts(&self) -> impl Iterator<Item = &str> {
        let parts = Template::ALL.into_iter().flat_map(Template::parts).chain(&[TEXT]);
        parts.map(|part| self.0.text(*part)).filter(|text| !text.is_empty())
    }

    /// Its tags, sorted.
    pub fn tags(&self) -> impl Iterator<Item = &str> {
        self.0.members(TAGS)
    }

    /// The skills it is about, sorted.
    pub fn skills(&self) -> impl Iterator<Item = &str> {
        self.0.members(SKILLS)
    }

    /// The goals it is linked to.
    pub fn goals(&self) -> impl Iterator<Item = RecordId> {
        self.0.members(GOALS).filter_map(|id| id.parse().ok())
    }
}
