//! What one gives to a person goes with the next file; what one only read does not.

use super::*;
use crate::mentoring::response::ResponseStatus;

#[test]
fn what_is_said_suggested_and_rated_is_chosen_for_the_next_file() {
    let (_, mut ben, goal) = acquainted();
    let with = ben.other();
    let of = about(goal, "Pass calculus");
    let said = ben.say(with, "Try the old exams next.", of.clone());
    let suggested = ben.suggest(with, Suggested::Step, "Old exam of 2024", of.clone());
    ben.apply(Act::RateTheirs { with, goal: of.clone(), value: 7, note: "Close.".into() });
    let items = ben.file(with).items;
    let (feedback, suggestion, view) = (&items.feedback[0], &items.suggestions[0], &items.views[0]);
    assert_eq!(
        (feedback.id, feedback.nature, &feedback.about),
        (said, Nature::FeedForward, &Some(of.clone()))
    );
    assert_eq!(
        (suggestion.id, suggestion.what, &suggestion.about),
        (suggested, Suggested::Step, &Some(of.clone()))
    );
    assert_eq!((view.value, view.note.as_str(), &view.about), (7, "Close.", &of));
    assert_eq!((feedback.on, view.on), (Some(ben.stamp.today), Some(ben.stamp.today)));
    assert_eq!(items.all().len(), 3);
}

#[test]
fn taking_back_what_was_said_takes_it_out_of_the_next_file() {
    let (_, mut ben, _) = acquainted();
    let with = ben.other();
    let act = Act::Say { with, nature: Nature::Thanks, text: "Thanks.".into(), about: None };
    let said = ben.apply(act);
    ben.undo(&said);
    assert_eq!(ben.file(with).items.all().len(), 0);
}

#[test]
fn an_answer_that_says_no_more_than_read_stays_here() {
    let (mut ana, mut ben, goal) = acquainted();
    let said = ben.say(ben.other(), "Try the old exams next.", about(goal, "Pass calculus"));
    ana.open(&ben.send(ben.other()));
    let (with, of) = (ana.other(), About::new("feedback", said, "Try the old exams next."));
    let respond = |status, word: Option<&str>| Act::Respond {
        with,
        about: of.clone(),
        status,
        word: word.map(str::to_owned),
    };
    assert_eq!(ana.book.inbox().len(), 1);
    ana.apply(respond(Some(ResponseStatus::Read), None));
    assert_eq!((ana.book.inbox().len(), ana.file(with).items.responses.len()), (0, 0));
    ana.apply(respond(None, Some("I will.")));
    assert_eq!(ana.file(with).items.responses[0].word, "I will.");
    ana.apply(respond(Some(ResponseStatus::Trying), Some("")));
    assert_eq!(ana.file(with).items.responses[0].status, ResponseStatus::Trying);
    ana.apply(respond(Some(ResponseStatus::Read), None));
    assert_eq!(ana.file(with).items.responses, []);
    assert_eq!(ana.book.responses_to(with).count(), 1);
}

#[test]
fn a_response_comes_back_to_whoever_gave() {
    let (mut ana, mut ben, _) = acquainted();
    let said = ben.say(ben.other(), "Well done.", None);
    ana.open(&ben.send(ben.other()));
    let with = ana.other();
    let of = About::new("feedback", said, "Well done.");
    ana.apply(Act::Respond { with, about: of, status: Some(ResponseStatus::Helped), word: None });
    ben.open(&ana.send(with));
    let response = &ben.theirs().things.responses[0].item;
    assert_eq!((response.about.id, response.status), (said, ResponseStatus::Helped));
}

#[test]
fn a_response_that_was_erased_can_be_given_again() {
    let (mut ana, mut ben, _) = acquainted();
    let said = ben.say(ben.other(), "Well done.", None);
    ana.open(&ben.send(ben.other()));
    let (with, about) = (ana.other(), About::new("feedback", said, "Well done."));
    let respond =
        |word: &str| Act::Respond { with, about: about.clone(), status: None, word: Some(word.into()) };
    let first = ana.apply(respond("Thanks.")).created.unwrap();
    ana.apply(Change::Delete(vec![first]));
    ana.apply(Change::Erase(vec![first]));
    assert_eq!(ana.book.inbox().len(), 1);
    let again = ana.apply(respond("Thank you."));
    assert_eq!(ana.file(with).items.responses[0].word, "Thank you.");
    assert_eq!(ana.book.inbox().len(), 0);
    ana.undo(&again);
    assert_eq!(ana.book.inbox().len(), 1);
}
