//! Second thoughts in mentoring: an import taken back with one tap, and a thing that is no longer shared.

use std::fs;
use std::path::Path;

use super::mentor_pair::{GOAL, ana_about_to_share, bring_in, file_for, page_of, shared};
use crate::harness::{Finds as _, Name, Role, World, eventually, journey, starting};
use crate::screens::{App, Goals, Journal, Mentoring};

const ENTRIES: [&str; 2] = ["The water was cold.", "I stayed for half an hour."];

journey!(one_tap_takes_back_what_came_in);
async fn one_tap_takes_back_what_came_in(world: World) {
    let (ana, ben) = shared(&world).await;
    let person = page_of(&ben, "Ana").await;
    person
        .answer(GOAL)
        .await
        .says("Where to next", "Try one length.")
        .await
        .suggests("Breathe")
        .await
        .add()
        .await;
    let reply = person.reply().await.save().await;

    let page = bring_in(&ana, &reply, "Ben").await;
    page.page().region("For you").says("Try one length.").await;
    // In the message at the edge of the page; the first one is in the top line.
    page.page().button("Undo").nth(1).activate().await;
    shows_nothing_of_ben(&ana).await;

    let page = bring_in(&ana, &reply, "Ben").await;
    page.page().region("For you").says("Try one length.").await;
    ana.undo().await;
    shows_nothing_of_ben(&ana).await;
    ana.redo().await;
    page_of(&ana, "Ben").await.page().region("For you").says("Try one length.").await;
}

async fn shows_nothing_of_ben(ana: &App) {
    ana.page().region("For you").is_gone().await;
    ana.page().shows("There is nothing from Ben yet.").await;
    let goal = Goals::open(ana).await.open_goal(GOAL).await;
    goal.page().region("From others").is_gone().await;
    Mentoring::open(ana).await;
    ana.page().region("Waiting for you").is_gone().await;
}

journey!(a_person_who_came_with_a_file_goes_with_one_tap);
async fn a_person_who_came_with_a_file_goes_with_one_tap(world: World) {
    let (_ana, ben) = shared(&world).await;
    ben.undo().await;
    ben.page().heading("This person is not here").is_there().await;
    ben.page().link("Go to Mentoring").activate().await;
    ben.page().link("Ana").is_gone().await;
    ben.redo().await;
    page_of(&ben, "Ana").await.page().region("Goals").says(GOAL).await;
}

journey!(what_is_no_longer_shared_is_not_in_the_next_file);
async fn what_is_no_longer_shared_is_not_in_the_next_file(world: World) {
    let (ana, ben) = ana_about_to_share(&world).await;
    for words in ENTRIES {
        Journal::open(&ana).await.write(words).await;
    }
    page_of(&ana, "Ben").await.share().await.choose(&ENTRIES).await;
    let first = file_for(&ana, "Ben").await;
    holds(&first, &[GOAL, ENTRIES[0], ENTRIES[1]]);

    let entry = Journal::open(&ana).await.open_entry(ENTRIES[0]).await;
    entry.page().the(Role::Summary, "Share").activate().await;
    entry.page().button("Stop sharing").activate().await;
    entry.page().shows("It will be left out of the next file.").await;
    let goal = Goals::open(&ana).await.open_goal(GOAL).await;
    goal.field("Why it matters").fill("To feel at home in the water.").await;

    let share = page_of(&ana, "Ben").await.share().await;
    let said = async |words: &str| {
        let ledger = ana.page().region("Sent and received");
        eventually(&format!("the ledger to say “{words}”"), async || ledger.text().await.contains(words))
            .await;
    };
    ana.page().region("Sent and received").the(Role::Summary, starting("Saved for them")).activate().await;
    said(&format!("{GOAL} changed since")).await;
    said(&format!("{} no longer shared", ENTRIES[0])).await;
    said(&format!("{} unchanged", ENTRIES[1])).await;
    said("You cannot take back a copy once you have sent it.").await;
    ana.page().shows("was in an earlier file; you cannot take that copy back").await;

    let second = share.preview().await.save().await;
    let text = holds(&second, &[GOAL, ENTRIES[1], "To feel at home in the water."]);
    assert!(!text.contains(ENTRIES[0]), "what is no longer shared is not in the next file");

    bring_in(&ben, &first, "Ana").await;
    let person = bring_in(&ben, &second, "Ana").await;
    let entries = person.page().region("Journal entries");
    entries.says("not in the latest file").await;
    entries.says(ENTRIES[0]).await;
    person.page().button(starting("Remove this copy")).beside(ENTRIES[0]).activate().await;
    person.page().the(Role::Heading, Name::Any).beside(ENTRIES[0]).is_gone().await;
    person.page().shows("Copy removed. Theirs is not affected.").await;
}

/// What a file says, which has these words in it.
fn holds(file: &Path, words: &[&str]) -> String {
    let text = fs::read_to_string(file).expect("the file can be read");
    for words in words {
        assert!(text.contains(words), "{words} is in {}", file.display());
    }
    text
}
