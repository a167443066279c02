//! The example: two goals and two entries of nobody in particular.

use chrono::{Days, NaiveDate};
use waymark_domain::{
    change::{ExampleGoal, NewEntry},
    step::StepStatus::{self, Done, Todo},
};

use crate::text::{Text, t, welcome};

/// Made as if begun some weeks before `today`.
pub(super) fn example(today: NaiveDate) -> (Vec<ExampleGoal>, Vec<NewEntry>) {
    (vec![calculus(today), club()], vec![explaining(today), quiz(today)])
}

fn calculus(today: NaiveDate) -> ExampleGoal {
    ExampleGoal {
        title: t(welcome::ExampleGoal1).into(),
        why: t(welcome::ExampleWhy1).into(),
        criterion: t(welcome::ExampleCriterion1).into(),
        steps: steps(&[
            (welcome::ExampleStep1, Done),
            (welcome::ExampleStep2, Done),
            (welcome::ExampleStep3, Todo),
            (welcome::ExampleStep4, Todo),
        ]),
        ratings: [(42, 3), (28, 4), (14, 4), (2, 6)]
            .map(|(days_ago, value)| (today - Days::new(days_ago), value))
            .into(),
    }
}

fn club() -> ExampleGoal {
    ExampleGoal {
        title: t(welcome::ExampleGoal2).into(),
        why: t(welcome::ExampleWhy2).into(),
        criterion: t(welcome::ExampleCriterion2).into(),
        steps: steps(&[(welcome::ExampleStep5, Done), (welcome::ExampleStep6, Todo)]),
        ratings: Vec::new(),
    }
}

fn steps(steps: &[(Text, StepStatus)]) -> Vec<(String, StepStatus)> {
    steps.iter().map(|(text, status)| (t(*text).into(), *status)).collect()
}

fn explaining(today: NaiveDate) -> NewEntry {
    NewEntry {
        date: Some(today - Days::new(7)),
        title: t(welcome::ExampleEntry1Title).into(),
        text: t(welcome::ExampleEntry1).into(),
        tags: vec![t(welcome::ExampleTag).into()],
        ..NewEntry::default()
    }
}

fn quiz(today: NaiveDate) -> NewEntry {
    NewEntry {
        date: Some(today - Days::new(19)),
        title: t(welcome::ExampleEntry2Title).into(),
        text: t(welcome::ExampleEntry2).into(),
        ..NewEntry::default()
    }
}
