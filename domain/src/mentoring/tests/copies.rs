//! What someone shares with me: copies that follow the highest number, whatever the order in which files were opened.

use super::*;
use crate::file::Recency;
use crate::mentoring::Standing;
use crate::mentoring::relationship::REMOVED;

fn standings(person: &Person) -> Vec<(String, Standing)> {
    let goals = person.theirs().things.goals.into_iter();
    goals.map(|copy| (copy.item.title, copy.standing)).collect()
}

fn is(title: &str, standing: Standing) -> (String, Standing) {
    (title.to_owned(), standing)
}

#[test]
fn copies_say_how_they_stand_to_the_latest_file() {
    let (mut ana, mut ben, calculus) = acquainted();
    let with = ana.other();
    assert_eq!(standings(&ben), [is("Pass calculus", Standing::Same)]);
    let swim = ana.goal("Swim", &[]);
    ana.choose(with, swim, true);
    let second = ana.send(with);
    let news = ben.preview(&second);
    assert_eq!((news.news(), news.counts["goal"].same, news.recency), (1, 1, Recency::Latest));
    ben.open(&second);
    assert_eq!(standings(&ben), [is("Pass calculus", Standing::Same), is("Swim", Standing::New)]);
    ana.write(swim, goal::TITLE, "Swim far");
    ana.choose(with, calculus, false);
    let third = ana.send(with);
    assert_eq!((ben.preview(&third).counts["goal"].changed, ben.preview(&third).counts["goal"].gone), (1, 1));
    ben.open(&third);
    assert_eq!(
        standings(&ben),
        [is("Swim far", Standing::Changed), is("Pass calculus", Standing::NotInLatest)]
    );
    assert_eq!((ben.theirs().number, ben.theirs().news()), (FIRST + 2, 1));
}

#[test]
fn an_older_file_turns_nothing_back() {
    let (mut ana, mut ben) = (Person::ana(), Person::ben());
    let with = ana.knows("Ben", MENTEE);
    let goal = ana.goal("Swim", &[]);
    ana.choose(with, goal, true);
    let first = ana.send(with);
    ana.write(goal, goal::TITLE, "Swim far");
    let second = ana.send(with);
    ben.open(&second);
    let older = ben.preview(&first);
    assert_eq!((older.recency, older.news()), (Recency::Older, 0));
    ben.open(&first);
    assert_eq!(standings(&ben), [is("Swim far", Standing::Changed)]);
    assert_eq!(ben.theirs().number, FIRST + 1);
}

#[test]
fn an_older_file_is_known_for_one_also_while_the_person_rests_in_the_trash() {
    let (mut ana, mut ben, goal) = acquainted();
    let first = share::write(&ana.file(ana.other()), "test").replacen("20261121002", "20261121001", 1);
    ana.write(goal, goal::TITLE, "Pass analysis");
    ben.open(&ana.send(ana.other()));
    ben.apply(Change::Delete(vec![ben.other()]));
    assert_eq!((ben.preview(&first).recency, ben.preview(&first).news()), (Recency::Here, 0));
    let earlier = first.replacen("Pass calculus", "Pass", 1);
    assert_eq!((ben.preview(&earlier).recency, ben.preview(&earlier).news()), (Recency::Older, 0));
}

#[test]
fn the_same_file_twice_is_here_already() {
    let (ana, mut ben, _) = acquainted();
    let first = share::write(&ana.file(ana.other()), "test").replacen("20261121002", "20261121001", 1);
    assert!(ben.preview(&first).is_nothing());
    let before = ben.book.clone();
    assert!(ben.open(&first).records.is_empty());
    assert_eq!(ben.book, before);
}

#[test]
fn two_files_with_one_number_are_both_kept_and_said() {
    let (mut ana, mut ben, goal) = acquainted();
    let with = ana.other();
    let mut elsewhere = Person { book: ana.book.clone(), stamp: TestStamp::new(11) };
    ana.write(goal, goal::TITLE, "Pass calculus well");
    elsewhere.write(goal, goal::TITLE, "Pass calculus by May");
    let (one, two) = (ana.send(with), elsewhere.send(with));
    ben.open(&one);
    assert_eq!((ben.preview(&two).recency, ben.theirs().twice), (Recency::Twin, false));
    ben.open(&two);
    let mut both = standings(&ben);
    both.sort_by(|a, b| a.0.cmp(&b.0));
    assert_eq!(
        both,
        [is("Pass calculus by May", Standing::Changed), is("Pass calculus well", Standing::Changed)]
    );
    assert!(ben.theirs().twice && ben.theirs().number == FIRST + 1);
    ben.open(&ana.send(with));
    assert_eq!((standings(&ben).len(), ben.theirs().twice), (1, false));
}

#[test]
fn a_removed_copy_stays_removed() {
    let (mut ana, mut ben, goal) = acquainted();
    let with = ben.other();
    let remove = |on| Change::Mark { id: with, set: REMOVED, member: goal.to_string(), on };
    let removed = ben.apply(remove(true));
    assert_eq!(standings(&ben), []);
    ana.write(goal, goal::TITLE, "Pass analysis");
    let next = ana.send(ana.other());
    assert_eq!(ben.preview(&next).news(), 0);
    ben.open(&next);
    assert_eq!(standings(&ben), []);
    ben.undo(&removed);
    assert_eq!(standings(&ben), [is("Pass analysis", Standing::Changed)]);
}

#[test]
fn taking_an_import_back_puts_it_in_the_trash_and_importing_again_brings_it_back() {
    let (mut ana, mut ben) = (Person::ana(), Person::ben());
    let with = ana.knows("Ben", MENTEE);
    let goal = ana.goal("Swim", &[]);
    ana.choose(with, goal, true);
    let text = ana.send(with);
    let opened = ben.open(&text);
    let there = ben.theirs();
    ben.undo(&opened);
    assert_eq!((ben.book.relationships().len(), ben.book.trash().len()), (0, 2));
    assert_eq!(ben.preview(&text).recency, Recency::Latest);
    ben.open(&text);
    assert_eq!((ben.theirs(), ben.book.trash().len()), (there, 0));
}

#[test]
fn taking_back_a_later_file_shows_the_one_before() {
    let (mut ana, mut ben, goal) = acquainted();
    let before = ben.theirs();
    ana.write(goal, goal::TITLE, "Pass analysis");
    let opened = ben.open(&ana.send(ana.other()));
    ben.undo(&opened);
    assert_eq!((ben.theirs(), ben.book.relationships().len()), (before, 1));
}

#[test]
fn how_another_sees_a_goal_stands_beside_it() {
    let (mut ana, mut ben, goal) = acquainted();
    let of = about(goal, "Pass calculus");
    for value in [4, 6] {
        let with = ben.other();
        ben.apply(Act::RateTheirs { with, goal: of.clone(), value, note: String::new() });
    }
    ana.open(&ben.send(ben.other()));
    let seen: Vec<_> = ana.book.seen_by_others(goal).iter().map(|seen| seen.view.value).collect();
    assert_eq!((seen, ana.book.ratings(goal).len()), (vec![4, 6], 0));
}
