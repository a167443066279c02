//! Which steps come next, which are overdue, and which have rested for long.

use chrono::NaiveDate;

use crate::goal::{Goal, GoalStatus};
use crate::notebook::Notebook;
use crate::sorting::sort_by_key;
use crate::stamp::At;
use crate::step::Step;

/// A step to take, and the goal it leads to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NextStep {
    /// The step; open.
    pub step: Step,
    /// Its goal; active.
    pub goal: Goal,
    /// Whether its day has passed.
    pub overdue: bool,
}

/// An open step of an active goal that nobody has touched for weeks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RestingStep {
    /// The step.
    pub step: Step,
    /// Its goal.
    pub goal: Goal,
    /// Whole weeks since it was last edited.
    pub weeks: u64,
}

/// A step counts as resting after this many weeks.
const RESTING_WEEKS: u64 = 3;
const WEEK: u64 = 7 * 24 * 60 * 60 * 1_000;

impl Notebook {
    /// The steps to take next in all active goals: those with a day by their day, so overdue ones first; then, of each
    /// goal whose first open step has no day, that step.
    pub fn next_steps(&self, today: NaiveDate) -> Vec<NextStep> {
        let (mut dated, mut undated) = (Vec::new(), Vec::new());
        for (goal, steps) in self.open_plans() {
            for (i, step) in steps.into_iter().enumerate() {
                let due = step.due();
                let next = NextStep { step, goal: goal.clone(), overdue: due.is_some_and(|due| due < today) };
                match due {
                    Some(due) => dated.push((due, next)),
                    None if i == 0 => undated.push(next),
                    None => {}
                }
            }
        }
        // The sort is stable: on one day, plans keep their order and the steps in them theirs.
        sort_by_key(&mut dated, |(due, _)| *due);
        dated.into_iter().map(|(_, next)| next).chain(undated).collect()
    }

    /// The open steps of active goals whose day has passed, the longest overdue first.
    pub fn overdue_steps(&self, today: NaiveDate) -> Vec<NextStep> {
        self.next_steps(today).into_iter().filter(|next| next.overdue).collect()
    }

    /// The open steps of active goals that were not touched for three weeks or more, the longest resting first.
    pub fn resting_steps(&self, now: At) -> Vec<RestingStep> {
        let steps = self
            .open_plans()
            .into_iter()
            .flat_map(|(goal, steps)| steps.into_iter().map(move |step| (goal.clone(), step)));
        let mut resting: Vec<_> = steps
            .filter_map(|(goal, step)| {
                let weeks = now.0.saturating_sub(step.0.edited_at()?.0) / WEEK;
                (weeks >= RESTING_WEEKS).then_some(RestingStep { step, goal, weeks })
            })
            .collect();
        sort_by_key(&mut resting, |resting| resting.step.0.edited_at());
        resting
    }

    /// The active goals, the one set first first, each with its open steps in order.
    fn open_plans(&self) -> Vec<(Goal, Vec<Step>)> {
        let plans = self.plans();
        let mut goals: Vec<_> = self.goals().filter(|goal| goal.status() == GoalStatus::Active).collect();
        sort_by_key(&mut goals, |goal| (goal.set_on(), goal.0.begun_at(), goal.id()));
        let with_steps = goals.into_iter().map(|goal| {
            let steps = plans.get(goal.id()).into_iter().flatten();
            let steps = steps.filter(|step| step.status().is_open()).cloned().collect();
            (goal, steps)
        });
        with_steps.collect()
    }
}

#[cfg(test)]
mod tests {
    use chrono::Days;

    use super::*;
    use crate::change::Change;
    use crate::id::RecordId;
    use crate::record::Saw;
    use crate::stamp::testing::{TestStamp, notebook};
    use crate::step::{self, StepStatus};

    struct Desk {
        book: Notebook,
        stamp: TestStamp,
    }

    impl Desk {
        fn new() -> Self {
            Self { book: notebook(1), stamp: TestStamp::new(1) }
        }

        fn add(&mut self, change: Change) -> RecordId {
            self.book.apply(change, &mut self.stamp).unwrap().created.unwrap()
        }

        fn goal(&mut self, title: &str) -> RecordId {
            self.add(Change::AddGoal { title: title.into() })
        }

        /// A step due so many days from today.
        fn step(&mut self, goal: RecordId, text: &str, due_in: Option<i64>) -> RecordId {
            let id = self.add(Change::AddStep { goal, text: text.into() });
            if let Some(days) = due_in {
                let due = self.stamp.today + chrono::TimeDelta::days(days);
                self.write(id, step::DUE, &due.to_string());
            }
            id
        }

        fn write(&mut self, id: RecordId, field: crate::field::Field, value: &str) {
            let saw = self.book.record(id).unwrap().saw(field.name);
            let change = Change::Write { id, field, value: value.into(), saw };
            self.book.apply(change, &mut self.stamp).unwrap();
        }

        fn next(&self) -> Vec<String> {
            let text =
                |next: NextStep| format!("{}{}", if next.overdue { "!" } else { "" }, next.step.text());
            self.book.next_steps(self.stamp.today).into_iter().map(text).collect()
        }
    }

    #[test]
    fn overdue_steps_come_first_then_by_day_then_the_first_undated_of_each_plan() {
        let mut desk = Desk::new();
        let (swim, read) = (desk.goal("Swim"), desk.goal("Read"));
        desk.step(swim, "swim: any day", None);
        desk.step(swim, "swim: later", None);
        desk.step(swim, "swim: in a week", Some(7));
        desk.step(read, "read: yesterday", Some(-1));
        desk.step(read, "read: today", Some(0));
        desk.step(read, "read: not first", None);
        desk.step(swim, "swim: long ago", Some(-30));
        let expected =
            ["!swim: long ago", "!read: yesterday", "read: today", "swim: in a week", "swim: any day"];
        assert_eq!(desk.next(), expected);
        let overdue = desk.book.overdue_steps(desk.stamp.today);
        assert_eq!(
            overdue.iter().map(|next| next.step.text()).collect::<Vec<_>>(),
            ["swim: long ago", "read: yesterday"]
        );
        assert_eq!(overdue[1].goal.title(), "Read");
    }

    #[test]
    fn steps_done_and_goals_not_active_or_in_the_trash_are_left_out() {
        let mut desk = Desk::new();
        let goals: Vec<_> = ["paused", "trashed", "active"].map(|title| desk.goal(title)).to_vec();
        for goal in &goals {
            desk.step(*goal, "first", Some(1));
        }
        let done = desk.step(goals[2], "done", Some(1));
        let skipped = desk.step(goals[2], "skipped", None);
        let gone = desk.step(goals[2], "trashed", Some(1));
        desk.write(goals[0], crate::goal::STATUS, "paused");
        for change in [
            Change::Delete(vec![goals[1], gone]),
            Change::SetStepStatus { id: done, status: StepStatus::Done },
            Change::SetStepStatus { id: skipped, status: StepStatus::Skipped },
        ] {
            desk.book.apply(change, &mut desk.stamp).unwrap();
        }
        assert_eq!(desk.next(), ["first"]);
        let much_later = At(u64::MAX);
        assert_eq!(desk.book.resting_steps(much_later).len(), 1);
    }

    #[test]
    fn a_step_rests_after_three_weeks_without_a_touch() {
        let mut desk = Desk::new();
        let goal = desk.goal("Swim");
        let first = desk.step(goal, "first", None);
        let second = desk.step(goal, "second", None);
        let edited = |desk: &Desk, id| desk.book.record(id).unwrap().edited_at().unwrap();
        let just_before = At(edited(&desk, first).0 + 3 * WEEK - 1);
        assert!(desk.book.resting_steps(just_before).is_empty());
        let resting = desk.book.resting_steps(At(just_before.0 + 1));
        assert_eq!((resting[0].step.id(), resting[0].weeks, resting.len()), (first, 3, 1));
        let later = At(edited(&desk, second).0 + 5 * WEEK);
        assert_eq!(
            desk.book.resting_steps(later).iter().map(|r| r.step.id()).collect::<Vec<_>>(),
            [first, second]
        );
        desk.stamp.now.set(later.0);
        let change =
            Change::Write { id: first, field: step::TEXT, value: "touched".into(), saw: Saw::default() };
        desk.book.apply(change, &mut desk.stamp).unwrap();
        assert_eq!(desk.book.resting_steps(later).len(), 1);
    }

    #[test]
    fn a_clock_that_went_back_lets_nothing_rest() {
        let mut desk = Desk::new();
        let goal = desk.goal("Swim");
        desk.step(goal, "first", None);
        assert!(desk.book.resting_steps(At(0)).is_empty());
        assert!(desk.book.next_steps(desk.stamp.today + Days::new(1)).iter().all(|next| !next.overdue));
    }
}
