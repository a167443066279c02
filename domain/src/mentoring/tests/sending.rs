//! A file that left is in the ledger for good.

use super::*;
use crate::history::History;
use crate::mentoring::relationship::{MESSAGE, SHARED};
use crate::mentoring::{Leaving, Since};

fn since(person: &Person, with: RecordId, nth: usize) -> Vec<Since> {
    let leaving = Leaving::of(&person.file(with));
    person.book.sent_to(with)[nth].items().iter().map(|item| leaving.since(item)).collect()
}

#[test]
fn the_number_counts_up_and_the_message_is_cleared() {
    let mut ana = Person::ana();
    let (with, cleo) = (ana.knows("Ben", MENTEE), ana.knows("Cleo", MENTEE));
    ana.write(with, MESSAGE, "Hello");
    let first = ana.file(with);
    ana.send(with);
    assert_eq!((first.number, first.message.as_str()), (FIRST, "Hello"));
    assert_eq!((ana.file(with).number, ana.file(with).message), (FIRST + 1, String::new()));
    ana.send(with);
    assert_eq!((ana.file(with).number, ana.file(cleo).number), (FIRST + 2, FIRST));
    let sent = ana.book.sent_to(with);
    let told: Vec<_> = sent.iter().map(|sent| (sent.number(), sent.message())).collect();
    assert_eq!(told, [(FIRST + 1, ""), (FIRST, "Hello")]);
    assert_eq!(sent[0].on(), Some(ana.stamp.today));
}

#[test]
fn a_file_that_left_cannot_be_taken_back() {
    let mut ana = Person::ana();
    let (with, mut history) = (ana.knows("Ben", MENTEE), History::default());
    let goal = ana.goal("Pass calculus", &[]);
    let chosen = ana.choose(with, goal, true);
    history.push(&chosen, None);
    ana.write(with, MESSAGE, "Hello");
    let file = Box::new(ana.file(with));
    let sent = ana.apply(Act::NoteSent { with, file });
    history.push(&sent, None);
    assert!(sent.undo.is_empty());
    history.undo(&mut ana.book, &mut ana.stamp);
    assert!(!ana.book.relationship(with).unwrap().has(SHARED, goal), "the step before it is taken back");
    assert_eq!((ana.book.sent_to(with).len(), ana.file(with).number), (1, FIRST + 1));
    assert_eq!(ana.file(with).message, "");
    assert!(!history.can_undo());
}

#[test]
fn the_ledger_says_what_became_of_what_was_sent() {
    let mut ana = Person::ana();
    let with = ana.knows("Ben", MENTEE);
    let (goal, entry) = (ana.goal("Pass calculus", &["Sheet 1"]), ana.entry("A day"));
    for id in [goal, entry] {
        ana.choose(with, id, true);
    }
    ana.send(with);
    assert_eq!(since(&ana, with, 0), [Since::Same, Since::Same]);
    ana.apply(Change::AddStep { goal, text: "Sheet 2".into() });
    assert_eq!(since(&ana, with, 0), [Since::Changed, Since::Same]);
    ana.choose(with, entry, false);
    ana.send(with);
    assert_eq!(since(&ana, with, 0), [Since::Same]);
    assert_eq!(since(&ana, with, 1), [Since::Changed, Since::NotShared]);
    ana.apply(Change::Delete(vec![goal]));
    assert_eq!(since(&ana, with, 0), [Since::NotShared]);
    let item = ana.book.sent_to(with)[1].items().remove(0);
    assert_eq!((item.kind.as_str(), item.id, item.title.as_str()), ("goal", goal, "Pass calculus"));
}

#[test]
fn the_largest_number_is_not_passed() {
    let mut ana = Person::ana();
    let with = ana.knows("Ben", MENTEE);
    let file = ShareFile { number: share::NUMBER_MAX, ..ana.file(with) };
    ana.apply(Act::NoteSent { with, file: Box::new(file) });
    assert_eq!(ana.file(with).number, share::NUMBER_MAX);
    ana.send(with);
    assert_eq!(ana.book.sent_to(with).len(), 2);
}
