//! Leaving in the middle of something: what was typed is kept, and what was never written is not.

use crate::harness::{Finds as _, Target, World, eventually, journey};
use crate::screens::{App, Entry, Goals, Journal, Settings, is_for_everyone};

/// One character more than an entry takes.
const TOO_LONG: usize = 100_001;
const KEPT: &str = "Something you wrote could not be saved.";

journey!(a_text_that_is_too_long_is_kept_until_it_is_shorter);
async fn a_text_that_is_too_long_is_kept_until_it_is_shorter(world: World) {
    let ana = world.person("ana").await;
    let app = App::begin_empty(&ana).await;
    let page = app.page();
    Journal::open(&app).await.new_entry().await;
    page.field("Entry").paste(&"é".repeat(TOO_LONG)).await;
    page.shows("This is longer than 100,000 characters.").await;
    app.is_not_saved().await;
    assert!(page.asks_before_it_goes().await, "closing the tab would lose it");

    Goals::open(&app).await;
    page.shows(KEPT).await;
    app.is_not_saved().await;
    is_for_everyone(&app, "a text that could not be saved").await;
    page.button("Show it").activate().await;
    let entry = Entry::opened(&app).await;
    is_as_long_as(&page.field("Entry"), TOO_LONG).await;
    entry.write("Shorter.").await;
    app.is_saved().await;
    page.shows_no(KEPT).await;
    assert!(!page.asks_before_it_goes().await, "nothing is lost by closing the tab");

    app.comes_back().await;
    Journal::open(&app).await.open_entry("Shorter.").await.reads("Shorter.").await;
}

journey!(a_text_that_is_too_long_for_today_is_kept_as_well);
async fn a_text_that_is_too_long_for_today_is_kept_as_well(world: World) {
    let ana = world.person("ana").await;
    let app = App::begin_empty(&ana).await;
    let page = app.page();
    page.field("Entry").paste(&"a".repeat(TOO_LONG)).await;
    app.is_not_saved().await;
    Settings::open(&app).await;
    page.button("Show it").activate().await;
    Entry::opened(&app).await;
    is_as_long_as(&page.field("Entry"), TOO_LONG).await;
    // Clearing it is an answer too.
    page.field("Entry").fill("").await;
    app.is_saved().await;
}

journey!(a_field_never_cuts_off_what_is_pasted);
async fn a_field_never_cuts_off_what_is_pasted(world: World) {
    let ana = world.person("ana").await;
    let app = App::begin_empty(&ana).await;
    let goal = Goals::open(&app).await.add("Swim").await;
    goal.field("Why it matters").paste(&"a".repeat(20_000)).await;
    app.is_not_saved().await;
    is_as_long_as(&goal.field("Why it matters"), 20_000).await;
    app.page().shows("This is longer than 10,000 characters.").await;
}

async fn is_as_long_as(field: &Target, count: usize) {
    let look = async || field.value().await.chars().count() == count;
    eventually(&format!("{field} to hold {count} characters"), look).await;
}

journey!(an_entry_in_which_nothing_was_written_is_not_there_the_next_time);
async fn an_entry_in_which_nothing_was_written_is_not_there_the_next_time(world: World) {
    let ana = world.person("ana").await;
    let app = App::begin_empty(&ana).await;
    Journal::open(&app).await.write("Something.").await;
    let entry = Journal::open(&app).await.new_entry().await;
    entry.dated("2024-02-29").await;
    app.is_saved().await;
    app.comes_back().await;
    Journal::open(&app).await.lists(1).await;
}

journey!(a_step_that_was_typed_and_not_added_is_there_the_next_time, by_keyboard);
async fn a_step_that_was_typed_and_not_added_is_there_the_next_time(world: World) {
    let ana = world.person("ana").await;
    let app = App::begin_empty(&ana).await;
    let goal = Goals::open(&app).await.add("Swim").await;
    goal.field("Step").fill("Find a pool").await;
    app.is_saved().await;
    app.comes_back().await;
    Goals::open(&app).await.open_goal("Swim").await.has_steps(&["Find a pool"]).await;
}

journey!(who_goes_back_while_writing_loses_nothing);
async fn who_goes_back_while_writing_loses_nothing(world: World) {
    let ana = world.person("ana").await;
    let app = App::begin_empty(&ana).await;
    Settings::open(&app).await;
    app.go_to("Today").await;
    // The field has the focus still when its page goes.
    app.page().field("Entry").fill("Half a thought").await;
    app.page().script("history.back()", vec![]).await;
    app.is_at("Settings").await;
    Journal::open(&app).await.open_entry("Half a thought").await.reads("Half a thought").await;
}
