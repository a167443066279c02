//! Finding again what was written: by words, by tag, by goal, by day.

use crate::harness::{Finds as _, Role, World, journey};
use crate::screens::{App, Goals, Journal};

journey!(what_was_written_is_found_by_words_tag_goal_and_day, by_mouse, by_keyboard);
async fn what_was_written_is_found_by_words_tag_goal_and_day(world: World) {
    let ana = world.person("ana").await;
    let app = App::begin_empty(&ana).await;
    Goals::open(&app).await.add("Swim").await;
    Journal::open(&app).await.write("Crème brûlée after the pool.").await.link("Swim").await;
    Journal::open(&app).await.write("Lunch with Zoë.").await.tag("people").await;
    let old = Journal::open(&app).await.write("A year before.").await;
    old.dated("2020-02-29").await;

    let journal = Journal::open(&app).await;
    journal.lists(3).await;
    by_words(&journal).await;
    by_filters(&app, &journal).await;
}

async fn by_words(journal: &Journal) {
    for (words, headings) in [
        ("CREME brulee", vec!["Crème brûlée after the pool."]),
        ("zoe", vec!["Lunch with Zoë."]),
        ("year", vec!["A year before."]),
        ("no such thing", vec![]),
    ] {
        journal.search(words).await;
        journal.lists(headings.len()).await;
        assert_eq!(journal.headings().await, headings, "{words}");
    }
    journal.search("").await;
    journal.lists(3).await;
}

async fn by_filters(app: &App, journal: &Journal) {
    let page = app.page();
    page.the(Role::Summary, "Filter").activate().await;
    page.field("Tag").choose("people").await;
    journal.lists(1).await;
    page.button("Clear").activate().await;
    journal.lists(3).await;
    page.field("Goal").choose("Swim").await;
    journal.lists(1).await;
    page.button("Clear").activate().await;
    page.field("Until").fill_date("2020-12-31").await;
    journal.lists(1).await;
    assert!(page.url().await.contains("2020-12-31"), "days stand in the address");
    page.reload().await;
    journal.lists(1).await;
}
