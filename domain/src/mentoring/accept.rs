//! Accepting a suggestion: a step, a strategy or a resource becomes mine, and the other is told.

use super::response::{self, ResponseStatus};
use super::share::{Item as _, SharedSuggestion};
use super::suggestion;
use crate::about::About;
use crate::edit::{ChangeError, Edit};
use crate::id::RecordId;
use crate::notebook::Notebook;
use crate::{goal, step};

/// Where an accepted step goes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Into {
    /// Into a goal of mine, which comes out of the trash if it rests there.
    Goal(RecordId),
    /// Into a new goal of that title.
    NewGoal(String),
    /// Nowhere: it is no step.
    Card,
}

impl Notebook {
    /// Where a suggestion would go by itself: into the goal it is about, or a new one where that is gone for good.
    pub fn place_of(&self, suggestion: &SharedSuggestion) -> Into {
        if suggestion.what.card().is_some() {
            return Into::Card;
        }
        let goal = suggestion.about.as_ref().filter(|about| about.kind == goal::KIND);
        match goal {
            Some(about) if self.has_goal(about.id) => Into::Goal(about.id),
            Some(about) if !about.title.trim().is_empty() => Into::NewGoal(about.title.clone()),
            _ => Into::NewGoal(suggestion.text.chars().take(200).collect()),
        }
    }

    /// Whether a goal is here or in the trash.
    fn has_goal(&self, id: RecordId) -> bool {
        self.record(id).is_some_and(|record| record.kind() == goal::KIND && !record.is_erased())
    }
}

impl Edit<'_> {
    pub(super) fn accept(
        &mut self,
        with: RecordId,
        suggestion: &SharedSuggestion,
        into: Into,
    ) -> Result<(), ChangeError> {
        let from = self.record(with)?.text(super::relationship::NAME).to_owned();
        let origin = (from.as_str(), Some(suggestion.id));
        let made = match suggestion.what.card() {
            Some(sort) => {
                self.add_strategy(&suggestion.text, sort, &suggestion.note, &suggestion.link, origin)?
            }
            None => self.accept_step(suggestion, into, &from)?,
        };
        let about = About::new(suggestion::KIND, suggestion.id, suggestion.title());
        let response = self.respond(with, &about, Some(ResponseStatus::Accepted), None)?;
        self.set(response, response::MADE, &made.to_string())
    }

    fn accept_step(
        &mut self,
        suggestion: &SharedSuggestion,
        into: Into,
        from: &str,
    ) -> Result<RecordId, ChangeError> {
        let goal = match into {
            Into::Goal(id) => {
                self.expect_kind(id, goal::KIND)?;
                self.set_deleted(id, false)?;
                id
            }
            Into::NewGoal(title) => self.add_goal(&title)?,
            Into::Card => return Err(ChangeError::Missing),
        };
        let step = self.add_step(goal, &suggestion.text)?;
        self.set(step, step::FROM, from)?;
        self.set(step, step::ORIGIN, &suggestion.id.to_string())?;
        Ok(step)
    }
}
