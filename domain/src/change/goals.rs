//! Edits of goals: setting one, its plan of steps, its ratings.

use chrono::NaiveDate;

use super::ChangeError;
use crate::edit::{Edit, Seen};
use crate::goal::{self, GoalStatus};
use crate::id::RecordId;
use crate::order;
use crate::rating;
use crate::step::{self, StepStatus};

impl Edit<'_> {
    pub(crate) fn add_goal(&mut self, title: &str) -> Result<RecordId, ChangeError> {
        let id = self.create(goal::KIND);
        self.set(id, goal::TITLE, title)?;
        self.set(id, goal::STATUS, GoalStatus::Active.word())?;
        let today = self.stamp.today().to_string();
        self.set(id, goal::SET_ON, &today)?;
        Ok(id)
    }

    pub(crate) fn add_step(&mut self, goal: RecordId, text: &str) -> Result<RecordId, ChangeError> {
        self.expect_kind(goal, goal::KIND)?;
        let id = self.create(step::KIND);
        self.set(id, step::TEXT, text)?;
        self.set(id, step::GOAL, &goal.to_string())?;
        self.set(id, step::STATUS, StepStatus::Todo.word())?;
        let others = self.plan(goal, id);
        self.place(id, &others, others.len())?;
        Ok(id)
    }

    pub(crate) fn set_step_status(&mut self, id: RecordId, status: StepStatus) -> Result<(), ChangeError> {
        self.expect_kind(id, step::KIND)?;
        self.set(id, step::STATUS, status.word())?;
        let done_on = if status == StepStatus::Done { self.stamp.today().to_string() } else { String::new() };
        self.set(id, step::DONE_ON, &done_on)
    }

    pub(crate) fn move_step(&mut self, id: RecordId, to: usize) -> Result<(), ChangeError> {
        let goal = self.record(id)?.reference(step::GOAL).ok_or(ChangeError::Missing)?;
        let others = self.plan(goal, id);
        self.place(id, &others, to.min(others.len()))
    }

    /// The plan's steps without `id`, in order, as ids and places; steps made in this same edit included.
    pub(crate) fn plan(&self, goal: RecordId, id: RecordId) -> Vec<(RecordId, String)> {
        let steps = self.steps_in_the_making(goal);
        steps.into_iter().filter(|(step, _)| *step != id).collect()
    }

    /// Puts a step between its new neighbours. If there is no room between them (two copies chose the same place), or
    /// places have become long, the whole plan is renumbered.
    pub(crate) fn place(
        &mut self,
        id: RecordId,
        others: &[(RecordId, String)],
        to: usize,
    ) -> Result<(), ChangeError> {
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

    pub(crate) fn rate_goal(
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
}
