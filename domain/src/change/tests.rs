//! What each edit does, and that a refused one does nothing.

use serde_json::Value;

use super::*;
use crate::entry;
use crate::goal::{self, GoalStatus};
use crate::notebook::Notebook;
use crate::order;
use crate::stamp::testing::{TestStamp, notebook};

fn with_goal() -> (Notebook, TestStamp, RecordId) {
    let (mut book, mut stamp) = (notebook(1), TestStamp::new(1));
    let touched = book.apply(Change::AddGoal { title: "  Pass\ncalculus ".into() }, &mut stamp).unwrap();
    (book, stamp, touched.created.unwrap())
}

fn add_steps(book: &mut Notebook, stamp: &mut TestStamp, goal: RecordId, texts: &[&str]) -> Vec<RecordId> {
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
    let write = |title: &str| Change::Write { id, field: goal::TITLE, value: title.into(), saw: saw.clone() };
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
