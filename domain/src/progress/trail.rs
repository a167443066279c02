//! How far along its trail a goal is.

use crate::id::RecordId;
use crate::notebook::Notebook;
use crate::step::StepStatus;

/// How many steps of a goal stand where.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Trail {
    /// Done.
    pub done: usize,
    /// Left out, on purpose.
    pub skipped: usize,
    /// Still to do, begun or not.
    pub open: usize,
}

impl Trail {
    /// All steps.
    pub const fn all(self) -> usize {
        self.done + self.skipped + self.open
    }

    /// The steps to be taken at all: those left out do not count.
    pub const fn counting(self) -> usize {
        self.done + self.open
    }
}

/// How a step is drawn on the trail.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TrailMark {
    /// Done.
    Done,
    /// Left out, on purpose.
    Skipped,
    /// The first one still to do: this is where one stands.
    Now,
    /// Further ahead.
    Ahead,
}

impl Notebook {
    /// The steps of a goal in their order, each with its mark.
    pub fn trail_marks(&self, goal: RecordId) -> Vec<(RecordId, TrailMark)> {
        let mut open = [TrailMark::Now].into_iter();
        let marked = self.steps(goal).into_iter().map(|step| {
            let mark = match step.status() {
                StepStatus::Done => TrailMark::Done,
                StepStatus::Skipped => TrailMark::Skipped,
                StepStatus::Todo | StepStatus::Doing => open.next().unwrap_or(TrailMark::Ahead),
            };
            (step.id(), mark)
        });
        marked.collect()
    }

    /// How many steps of a goal are done, left out and open.
    pub fn trail(&self, goal: RecordId) -> Trail {
        let mut trail = Trail::default();
        for step in self.all_steps().filter(|step| step.goal() == Some(goal)) {
            match step.status() {
                StepStatus::Done => trail.done += 1,
                StepStatus::Skipped => trail.skipped += 1,
                StepStatus::Todo | StepStatus::Doing => trail.open += 1,
            }
        }
        trail
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::change::Change;
    use crate::stamp::testing::{TestStamp, notebook};

    #[test]
    fn steps_are_counted_by_where_they_stand() {
        let (mut book, mut stamp) = (notebook(1), TestStamp::new(1));
        let mut add = |book: &mut Notebook, change| book.apply(change, &mut stamp).unwrap().created;
        let goal = add(&mut book, Change::AddGoal { title: "Swim".into() }).unwrap();
        let other = add(&mut book, Change::AddGoal { title: "Read".into() }).unwrap();
        add(&mut book, Change::AddStep { goal: other, text: "elsewhere".into() });
        let statuses =
            [StepStatus::Todo, StepStatus::Doing, StepStatus::Done, StepStatus::Skipped, StepStatus::Done];
        for status in statuses {
            let id = add(&mut book, Change::AddStep { goal, text: "x".into() }).unwrap();
            add(&mut book, Change::SetStepStatus { id, status });
        }
        let trail = book.trail(goal);
        assert_eq!(trail, Trail { done: 2, skipped: 1, open: 2 });
        assert_eq!((trail.all(), trail.counting()), (5, 4));
    }

    #[test]
    fn one_stands_at_the_first_step_that_is_still_to_do() {
        let (mut book, mut stamp) = (notebook(1), TestStamp::new(1));
        let mut add = |book: &mut Notebook, change| book.apply(change, &mut stamp).unwrap().created;
        let goal = add(&mut book, Change::AddGoal { title: "Swim".into() }).unwrap();
        let statuses =
            [StepStatus::Done, StepStatus::Skipped, StepStatus::Doing, StepStatus::Done, StepStatus::Todo];
        let ids = statuses.map(|status| {
            let id = add(&mut book, Change::AddStep { goal, text: "x".into() }).unwrap();
            add(&mut book, Change::SetStepStatus { id, status });
            id
        });
        let marks = [TrailMark::Done, TrailMark::Skipped, TrailMark::Now, TrailMark::Done, TrailMark::Ahead];
        assert_eq!(book.trail_marks(goal), ids.into_iter().zip(marks).collect::<Vec<_>>());
    }
}
