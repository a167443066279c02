//! How far along its trail a goal is.

use crate::by_id::ById;
use crate::id::RecordId;
use crate::notebook::Notebook;
use crate::sorting::sort_by;
use crate::step::{Step, StepStatus};

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

impl FromIterator<TrailMark> for Trail {
    fn from_iter<I: IntoIterator<Item = TrailMark>>(marks: I) -> Self {
        let mut trail = Self::default();
        for mark in marks {
            match mark {
                TrailMark::Done => trail.done += 1,
                TrailMark::Skipped => trail.skipped += 1,
                TrailMark::Now | TrailMark::Ahead => trail.open += 1,
            }
        }
        trail
    }
}

impl Notebook {
    /// The steps of a goal in their order, each with its mark.
    pub fn trail_marks(&self, goal: RecordId) -> Vec<(RecordId, TrailMark)> {
        let steps = self.steps(goal);
        steps.iter().map(Step::id).zip(marks(&steps)).collect()
    }

    /// The marks of every goal that has steps, in their order.
    pub fn all_trails(&self) -> ById<Vec<TrailMark>> {
        self.plans().iter().map(|(goal, steps)| (goal, marks(steps))).collect()
    }

    /// The steps of every goal that has some, in their order.
    pub(super) fn plans(&self) -> ById<Vec<Step>> {
        let mut steps: Vec<_> = self.all_steps().filter_map(|step| Some((step.goal()?, step))).collect();
        sort_by(&mut steps, |(goal, a), (other, b)| goal.cmp(other).then_with(|| a.place().cmp(&b.place())));
        let plans = steps.chunk_by(|(goal, _), (other, _)| goal == other);
        plans.map(|plan| (plan[0].0, plan.iter().map(|(_, step)| step.clone()).collect())).collect()
    }
}

fn marks(in_order: &[Step]) -> Vec<TrailMark> {
    let mut open = [TrailMark::Now].into_iter();
    let mark = |step: &Step| match step.status() {
        StepStatus::Done => TrailMark::Done,
        StepStatus::Skipped => TrailMark::Skipped,
        StepStatus::Todo | StepStatus::Doing => open.next().unwrap_or(TrailMark::Ahead),
    };
    in_order.iter().map(mark).collect()
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
        let trail: Trail = book.trail_marks(goal).into_iter().map(|(_, mark)| mark).collect();
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

    #[test]
    fn all_trails_are_what_each_goal_says_of_its_own() {
        let (mut book, mut stamp) = (notebook(1), TestStamp::new(1));
        let mut add = |book: &mut Notebook, change| book.apply(change, &mut stamp).unwrap().created;
        let goals = ["Swim", "Read", "Rest"]
            .map(|title| add(&mut book, Change::AddGoal { title: title.into() }).unwrap());
        let statuses = [StepStatus::Todo, StepStatus::Done, StepStatus::Skipped, StepStatus::Doing];
        for (goal, count) in goals.into_iter().zip([4, 2, 0]) {
            for status in &statuses[..count] {
                let id = add(&mut book, Change::AddStep { goal, text: "x".into() }).unwrap();
                add(&mut book, Change::SetStepStatus { id, status: *status });
                add(&mut book, Change::MoveStep { id, to: 0 });
            }
        }
        let all = book.all_trails();
        let of = |goal| book.trail_marks(goal).into_iter().map(|(_, mark)| mark).collect::<Vec<_>>();
        assert_eq!(goals.map(|goal| all.get(goal).map(Vec::len)), [Some(4), Some(2), None]);
        assert!(all.iter().all(|(goal, marks)| *marks == of(goal)));
    }
}
