//! What a stranger can choose, such as a thread or a number, decides nothing about records of mine or other people.

use super::*;
use crate::file::{ImportOptions, write};
use crate::mentoring::relationship::{MESSAGE, SHARED};
use crate::mentoring::response::ResponseStatus;
use crate::stamp::At;

const EVE: &str = "00000000-0000-4000-8000-00000000e5e5";

/// A file of Eve, by a thread of her choice.
fn from_eve(thread: &str, items: &str) -> String {
    format!(
        r#"{{"format":"waymark-share","version":1,"min_reader":1,"written":"2026-11-21","thread":"{thread}",
        "number":1,"from":{{"id":"{EVE}","name":"Eve"}},"to":{{"name":"you"}},"as":["mentor"]{items}}}"#
    )
}

fn bring_in(person: &mut Person, text: &str, options: &ImportOptions) {
    let incoming = file::read(text.as_bytes()).unwrap().plain().unwrap();
    let plan = file::plan(&person.book, &incoming, options, &person.stamp);
    person.book.import(plan).unwrap();
}

#[test]
fn a_thread_that_is_the_key_of_a_diary_entry_leaves_the_entry_alone() {
    let mut ana = Person::ana();
    bring_in(&mut ana, r#"{"date":"2024-01-02","text":"My secret day."}"#, &ImportOptions::default());
    let entry = ana.book.entries().next().unwrap();
    // Whoever knows the words knows this key; the secret notebook id is not needed.
    let key = uuid::Uuid::new_v5(&uuid::Uuid::nil(), "2024-01-02\0\0My secret day.".as_bytes());
    ana.open(&from_eve(&key.to_string(), ""));
    assert_eq!(ana.book.entry(entry.id()), Some(entry));
    assert_eq!(ana.book.relationships().len(), 1);
}

#[test]
fn a_thread_that_is_the_old_id_of_a_goal_leaves_the_goal_that_came_back_alone() {
    let (mut ana, _, goal) = acquainted();
    let backup = write(&ana.book, At(5), "test");
    ana.apply(Change::Delete(vec![goal]));
    ana.apply(Change::Erase(vec![goal]));
    bring_in(&mut ana, &backup, &ImportOptions { bring_back: true, ..ImportOptions::default() });
    let before: Vec<_> = ana.book.goals().collect();
    ana.open(&from_eve(&goal.to_string(), ""));
    assert_eq!(ana.book.goals().collect::<Vec<_>>(), before);
}

#[test]
fn a_file_that_was_first_taken_for_someone_elses_is_its_senders_when_that_is_said() {
    let mut ana = Person::ana();
    let mira = ana.knows("Dr. Mira", MENTEE);
    let thread = "00000000-0000-4000-8000-000000007777";
    let goal =
        format!(r#","goals":[{{"id":"{thread}","by":"{EVE}","title":"Eve’s goal","status":"active"}}]"#);
    let text = from_eve(thread, &goal);
    let wrong = ana.open_from(&text, Some(mira));
    ana.undo(&wrong);
    ana.open_from(&text, None);
    let eve = ana.book.relationships().into_iter().find(|one| one.name() == "Eve").unwrap();
    let goals = |with| ana.book.theirs(with).things.goals.len();
    assert_eq!((goals(mira), goals(eve.id())), (0, 1));
}

#[test]
fn who_removed_a_person_and_writes_again_on_a_later_day_is_heard() {
    let (mut ana, mut ben, goal) = acquainted();
    let theirs = ben.send(ben.other());
    for _ in 0..3 {
        let text = ana.send(ana.other());
        ben.open(&text);
    }
    ana.apply(Change::Erase(vec![ana.other()]));
    ana.open(&theirs);
    ana.stamp.today = ana.stamp.today.succ_opt().unwrap();
    ana.choose(ana.other(), goal, true);
    ana.write(goal, goal::TITLE, "Pass analysis");
    ben.open(&ana.send(ana.other()));
    assert_eq!(ben.theirs().things.goals[0].item.title, "Pass analysis");
}

#[test]
fn a_message_that_was_written_while_a_file_was_on_its_way_is_for_the_next_one() {
    let mut ana = Person::ana();
    let with = ana.knows("Ben", MENTEE);
    ana.write(with, MESSAGE, "Hello");
    let file = ana.file(with);
    ana.write(with, MESSAGE, "A long letter");
    ana.apply(Act::NoteSent { with, file: Box::new(file) });
    assert_eq!(ana.file(with).message, "A long letter");
}

#[test]
fn an_answer_that_was_taken_out_stays_out_however_it_goes_on() {
    let (mut ana, mut ben, goal) = acquainted();
    let with = ana.other();
    let said = ben.say(ben.other(), "Try", about(goal, "Pass calculus"));
    ana.open(&ben.send(ben.other()));
    let about = About::new("feedback", said, "Try");
    let mut respond = |status| {
        let (about, status) = (about.clone(), Some(status));
        ana.apply(Act::Respond { with, about, status, word: None }).created
    };
    let response = respond(ResponseStatus::Trying).unwrap();
    ana.apply(Change::Mark { id: with, set: SHARED, member: response.to_string(), on: false });
    let about = About::new("feedback", said, "Try");
    ana.apply(Act::Respond { with, about, status: Some(ResponseStatus::DidNotHelp), word: None });
    assert!(ana.file(with).items.responses.is_empty());
}

#[test]
fn where_two_devices_took_two_people_for_one_only_the_one_it_is_shows() {
    let mut ana = Person::ana();
    let mira = ana.knows("Dr. Mira", MENTEE);
    let mut laptop = Person { book: ana.book.clone(), stamp: TestStamp::new(11) };
    let from = |thread: &str, name: &str, person: &str| {
        let goal = format!(
            r#","goals":[{{"id":"{thread}","by":"{person}","title":"Goal of {name}","status":"active"}}]"#
        );
        from_eve(thread, &goal).replace(EVE, person)
    };
    let (one, two) = ("00000000-0000-4000-8000-000000001111", "00000000-0000-4000-8000-000000002222");
    ana.open_from(&from(one, "Eve", EVE), Some(mira));
    laptop.open_from(&from(two, "Mira", two), Some(mira));
    for record in laptop.book.records() {
        ana.book.join(record).unwrap();
    }
    let person = ana.book.relationship(mira).unwrap().person().unwrap();
    let goals = ana.book.theirs(mira).things.goals.clone();
    assert_eq!(goals.iter().map(|goal| goal.item.by).collect::<Vec<_>>(), [person]);
}
