//! When the browser's storage refuses or was damaged: the app opens, says so, and loses nothing it can read.

use crate::harness::{Finds as _, Page, World, eventually, journey};
use crate::screens::{App, Goals, Settings};

journey!(with_storage_blocked_the_app_opens_and_says_so);
async fn with_storage_blocked_the_app_opens_and_says_so(world: World) {
    let ana = world.person("ana").await;
    ana.page().blocks_storage().await;
    let app = App::begin_empty(&ana).await;
    app.page().shows("This browser does not let Waymark store anything.").await;
    let goal = Goals::open(&app).await.add("Swim").await;
    goal.add_step("Find a pool").await;
    app.page().shows("Not saved").await;
    let backup = Settings::open(&app).await.read_backup().await;
    backup.the("step", "text", "Find a pool");
}

journey!(a_damaged_value_is_kept_and_the_rest_opens);
async fn a_damaged_value_is_kept_and_the_rest_opens(world: World) {
    let ana = world.person("ana").await;
    let app = App::begin_empty(&ana).await;
    for title in ["Swim", "Sing"] {
        Goals::open(&app).await.add(title).await;
    }
    app.is_saved().await;
    let damaged = damage(&app, "Swim").await;

    app.page().loses_its_databases(world.url()).await;
    let goals = Goals::open(&app).await;
    goals.lists("Sing").await;
    goals.lists_no("Swim").await;
    let settings = Settings::open(&app).await;
    app.page().shows("1 stored item could not be read.").await;
    let download = app.page().button("Download what could not be read");
    let file = app.page().downloaded_by(download.activate()).await;
    let kept = std::fs::read_to_string(file).expect("the download can be read");
    let quoted = serde_json::to_string(&damaged).expect("a string");
    assert!(kept.contains(&damaged) || kept.contains(quoted.trim_matches('"')), "the bytes are kept: {kept}");

    settings.call_me("Ana").await;
    app.is_saved().await;
    app.page().reload().await;
    Goals::open(&app).await.lists("Sing").await;
    let stored = app.page().stored().await;
    assert!(stored.values().any(|value| value.contains(&damaged)), "the damaged value is still stored");
}

journey!(what_was_damaged_lately_comes_back_from_the_log);
async fn what_was_damaged_lately_comes_back_from_the_log(world: World) {
    let ana = world.person("ana").await;
    let app = App::begin_empty(&ana).await;
    Goals::open(&app).await.add("Swim").await;
    app.is_saved().await;
    damage(&app, "Swim").await;
    app.page().reload().await;
    Goals::open(&app).await.lists("Swim").await;
    Settings::open(&app).await;
    app.page().shows("1 stored item could not be read.").await;
    app.is_saved().await;
    app.page().loses_its_databases(world.url()).await;
    Goals::open(&app).await.lists("Swim").await;
}

journey!(an_empty_notebook_that_the_storage_lost_is_no_alarm);
async fn an_empty_notebook_that_the_storage_lost_is_no_alarm(world: World) {
    let ana = world.person("ana").await;
    let app = App::begin_empty(&ana).await;
    Settings::open(&app).await;
    app.page().shows("What you write is safe within a second").await;
    let before = whose(app.page()).await;
    app.page().before_the_app("localStorage.clear()").await;
    app.page().reload().await;
    eventually("the log to bring it back", async || whose(app.page()).await == before).await;
    app.is_at("Settings").await;
    app.page().shows_no("Everything was deleted").await;
}

/// Cuts the stored value that has `words` in it in half; gives back what is left of it.
async fn damage(app: &App, words: &str) -> String {
    let page = app.page();
    let quoted = format!("\"{words}\"");
    eventually(&format!("{words} to be stored"), async || {
        page.stored().await.values().any(|v| v.contains(&quoted))
    })
    .await;
    let stored = page.stored().await;
    let (key, value) = stored.iter().find(|(_, value)| value.contains(&quoted)).expect("just seen");
    let half: String = value.chars().take(value.chars().count() / 2).collect();
    // Nothing is saved meanwhile: the app has said that all is saved.
    page.store(key, &half).await;
    half
}

/// What the storage says of whose notebook it is.
async fn whose(page: &Page) -> Vec<String> {
    page.stored().await.into_values().filter(|text| text.contains("\"notebook\"")).collect()
}
