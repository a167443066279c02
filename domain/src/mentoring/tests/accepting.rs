//! Accepting a suggestion is the receiver's own edit, wherever its goal is by now.

use super::*;
use crate::mentoring::Into;
use crate::mentoring::response::ResponseStatus;
use crate::mentoring::share::SharedSuggestion;
use crate::mentoring::strategy::{self, Sort};
use crate::step;

/// Ana got a suggestion from Ben about her goal.
fn suggested(what: Suggested) -> (Person, SharedSuggestion, RecordId) {
    let (mut ana, mut ben, goal) = acquainted();
    ben.suggest(ben.other(), what, "Old exam of 2024", about(goal, "Pass calculus"));
    ana.open(&ben.send(ben.other()));
    let suggestion = ana.theirs().things.suggestions.remove(0).item;
    (ana, suggestion, goal)
}

fn accept(ana: &mut Person, suggestion: &SharedSuggestion) -> Touched {
    let (with, into) = (ana.other(), ana.book.place_of(suggestion));
    ana.apply(Act::Accept { with, suggestion: Box::new(suggestion.clone()), into })
}

fn last_step(ana: &Person, goal: RecordId) -> step::Step {
    ana.book.steps(goal).pop().unwrap()
}

#[test]
fn a_suggestion_changes_nothing_until_it_is_accepted() {
    let (ana, suggestion, goal) = suggested(Suggested::Step);
    assert_eq!((ana.book.steps(goal).len(), ana.book.given_about(goal).len()), (2, 1));
    assert_eq!(ana.book.place_of(&suggestion), Into::Goal(goal));
}

#[test]
fn a_step_goes_into_its_goal_and_says_where_it_came_from() {
    let (mut ana, suggestion, goal) = suggested(Suggested::Step);
    accept(&mut ana, &suggestion);
    let step = last_step(&ana, goal);
    assert_eq!((step.text(), step.from()), ("Old exam of 2024", "Ben"));
    assert_eq!(step.0.reference(step::ORIGIN), Some(suggestion.id));
    let response = ana.book.response_about(ana.other(), suggestion.id).unwrap();
    assert_eq!((response.status(), response.made()), (ResponseStatus::Accepted, Some(step.id())));
    let file = ana.file(ana.other());
    assert_eq!(file.items.responses[0].status, ResponseStatus::Accepted);
    assert_eq!(file.items.goals[0].steps.len(), 3);
    assert_eq!(ana.book.inbox().len(), 0);
}

#[test]
fn taking_an_acceptance_back_takes_out_the_step_and_the_answer() {
    let (mut ana, suggestion, goal) = suggested(Suggested::Step);
    let accepted = accept(&mut ana, &suggestion);
    ana.undo(&accepted);
    assert_eq!((ana.book.steps(goal).len(), ana.book.inbox().len()), (2, 1));
    assert_eq!(ana.file(ana.other()).items.responses, []);
}

#[test]
fn a_goal_in_the_trash_is_restored() {
    let (mut ana, suggestion, goal) = suggested(Suggested::Step);
    ana.apply(Change::Delete(vec![goal]));
    assert_eq!(ana.book.place_of(&suggestion), Into::Goal(goal));
    accept(&mut ana, &suggestion);
    assert_eq!((ana.book.goal(goal).is_some(), last_step(&ana, goal).text()), (true, "Old exam of 2024"));
}

#[test]
fn for_a_goal_that_was_erased_there_is_a_new_one_of_its_name() {
    let (mut ana, suggestion, goal) = suggested(Suggested::Step);
    ana.apply(Change::Delete(vec![goal]));
    ana.apply(Change::Erase(vec![goal]));
    assert_eq!(ana.book.place_of(&suggestion), Into::NewGoal("Pass calculus".into()));
    accept(&mut ana, &suggestion);
    let made = ana.book.goals().next().unwrap();
    assert!(made.id() != goal && made.title() == "Pass calculus");
    assert_eq!(last_step(&ana, made.id()).text(), "Old exam of 2024");
    let with = ana.other();
    let into_the_old = Act::Accept { with, suggestion: Box::new(suggestion), into: Into::Goal(goal) };
    assert_eq!(ana.refused(into_the_old), ChangeError::Missing);
}

#[test]
fn a_suggestion_about_nothing_or_about_an_entry_makes_a_goal_of_its_own() {
    let (mut ana, mut suggestion, _) = suggested(Suggested::Step);
    suggestion.about = None;
    assert_eq!(ana.book.place_of(&suggestion), Into::NewGoal("Old exam of 2024".into()));
    suggestion.about = Some(About::new("goal", ana.entry("A day"), "  "));
    assert_eq!(ana.book.place_of(&suggestion), Into::NewGoal("Old exam of 2024".into()));
    suggestion.text = "x".repeat(500);
    accept(&mut ana, &suggestion);
    assert_eq!(ana.book.goals().count(), 2);
}

#[test]
fn a_resource_becomes_a_card_with_its_origin() {
    let (mut ana, suggestion, goal) = suggested(Suggested::Resource);
    assert_eq!(ana.book.place_of(&suggestion), Into::Card);
    accept(&mut ana, &suggestion);
    let card = ana.book.strategies().remove(0);
    assert_eq!((card.title(), card.sort()), ("Old exam of 2024", Sort::Resource));
    let text = |field| card.0.text(field);
    assert_eq!((text(strategy::FROM), text(strategy::LINK)), ("Ben", "https://example.edu"));
    assert_eq!(text(strategy::TEXT), "It worked for me.");
    assert_eq!(card.0.reference(strategy::ORIGIN), Some(suggestion.id));
    assert_eq!(ana.book.response_about(ana.other(), suggestion.id).unwrap().made(), Some(card.id()));
    assert_eq!(ana.book.steps(goal).len(), 2);
}

#[test]
fn a_suggestion_accepted_twice_is_answered_once_and_the_answer_names_the_last() {
    let (mut ana, suggestion, goal) = suggested(Suggested::Step);
    accept(&mut ana, &suggestion);
    accept(&mut ana, &suggestion);
    assert_eq!((ana.book.steps(goal).len(), ana.book.responses_to(ana.other()).count()), (4, 1));
    let made = ana.book.response_about(ana.other(), suggestion.id).unwrap().made();
    assert_eq!(made, Some(last_step(&ana, goal).id()));
}
