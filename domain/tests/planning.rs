//! Planning an import in steps: the same plan as in one go, whatever way the file comes in and however small the steps.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on should say so at once")]

mod common;

use std::ops::ControlFlow;

use common::random::{Dice, edit, grown};
use common::{Run, notebook};
use proptest::prelude::*;
use serde_json::{Value, json};
use waymark_domain::file::{self, ImportOptions, Incoming, Plan, Planning, Whose};
use waymark_domain::stamp::At;
use waymark_domain::{Change, Notebook};

const DIARY: &str = "{\"date\": \"2024-02-29\", \"text\": \"One.\"}\n{\"text\": \"No day.\"}\n[]\n\
    {\"date\": \"2024-02-29\", \"text\": \"Two.\"}\n{\"date\": \"2024-03-02\", \"text\": \"Three.\"}";

fn read(text: &str) -> Incoming {
    file::read(text.as_bytes()).unwrap().plain().unwrap()
}

/// A backup with something in it that cannot be read, and something of another person.
fn backup(book: &Notebook) -> Incoming {
    let wire = |book: &Notebook| -> Value {
        serde_json::from_str(&file::write(book, At(1_700_000_000_000), "test")).unwrap()
    };
    let (mut text, mut foreign) = (wire(book), wire(&grown(7, 3, 9)));
    let records = text["records"].as_array_mut().unwrap();
    records.extend([json!({"kind": "goal"}), json!(7)]);
    records.append(foreign["records"].as_array_mut().unwrap());
    read(&text.to_string())
}

/// The plan in steps of `count`, and what the progress said in between.
fn in_steps(here: &Notebook, file: &Incoming, options: &ImportOptions, count: usize) -> (Plan, Vec<f64>) {
    let mut planning = Planning::new(here, file, options, &Run::new(5));
    let mut shares = vec![planning.progress().share()];
    loop {
        planning = match planning.step(count) {
            ControlFlow::Break(plan) => return (plan, shares),
            ControlFlow::Continue(planning) => planning,
        };
        shares.push(planning.progress().share());
    }
}

fn is_the_same_in_steps(here: &Notebook, file: &Incoming, whose: Whose) {
    for bring_back in [false, true] {
        let options = ImportOptions { bring_back, ..ImportOptions::default() };
        let at_once = file::plan(here, file, &options, &Run::new(5));
        assert_eq!(at_once.preview.whose, whose);
        assert!(!at_once.preview.set_aside.is_empty());
        for count in [0, 1, 3, 1_000_000] {
            let (plan, shares) = in_steps(here, file, &options, count);
            assert!(plan == at_once, "{whose:?} in steps of {count}");
            assert!(
                shares.is_sorted() && shares.iter().all(|share| (0.0..=1.0).contains(share)),
                "{shares:?}"
            );
            let (first, last) = (shares[0], shares[shares.len() - 1]);
            assert!(first < 1e-9 && (count != 1 || last > 1.0 - 1e-9), "{whose:?} ends at {last}");
        }
    }
}

proptest! {
    #![proptest_config(common::cases(12))]

    #[test]
    fn in_steps_it_is_the_same(seed in any::<u64>()) {
        let (mut dice, mut run) = (Dice(seed), Run::new(3));
        let there = grown(seed, 40, 1);
        let mut here = there.clone();
        edit(&mut dice, &mut here, &mut run, 15);
        let some: Vec<_> = here.goals().map(|goal| goal.id()).take(2).collect();
        here.apply(Change::Erase(some), &mut run).unwrap();
        is_the_same_in_steps(&here, &backup(&there), Whose::Mine);
        is_the_same_in_steps(&here, &read(DIARY), Whose::Diary);
        is_the_same_in_steps(&here, &backup(&grown(seed, 40, 2)), Whose::Copies);
        is_the_same_in_steps(&notebook(4), &backup(&there), Whose::TakeOver);
    }
}

#[test]
fn a_step_takes_in_no_more_than_it_was_asked_to() {
    let file = backup(&grown(1, 30, 1));
    let mut planning = Planning::new(&notebook(4), &file, &ImportOptions::default(), &Run::new(5));
    for done in [3, 6, 9] {
        let ControlFlow::Continue(after) = planning.step(3) else { panic!("it is not at its end") };
        assert_eq!(after.progress().done, done);
        planning = after;
    }
}
