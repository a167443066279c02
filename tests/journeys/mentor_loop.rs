//! The whole way round: Ana shares a goal, Ben answers, Ana takes some of it up, and Ben sees what became of it.

use std::path::{Path, PathBuf};

use crate::harness::{Finds as _, World, journey, json_of};
use crate::screens::{App, Goal, Goals, Journal, Locked, Mentoring, PersonPage, Preview};

const GOAL: &str = "Swim one kilometre";
const NEW_TITLE: &str = "Swim one kilometre by summer";
const STEPS: [&str; 2] = ["Find a pool", "Swim 200 m without a break"];
const ENTRIES: [&str; 2] = ["The water was cold.", "I stayed for half an hour."];
const QUESTION: &str = "How did you learn to breathe?";
const PASSPHRASE: &str = "cold water in June";
const ANSWERS: [(&str, &str); 4] = [
    ("Where to next", "Try one length without stopping."),
    ("How it is going", "Your arms work, your legs rest."),
    ("Where you are going", "Is it about the distance?"),
    ("Question", "What would be enough for now?"),
];
const ACCEPTED: &str = "Count your breaths";
const LEFT: &str = "Swim every morning";
const WORD_BACK: &str = "One length was easier than I thought.";

journey!(a_mentor_answers_and_hears_what_became_of_it, by_mouse, by_keyboard);
async fn a_mentor_answers_and_hears_what_became_of_it(world: World) {
    let (ana, ben) = (world.person("ana").await, world.person("ben").await);
    let (ana, ben) = (App::begin_as(&ana, "Ana").await, App::begin_as(&ben, "Ben").await);

    let asked = ana_shares(&ana).await;
    let answered = ben_answers(&ben, &asked).await;
    let went_on = ana_takes_some_of_it_up(&ana, &answered).await;
    ben_sees_what_became_of_it(&ben, &went_on).await;
    for file in [asked, went_on] {
        is_already_here(&ben, &file).await;
    }
    is_already_here(&ana, &answered).await;
}

/// A goal, two entries and a question, in a file that only a passphrase opens.
async fn ana_shares(ana: &App) -> PathBuf {
    let goal = Goals::open(ana).await.add(GOAL).await;
    for step in STEPS {
        goal.add_step(step).await;
    }
    for words in ENTRIES {
        Journal::open(ana).await.write(words).await;
    }
    let ben = Mentoring::open(ana).await.add_person("Ben", "They mentor me").await;
    let share = ben.share().await;
    share.choose(&[GOAL, ENTRIES[0], ENTRIES[1]]).await;
    share.ask(QUESTION).await;
    share.message("Have a look when you find a moment.").await;
    let preview = share.preview().await;
    preview.says("1 goal, 2 entries, 1 message or question").await;
    preview.says(ENTRIES[1]).await;
    preview.lock(PASSPHRASE).await;
    preview.save().await
}

async fn ben_answers(ben: &App, file: &Path) -> PathBuf {
    Mentoring::open(ben).await;
    ben.is_saved().await;
    let before = ben.page().stored().await;
    let locked = Locked::of(ben, file).await;
    locked.refuses("cold water in May", "That is not the passphrase.").await;
    assert_eq!(before, ben.page().stored().await, "a wrong passphrase changes nothing");
    let preview = locked.unlock(PASSPHRASE).await;
    preview.says("From someone new? The file says that it is from Ana").await;
    preview.import().await;

    let ana = PersonPage::opened(ben, "Ana").await;
    for words in ["Have a look when you find a moment.", STEPS[1], ENTRIES[0]] {
        ana.page().shows(words).await;
    }
    ben_writes_of_each_kind(&ana).await;
    ana.page().button("Write a response").beside(QUESTION).activate().await;
    ana.page().field("Your response").beside(QUESTION).fill("Slowly, and with a friend.").await;
    let reply = ana.reply().await;
    reply.says("7 messages and questions, 2 suggestions, 1 rating, 1 response").await;
    reply.save().await
}

async fn ben_writes_of_each_kind(ana: &PersonPage) {
    for (place, (kind, words)) in ANSWERS.into_iter().enumerate() {
        let answer = ana.answer(GOAL).await.says(kind, words).await;
        match place {
            0 => answer.suggests(ACCEPTED).await.rates(6).await.add().await,
            1 => answer.suggests(LEFT).await.add().await,
            _ => answer.add().await,
        }
    }
    ana.answer(ENTRIES[1]).await.says("Encouragement", "You stayed, though it was cold.").await.add().await;
    ana.answer("In general").await.says("Thank you", "For your trust.").await.add().await;
    let learned = ana.answer("In general").await;
    learned.says("What I learned from you", "Cold water is still water.").await.add().await;
}

/// Accepts one step and leaves the other, tries one thing out, writes a response, and goes on with the goal.
async fn ana_takes_some_of_it_up(ana: &App, file: &Path) -> PathBuf {
    let preview = Mentoring::open(ana).await.open_file(file).await;
    preview.says("The first answer to what you sent Ben.").await;
    preview.says("7 messages and questions").await;
    preview.import().await;
    PersonPage::opened(ana, "Ben").await;

    let goal = Goals::open(ana).await.open_goal(GOAL).await;
    let given = goal.page().region("From others");
    given.says("Ben rated it 6 of 10").await;
    given.button("Accept").beside(ACCEPTED).activate().await;
    goal.has_steps(&[STEPS[0], STEPS[1], ACCEPTED]).await;
    given.button("Not now").beside(LEFT).activate().await;
    given.button("Not now").beside(LEFT).is_gone().await;
    tries_it_out(&goal, ANSWERS[0].1).await;
    goal.retitle(NEW_TITLE).await;
    let ben = Mentoring::open(ana).await.open_person("Ben").await;
    ben.page().region("What became of it").says("Slowly, and with a friend.").await;
    ben.reply().await.save().await
}

async fn tries_it_out(goal: &Goal, feedback: &str) {
    let given = goal.page().region("From others");
    given.button("I will try it").beside(feedback).activate().await;
    given.button("It helped").beside(feedback).activate().await;
    given.field("Your response").beside(feedback).fill(WORD_BACK).await;
}

async fn ben_sees_what_became_of_it(ben: &App, file: &Path) {
    // On her own page, which says at once what came.
    Mentoring::open(ben).await.open_person("Ana").await;
    let preview = Preview::of(ben, file).await;
    preview.says("From Ana.").await;
    preview.says("1 changed").await;
    preview.import().await;
    let ana = PersonPage::opened(ben, "Ana").await;
    let goals = ana.page().region("Goals");
    goals.says(NEW_TITLE).await;
    goals.says("changed").await;
    goals.says(ACCEPTED).await;
    let became = ana.page().region("What became of it");
    for words in ["helped", WORD_BACK, "accepted", "not now"] {
        became.says(words).await;
    }
}

async fn is_already_here(app: &App, file: &Path) {
    Mentoring::open(app).await;
    let is_sealed = json_of(file)["format"] == "waymark-sealed";
    let preview = if is_sealed {
        Locked::of(app, file).await.unlock(PASSPHRASE).await
    } else {
        Preview::of(app, file).await
    };
    preview.says("Everything in it is already here.").await;
    preview.cancel().await;
}
