//! What leaves is what was chosen, and nothing else.

use super::*;
use crate::mentoring::relationship::{self, RelationshipStatus};
use crate::{entry, step};

fn ids(file: &ShareFile) -> Vec<RecordId> {
    file.items.all().iter().map(|item| item.id()).collect()
}

#[test]
fn a_person_is_added_with_a_name_a_role_and_a_thread() {
    let mut ana = Person::ana();
    let with = ana.knows("  Ben\n", MENTEE);
    let ben = ana.book.relationship(with).unwrap();
    assert_eq!((ben.name(), ben.person(), ben.my_roles()), ("Ben", None, MENTEE));
    assert_eq!((ben.status(), ben.threads().count()), (RelationshipStatus::Active, 1));
    assert_eq!(ana.file(with).thread, ben.threads().next().unwrap());
    assert_eq!(ana.refused(Act::AddPerson { name: " ".into(), my_roles: MENTEE }), {
        ChangeError::Value(crate::field::ValueError::Empty)
    });
}

#[test]
fn nothing_is_shared_by_default() {
    let mut ana = Person::ana();
    let with = ana.knows("Ben", MENTEE);
    ana.goal("Pass calculus", &["Sheet 1"]);
    ana.entry("A day");
    assert_eq!(ids(&ana.file(with)), []);
    assert_eq!((ana.file(with).agreement, ana.file(with).message), (None, String::new()));
}

#[test]
fn a_chosen_goal_brings_its_steps_and_stop_sharing_takes_both_out() {
    let mut ana = Person::ana();
    let (with, cleo) = (ana.knows("Ben", MENTEE), ana.knows("Cleo", MENTEE));
    let goal = ana.goal("Pass calculus", &["Sheet 1", "Sheet 2"]);
    let other = ana.goal("Swim", &["Pool"]);
    ana.choose(with, goal, true);
    let file = ana.file(with);
    let steps: Vec<_> = file.items.goals[0].steps.iter().map(|step| step.text.as_str()).collect();
    assert_eq!((ids(&file), steps), (vec![goal], vec!["Sheet 1", "Sheet 2"]));
    assert_eq!(ids(&ana.file(cleo)), []);
    ana.choose(with, goal, false);
    assert!(!ana.book.relationship(with).unwrap().has(relationship::WITH_STEPS, goal));
    ana.choose(with, other, true);
    assert_eq!(ids(&ana.file(with)), [other]);
    assert!(!share::write(&ana.file(with), "").contains("Sheet"));
}

#[test]
fn what_came_along_before_sharing_was_stopped_does_not_come_along_again_by_itself() {
    let mut ana = Person::ana();
    let with = ana.knows("Ben", MENTEE);
    let goal = ana.goal("Pass calculus", &["Sheet 1"]);
    let (on, note) = (ana.stamp.today, String::new());
    ana.apply(Change::RateGoal { goal, value: 4, on, note });
    ana.choose(with, goal, true);
    let with_ratings =
        Change::Mark { id: with, set: relationship::WITH_RATINGS, member: goal.to_string(), on: true };
    ana.apply(with_ratings);
    assert_eq!(ana.file(with).items.goals[0].ratings.len(), 1);
    ana.choose(with, goal, false);
    ana.choose(with, goal, true);
    assert_eq!(ana.file(with).items.goals[0].ratings, []);
}

#[test]
fn a_step_that_was_added_later_comes_along_and_one_that_was_taken_out_stays_out() {
    let mut ana = Person::ana();
    let with = ana.knows("Ben", MENTEE);
    let goal = ana.goal("Pass calculus", &["Sheet 1"]);
    ana.choose(with, goal, true);
    let later = ana.apply(Change::AddStep { goal, text: "Sheet 2".into() }).created.unwrap();
    assert_eq!(ana.file(with).items.goals[0].steps.len(), 2);
    let without = Change::Mark { id: with, set: relationship::WITHOUT, member: later.to_string(), on: true };
    ana.apply(without);
    assert_eq!(ana.file(with).items.goals[0].steps.len(), 1);
}

#[test]
fn an_entry_shares_its_words_and_only_what_is_ticked_beside() {
    let mut ana = Person::ana();
    let with = ana.knows("Ben", MENTEE);
    let (id, hidden) = (ana.entry("We met."), ana.goal("Hidden", &[]));
    ana.write(id, entry::MOOD, 4);
    ana.write(id, entry::EVIDENCE, "for the portfolio");
    let link = Change::Mark { id, set: entry::GOALS, member: hidden.to_string(), on: true };
    ana.apply(link);
    ana.choose(with, id, true);
    let bare = ana.file(with).items.entries.remove(0);
    assert_eq!((bare.text.as_str(), bare.tags.len(), bare.goals.len()), ("We met.", 0, 0));
    assert!(bare.checks.0.is_empty() && !share::write(&ana.file(with), "").contains("portfolio"));
    for set in [relationship::WITH_TAGS, relationship::WITH_CHECKS] {
        ana.apply(Change::Mark { id: with, set, member: id.to_string(), on: true });
    }
    ana.choose(with, hidden, true);
    let ticked = ana.file(with).items.entries.remove(0);
    assert_eq!((ticked.tags, ticked.goals), (vec!["exam".to_owned()], vec![hidden]));
    assert_eq!(ticked.checks.0, [(entry::MOOD, 4)]);
}

#[test]
fn what_rests_in_the_trash_does_not_leave() {
    let mut ana = Person::ana();
    let with = ana.knows("Ben", MENTEE);
    let (goal, entry) = (ana.goal("Pass calculus", &["Sheet 1"]), ana.entry("A day"));
    let said = ana.say(with, "Thank you.", None);
    for id in [goal, entry] {
        ana.choose(with, id, true);
    }
    assert_eq!(ids(&ana.file(with)).len(), 3);
    ana.apply(Change::Delete(vec![goal, entry, said]));
    assert_eq!(ids(&ana.file(with)), []);
    ana.apply(Change::Restore(vec![goal]));
    assert_eq!(ids(&ana.file(with)), [goal]);
}

#[test]
fn self_checks_and_the_plan_of_a_goal_are_chosen_on_their_own() {
    let mut ana = Person::ana();
    let with = ana.knows("Ben", MENTEE);
    let goal = ana.goal("Pass calculus", &["Sheet 1"]);
    ana.write(goal, goal::IF, "I am tired");
    ana.apply(Change::RateGoal { goal, value: 3, on: ana.stamp.today, note: "so so".into() });
    ana.choose(with, goal, true);
    let bare = ana.file(with).items.goals.remove(0);
    assert_eq!((bare.plan, bare.ratings.len()), (None, 0));
    for set in [relationship::WITH_RATINGS, relationship::WITH_PLAN] {
        ana.apply(Change::Mark { id: with, set, member: goal.to_string(), on: true });
    }
    let chosen = ana.file(with).items.goals.remove(0);
    assert_eq!((chosen.plan.unwrap().obstacle.as_str(), chosen.ratings[0].value), ("I am tired", 3));
}

#[test]
fn a_card_and_a_step_that_came_from_someone_do_not_say_so_to_others() {
    let mut ana = Person::ana();
    let with = ana.knows("Cleo", MENTEE);
    let card = Act::AddStrategy {
        title: "Explain it aloud".into(),
        sort: crate::mentoring::strategy::Sort::Strategy,
        text: String::new(),
        link: String::new(),
        from: "Ben".into(),
        origin: None,
    };
    let (card, goal) = (ana.apply(card).created.unwrap(), ana.goal("Pass calculus", &["Sheet 1"]));
    ana.write(ana.book.steps(goal)[0].id(), step::FROM, "Ben");
    ana.choose(with, card, true);
    ana.choose(with, goal, true);
    assert!(!share::write(&ana.file(with), "").contains("Ben"));
}
