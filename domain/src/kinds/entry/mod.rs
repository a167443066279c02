//! A journal entry: what someone wrote on a civil day, with self-checks that are never prefilled.

pub mod template;

use std::cmp::Reverse;
use std::sync::Arc;

use chrono::NaiveDate;

use super::relationship::{WITH_CHECKS, WITH_TAGS};
use crate::field::{Field, Rule, WORD_RULE};
use crate::id::RecordId;
use crate::record::Record;
use crate::shared::{Fields, Named};
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

shared! {
    /// A journal entry: its day, its title and its text; tags and self-checks only where they were chosen.
    thing SharedEntry in "entries" {
        /// The day it is about.
        date: Option<NaiveDate> = DATE;
        /// Its title.
        title: String = TITLE;
        /// The template it follows.
        template: Option<Template> = TEMPLATE, only follows_a_template;
        /// The question it answers.
        prompt: String = PROMPT;
        /// The answers to the template's questions.
        answers: Named<String> = ANSWERS;
        /// Everything else that was written.
        text: String = TEXT;
        /// Its tags.
        tags: Vec<String> = TAGS, with WITH_TAGS;
        /// Its self-checks, 1 to 5.
        checks: Named<u8> = CHECKS, with WITH_CHECKS;
        /// The goals it is linked to, of those that are in the file too.
        goals: Vec<RecordId> = GOALS;
    }
    title |it| it.heading();
    order |entry| Reverse((entry.day(DATE), entry.id()));
}

impl SharedEntry {
    /// Its title, or what is written in it.
    fn heading(&self) -> &str {
        let answers = self.answers.0.iter().map(|(_, answer)| answer.as_str());
        let texts = [self.title.as_str()].into_iter().chain(answers).chain([self.text.as_str()]);
        texts.into_iter().find(|text| !text.is_empty()).unwrap_or_default()
    }
}

fn follows_a_template(entry: &Record) -> bool {
    Template::from_word(entry.text(TEMPLATE)) != Template::Free
}

const ANSWERS: Fields = Fields(|| Template::ALL.into_iter().flat_map(Template::parts).copied().collect());
const CHECKS: Fields = Fields(|| SELF_CHECKS.to_vec());

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
