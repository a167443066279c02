//! Every edit there is. [`Notebook::apply`] is the one door: what it refuses leaves the notebook as it was.

mod entries;
mod example;
mod goals;
#[cfg(test)]
mod tests;

use chrono::NaiveDate;
use serde_json::Value;

pub use crate::edit::{ChangeError, Touched};

use crate::edit::{Deed, Edit, Seen};
use crate::entry;
use crate::field::{Field, Rule, SetField};
use crate::id::RecordId;
use crate::profile;
use crate::record::Saw;
use crate::step::StepStatus;
use crate::template::Template;

/// Everything a person can do to their notebook.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Change {
    /// Write a field: a title, a text, a date, a self-check. `Null` clears it. `saw` names the versions that the draft
    /// had seen when it was begun, so that what another tab wrote in the meantime is kept next to it.
    Write {
        /// The record.
        id: RecordId,
        /// Which field of it.
        field: Field,
        /// The new value.
        value: Value,
        /// The versions the writer saw.
        saw: Saw,
    },
    /// Add a member to a set or remove it: a tag, a linked goal, an area.
    Mark {
        /// The record.
        id: RecordId,
        /// Which set of it.
        set: SetField,
        /// The member.
        member: String,
        /// In or out.
        on: bool,
    },
    /// Set a goal, by its title alone.
    AddGoal {
        /// What it is called.
        title: String,
    },
    /// Add a step at the end of a goal's plan.
    AddStep {
        /// The goal.
        goal: RecordId,
        /// What to do.
        text: String,
    },
    /// Tick, skip or reopen a step.
    SetStepStatus {
        /// The step.
        id: RecordId,
        /// Where it stands now.
        status: StepStatus,
    },
    /// Move a step to another place in its plan.
    MoveStep {
        /// The step.
        id: RecordId,
        /// Its index among the plan's steps afterwards.
        to: usize,
    },
    /// Rate a goal.
    RateGoal {
        /// The goal.
        goal: RecordId,
        /// 0 to 10.
        value: u8,
        /// The day it speaks of.
        on: NaiveDate,
        /// A word on it; may be empty.
        note: String,
    },
    /// Begin a journal entry.
    AddEntry(NewEntry),
    /// Leave an entry's page: an entry with nothing in it goes away. See [`journal::remains`].
    LeaveEntry(RecordId),
    /// Move records to the trash.
    Delete(Vec<RecordId>),
    /// Take records out of the trash.
    Restore(Vec<RecordId>),
    /// Erase records in the trash for good, with what belongs to them. Cannot be undone.
    Erase(Vec<RecordId>),
    /// Bring in the example.
    AddExample(Vec<ExampleGoal>, Vec<NewEntry>),
    /// Take the example out again: all of it goes to the trash.
    RemoveExample,
}

/// A journal entry as it is begun.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct NewEntry {
    /// Its id, where it has one already: it was begun before the app was there.
    pub id: Option<RecordId>,
    /// The day it is about; today where none is given.
    pub date: Option<NaiveDate>,
    /// Its title; may be empty.
    pub title: String,
    /// What is written so far; may be empty.
    pub text: String,
    /// The template it follows.
    pub template: Template,
    /// The question it answers; may be empty.
    pub prompt: String,
    /// Tags.
    pub tags: Vec<String>,
    /// Goals it is linked to.
    pub goals: Vec<RecordId>,
}

/// A goal of the example. Its sentences come from the caller, in the reader's language.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ExampleGoal {
    /// What it is called.
    pub title: String,
    /// Why it matters.
    pub why: String,
    /// How one will know.
    pub criterion: String,
    /// Its steps and where each stands.
    pub steps: Vec<(String, StepStatus)>,
    /// Ratings: the day and the value.
    pub ratings: Vec<(NaiveDate, u8)>,
}

impl Deed for Change {
    fn carry_out(self, edit: &mut Edit<'_>) -> Result<(), ChangeError> {
        edit.make(self)
    }

    /// A choice, such as a date or a status, is undone on its own.
    fn typed_over(&self) -> Option<&Saw> {
        match self {
            Self::Write { field, saw, .. } => field.rule.max_length().map(|_| saw),
            _ => None,
        }
    }
}

impl Edit<'_> {
    fn make(&mut self, change: Change) -> Result<(), ChangeError> {
        match change {
            Change::Write { id, field, value, saw } => {
                self.ensure_profile(id);
                self.write(id, field, tidy(field.rule, value), &Seen::Draft(&saw))
            }
            Change::Mark { id, set, member, on } => self.mark(id, set, &member, on),
            Change::AddGoal { title } => self.add_goal(&title).map(drop),
            Change::AddStep { goal, text } => self.add_step(goal, &text).map(drop),
            Change::SetStepStatus { id, status } => self.set_step_status(id, status),
            Change::MoveStep { id, to } => self.move_step(id, to),
            Change::RateGoal { goal, value, on, note } => self.rate_goal(goal, value, on, &note).map(drop),
            Change::AddEntry(entry) => self.add_entry(&entry).map(drop),
            Change::LeaveEntry(id) => self.leave_entry(id),
            Change::Delete(ids) => ids.into_iter().try_for_each(|id| self.set_deleted(id, true)),
            Change::Restore(ids) => ids.into_iter().try_for_each(|id| self.set_deleted(id, false)),
            Change::Erase(ids) => {
                ids.into_iter().try_for_each(|id| self.erase_with_parts(id))?;
                self.never_take_back();
                Ok(())
            }
            Change::AddExample(goals, entries) => self.add_example(goals, entries),
            Change::RemoveExample => self.remove_example(),
        }
    }

    pub(crate) fn set(&mut self, id: RecordId, field: Field, text: &str) -> Result<(), ChangeError> {
        let tidied = field.rule.tidy(text);
        let value = if tidied.is_empty() { Value::Null } else { Value::String(tidied) };
        self.write(id, field, value, &Seen::Now)
    }

    pub(crate) fn mark(
        &mut self,
        id: RecordId,
        set: SetField,
        member: &str,
        on: bool,
    ) -> Result<(), ChangeError> {
        self.ensure_profile(id);
        let member = set.member.tidy(member);
        let record = self.record(id)?;
        if record.kind() != set.kind {
            return Err(ChangeError::Missing);
        }
        let tags = record.members(set).count();
        if on && set == entry::TAGS && tags >= entry::TAGS_MAX && record.members(set).all(|tag| tag != member)
        {
            return Err(ChangeError::TooManyTags(entry::TAGS_MAX));
        }
        let name = format!("{}{member}", set.prefix);
        if !on && record.value(&name).is_none() {
            return Ok(());
        }
        self.write_named(id, &name, Value::Bool(on), &Seen::Now)
    }
    fn erase_with_parts(&mut self, id: RecordId) -> Result<(), ChangeError> {
        self.hand_on(id)?;
        let parts: Vec<_> = self.notebook.parts_of(id).map(|part| part.id()).collect();
        parts.into_iter().chain([id]).try_for_each(|id| self.erase(id))
    }

    pub(crate) fn expect_kind(&self, id: RecordId, kind: &str) -> Result<(), ChangeError> {
        let record = self.record(id)?;
        let fits = record.kind() == kind && !record.is_erased();
        fits.then_some(()).ok_or(ChangeError::Missing)
    }

    fn ensure_profile(&mut self, id: RecordId) {
        if id == profile::profile_id(self.notebook.me()) && self.record(id).is_err() {
            self.open_blank(id, profile::KIND);
        }
    }
}

fn tidy(rule: Rule, value: Value) -> Value {
    match value {
        Value::String(text) => match rule.tidy(&text) {
            tidied if tidied.is_empty() => Value::Null,
            tidied => Value::String(tidied),
        },
        other => other,
    }
}
