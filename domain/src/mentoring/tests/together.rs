//! Two people and what goes to and fro between them.

use super::*;
use crate::mentoring::response::ResponseStatus;
use crate::mentoring::{Given, Into};

/// Ana shares, Ben replies, Ana responds and shares again: everything both wrote each other, in order.
fn a_year(mentor: Roles) -> (Person, Person, Vec<String>, Vec<String>) {
    let (mut ana, mut ben) = (Person::ana(), Person::ben());
    let with = ana.knows("Ben", mentor.other());
    let goal = ana.goal("Pass calculus", &["Sheet 1", "Sheet 2"]);
    ana.choose(with, goal, true);
    ana.say(with, "Is it too much?", None);
    let first = ana.send(with);
    ben.open(&first);
    let there = ben.other();
    let of = about(goal, "Pass calculus");
    ben.say(there, "Try the old exams next.", of.clone());
    ben.suggest(there, Suggested::Step, "Old exam of 2024", of.clone());
    ben.apply(Act::RateTheirs { with: there, goal: of, value: 6, note: String::new() });
    let reply = ben.send(there);
    ana.open(&reply);
    answer_everything(&mut ana);
    let second = ana.send(with);
    ben.open(&second);
    (ana, ben, vec![first, second], vec![reply])
}

fn answer_everything(ana: &mut Person) {
    for waiting in ana.book.inbox() {
        let with = waiting.relationship.id();
        ana.apply(match waiting.given {
            Given::Suggestion(suggestion) => {
                let into = ana.book.place_of(&suggestion);
                Act::Accept { with, suggestion: Box::new(suggestion), into }
            }
            Given::Feedback(feedback) => {
                let about = About::new("feedback", feedback.id, &feedback.text);
                Act::Respond { with, about, status: Some(ResponseStatus::Trying), word: None }
            }
        });
    }
}

#[test]
fn both_know_each_other_after_a_file_each() {
    for (mentor, mentee) in [(MENTOR, MENTEE), (MENTEE, MENTOR)] {
        let (ana, ben, _, _) = a_year(mentor);
        let (hers, his) = (&ana.book.relationships()[0], &ben.book.relationships()[0]);
        assert_eq!((hers.person(), his.person()), (Some(ben.book.me()), Some(ana.book.me())));
        assert_eq!((hers.my_roles(), his.my_roles()), (mentee, mentor));
        assert_eq!((his.name(), ana.file(hers.id()).thread), ("Ana", ben.file(his.id()).thread));
    }
}

#[test]
fn what_one_gives_arrives_and_what_became_of_it_comes_back() {
    let (ana, ben, _, _) = a_year(MENTOR);
    let goal = ana.book.goals().next().unwrap().id();
    assert_eq!((ana.book.steps(goal).len(), ana.book.given_about(goal).len()), (3, 2));
    assert_eq!(ana.book.seen_by_others(goal)[0].view.value, 6);
    let theirs = ben.theirs();
    assert_eq!(theirs.things.goals[0].item.steps[2].text, "Old exam of 2024");
    let mut became: Vec<_> = theirs.things.responses.iter().map(|copy| copy.item.status.word()).collect();
    became.sort_unstable();
    assert_eq!(became, ["accepted", "trying"]);
    assert!(matches!(&ben.book.inbox()[0].given, Given::Feedback(asked) if asked.text == "Is it too much?"));
}

#[test]
fn files_opened_twice_and_in_every_order_show_the_same() {
    let (mut ana, ben, mut hers, _) = a_year(MENTOR);
    ana.goal("Not for Ben", &[]);
    hers.push(ana.send(ana.other()));
    let orders = [[0, 1, 2], [0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]];
    let seen: Vec<_> = orders
        .iter()
        .map(|order| {
            let mut fresh = Person { book: notebook(2), stamp: TestStamp::new(3) };
            for at in order.iter().chain(order) {
                fresh.open(&hers[*at]);
            }
            (fresh.theirs(), fresh.book.record(fresh.other()).unwrap().id(), fresh.book.records().len())
        })
        .collect();
    assert!(seen.iter().all(|one| *one == seen[0]));
    assert_eq!((seen[0].0.number, ben.theirs().number, seen[0].2), (FIRST + 2, FIRST + 1, 4));
}

#[test]
fn two_first_files_that_cross_come_together_where_one_says_who_it_is() {
    let (mut ana, mut ben) = (Person::ana(), Person::ben());
    let (hers, his) = (ana.knows("Ben", MENTEE), ben.knows("Ana", MENTOR));
    let (from_ana, from_ben) = (ana.send(hers), ben.send(his));
    ana.open_from(&from_ben, Some(hers));
    ben.open_from(&from_ana, Some(his));
    assert_eq!((ana.other(), ben.other()), (hers, his));
    assert_eq!(ana.book.relationship(hers).unwrap().threads().count(), 2);
    ben.open(&ana.send(hers));
    ana.open(&ben.send(his));
    assert_eq!((ana.theirs().number, ben.theirs().number), (FIRST + 1, FIRST + 1));
}

#[test]
fn a_goal_of_a_suggestion_that_was_renamed_is_still_the_goal() {
    let (mut ana, mut ben, goal) = acquainted();
    ben.suggest(ben.other(), Suggested::Step, "Old exam", about(goal, "Pass calculus"));
    ana.write(goal, goal::TITLE, "Pass analysis");
    ana.open(&ben.send(ben.other()));
    let suggestion = ana.theirs().things.suggestions.remove(0).item;
    assert_eq!(ana.book.place_of(&suggestion), Into::Goal(goal));
    assert_eq!(suggestion.about.unwrap().title, "Pass calculus");
}
