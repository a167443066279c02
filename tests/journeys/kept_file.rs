//! A file that is kept up to date by itself. Nobody can choose one where there is no window, so the browser hands out one of
//! the site's own files instead, which behaves the same.

use serde_json::{Value, json};

use crate::harness::{Finds as _, Page, World, eventually, journey};
use crate::screens::{App, Goals, Settings};

const HANDS_OUT: &str = "
    window.showSaveFilePicker = async () =>
        (await navigator.storage.getDirectory()).getFileHandle('kept.json', { create: true });";

const READ: &str = "
    const [done] = arguments;
    navigator.storage.getDirectory()
        .then((folder) => folder.getFileHandle('kept.json'))
        .then((handle) => handle.getFile())
        .then((file) => file.text())
        .then(done, () => done(''));";

journey!(a_chosen_file_follows_the_notebook_and_no_other_one_takes_its_place);
async fn a_chosen_file_follows_the_notebook_and_no_other_one_takes_its_place(world: World) {
    let ana = world.person("ana").await;
    ana.page().before_the_app(HANDS_OUT).await;
    let app = App::begin_empty(&ana).await;
    Goals::open(&app).await.add("Swim").await;
    let settings = Settings::open(&app).await;
    app.page().button("Keep a file up to date").activate().await;
    app.page().shows("kept.json is kept up to date.").await;
    assert_eq!(goals(app.page()).await, ["Swim"]);

    Goals::open(&app).await.add("Sing").await;
    follows(app.page(), &["Sing", "Swim"]).await;
    app.page().reload().await;
    Goals::open(&app).await.add("Sew").await;
    follows(app.page(), &["Sew", "Sing", "Swim"]).await;

    Settings::open(&app).await;
    settings.delete_everything().await;
    app.is_new().await;
    App::begin_empty(&ana).await;
    Goals::open(&app).await.add("Of another notebook").await;
    Settings::open(&app).await;
    app.page().button("Keep a file up to date").is_there().await;
    assert_eq!(goals(app.page()).await, ["Sew", "Sing", "Swim"], "what was in the file stays there");
}

async fn follows(page: &Page, titles: &[&str]) {
    eventually(&format!("the file to hold {titles:?}"), async || goals(page).await == titles).await;
}

/// The goals in the file, sorted.
async fn goals(page: &Page) -> Vec<String> {
    let text = page.script_that_calls_back(READ, vec![]).await;
    let file: Value = serde_json::from_str(text.as_str().unwrap_or_default()).unwrap_or_default();
    let records = file["records"].as_array().cloned().unwrap_or_default();
    let mut titles: Vec<_> = records
        .iter()
        .filter(|record| record["kind"] == json!("goal"))
        .filter_map(|record| record["title"].as_str().map(str::to_owned))
        .collect();
    titles.sort();
    titles
}
