//! A mentor with five minutes and a phone: opens a file, leaves some feedback and a step, saves the reply.

use super::mentor_pair::{GOAL, ana_about_to_share, file_for};
use crate::harness::{World, journey, layout};
use crate::screens::{Mentoring, PersonPage, Preview};

/// A phone that many have.
const PHONE: (u32, u32) = (360, 740);
/// Taps and fields, from the open app to the saved file.
const MOST: usize = 12;

journey!(a_mentor_with_a_phone_answers_in_a_few_taps);
async fn a_mentor_with_a_phone_answers_in_a_few_taps(world: World) {
    let (ana, ben) = ana_about_to_share(&world).await;
    let file = file_for(&ana, "Ben").await;
    ben.go_to("Today").await;
    ben.page().is_sized(PHONE.0, PHONE.1).await;

    // Each thing that is activated, filled in or picked is one step of the story.
    let story = ben.page().browser().story().clone();
    let before = story.length();
    Mentoring::open(&ben).await;
    let preview = Preview::of(&ben, &file).await;
    preview.import().await;
    let person = PersonPage::opened(&ben, "Ana").await;
    assert_eq!(layout::sticks_out(ben.page()).await, None);
    let answer = person.answer(GOAL).await.says("Where to next", "Try one length without stopping.").await;
    answer.suggests("Count your breaths").await.add().await;
    let reply = person.reply().await;
    assert_eq!(layout::sticks_out(ben.page()).await, None);
    let reply = reply.save().await;
    // A file is opened with two taps: on the button, and on the file.
    let taps = story.length() - before + 1;
    println!("five minutes: {taps} taps and fields");
    assert!(taps <= MOST, "{taps} taps and fields are more than {MOST}");

    ben.page().is_sized_as_usual().await;
    let text = std::fs::read_to_string(reply).expect("the reply can be read");
    assert!(text.contains("Try one length without stopping.") && text.contains("Count your breaths"));
}
