//! Files that come in any order, and more than once, lead to the same notebook.

use std::collections::BTreeSet;
use std::path::PathBuf;

use serde_json::Value;

use super::mentor_pair::{GOAL, STEP, ana_about_to_share, bring_in, file_for, page_of};
use crate::harness::{Finds as _, World, journey, times};
use crate::screens::{App, Goals, Journal, Mentoring, Preview, Settings};

/// As they were sent, and the other way round, first.
const ORDERS: [[usize; 3]; 6] = [[0, 1, 2], [2, 1, 0], [1, 2, 0], [0, 2, 1], [1, 0, 2], [2, 0, 1]];
const RENAMED: &str = "Swim one kilometre by summer";
const ENTRY: &str = "I stayed for half an hour.";

journey!(files_from_someone_come_in_any_order);
async fn files_from_someone_come_in_any_order(world: World) {
    let (ana, ben) = ana_about_to_share(&world).await;
    let backup = Settings::open(&ben).await.back_up().await;
    let files = three_files(&ana).await;
    let mut ends = Vec::new();
    for order in ORDERS.into_iter().take(times(3, ORDERS.len())) {
        ends.push((order, in_order(&world, &backup, &files, order).await));
    }
    let (_, wanted) = &ends[0];
    for (order, end) in &ends {
        assert_eq!(end, wanted, "opened in the order {order:?}");
    }
}

/// The goal alone, then renamed and with an entry, then without the entry and with a step more.
async fn three_files(ana: &App) -> [PathBuf; 3] {
    let first = file_for(ana, "Ben").await;
    Goals::open(ana).await.open_goal(GOAL).await.retitle(RENAMED).await;
    Journal::open(ana).await.write(ENTRY).await;
    let share = page_of(ana, "Ben").await.share().await;
    share.choose(&[ENTRY]).await;
    share.message("It goes well.").await;
    let second = share.preview().await.save().await;
    page_of(ana, "Ben").await.share().await.leave_out(ENTRY).await;
    Goals::open(ana).await.open_goal(RENAMED).await.add_step("Swim 200 m").await;
    [first, second, file_for(ana, "Ben").await]
}

/// What the notebook holds, and what the person's page says.
async fn in_order(
    world: &World,
    backup: &std::path::Path,
    files: &[PathBuf; 3],
    order: [usize; 3],
) -> ((Value, BTreeSet<String>), String) {
    let ben = world.person(&format!("ben-{order:?}")).await;
    let app = App::open(&ben).await;
    Preview::of(&app, backup).await.import().await;
    let mut latest = None;
    for place in order {
        let preview = Mentoring::open(&app).await.open_file(&files[place]).await;
        if latest.is_some_and(|latest| latest > place) {
            preview
                .says("You already have a newer file from them. This one is kept but changes nothing.")
                .await;
        }
        latest = latest.max(Some(place));
        preview.import().await;
    }
    let again = Mentoring::open(&app).await.open_file(&files[order[0]]).await;
    again.says("Everything in it is already here.").await;
    again.cancel().await;
    let person = page_of(&app, "Ana").await;
    let goals = person.page().region("Goals").text().await;
    assert!(goals.contains(RENAMED) && goals.contains(STEP) && goals.contains("Swim 200 m"), "{goals}");
    assert!(person.page().region("Journal entries").text().await.contains("not in the latest file"));
    let shown = person.page().script("return document.querySelector('main').innerText", vec![]).await;
    let end = content(&app).await;
    world.close_browser(ben.browser()).await;
    (end, shown.as_str().expect("a text").to_owned())
}

journey!(answers_come_in_any_order);
async fn answers_come_in_any_order(world: World) {
    let (ana, ben) = ana_about_to_share(&world).await;
    let person = bring_in(&ben, &file_for(&ana, "Ben").await, "Ana").await;
    let backup = Settings::open(&ana).await.back_up().await;
    person.answer(GOAL).await.says("Where to next", "Try one length.").await.add().await;
    let first = person.reply().await.save().await;
    person.answer(GOAL).await.suggests("Count your breaths").await.add().await;
    let second = person.reply().await.save().await;

    let mut ends = Vec::new();
    for (name, files) in [("ana-1", [&first, &second]), ("ana-2", [&second, &first])] {
        let ana = world.person(name).await;
        let app = App::open(&ana).await;
        Preview::of(&app, &backup).await.import().await;
        for file in files {
            bring_in(&app, file, "Ben").await;
        }
        let goal = Goals::open(&app).await.open_goal(GOAL).await;
        goal.page().region("From others").says("Try one length.").await;
        goal.page().region("From others").says("Count your breaths").await;
        ends.push(content(&app).await);
    }
    assert_eq!(ends[0], ends[1], "whichever answer came first");
}

/// All that is said in the notebook. A thing that several files hold stands with the one that was opened first (ADR 15), so the
/// things are compared together: each must be there, with whichever file.
async fn content(app: &App) -> (Value, BTreeSet<String>) {
    let mut records = Settings::open(app).await.read_backup().await.content();
    let mut things = BTreeSet::new();
    for record in records.as_array_mut().expect("records") {
        record.as_object_mut().expect("a record").retain(|name, value| {
            let is_a_part = name.starts_with("items:");
            let lines = value.as_str().filter(|_| is_a_part).unwrap_or_default().lines();
            things.extend(lines.map(str::to_owned));
            !is_a_part
        });
    }
    assert!(!things.is_empty(), "things stand with the files that brought them");
    (records, things)
}
