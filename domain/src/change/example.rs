//! The example that one can begin with: it comes and goes as a whole.

use serde_json::Value;

use super::{ChangeError, ExampleGoal, NewEntry};
use crate::edit::{Edit, Seen};
use crate::entry;
use crate::field::EXAMPLE;
use crate::goal;

impl Edit<'_> {
    pub(crate) fn add_example(
        &mut self,
        goals: Vec<ExampleGoal>,
        entries: Vec<NewEntry>,
    ) -> Result<(), ChangeError> {
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

    pub(crate) fn remove_example(&mut self) -> Result<(), ChangeError> {
        let ids: Vec<_> = self.notebook.example().map(|record| record.id()).collect();
        ids.into_iter().try_for_each(|id| self.set_deleted(id, true))
    }
}
