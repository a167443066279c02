//! An agreement that both hold, a mentoring that is paused and closed, and everything of a person removed.

use std::fs;

use super::mentor_pair::{GOAL, STEP, ana_about_to_share, bring_in, file_for, page_of, shared};
use crate::harness::{Finds as _, World, eventually, journey};
use crate::screens::{App, Goals, Mentoring, PersonPage, Settings};

const ACCEPTED: &str = "Count your breaths";
const PRIVATE: &str = "He reminds me of my uncle";
const CADENCE: &str = "every second Tuesday";

journey!(an_agreement_counts_when_both_copies_say_the_same, by_keyboard);
async fn an_agreement_counts_when_both_copies_say_the_same(world: World) {
    let (ana, ben) = ana_about_to_share(&world).await;
    let person = page_of(&ana, "Ben").await;
    person.unfold("Your copy").await;
    person.agree_on("How often we talk", CADENCE).await;
    person.agree_on("What I expect", "Honest words").await;
    person.agree_on("Private note", PRIVATE).await;
    let agreement = ana.page().region("Agreement");
    agreement.says("only your copy so far").await;
    ana.page().checkbox("Send the agreement with the next file").activate().await;
    let first = file_for(&ana, "Ben").await;

    let person = bring_in(&ben, &first, "Ana").await;
    let his = ben.page().region("Agreement");
    his.says("proposed to you").await;
    his.says(CADENCE).await;
    person.page().button("Use theirs").activate().await;
    his.says("agreed by both").await;
    person.unfold("Your copy").await;
    // What she expects of him is, in his copy, what they expect.
    person.page().field("What they expect").holds("Honest words").await;
    // Whoever takes it says so with the next file.
    let sends = ben.page().checkbox("Send the agreement with the next file");
    eventually("the agreement to go along", async || sends.is_on().await).await;
    let second = person.reply().await.save().await;

    bring_in(&ana, &second, "Ben").await;
    ana.page().region("Agreement").says("agreed by both").await;
    ana.page().field("Private note").holds(PRIVATE).await;
    let third = page_of(&ana, "Ben").await.reply().await.save().await;
    for file in [first, second, third] {
        let text = fs::read_to_string(file).expect("the file can be read");
        assert!(text.contains(CADENCE), "the agreement is in the file");
        assert!(!text.contains(PRIVATE), "the private note is in no file");
    }
}

journey!(a_mentoring_that_rests_or_ended_stays_readable);
async fn a_mentoring_that_rests_or_ended_stays_readable(world: World) {
    let (_ana, ben) = shared(&world).await;
    let person = page_of(&ben, "Ana").await;
    person.answer(GOAL).await.says("Encouragement", "You went again.").await.add().await;
    person.unfold("Look back").await;
    person.agree_on("What did I learn?", "To ask first.").await;
    for (button, state, other) in [
        ("Pause", "Paused", "Resume"),
        ("Resume", "Active", "Pause"),
        ("Close this mentoring", "Closed", "Resume"),
    ] {
        ben.page().button(button).activate().await;
        ben.page().shows(state).await;
        ben.page().button(other).is_there().await;
        is_readable(&person).await;
    }
    ben.is_saved().await;
    ben.page().reload().await;
    let person = page_of(&ben, "Ana").await;
    person.page().shows("Closed").await;
    is_readable(&person).await;
    let backup = Settings::open(&ben).await.read_backup().await;
    backup.the("relationship", "learned", "To ask first.");
    page_of(&ben, "Ana").await.page().button("Resume").activate().await;
    ben.page().shows("Active").await;
}

async fn is_readable(person: &PersonPage) {
    person.page().region("Goals").says(GOAL).await;
    person.page().region("What you wrote for them").field("Encouragement").holds("You went again.").await;
}

journey!(their_data_goes_and_what_was_accepted_stays);
async fn their_data_goes_and_what_was_accepted_stays(world: World) {
    let (ana, ben) = shared(&world).await;
    let person = page_of(&ben, "Ana").await;
    let answer = person.answer(GOAL).await.says("Where to next", "Try one length.").await;
    answer.suggests(ACCEPTED).await.add().await;
    let reply = person.reply().await.save().await;
    bring_in(&ana, &reply, "Ben").await;
    ana.page().button("Accept").activate().await;
    let person = page_of(&ana, "Ben").await;
    person.agree_on("Private note", PRIVATE).await;

    ana.page().button("Remove their data").activate().await;
    let dialog = ana.page().dialog("Remove their data");
    dialog.says("Your own goals, entries and accepted steps stay.").await;
    dialog.button("Erase for good").activate().await;
    ana.is_at("Mentoring").await;
    ana.page().link("Ben").is_gone().await;
    Goals::open(&ana).await.open_goal(GOAL).await.has_steps(&[STEP, ACCEPTED]).await;
    is_erased(&ana).await;
    // Ben keeps what he has: nothing that was sent is called back.
    page_of(&ben, "Ana").await.page().region("Goals").says(GOAL).await;
}

async fn is_erased(ana: &App) {
    let backup =
        fs::read_to_string(Settings::open(ana).await.back_up().await).expect("the backup can be read");
    for words in ["Try one length.", PRIVATE] {
        assert!(!backup.contains(words), "{words} is erased");
    }
    Mentoring::open(ana).await;
    ana.is_saved().await;
    let stored = ana.page().stored().await;
    let left: Vec<_> = stored.values().filter(|value| value.contains(PRIVATE)).collect();
    assert!(left.is_empty(), "nothing of it is stored: {left:?}");
}
