//! Every edit there is. [`Notebook::apply`] is the one door: what it refuses leaves the notebook as it was.

use chrono::NaiveDate;
use serde_json::Value;

use crate::edit::{Edit, Seen};
use crate::entry;
use crate::field::{EXAMPLE, Field, Rule, SetField, ValueError};
use crate::goal::{self, GoalStatus};
use crate::id::RecordId;
use crate::journal::{self, Remains};
use crate::notebook::Notebook;
use crate::order;
use crate::profile;
use crate::rating;
use crate::record::{Dot, Saw};
use crate::stamp::Stamp;
use crate::step::{self, StepStatus};
use crate::template::Template;
use crate::undo::UndoStep;

/// Everything a person can do to their notebook.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Change {
    /// Write a field: a title, a text, a date, a self-check. `Null` clears it. A draft says what it `saw` when it was
    /// begun, so that what another tab wrote meanwhile is kept beside it.
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
    /// Put a member into a set or take it out: a tag, a linked goal, an area.
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
    /// Leave an entry's page: an entry in which nothing stands goes away. See [`journal::remains`].
    LeaveEntry(RecordId),
    /// Move records to the trash.
    Delete(Vec<RecordId>),
    /// Take records out of the trash.
    Restore(Vec<RecordId>),
    /// Erase records in the trash for good, with what belongs to them. Cannot be taken back.
    Erase(Vec<RecordId>),
    /// Bring in the example.
    AddExample(Vec<ExampleGoal>, Vec<NewEntry>),
    /// Take the example out again: all of it goes to the trash.
    RemoveExample,
}

/// A journal entry as it is begun.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct NewEntry {
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

/// What a change did.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Touched {
    /// The records that are different now.
    pub records: Vec<RecordId>,
    /// The record that was made, where one was (the first, where several were).
    pub created: Option<RecordId>,
    /// The last edit made: what a draft that goes on has seen.
    pub dot: Option<Dot>,
    /// How to take it back.
    pub undo: UndoStep,
}

/// Why a change was refused. Nothing was changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum ChangeError {
    /// The record is not here (any more), or not of the kind the change is for.
    #[error("the record is not here")]
    Missing,
    /// The value does not fit its field.
    #[error(transparent)]
    Value(ValueError),
    /// More tags than an entry takes.
    #[error("more than {0} tags")]
    TooManyTags(usize),
}

impl Change {
    /// What the draft of a text had seen, where this goes on with one: taking back a text takes back its typing.
    /// A choice, such as a date or a status, is taken back on its own.
    pub fn typed_over(&self) -> Option<&Saw> {
        match self {
            Self::Write { field, saw, .. } => field.rule.max_length().map(|_| saw),
            _ => None,
        }
    }
}

impl Notebook {
    /// Makes one change, or refuses it and stays as it was.
    pub fn apply(&mut self, change: Change, stamp: &mut dyn Stamp) -> Result<Touched, ChangeError> {
        let mut edit = Edit::new(self, stamp);
        edit.carry_out(change)?;
        Ok(edit.finish())
    }
}

impl Edit<'_> {
    fn carry_out(&mut self, change: Change) -> Result<(), ChangeError> {
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
            Change::Erase(ids) => ids.into_iter().try_for_each(|id| self.erase_with_parts(id)),
            Change::AddExample(goals, entries) => self.add_example(goals, entries),
            Change::RemoveExample => self.remove_example(),
        }
    }

    fn set(&mut self, id: RecordId, field: Field, text: &str) -> Result<(), ChangeError> {
        let tidied = field.rule.tidy(text);
        let value = if tidied.is_empty() { Value::Null } else { Value::String(tidied) };
        self.write(id, field, value, &Seen::Now)
    }

    fn mark(&mut self, id: RecordId, set: SetField, member: &str, on: bool) -> Result<(), ChangeError> {
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

    fn add_goal(&mut self, title: &str) -> Result<RecordId, ChangeError> {
        let id = self.create(goal::KIND);
        self.set(id, goal::TITLE, title)?;
        self.set(id, goal::STATUS, GoalStatus::Active.word())?;
        let today = self.stamp.today().to_string();
        self.set(id, goal::SET_ON, &today)?;
        Ok(id)
    }

    fn add_step(&mut self, goal: RecordId, text: &str) -> Result<RecordId, ChangeError> {
        self.expect_kind(goal, goal::KIND)?;
        let id = self.create(step::KIND);
        self.set(id, step::TEXT, text)?;
        self.set(id, step::GOAL, &goal.to_string())?;
        self.set(id, step::STATUS, StepStatus::Todo.word())?;
        let others = self.plan(goal, id);
        self.place(id, &others, others.len())?;
        Ok(id)
    }

    fn set_step_status(&mut self, id: RecordId, status: StepStatus) -> Result<(), ChangeError> {
        self.expect_kind(id, step::KIND)?;
        self.set(id, step::STATUS, status.word())?;
        let done_on = if status == StepStatus::Done { self.stamp.today().to_string() } else { String::new() };
        self.set(id, step::DONE_ON, &done_on)
    }

    fn move_step(&mut self, id: RecordId, to: usize) -> Result<(), ChangeError> {
        let goal = self.record(id)?.reference(step::GOAL).ok_or(ChangeError::Missing)?;
        let others = self.plan(goal, id);
        self.place(id, &others, to.min(others.len()))
    }

    /// The plan's steps without `id`, in order, as ids and places; steps made in this same edit included.
    fn plan(&self, goal: RecordId, id: RecordId) -> Vec<(RecordId, String)> {
        let steps = self.steps_in_the_making(goal);
        steps.into_iter().filter(|(step, _)| *step != id).collect()
    }

    /// Puts a step between its new neighbours. Where they leave no room (two copies chose one place) or places have
    /// grown long, the whole plan is numbered anew.
    fn place(&mut self, id: RecordId, others: &[(RecordId, String)], to: usize) -> Result<(), ChangeError> {
        let before = to.checked_sub(1).map(|i| others[i].1.as_str());
        let after = others.get(to).map(|(_, place)| place.as_str());
        if let Some(place) =
            order::between(before, after).filter(|place| place.len() <= order::MAX_LENGTH / 4)
        {
            return self.set(id, step::ORDER, &place);
        }
        let mut ids: Vec<_> = others.iter().map(|(step, _)| *step).collect();
        ids.insert(to, id);
        let places = order::spread(ids.len());
        ids.into_iter().zip(&places).try_for_each(|(step, place)| self.set(step, step::ORDER, place))
    }

    fn rate_goal(
        &mut self,
        goal: RecordId,
        value: u8,
        on: NaiveDate,
        note: &str,
    ) -> Result<RecordId, ChangeError> {
        self.expect_kind(goal, goal::KIND)?;
        let id = self.create(rating::KIND);
        self.write(id, rating::VALUE, value.into(), &Seen::Now)?;
        self.set(id, rating::GOAL, &goal.to_string())?;
        self.set(id, rating::ON, &on.to_string())?;
        self.set(id, rating::NOTE, note)?;
        let me = self.notebook.me().to_string();
        self.set(id, rating::RATED_BY, &me)?;
        Ok(id)
    }

    pub(crate) fn add_entry(&mut self, new: &NewEntry) -> Result<RecordId, ChangeError> {
        let id = self.create(entry::KIND);
        self.fill_entry(id, new)?;
        Ok(id)
    }

    pub(crate) fn fill_entry(&mut self, id: RecordId, new: &NewEntry) -> Result<(), ChangeError> {
        let date = new.date.unwrap_or_else(|| self.stamp.today());
        self.set(id, entry::DATE, &date.to_string())?;
        self.set(id, entry::TITLE, &new.title)?;
        self.set(id, entry::TEXT, &new.text)?;
        self.set(id, entry::TEMPLATE, if new.template == Template::Free { "" } else { new.template.word() })?;
        self.set(id, entry::PROMPT, &new.prompt)?;
        new.tags.iter().try_for_each(|tag| self.mark(id, entry::TAGS, tag, true))?;
        new.goals.iter().try_for_each(|goal| self.mark(id, entry::GOALS, &goal.to_string(), true))
    }

    fn leave_entry(&mut self, id: RecordId) -> Result<(), ChangeError> {
        self.expect_kind(id, entry::KIND)?;
        let record = self.record(id)?;
        match journal::remains(record) {
            Remains::Emptied if record.is_live() => self.set_deleted(id, true),
            Remains::Nothing => self.erase(id),
            _ => Ok(()),
        }
    }

    fn erase_with_parts(&mut self, id: RecordId) -> Result<(), ChangeError> {
        let parts: Vec<_> = self.notebook.parts_of(id).map(|part| part.id()).collect();
        parts.into_iter().chain([id]).try_for_each(|id| self.erase(id))
    }

    fn add_example(&mut self, goals: Vec<ExampleGoal>, entries: Vec<NewEntry>) -> Result<(), ChangeError> {
        let mut made = Vec::new();
        for goal in goals {
            let id = self.add_goal(&goal.title)?;
            made.push(id);
            self.set(id, goal::WHY, &goal.why)?;
            self.set(id, goal::CRITERION, &goal.criterion)?;
            for (text, status) in goal.steps {
                let step = self.add_step(id, &text)?;
                made.push(step);
                self.set_step_status(step, status)?;
            }
            for (on, value) in goal.ratings {
                made.push(self.rate_goal(id, value, on, "")?);
            }
        }
        let first_goal = made.first().copied();
        for entry in entries {
            let id = self.add_entry(&entry)?;
            made.push(id);
            first_goal.map_or(Ok(()), |goal| self.mark(id, entry::GOALS, &goal.to_string(), true))?;
        }
        made.into_iter().try_for_each(|id| self.write(id, EXAMPLE, Value::Bool(true), &Seen::Now))
    }

    fn remove_example(&mut self) -> Result<(), ChangeError> {
        let ids: Vec<_> = self.notebook.example().map(|record| record.id()).collect();
        ids.into_iter().try_for_each(|id| self.set_deleted(id, true))
    }

    fn expect_kind(&self, id: RecordId, kind: &str) -> Result<(), ChangeError> {
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::stamp::testing::{TestStamp, notebook};

    fn with_goal() -> (Notebook, TestStamp, RecordId) {
        let (mut book, mut stamp) = (notebook(1), TestStamp::new(1));
        let touched = book.apply(Change::AddGoal { title: "  Pass\ncalculus ".into() }, &mut stamp).unwrap();
        (book, stamp, touched.created.unwrap())
    }

    fn add_steps(
        book: &mut Notebook,
        stamp: &mut TestStamp,
        goal: RecordId,
        texts: &[&str],
    ) -> Vec<RecordId> {
        let add = |text: &&str| {
            book.apply(Change::AddStep { goal, text: (*text).into() }, stamp).unwrap().created.unwrap()
        };
        texts.iter().map(add).collect()
    }

    fn plan(book: &Notebook, goal: RecordId) -> Vec<String> {
        book.steps(goal).iter().map(|step| step.text().to_owned()).collect()
    }

    #[test]
    fn a_goal_needs_its_title_alone() {
        let (book, stamp, id) = with_goal();
        let goal = book.goal(id).unwrap();
        assert_eq!((goal.title(), goal.status(), goal.target()), ("Pass calculus", GoalStatus::Active, None));
        assert_eq!(goal.0.day(goal::SET_ON), Some(stamp.today));
    }

    #[test]
    fn a_refused_change_leaves_the_notebook_as_it_was() {
        let (mut book, mut stamp, goal) = with_goal();
        let before = book.clone();
        let refused = [
            Change::AddGoal { title: " \n".into() },
            Change::AddGoal { title: "x".repeat(201) },
            Change::AddStep { goal, text: String::new() },
            Change::AddStep { goal: RecordId::new(uuid::Uuid::nil()), text: "x".into() },
            Change::RateGoal { goal, value: 11, on: stamp.today, note: String::new() },
            Change::Write { id: goal, field: goal::TITLE, value: Value::Null, saw: Saw::default() },
            Change::Write { id: goal, field: entry::TEXT, value: "x".into(), saw: Saw::default() },
            Change::Write { id: goal, field: goal::TARGET, value: "soon".into(), saw: Saw::default() },
            Change::AddEntry(NewEntry { text: "x".repeat(entry::TEXT_MAX + 1), ..NewEntry::default() }),
            Change::AddEntry(NewEntry { tags: vec!["ok".into(), "y".repeat(61)], ..NewEntry::default() }),
            Change::Delete(vec![goal, RecordId::new(uuid::Uuid::nil())]),
        ];
        for change in refused {
            assert!(book.apply(change.clone(), &mut stamp).is_err(), "{change:?}");
            assert_eq!(book, before);
        }
    }

    #[test]
    fn steps_keep_their_order_and_move() {
        let (mut book, mut stamp, goal) = with_goal();
        let ids = add_steps(&mut book, &mut stamp, goal, &["a", "b", "c"]);
        book.apply(Change::MoveStep { id: ids[2], to: 0 }, &mut stamp).unwrap();
        assert_eq!(plan(&book, goal), ["c", "a", "b"]);
        let moved = book.apply(Change::MoveStep { id: ids[2], to: 99 }, &mut stamp).unwrap();
        assert_eq!(plan(&book, goal), ["a", "b", "c"]);
        assert_eq!(moved.records, [ids[2]]);
    }

    #[test]
    fn steps_that_two_copies_put_in_one_place_can_still_be_parted() {
        let (mut here, mut stamp, goal) = with_goal();
        let mut there = here.clone();
        add_steps(&mut here, &mut stamp, goal, &["a"]);
        add_steps(&mut there, &mut TestStamp::new(2), goal, &["b"]);
        for record in there.records() {
            here.join(record).unwrap();
        }
        let third = add_steps(&mut here, &mut stamp, goal, &["c"])[0];
        here.apply(Change::MoveStep { id: third, to: 1 }, &mut stamp).unwrap();
        assert_eq!(plan(&here, goal), ["a", "c", "b"]);
    }

    #[test]
    fn hundreds_of_moves_to_one_spot_keep_places_short() {
        let (mut book, mut stamp, goal) = with_goal();
        let ids = add_steps(&mut book, &mut stamp, goal, &["a", "b", "c", "d"]);
        for i in 0..600 {
            book.apply(Change::MoveStep { id: ids[i % 3], to: 1 }, &mut stamp).unwrap();
        }
        assert!(book.steps(goal).iter().all(|step| step.place().0.len() <= order::MAX_LENGTH / 4));
    }

    #[test]
    fn a_step_knows_the_day_it_was_done() {
        let (mut book, mut stamp, goal) = with_goal();
        let id = add_steps(&mut book, &mut stamp, goal, &["a"])[0];
        book.apply(Change::SetStepStatus { id, status: StepStatus::Done }, &mut stamp).unwrap();
        assert_eq!(book.step(id).unwrap().done_on(), Some(stamp.today));
        book.apply(Change::SetStepStatus { id, status: StepStatus::Todo }, &mut stamp).unwrap();
        assert_eq!(book.step(id).unwrap().done_on(), None);
    }

    #[test]
    fn a_draft_keeps_what_another_tab_wrote_meanwhile() {
        let (mut book, mut stamp, id) = with_goal();
        let saw = book.record(id).unwrap().saw("title");
        let write =
            |title: &str| Change::Write { id, field: goal::TITLE, value: title.into(), saw: saw.clone() };
        book.apply(write("from another tab"), &mut TestStamp::new(2)).unwrap();
        book.apply(write("from the draft"), &mut stamp).unwrap();
        let goal = book.goal(id).unwrap();
        let others = goal.0.others(goal::TITLE);
        let mut titles = vec![goal.title(), others[0].value.as_str().unwrap()];
        titles.sort_unstable();
        assert_eq!(titles, ["from another tab", "from the draft"]);
    }

    #[test]
    fn typing_goes_on_and_choosing_does_not() {
        let (book, _, id) = with_goal();
        let saw = book.record(id).unwrap().saw("title");
        let write = |field, value: &str| Change::Write { id, field, value: value.into(), saw: saw.clone() };
        assert_eq!(write(goal::WHY, "Fun").typed_over(), Some(&saw));
        assert_eq!(write(goal::STATUS, "done").typed_over(), None);
        assert_eq!(write(goal::TARGET, "2026-12-01").typed_over(), None);
    }

    #[test]
    fn an_edit_that_changes_nothing_leaves_no_trace() {
        let (mut book, mut stamp, id) = with_goal();
        let saw = book.record(id).unwrap().saw("title");
        let same = Change::Write { id, field: goal::TITLE, value: "Pass calculus".into(), saw };
        assert_eq!(book.apply(same, &mut stamp).unwrap(), Touched::default());
        let clear = Change::Write { id, field: goal::WHY, value: Value::Null, saw: Saw::default() };
        assert_eq!(book.apply(clear, &mut stamp).unwrap(), Touched::default());
    }

    #[test]
    fn an_entry_takes_tags_and_goals_but_no_more_than_its_maximum() {
        let (mut book, mut stamp, goal) = with_goal();
        let tags = (0..entry::TAGS_MAX).map(|i| i.to_string()).collect();
        let new = NewEntry { tags, goals: vec![goal], ..NewEntry::default() };
        let id = book.apply(Change::AddEntry(new), &mut stamp).unwrap().created.unwrap();
        assert_eq!(book.entries_about(goal).len(), 1);
        let tag = |member: &str, on| Change::Mark { id, set: entry::TAGS, member: member.into(), on };
        let one_more = book.apply(tag("more", true), &mut stamp);
        assert_eq!(one_more, Err(ChangeError::TooManyTags(entry::TAGS_MAX)));
        book.apply(tag("0", false), &mut stamp).unwrap();
        book.apply(tag("more", true), &mut stamp).unwrap();
        assert_eq!(book.entry(id).unwrap().tags().count(), entry::TAGS_MAX);
    }

    #[test]
    fn erasing_a_goal_takes_its_steps_and_ratings_along() {
        let (mut book, mut stamp, goal) = with_goal();
        add_steps(&mut book, &mut stamp, goal, &["a"]);
        let rating = Change::RateGoal { goal, value: 3, on: stamp.today, note: String::new() };
        book.apply(rating, &mut stamp).unwrap();
        book.apply(Change::Delete(vec![goal]), &mut stamp).unwrap();
        book.apply(Change::Erase(vec![goal]), &mut stamp).unwrap();
        assert!(book.records().all(|record| record.is_erased()));
    }

    #[test]
    fn nothing_is_added_to_a_goal_that_was_erased() {
        let (mut book, mut stamp, goal) = with_goal();
        book.apply(Change::Erase(vec![goal]), &mut stamp).unwrap();
        let step = Change::AddStep { goal, text: "a".into() };
        let rating = Change::RateGoal { goal, value: 3, on: stamp.today, note: String::new() };
        assert_eq!(book.apply(step, &mut stamp), Err(ChangeError::Missing));
        assert_eq!(book.apply(rating, &mut stamp), Err(ChangeError::Missing));
        assert_eq!(book.records().len(), 1);
    }

    #[test]
    fn the_example_comes_and_goes_in_one_change_each() {
        let (mut book, mut stamp) = (notebook(1), TestStamp::new(1));
        let goal = ExampleGoal {
            title: "Join a club".into(),
            steps: vec![("Look at the list".into(), StepStatus::Done), ("Go once".into(), StepStatus::Todo)],
            ratings: vec![(stamp.today, 4)],
            ..ExampleGoal::default()
        };
        let entry = NewEntry { text: "It rained.".into(), ..NewEntry::default() };
        book.apply(Change::AddExample(vec![goal], vec![entry]), &mut stamp).unwrap();
        assert!(book.is_untouched() && book.example().count() == 5);
        let removed = book.apply(Change::RemoveExample, &mut stamp).unwrap();
        assert_eq!((book.example().count(), book.trash().len()), (0, 5));
        book.undo(&removed.undo, &mut stamp);
        assert_eq!(book.example().count(), 5);
    }

    #[test]
    fn naming_oneself_makes_the_profile_and_undo_takes_the_name_back() {
        let (mut book, mut stamp) = (notebook(1), TestStamp::new(1));
        let id = profile::profile_id(book.me());
        let write = Change::Write { id, field: profile::NAME, value: "Ana".into(), saw: Saw::default() };
        let named = book.apply(write, &mut stamp).unwrap();
        assert_eq!(book.name(), "Ana");
        for change in [Change::Delete(vec![id]), Change::Erase(vec![id])] {
            assert_eq!(book.apply(change, &mut stamp), Err(ChangeError::Missing));
        }
        book.undo(&named.undo, &mut stamp);
        assert_eq!((book.name(), book.trash().len()), ("", 0));
    }
}
