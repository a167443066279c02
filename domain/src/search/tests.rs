//! Search finds what a person would find, in the order they would look.

use chrono::NaiveDate;

use super::*;
use crate::change::{Change, NewEntry};
use crate::entry;
use crate::goal;
use crate::id::RecordId;
use crate::kinds::Kind;
use crate::notebook::Notebook;
use crate::record::Saw;
use crate::stamp::testing::{TestStamp, notebook};

struct Desk {
    book: Notebook,
    stamp: TestStamp,
    index: Index,
}

impl Desk {
    fn new() -> Self {
        Self { book: notebook(1), stamp: TestStamp::new(1), index: Index::default() }
    }

    fn apply(&mut self, change: Change) -> Option<RecordId> {
        let touched = self.book.apply(change, &mut self.stamp).unwrap();
        self.index.update_touched(&self.book, &touched.records);
        touched.created
    }

    fn write_entry(&mut self, day: u32, text: &str, tags: &[&str]) -> RecordId {
        let date = NaiveDate::from_ymd_opt(2026, 10, day);
        let tags = tags.iter().map(|tag| (*tag).to_owned()).collect();
        self.apply(Change::AddEntry(NewEntry { date, text: text.into(), tags, ..NewEntry::default() }))
            .unwrap()
    }

    fn found(&self, query: &str) -> Vec<RecordId> {
        let query = Query::new(query);
        let whole = Index::of(&self.book).search(&query);
        let hits = self.index.search(&query);
        assert_eq!(hits, whole, "an index kept up to date finds what a new one does");
        hits.into_iter().map(|hit| hit.id).collect()
    }
}

#[test]
fn all_words_must_occur_and_a_phrase_as_it_stands() {
    let mut desk = Desk::new();
    let first = desk.write_entry(1, "My Lord came\nto the office", &["Exám"]);
    let second = desk.write_entry(2, "To my office, then my lord’s", &[]);
    assert_eq!(desk.found("lord OFFICE"), [second, first]);
    assert_eq!(desk.found("\"my office\""), [second]);
    assert_eq!(desk.found("“came to”"), [first]);
    assert_eq!(desk.found("lord's"), [second]);
    assert_eq!(desk.found("exam"), [first]);
    assert_eq!(desk.found("lord exam queen"), []);
    assert_eq!(desk.found("  "), []);
}

#[test]
fn no_phrase_runs_across_two_texts() {
    let mut desk = Desk::new();
    desk.apply(Change::AddEntry(NewEntry { title: "one".into(), text: "two".into(), ..NewEntry::default() }));
    assert_eq!(desk.found("one two").len(), 1);
    assert_eq!(desk.found("\"one two\""), []);
}

#[test]
fn every_kind_is_found_goals_first_and_entries_newest_first() {
    let mut desk = Desk::new();
    let early = desk.write_entry(1, "swim", &[]);
    let late = desk.write_entry(3, "swim", &[]);
    let goal = desk.apply(Change::AddGoal { title: "Swim far".into() }).unwrap();
    let step = desk.apply(Change::AddStep { goal, text: "Buy swimming goggles".into() }).unwrap();
    let on = desk.stamp.today;
    let rating = desk.apply(Change::RateGoal { goal, value: 3, on, note: "SWIMS".into() }).unwrap();
    assert_eq!(desk.found("swim"), [goal, step, rating, late, early]);
    let hits = desk.index.search(&Query::new("goggles"));
    assert_eq!((hits[0].kind, hits[0].whole), (Kind::Step, Some(goal)));
}

#[test]
fn what_is_edited_trashed_or_erased_is_found_no_more() {
    let mut desk = Desk::new();
    let id = desk.write_entry(1, "the old word", &[]);
    let saw = desk.book.record(id).unwrap().saw(entry::TEXT.name);
    desk.apply(Change::Write { id, field: entry::TEXT, value: "the new word".into(), saw });
    assert_eq!((desk.found("old"), desk.found("new")), (vec![], vec![id]));
    desk.apply(Change::Delete(vec![id]));
    assert_eq!(desk.found("new"), []);
    desk.apply(Change::Restore(vec![id]));
    assert_eq!(desk.found("new"), [id]);
    desk.apply(Change::Erase(vec![id]));
    assert_eq!(desk.found("new"), []);
}

#[test]
fn steps_of_a_goal_in_the_trash_are_not_found() {
    let mut desk = Desk::new();
    let goal = desk.apply(Change::AddGoal { title: "Swim".into() }).unwrap();
    desk.apply(Change::AddStep { goal, text: "Find goggles".into() });
    desk.apply(Change::Delete(vec![goal]));
    assert_eq!(desk.found("goggles"), []);
    let mut other = Index::of(&desk.book);
    other.update(&notebook(1));
    assert!(other.search(&Query::new("goggles")).is_empty());
}

#[test]
fn the_text_to_show_is_the_one_that_was_found() {
    let mut desk = Desk::new();
    let goal = desk.apply(Change::AddGoal { title: "Swim".into() }).unwrap();
    let why =
        Change::Write { id: goal, field: goal::WHY, value: "For my héalth".into(), saw: Saw::default() };
    desk.apply(why);
    let record = desk.book.record(goal).unwrap();
    assert_eq!(best_text(record, &Query::new("health")), "For my héalth");
    assert_eq!(best_text(record, &Query::new("swim")), "Swim");
    assert_eq!(best_text(record, &Query::new("nowhere")), "Swim");
}
