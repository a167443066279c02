//! Leaks that were found, each told as it happened.

use waymark_domain::id::RecordId;
use waymark_domain::mentoring::feedback::Nature;
use waymark_domain::mentoring::relationship::SHARED;
use waymark_domain::mentoring::response::ResponseStatus;
use waymark_domain::mentoring::{About, Act, Roles};
use waymark_domain::{Change, Deed, Notebook, goal};

use crate::common::{Run, notebook};
use crate::laws::bytes;

fn apply(book: &mut Notebook, change: impl Deed, run: &mut Run) -> RecordId {
    book.apply(change, run).unwrap().created.unwrap_or(RecordId::new(uuid::Uuid::nil()))
}

fn with_ana() -> (Notebook, Run, RecordId) {
    let (mut book, mut run) = (notebook(1), Run::new(1));
    let ana = Act::AddPerson { name: "Ana".into(), my_roles: Roles { mentee: true, mentor: false } };
    let ana = apply(&mut book, ana, &mut run);
    (book, run, ana)
}

fn given() -> About {
    About::new("feedback", RecordId::new(uuid::Uuid::from_u128(77)), "Try it before breakfast")
}

#[test]
fn a_question_about_a_goal_of_mine_does_not_name_it_where_the_goal_stays_here() {
    let (mut book, mut run, ana) = with_ana();
    let goal = apply(&mut book, Change::AddGoal { title: "Leave the course".into() }, &mut run);
    let about = Some(About::new(goal::KIND, goal, "Leave the course"));
    let question =
        |about| Act::Say { with: ana, nature: Nature::Question, text: "How did you?".into(), about };
    apply(&mut book, question(about), &mut run);
    let file = bytes(&book, ana).unwrap();
    assert!(file.contains("How did you?"));
    assert!(!file.contains("Leave the course") && !file.contains(&goal.to_string()), "{file}");
    apply(&mut book, Act::Choose { with: ana, id: goal, on: true }, &mut run);
    let file = book.share_file(ana, "2026-11-21".parse().unwrap()).unwrap();
    assert_eq!(file.items.feedback[0].about.as_ref().map(|about| about.id), Some(goal));
    apply(&mut book, Change::Delete(vec![goal]), &mut run);
    assert!(!bytes(&book, ana).unwrap().contains("Leave the course"));
    apply(&mut book, Change::Erase(vec![goal]), &mut run);
    assert!(!bytes(&book, ana).unwrap().contains("Leave the course"));
}

#[test]
fn that_i_read_something_stays_with_me_after_a_word_back_is_emptied() {
    let (mut book, mut run, ana) = with_ana();
    let say = |word: &str| Act::Respond { with: ana, about: given(), status: None, word: Some(word.into()) };
    apply(&mut book, say("Thank you!"), &mut run);
    assert!(bytes(&book, ana).unwrap().contains("Thank you!"));
    apply(&mut book, say(""), &mut run);
    let file = bytes(&book, ana).unwrap();
    assert!(!file.contains("\"read\"") && !file.contains("Try it before breakfast"), "{file}");
}

#[test]
fn that_i_read_something_stays_with_me_whatever_another_device_of_mine_chose() {
    let (mut here, _, ana) = with_ana();
    let mut there = here.clone();
    let respond = |status| Act::Respond { with: ana, about: given(), status: Some(status), word: None };
    let (mut early, mut late) = (Run::new(2), Run::new(3));
    late.now.set(early.now.get() + 1_000_000);
    apply(&mut there, respond(ResponseStatus::Trying), &mut early);
    apply(&mut here, respond(ResponseStatus::Read), &mut late);
    for record in there.records() {
        here.join(record).unwrap();
    }
    let relationship = here.relationship(ana).unwrap();
    assert_eq!(relationship.0.members(SHARED).count(), 1);
    assert!(!bytes(&here, ana).unwrap().contains("\"read\""));
}
