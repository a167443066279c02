//! A day with the notebook: the next step ticked on Today, a few words written there, gone on with in the journal.

use crate::harness::{Finds as _, World, journey};
use crate::screens::{App, Entry, Goals, Journal};

journey!(today_leads_from_the_next_step_to_a_page_of_writing);
async fn today_leads_from_the_next_step_to_a_page_of_writing(world: World) {
    let ana = world.person("ana").await;
    let app = App::begin_empty(&ana).await;
    let goal = Goals::open(&app).await.add("Swim").await;
    goal.add_step("Find a pool").await;
    goal.add_step("Swim 200 m").await;

    app.go_to("Today").await;
    let page = app.page();
    page.region("Next steps").button("Done: Find a pool").activate().await;
    page.region("Next steps").button("Done: Swim 200 m").is_there().await;
    page.field("Entry").fill("Today I found a pool").await;
    page.button("Continue this entry").activate().await;
    let entry = Entry::opened(&app).await;
    entry.reads("Today I found a pool").await;
    entry.add(", and it is near.").await;

    Journal::open(&app).await.open_entry("Today I found a pool, and it is near.").await;
    let goal = Goals::open(&app).await.open_goal("Swim").await;
    goal.is_ticked("Find a pool").await;
}

journey!(steps_are_moved_dated_left_out_and_deleted, by_mouse, by_keyboard);
async fn steps_are_moved_dated_left_out_and_deleted(world: World) {
    let ana = world.person("ana").await;
    let app = App::begin_empty(&ana).await;
    let goal = Goals::open(&app).await.add("Swim").await;
    for step in ["One", "Two", "Three"] {
        goal.add_step(step).await;
    }
    goal.more_about("Three").await;
    app.page().button("Move up").activate().await;
    goal.has_steps(&["One", "Three", "Two"]).await;
    goal.field("Due").fill_date("2031-05-31").await;
    app.page().shows("May 31, 2031").await;
    app.page().button("Skip").activate().await;
    app.page().shows("skipped").await;
    app.page().button("Delete step").activate().await;
    goal.has_steps(&["One", "Two"]).await;
    app.undo().await;
    goal.has_steps(&["One", "Three", "Two"]).await;
}
