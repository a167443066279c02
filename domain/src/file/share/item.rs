//! What a share file may hold, thing by thing. Every field here leaves when the thing was chosen; nothing else does.

use chrono::NaiveDate;
use serde::Serialize;

use super::wire::{self, Named};
use crate::goal::GoalStatus;
use crate::id::{PersonId, RecordId};
use crate::mentoring::feedback::Nature;
use crate::mentoring::response::ResponseStatus;
use crate::mentoring::strategy::Sort;
use crate::mentoring::suggestion::Suggested;
use crate::mentoring::{About, feedback, response, strategy, suggestion};
use crate::step::StepStatus;
use crate::template::Template;
use crate::{entry, goal, rating};

/// One thing in a share file.
pub trait Item {
    /// Its kind.
    fn kind(&self) -> &'static str;
    /// Its id.
    fn id(&self) -> RecordId;
    /// Whose it is.
    fn by(&self) -> PersonId;
    /// What a person knows it by.
    fn title(&self) -> &str;
    /// All of it, as compact JSON.
    fn json(&self) -> String;
}

macro_rules! item {
    ($type:ident, $kind:expr, |$it:ident| $title:expr) => {
        impl Item for $type {
            fn kind(&self) -> &'static str {
                $kind
            }

            fn id(&self) -> RecordId {
                self.id
            }

            fn by(&self) -> PersonId {
                self.by
            }

            fn title(&self) -> &str {
                let $it = self;
                $title
            }

            fn json(&self) -> String {
                // Writing strings and numbers under string keys into memory has no way to fail.
                serde_json::to_string(self).unwrap_or_default()
            }
        }
    };
}

/// A goal, with the parts that were chosen.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct SharedGoal {
    /// Its id.
    pub id: RecordId,
    /// Whose it is.
    pub by: PersonId,
    /// What it is called.
    pub title: String,
    /// Where it stands.
    pub status: GoalStatus,
    /// Why it matters.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub why: String,
    /// How one will know.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub criterion: String,
    /// The area it falls in.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub area: String,
    /// The day it should be reached by.
    #[serde(skip_serializing_if = "Option::is_none", serialize_with = "wire::day")]
    pub target: Option<NaiveDate>,
    /// Its if–then plan.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub plan: Option<SharedPlan>,
    /// Its steps, in their order.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub steps: Vec<SharedStep>,
    /// Its self-checks, oldest first.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub ratings: Vec<SharedRating>,
}
item!(SharedGoal, goal::KIND, |it| &it.title);

/// An if–then plan.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct SharedPlan {
    /// The obstacle.
    #[serde(rename = "if")]
    pub obstacle: String,
    /// The answer to it.
    #[serde(rename = "then")]
    pub answer: String,
}

/// A step of a goal.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct SharedStep {
    /// Its id.
    pub id: RecordId,
    /// What to do.
    pub text: String,
    /// Where it stands.
    pub status: StepStatus,
    /// The day it is due.
    #[serde(skip_serializing_if = "Option::is_none", serialize_with = "wire::day")]
    pub due: Option<NaiveDate>,
    /// The day it was done.
    #[serde(skip_serializing_if = "Option::is_none", serialize_with = "wire::day")]
    pub done_on: Option<NaiveDate>,
}

/// A self-check of a goal.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct SharedRating {
    /// Its id.
    pub id: RecordId,
    /// From 0 to 10.
    pub value: u8,
    /// The day it speaks of.
    #[serde(skip_serializing_if = "Option::is_none", serialize_with = "wire::day")]
    pub on: Option<NaiveDate>,
    /// A word on it.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub note: String,
}

/// A journal entry: its day, its title and its text; tags and self-checks only where they were chosen.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct SharedEntry {
    /// Its id.
    pub id: RecordId,
    /// Whose it is.
    pub by: PersonId,
    /// The day it is about.
    #[serde(skip_serializing_if = "Option::is_none", serialize_with = "wire::day")]
    pub date: Option<NaiveDate>,
    /// Its title.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub title: String,
    /// The template it follows.
    #[serde(skip_serializing_if = "wire::is_free")]
    pub template: Template,
    /// The question it answers.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub prompt: String,
    /// The answers to the template's questions.
    #[serde(skip_serializing_if = "Named::is_empty")]
    pub answers: Named<String>,
    /// Everything else that was written.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub text: String,
    /// Its tags.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub tags: Vec<String>,
    /// Its self-checks, 1 to 5.
    #[serde(skip_serializing_if = "Named::is_empty")]
    pub checks: Named<u8>,
    /// The goals it is linked to, of those that are in the file too.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub goals: Vec<RecordId>,
}
item!(SharedEntry, entry::KIND, |it| it.heading());

impl SharedEntry {
    /// Its title, or what is written in it.
    fn heading(&self) -> &str {
        let answers = self.answers.0.iter().map(|(_, answer)| answer.as_str());
        [self.title.as_str()]
            .into_iter()
            .chain(answers)
            .chain([self.text.as_str()])
            .find(|text| !text.is_empty())
            .unwrap_or_default()
    }
}

/// A strategy or a resource that is passed on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct SharedStrategy {
    /// Its id.
    pub id: RecordId,
    /// Who passes it on.
    pub by: PersonId,
    /// What it is.
    pub sort: Sort,
    /// What it is called.
    pub title: String,
    /// How it works.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub text: String,
    /// Where more of it is.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub link: String,
}
item!(SharedStrategy, strategy::KIND, |it| &it.title);

/// Feedback, a question, a thank-you.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct SharedFeedback {
    /// Its id.
    pub id: RecordId,
    /// Who wrote it.
    pub by: PersonId,
    /// What it is for.
    pub nature: Nature,
    /// The words.
    pub text: String,
    /// The day it was written.
    #[serde(skip_serializing_if = "Option::is_none", serialize_with = "wire::day")]
    pub on: Option<NaiveDate>,
    /// What it is about.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub about: Option<About>,
}
item!(SharedFeedback, feedback::KIND, |it| &it.text);

/// A step, a strategy or a resource that is suggested.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct SharedSuggestion {
    /// Its id.
    pub id: RecordId,
    /// Who suggests it.
    pub by: PersonId,
    /// What is suggested.
    pub what: Suggested,
    /// The step, or the name of the strategy or resource.
    pub text: String,
    /// Why, or how.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub note: String,
    /// Where a resource is.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub link: String,
    /// The day it was written.
    #[serde(skip_serializing_if = "Option::is_none", serialize_with = "wire::day")]
    pub on: Option<NaiveDate>,
    /// What it is about.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub about: Option<About>,
}
item!(SharedSuggestion, suggestion::KIND, |it| &it.text);

/// How the sender sees a goal of the recipient.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct SharedView {
    /// Its id.
    pub id: RecordId,
    /// Who sees it so.
    pub by: PersonId,
    /// The goal.
    pub about: About,
    /// From 0 to 10.
    pub value: u8,
    /// The day it speaks of.
    #[serde(skip_serializing_if = "Option::is_none", serialize_with = "wire::day")]
    pub on: Option<NaiveDate>,
    /// A word on it.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub note: String,
}
item!(SharedView, rating::KIND, |it| &it.about.title);

/// What became of something the recipient gave.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct SharedResponse {
    /// Its id.
    pub id: RecordId,
    /// Who responds.
    pub by: PersonId,
    /// What it answers.
    pub about: About,
    /// What became of it.
    pub status: ResponseStatus,
    /// A word back.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub word: String,
    /// The day of the last move.
    #[serde(skip_serializing_if = "Option::is_none", serialize_with = "wire::day")]
    pub on: Option<NaiveDate>,
}
item!(SharedResponse, response::KIND, |it| &it.about.title);
