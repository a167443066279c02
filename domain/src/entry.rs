//! A journal entry: what someone wrote on a civil day, with self-checks that are never prefilled.

use std::sync::Arc;

use chrono::NaiveDate;

use crate::field::{Field, KindTable, Rule, SetField, WORD_RULE};
use crate::id::RecordId;
use crate::record::Record;
use crate::template::{self, Template};

/// The kind's name in files.
pub const KIND: &str = "entry";
/// The most characters in an entry's text, and in each part of a template.
pub const TEXT_MAX: usize = 100_000;
/// The most tags on one entry.
pub const TAGS_MAX: usize = 50;

/// The day it is about.
pub const DATE: Field = field("date", Rule::Day);
/// A title, if wanted.
pub const TITLE: Field = field("title", Rule::Line(200));
/// What was written.
pub const TEXT: Field = field("text", Rule::Text(TEXT_MAX));
/// The reflection template it follows; see [`crate::template`].
pub const TEMPLATE: Field = field("template", WORD_RULE);
/// The question it answers, as it was asked.
pub const PROMPT: Field = field("prompt", Rule::Line(500));
/// Self-check, 1 to 5.
pub const MOOD: Field = field("mood", Rule::Scale(1, 5));
/// Self-check, 1 to 5.
pub const ENERGY: Field = field("energy", Rule::Scale(1, 5));
/// Self-check, 1 to 5.
pub const CONFIDENCE: Field = field("confidence", Rule::Scale(1, 5));
/// Self-check, 1 to 5.
pub const BELONGING: Field = field("belonging", Rule::Scale(1, 5));
/// Tags.
pub const TAGS: SetField =
    SetField { kind: KIND, prefix: "tag:", member: Rule::Title(60), value: Rule::Flag };
/// Skills of a mentor that it is about.
pub const SKILLS: SetField =
    SetField { kind: KIND, prefix: "skill:", member: Rule::Title(60), value: Rule::Flag };
/// What shows those skills.
pub const EVIDENCE: Field = field("evidence", Rule::Text(10_000));
/// Goals it is linked to.
pub const GOALS: SetField = SetField { kind: KIND, prefix: "goal:", member: Rule::Record, value: Rule::Flag };

/// The four self-checks, in the order they are asked.
pub const SELF_CHECKS: [Field; 4] = [MOOD, ENERGY, CONFIDENCE, BELONGING];

/// Everything an entry holds.
pub const TABLE: KindTable = KindTable {
    kind: KIND,
    fields: &[
        DATE,
        TITLE,
        TEXT,
        TEMPLATE,
        PROMPT,
        MOOD,
        ENERGY,
        CONFIDENCE,
        BELONGING,
        EVIDENCE,
        template::WHAT,
        template::SO_WHAT,
        template::NOW_WHAT,
        template::DESCRIPTION,
        template::FEELINGS,
        template::EVALUATION,
        template::ANALYSIS,
        template::CONCLUSION,
        template::ACTION_PLAN,
        template::ROSE,
        template::BUD,
        template::THORN,
    ],
    sets: &[TAGS, SKILLS, GOALS],
};

pub(crate) const fn field(name: &'static str, rule: Rule) -> Field {
    Field { kind: KIND, name, rule }
}

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
