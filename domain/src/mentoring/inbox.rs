//! What others gave me and I have not answered yet; and what was given on one thing of mine.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use super::Relationship;
use super::received::{self, Received};
use super::response::Response;
use super::share::{Item as _, SharedFeedback, SharedSuggestion, SharedView};
use super::theirs::{Copied, Standing};
use crate::id::RecordId;
use crate::notebook::Notebook;

/// Something a person gave me.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Given {
    /// Feedback, a question, a thank-you.
    Feedback(SharedFeedback),
    /// A suggestion.
    Suggestion(SharedSuggestion),
}

/// Something given, by whom, and what I said to it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Waiting {
    /// Who gave it.
    pub relationship: Relationship,
    /// What it is.
    pub given: Given,
    /// My response; nothing while there is none: received.
    pub response: Option<Response>,
    /// How it stands to their latest file.
    pub standing: Standing,
}

/// How someone sees a goal of mine.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Seen {
    /// Who.
    pub relationship: Relationship,
    /// How.
    pub view: SharedView,
}

impl Given {
    /// Its id.
    pub fn id(&self) -> RecordId {
        match self {
            Self::Feedback(one) => one.id,
            Self::Suggestion(one) => one.id,
        }
    }

    /// All of it, as compact JSON.
    pub fn json(&self) -> String {
        match self {
            Self::Feedback(one) => one.json(),
            Self::Suggestion(one) => one.json(),
        }
    }

    /// The day it was written.
    pub fn on(&self) -> Option<NaiveDate> {
        match self {
            Self::Feedback(one) => one.on,
            Self::Suggestion(one) => one.on,
        }
    }

    /// The thing of mine it is about.
    pub fn about(&self) -> Option<&super::About> {
        match self {
            Self::Feedback(one) => one.about.as_ref(),
            Self::Suggestion(one) => one.about.as_ref(),
        }
    }
}

impl Notebook {
    /// Everything that was given to me, person by person.
    pub fn given(&self) -> Vec<Waiting> {
        self.givers().flat_map(|relationship| self.given_by(&relationship)).collect()
    }

    /// The people from whom a file came. Most gave none, so nobody looks through all records for each of them.
    fn givers(&self) -> impl Iterator<Item = Relationship> {
        let came = self.of_kind(received::KIND).cloned().map(Received);
        let with: BTreeSet<RecordId> = came.filter_map(|file| file.with()).collect();
        self.relationships().into_iter().filter(move |one| with.contains(&one.id()))
    }

    /// What one person gave me.
    pub fn given_by(&self, relationship: &Relationship) -> Vec<Waiting> {
        let theirs = self.of_person(relationship).given();
        let waiting = |given: Given, standing| Waiting {
            relationship: relationship.clone(),
            response: self.response_about(relationship.id(), given.id()),
            given,
            standing,
        };
        let feedback = theirs.feedback.iter().cloned();
        let feedback = feedback.map(|Copied { item, standing }| (Given::Feedback(item), standing));
        let suggestions = theirs.suggestions.iter().cloned();
        let suggestions = suggestions.map(|Copied { item, standing }| (Given::Suggestion(item), standing));
        feedback.chain(suggestions).map(|(given, standing)| waiting(given, standing)).collect()
    }

    /// What was given and waits for an answer.
    pub fn inbox(&self) -> Vec<Waiting> {
        self.given().into_iter().filter(|one| one.response.is_none()).collect()
    }

    /// What was given on one thing of mine, or on a part of it.
    pub fn given_about(&self, id: RecordId) -> Vec<Waiting> {
        let mut parts: BTreeSet<RecordId> = self.parts_of(id).map(|part| part.id()).collect();
        parts.insert(id);
        let is_part = |one: &Waiting| one.given.about().is_some_and(|about| parts.contains(&about.id));
        self.given().into_iter().filter(is_part).collect()
    }

    /// How others see a goal of mine, in the order they said so.
    pub fn seen_by_others(&self, goal: RecordId) -> Vec<Seen> {
        let all = self.givers().flat_map(|relationship| {
            let views = self.of_person(&relationship).given().views.clone();
            views.into_iter().map(move |copy| Seen { relationship: relationship.clone(), view: copy.item })
        });
        let mut seen: Vec<_> = all.filter(|seen| seen.view.about.id == goal).collect();
        crate::sorting::sort_by_key(&mut seen, |seen| (seen.view.on, seen.view.id));
        seen
    }
}
