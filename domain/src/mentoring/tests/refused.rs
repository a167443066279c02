//! A refused act leaves the notebook as it was.

use uuid::Uuid;

use super::*;
use crate::field::ValueError;
use crate::file::ShareError;
use crate::mentoring::Into;
use crate::mentoring::relationship::{RelationshipStatus, SHARED};
use crate::mentoring::strategy::Sort;
use crate::wire::{decode_record, encode_record};

const NOBODY: RecordId = RecordId::new(Uuid::nil());

#[test]
fn an_act_that_does_not_fit_changes_nothing() {
    let (mut ana, _, goal) = acquainted();
    let (with, of) = (ana.other(), about(goal, "Pass calculus"));
    let file = Box::new(ana.file(with));
    let say = |with, text: &str| Act::Say {
        with,
        nature: Nature::Question,
        text: text.into(),
        about: Some(of.clone()),
    };
    let suggest = |text: &str, link: &str| {
        let (text, link, note) = (text.into(), link.into(), String::new());
        Act::Suggest { with, what: Suggested::Resource, text, note, link, about: None }
    };
    let rate = |value| Act::RateTheirs { with, goal: of.clone(), value, note: String::new() };
    for act in [
        Act::AddPerson { name: "x".repeat(101), my_roles: MENTEE },
        Act::Choose { with, id: NOBODY, on: true },
        Act::Choose { with: goal, id: goal, on: true },
        say(NOBODY, "Hello"),
        say(goal, "Hello"),
        say(with, " \n"),
        say(with, &"x".repeat(20_001)),
        suggest("", "https://example.edu"),
        suggest("Old exams", &"x".repeat(2_001)),
        rate(11),
        Act::NoteSent { with: goal, file },
        Act::SetStatus { with: NOBODY, status: RelationshipStatus::Paused },
    ] {
        ana.refused(act);
    }
}

#[test]
fn several_acts_happen_together_or_not_at_all() {
    let mut ana = Person::ana();
    let with = ana.knows("Ben", MENTEE);
    let goal = ana.goal("Swim", &[]);
    let choose = |id| Act::Choose { with, id, on: true };
    assert_eq!(ana.refused(Act::All(vec![choose(goal), choose(NOBODY)])), ChangeError::Missing);
    ana.apply(Act::All(vec![choose(goal), Act::SetStatus { with, status: RelationshipStatus::Paused }]));
    let ben = ana.book.relationship(with).unwrap();
    assert!(ben.shares(goal) && ben.status() == RelationshipStatus::Paused);
}

#[test]
fn a_suggestion_that_is_too_long_for_its_place_is_not_accepted_by_half() {
    let (mut ana, mut ben, _) = acquainted();
    ben.suggest(ben.other(), Suggested::Step, "Old exam", None);
    ana.open(&ben.send(ben.other()));
    let mut suggestion = ana.theirs().things.suggestions.remove(0).item;
    suggestion.text = "x".repeat(501);
    let (with, suggestion) = (ana.other(), Box::new(suggestion));
    let accept = Act::Accept { with, suggestion, into: Into::NewGoal("Exams".into()) };
    assert_eq!(ana.refused(accept), ChangeError::Value(ValueError::TooLong(500)));
}

#[test]
fn a_relationship_with_5000_fields_refuses_another_and_still_reads() {
    let mut ana = Person::ana();
    let with = ana.knows("Ben", MENTEE);
    let mut numbers = 1_u128..;
    let mut mark = || {
        let member = Uuid::from_u128(numbers.next().unwrap()).to_string();
        Change::Mark { id: with, set: SHARED, member, on: true }
    };
    let here = ana.book.record(with).unwrap().content().unwrap().fields.len();
    for _ in here..5_000 {
        ana.apply(mark());
    }
    assert_eq!(ana.refused(mark()), ChangeError::Full);
    let card = ana.apply(Act::AddStrategy {
        title: "Explain it aloud".into(),
        sort: Sort::Strategy,
        text: String::new(),
        link: String::new(),
        from: String::new(),
        origin: None,
    });
    assert_eq!(ana.refused(Act::Choose { with, id: card.created.unwrap(), on: true }), ChangeError::Full);
    let record = ana.book.record(with).unwrap();
    assert_eq!(decode_record(&encode_record(record)).as_ref(), Ok(record.as_ref()));
    ana.apply(Change::Mark { id: with, set: SHARED, member: Uuid::from_u128(1).to_string(), on: false });
}

#[test]
fn a_file_that_is_not_for_me_is_refused() {
    let (ana, mut ben, _) = acquainted();
    let refused = |person: &mut Person, text: &str| {
        let Read::Share(opened) = file::read(text.as_bytes()).unwrap() else { panic!("no share file") };
        let (options, before) = (ShareOptions::default(), person.book.clone());
        let error = plan_share(&person.book, &opened, &options, &mut person.stamp).unwrap_err();
        assert_eq!(person.book, before);
        error
    };
    let text = share::write(&ana.file(ana.other()), "");
    let (me, other) = (ana.book.me().to_string(), Uuid::from_u128(77).to_string());
    let mut ana = ana;
    assert_eq!(refused(&mut ana, &text), ShareError::FromMe);
    assert_eq!(refused(&mut ben, &text.replace(&me, &other)), ShareError::ThreadOfAnother);
    let for_cleo = text.replacen("\"name\": \"Ben\"", &format!("\"id\": \"{other}\", \"name\": \"Cleo\""), 1);
    assert_eq!(refused(&mut ben, &for_cleo), ShareError::ForSomeoneElse);
}

#[test]
fn someone_without_a_name_can_still_be_met() {
    let (mut ana, mut ben) = (Person::ana(), Person::ben());
    ana.write(profile::profile_id(ana.book.me()), profile::NAME, serde_json::Value::Null);
    let with = ana.knows("Ben", MENTEE);
    ben.open(&ana.send(with));
    assert!(!ben.book.relationships()[0].name().is_empty());
}
