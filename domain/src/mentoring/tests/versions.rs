//! What a version does not know is kept, comes to life in one that does, and makes no two files of one.

use serde_json::Value;

use super::*;
use crate::day::parse_day;
use crate::field::Rule;
use crate::file::Recency;
use crate::mentoring::came::Came;
use crate::mentoring::{Standing, received};
use crate::record::Record;
use crate::shared::Item as _;
use crate::wire::record_from;

const FIRST_FILE: &str = include_str!("../../../tests/fixtures/received/first.waymark.json");
const SECOND_FILE: &str = include_str!("../../../tests/fixtures/received/second.waymark.json");
/// Ben's notebook as a version left it that kept of both files what it understood.
const OLD_NOTEBOOK: &str = include_str!("../../../tests/fixtures/received/notebook.waymark.json");

const KIND: &str = "checkin";
const TEXT: Field = Field::new(KIND, "text", Rule::Text(500));
const ON: Field = Field::new(KIND, "on", Rule::Day);

shared! {
    /// A kind that only another version knows.
    #[expect(unreachable_pub, reason = "declared like a kind for everybody")]
    thing CheckIn in "checkins" {
        /// What was talked about.
        text: String = TEXT;
        /// When they talk again.
        next: Option<Next>;
    }
    title |it| &it.text;
    order |record| record.id();
}

shared! {
    /// When they talk again.
    #[expect(unreachable_pub, reason = "declared like a kind for everybody")]
    group Next {
        /// The day.
        on: Option<chrono::NaiveDate> = ON;
    }
}

/// What a version that knows one kind more reads in the latest file.
fn check_ins(book: &Notebook) -> Vec<CheckIn> {
    let records = book.kept_of(book.relationships()[0].id());
    let came = Came::of(&records, None);
    came.each::<CheckIn>().of(0..1).cloned().collect()
}

/// Everything that any list of any file holds, known or not.
fn everything(book: &Notebook) -> Vec<String> {
    let records = book.kept_of(book.relationships()[0].id());
    let mut all: Vec<_> =
        records.iter().flat_map(|record| received::items(record)).map(|(_, json)| json.to_owned()).collect();
    all.sort_unstable();
    all.dedup();
    all
}

fn old_notebook() -> Person {
    let old: Value = serde_json::from_str(OLD_NOTEBOOK).unwrap();
    let mut ben = Person { book: notebook(2), stamp: TestStamp::new(22) };
    let id = |name: &str| old[name].as_str().unwrap();
    ben.book = Notebook::new(id("notebook").parse().unwrap(), id("me").parse().unwrap());
    for record in old["records"].as_array().unwrap() {
        ben.book.join(&record_from(record).unwrap()).unwrap();
    }
    ben
}

/// A new device of the same notebook, in another run of the app.
fn empty_device(run: u64) -> Person {
    let old = old_notebook().book;
    Person { book: Notebook::new(old.id(), old.me()), stamp: TestStamp::new(run) }
}

fn joined(one: &Notebook, other: &Notebook) -> Notebook {
    let mut both = one.clone();
    for record in other.records() {
        both.join(record).unwrap();
    }
    both
}

#[test]
fn what_is_not_known_is_kept_and_comes_to_life_but_what_is_not_the_senders_does_not() {
    let mut ben = empty_device(31);
    ben.open(FIRST_FILE);
    let preview = ben.preview(SECOND_FILE);
    assert_eq!((preview.set_aside.len(), preview.recency), (2, Recency::Latest));
    ben.open(SECOND_FILE);
    let theirs = ben.theirs();
    assert_eq!((theirs.things.entries.len(), theirs.things.feedback.len(), theirs.twice), (1, 1, false));
    let all = check_ins(&ben.book);
    assert_eq!(all.len(), 1, "a third person's is not shown, whatever its kind");
    let next = all[0].next.as_ref().and_then(|next| next.on);
    assert_eq!((all[0].title(), next), ("We talked about the exam.", parse_day("2026-12-04")));
    assert_eq!(theirs.things.goals[0].standing, Standing::Changed);
    for word in ["mood_of_it", "quiet", "By nobody who may", "A third person's words", "thread_of"] {
        assert!(everything(&ben.book).iter().any(|item| item.contains(word)), "{word} was lost");
    }
    let head = |record: &std::sync::Arc<Record>| record.text(received::HEAD).contains("not yet known");
    assert!(ben.book.records().any(head), "an unknown member of the file was lost");
}

#[test]
fn the_same_file_saved_by_another_program_is_the_same_file() {
    let mut ben = empty_device(32);
    ben.open(SECOND_FILE);
    let windows = format!("\u{FEFF}{}", SECOND_FILE.replace('\n', "\r\n"));
    let compact = serde_json::from_str::<Value>(SECOND_FILE).unwrap().to_string();
    let with_floats = SECOND_FILE.replace("\"now\": 7", "\"now\": 7.0");
    for same in [SECOND_FILE.to_owned(), windows, compact, with_floats] {
        assert_eq!(ben.preview(&same).recency, Recency::Here);
    }
    let other = SECOND_FILE.replace("\"now\": 7", "\"now\": 8");
    assert_eq!(ben.preview(&other).recency, Recency::Latest, "it differs in what is not known here");
    ben.open(&other);
    assert!(!ben.theirs().twice && everything(&ben.book).iter().any(|item| item.contains("\"now\":8")));
}

#[test]
fn devices_that_opened_files_in_any_order_hold_the_same_when_joined_and_nothing_is_lost() {
    let (mut one, mut two, mut old) = (empty_device(33), empty_device(34), old_notebook());
    one.open(FIRST_FILE);
    one.open(SECOND_FILE);
    two.open(SECOND_FILE);
    two.open(FIRST_FILE);
    let books = [one.book.clone(), two.book.clone(), old.book.clone()];
    let whole = everything(&one.book);
    assert_eq!(everything(&two.book), whole);
    let mut seen: Vec<Notebook> = Vec::new();
    for [a, b, c] in [[0, 1, 2], [0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]] {
        let both = joined(&joined(&books[a], &books[b]), &books[c]);
        let theirs = both.theirs(both.relationships()[0].id());
        assert!(!theirs.twice, "one file kept by two versions became two");
        assert_eq!((everything(&both), check_ins(&both).len()), (whole.clone(), 1));
        assert_eq!(*theirs, one.theirs());
        seen.push(both);
    }
    assert!(seen.iter().all(|book| *book == seen[0]));
    // The old one alone, and with the files opened once more.
    let before = old.theirs();
    assert_eq!((before.things.goals.len(), before.things.entries.len(), before.twice), (1, 1, false));
    old.open(SECOND_FILE);
    assert_eq!((old.theirs(), check_ins(&old.book).len()), (before, 1));
}

/// The first file once more, under a later number: all that is in it stands with the first.
fn repeated() -> String {
    FIRST_FILE.replace("20261121001", "20261205001")
}

fn received_first(person: &Person) -> RecordId {
    let files = person.book.files_from(person.other());
    files.all.last().unwrap().received.id()
}

#[test]
fn a_file_that_goes_for_good_takes_nothing_of_another_with_it_and_leaves_nothing_of_its_own() {
    let mut ben = empty_device(35);
    let alone = FIRST_FILE.replace("Did you do all of the sheets?", "Only the first asks this");
    assert_ne!(alone, FIRST_FILE);
    for file in [&alone, SECOND_FILE, &repeated()] {
        ben.open(file);
    }
    let (first, theirs) = (received_first(&ben), ben.theirs());
    ben.apply(Change::Delete(vec![first]));
    let touched = ben.apply(Change::Erase(vec![first]));
    assert!(touched.undo.is_empty(), "erasing cannot be taken back, and so not by half");
    assert_eq!(ben.theirs(), theirs);
    let left = everything(&ben.book);
    assert!(
        !left.iter().any(|item| item.contains("Only the first")),
        "words of the erased file are still there"
    );
}

#[test]
fn what_was_lost_with_a_file_that_another_device_erased_comes_back_with_the_file() {
    let (mut here, mut there) = (empty_device(36), empty_device(37));
    here.open(FIRST_FILE);
    there.book = here.book.clone();
    there.open(&repeated());
    here.apply(Change::Erase(vec![received_first(&here)]));
    there.book = joined(&there.book, &here.book);
    assert_eq!(there.theirs().things.entries.len(), 0, "erasing wins");
    assert_eq!(there.preview(&repeated()).recency, Recency::Latest);
    there.open(&repeated());
    assert_eq!((there.theirs().things.goals.len(), there.theirs().things.entries.len()), (1, 1));
    assert!(!there.theirs().twice);
}

#[test]
fn what_was_read_is_not_read_again_until_it_changes() {
    let mut ben = empty_device(38);
    ben.open(FIRST_FILE);
    let with = ben.other();
    let read = ben.book.theirs(with);
    ben.write(with, crate::mentoring::relationship::MESSAGE, "a letter more");
    ben.goal("Swim", &[]);
    assert!(std::sync::Arc::ptr_eq(&read, &ben.book.theirs(with)));
    ben.open(SECOND_FILE);
    assert!(!std::sync::Arc::ptr_eq(&read, &ben.book.theirs(with)) && ben.theirs() != *read);
}
