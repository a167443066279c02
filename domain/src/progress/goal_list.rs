//! All goals, as they are listed: those being worked on first.

use chrono::NaiveDate;

use crate::goal::{Goal, GoalStatus};
use crate::notebook::Notebook;
use crate::sorting::sort_by_key;

/// The goals that stand alike.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GoalGroup {
    /// Where they stand.
    pub status: GoalStatus,
    /// The goals: the one to be reached soonest first, those without a day last, in the order they were set.
    pub goals: Vec<Goal>,
}

impl Notebook {
    /// The goals by where they stand, in the order of [`GoalStatus::ALL`]; only those of one area if one is given.
    /// Groups without a goal are left out.
    pub fn goals_by_status(&self, area: Option<&str>) -> Vec<GoalGroup> {
        let mut goals: Vec<_> =
            self.goals().filter(|goal| area.is_none_or(|area| goal.area() == area)).collect();
        sort_by_key(&mut goals, |goal| {
            let target = goal.target();
            (target.is_none(), target, goal.set_on(), goal.0.begun_at(), goal.id())
        });
        let group = |status| {
            let alike = goals.iter().filter(|goal| goal.status() == status).cloned().collect();
            GoalGroup { status, goals: alike }
        };
        GoalStatus::ALL.map(group).into_iter().filter(|group| !group.goals.is_empty()).collect()
    }
}

impl Goal {
    /// Whether the day it should be reached by has passed while it is still being worked on.
    pub fn is_past_target(&self, today: NaiveDate) -> bool {
        self.status() == GoalStatus::Active && self.target().is_some_and(|target| target < today)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::change::Change;
    use crate::field::Field;
    use crate::goal;
    use crate::id::RecordId;
    use crate::stamp::testing::{TestStamp, notebook};

    struct Desk {
        book: Notebook,
        stamp: TestStamp,
    }

    impl Desk {
        fn goal(&mut self, title: &str, fields: &[(Field, &str)]) -> RecordId {
            let change = Change::AddGoal { title: title.into() };
            let id = self.book.apply(change, &mut self.stamp).unwrap().created.unwrap();
            for (field, value) in fields {
                let saw = self.book.record(id).unwrap().saw(field.name);
                let change = Change::Write { id, field: *field, value: (*value).into(), saw };
                self.book.apply(change, &mut self.stamp).unwrap();
            }
            id
        }

        fn listed(&self, area: Option<&str>) -> Vec<(GoalStatus, Vec<String>)> {
            let titles = |group: GoalGroup| {
                (group.status, group.goals.iter().map(|goal| goal.title().to_owned()).collect())
            };
            self.book.goals_by_status(area).into_iter().map(titles).collect()
        }
    }

    #[test]
    fn active_goals_come_first_and_in_each_group_the_soonest() {
        let mut desk = Desk { book: notebook(1), stamp: TestStamp::new(1) };
        desk.goal("done", &[(goal::STATUS, "done")]);
        desk.goal("first without a day", &[(goal::AREA, "Study")]);
        desk.goal("second without a day", &[]);
        desk.goal("in June", &[(goal::TARGET, "2027-06-01")]);
        desk.goal("in May", &[(goal::TARGET, "2027-05-01"), (goal::AREA, "Study")]);
        desk.goal("paused", &[(goal::STATUS, "paused"), (goal::AREA, "Study")]);
        let gone = desk.goal("in the trash", &[]);
        desk.book.apply(Change::Delete(vec![gone]), &mut desk.stamp).unwrap();
        let active = ["in May", "in June", "first without a day", "second without a day"];
        let names = |titles: &[&str]| titles.iter().map(|title| (*title).to_owned()).collect::<Vec<_>>();
        assert_eq!(
            desk.listed(None),
            [
                (GoalStatus::Active, names(&active)),
                (GoalStatus::Paused, names(&["paused"])),
                (GoalStatus::Done, names(&["done"])),
            ]
        );
        let study = [
            (GoalStatus::Active, names(&["in May", "first without a day"])),
            (GoalStatus::Paused, names(&["paused"])),
        ];
        assert_eq!(desk.listed(Some("Study")), study);
    }

    #[test]
    fn only_an_active_goal_can_be_past_its_day_and_only_the_day_after() {
        let mut desk = Desk { book: notebook(1), stamp: TestStamp::new(1) };
        let day = |day| NaiveDate::from_ymd_opt(2026, 12, day).unwrap();
        let target = (goal::TARGET, "2026-12-18");
        let active = desk.goal("active", &[target]);
        let paused = desk.goal("paused", &[target, (goal::STATUS, "paused")]);
        let past = |id, on| desk.book.goal(id).unwrap().is_past_target(on);
        assert!(!past(active, day(18)) && past(active, day(19)) && !past(paused, day(19)));
    }
}
