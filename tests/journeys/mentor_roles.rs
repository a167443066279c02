//! The same two people the other way round: Ben shares a goal of his, and Ana answers.

use super::mentor_pair::{GOAL, bring_in, page_of, shared};
use crate::harness::{Finds as _, World, journey};
use crate::screens::{App, Goals, Mentoring};

const HIS: &str = "Sing in a choir";
const PRAISE: &str = "I heard you sing once.";
const SUGGESTED: &str = "Ask the one in your street";

journey!(who_is_mentored_can_mentor_too);
async fn who_is_mentored_can_mentor_too(world: World) {
    let (ana, ben) = shared(&world).await;
    Goals::open(&ben).await.add(HIS).await;
    let share = page_of(&ben, "Ana").await.share().await;
    share.choose(&[HIS]).await;
    let file = share.preview().await.save().await;

    let person = bring_in(&ana, &file, "Ben").await;
    let answer = person.answer(HIS).await.says("Encouragement", PRAISE).await;
    answer.suggests(SUGGESTED).await.rates(3).await.add().await;
    let answered = person.reply().await.save().await;

    let person = bring_in(&ben, &answered, "Ana").await;
    person.page().region("For you").says(PRAISE).await;
    person.page().region("Goals").says(GOAL).await;
    is_answered_in_the_inbox(&ben).await;
    let goal = Goals::open(&ben).await.open_goal(HIS).await;
    let given = goal.page().region("From others");
    given.says("Ana rated it 3 of 10").await;
    given.field("Your response").beside(PRAISE).holds("You were there?").await;
    given.button("Accept").activate().await;
    goal.has_steps(&[SUGGESTED]).await;
    // Ana's goal stays hers: it is shown, and is no goal of Ben's.
    Goals::open(&ben).await.lists_no(GOAL).await;
}

/// What is answered stays in sight, so that the word can be written.
async fn is_answered_in_the_inbox(ben: &App) {
    ben.go_to("Today").await;
    ben.page().region("From others").says("2 items are waiting for your answer.").await;
    Mentoring::open(ben).await;
    let waiting = ben.page().region("Waiting for you");
    waiting.button("Write a response").activate().await;
    waiting.field("Your response").has_focus().await;
    waiting.field("Your response").fill("You were there?").await;
}
