//! Erasing a person takes along everything between us, and nothing else.

use super::*;
use crate::file::Sender;
use crate::mentoring::response::ResponseStatus;

/// Ana and Ben have written each other; Ana knows Cleo too. Ben's last file, and what is Ana's own.
fn long_acquainted() -> (Person, RecordId, String) {
    let (mut ana, mut ben, goal) = acquainted();
    let (with, of) = (ana.other(), about(goal, "Pass calculus"));
    let said = ben.say(ben.other(), "Try the old exams next.", of.clone());
    ben.suggest(ben.other(), Suggested::Resource, "Old exams", of);
    let text = ben.send(ben.other());
    ana.open(&text);
    let about = About::new("feedback", said, "Try the old exams next.");
    ana.apply(Act::Respond { with, about, status: Some(ResponseStatus::Trying), word: None });
    ana.say(with, "How do you learn?", None);
    let cleo = ana.knows("Cleo", MENTOR);
    ana.say(cleo, "Well done.", None);
    (ana, with, text)
}

fn live_kinds(ana: &Person) -> Vec<String> {
    let live = ana.book.records().filter(|record| record.is_live());
    let mut kinds: Vec<_> = live.map(|record| record.kind().to_owned()).collect();
    kinds.sort_unstable();
    kinds
}

#[test]
fn erasing_takes_everything_of_that_person_along_and_nothing_else() {
    let (mut ana, with, _) = long_acquainted();
    let gone: Vec<_> = ana.book.parts_of(with).map(|part| part.kind().to_owned()).collect();
    assert_eq!(gone.len(), 4, "a file sent, a file received, a response, feedback: {gone:?}");
    ana.apply(Change::Delete(vec![with]));
    ana.apply(Change::Erase(vec![with]));
    assert_eq!(live_kinds(&ana), ["feedback", "goal", "profile", "relationship", "step", "step"]);
    assert!(ana.book.given().is_empty());
}

#[test]
fn a_file_that_comes_afterwards_is_from_someone_new() {
    let (mut ana, with, text) = long_acquainted();
    ana.apply(Change::Delete(vec![with]));
    ana.apply(Change::Erase(vec![with]));
    for _ in 0..2 {
        let Sender::Unknown { could_be, claims_to_be } = ana.preview(&text).sender else { panic!("known") };
        assert_eq!((could_be.len(), claims_to_be), (1, None), "only Cleo, who sent no file yet");
        ana.open(&text);
        let ben = ana.book.relationships().into_iter().find(|one| one.name() == "Ben").unwrap();
        assert!(ben.id() != with && !ana.book.theirs(ben.id()).is_empty());
        assert_eq!(ana.file(ben.id()).items.all().len(), 0, "nothing is shared with someone new");
        let waiting = ana.book.inbox().remove(0);
        let about = About::new("feedback", waiting.given.id(), "Try the old exams next.");
        let status = Some(ResponseStatus::Helped);
        ana.apply(Act::Respond { with: ben.id(), about, status, word: None });
        assert_eq!(ana.file(ben.id()).items.responses.len(), 1, "what was answered can be answered anew");
        ana.apply(Change::Delete(vec![ben.id()]));
        ana.apply(Change::Erase(vec![ben.id()]));
    }
}
