//! The same two people the other way round: Ben shares a goal of his, and Ana answers.

use super::mentor_pair::{GOAL, bring_in, page_of, shared};
use crate::harness::{Finds as _, World, journey};
use crate::screens::Goals;

const HIS: &str = "Sing in a choir";
const SUGGESTED: &str = "Ask the one in your street";

journey!(who_is_mentored_can_mentor_too);
async fn who_is_mentored_can_mentor_too(world: World) {
    let (ana, ben) = shared(&world).await;
    Goals::open(&ben).await.add(HIS).await;
    let share = page_of(&ben, "Ana").await.share().await;
    share.choose(&[HIS]).await;
    let file = share.preview().await.save().await;

    let person = bring_in(&ana, &file, "Ben").await;
    let answer = person.answer(HIS).await.says("Encouragement", "I heard you sing once.").await;
    answer.suggests(SUGGESTED).await.rates(3).await.add().await;
    let answered = person.reply().await.save().await;

    let person = bring_in(&ben, &answered, "Ana").await;
    person.page().region("For you").says("I heard you sing once.").await;
    person.page().region("Goals").says(GOAL).await;
    let goal = Goals::open(&ben).await.open_goal(HIS).await;
    let given = goal.page().region("From others");
    given.says("Ana saw it at 3 of 10").await;
    given.button("Mark as read").activate().await;
    given.button("Accept").activate().await;
    goal.has_steps(&[SUGGESTED]).await;
    // Ana's goal stays hers: it is shown, and is no goal of Ben's.
    Goals::open(&ben).await.lists_no(GOAL).await;
}
