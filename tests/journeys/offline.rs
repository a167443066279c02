//! Without a network, and as an installed app: it opens with everything in it, takes a shared file, begins an entry.

use serde_json::{Value, json};

use crate::harness::{Hands, World, journey, run};
use crate::screens::{App, Entry, Goals, Installed, Journal, Preview, Settings};

/// How large a picture is.
const SIZE: &str = "
    const [file, done] = arguments;
    const picture = new Image();
    picture.onload = () => done(`${picture.naturalWidth}x${picture.naturalHeight}`);
    picture.onerror = () => done('missing');
    picture.src = file;";

/// As a browser does when another app shares a file; the page that follows is opened by hand.
const SHARE: &str = "
    const [text, done] = arguments;
    const body = new FormData();
    body.append('file', new File([text], 'shared.json', { type: 'application/json' }));
    fetch('share-target', { method: 'POST', body, redirect: 'manual' }).then((answer) => done(answer.type));";

journey!(the_app_works_when_its_server_is_gone);
async fn the_app_works_when_its_server_is_gone(world: World) {
    without_a_server(world).await;
}

#[test]
fn the_app_works_in_a_folder_of_a_host_that_is_gone() {
    let name = "the_app_works_in_a_folder_of_a_host_that_is_gone";
    run(name, Hands::Mouse, "/any/path/", without_a_server);
}

async fn without_a_server(world: World) {
    let mut ana = world.person("ana").await;
    let app = App::begin_as(&ana, "Ana").await;
    Goals::open(&app).await.add("Swim").await;
    app.is_saved().await;
    Installed::ready(&app).await;
    world.server_stops();
    ana.restart_browser().await;

    let app = App::open(&ana).await;
    Goals::open(&app).await.open_goal("Swim").await.add_step("Find a pool").await;
    Goals::open(&app).await.add("Sing").await;
    Journal::open(&app).await.write("On a train through a tunnel.").await;
    app.is_saved().await;
    app.page().reload().await;
    let journal = Journal::open(&app).await;
    journal.search("tunnel").await;
    journal.lists(1).await;
    let settings = Settings::open(&app).await;
    app.page().shows("Ready to work offline.").await;
    settings.choose_theme("Dark").await;
    let backup = settings.read_backup().await;
    backup.the("goal", "title", "Sing");
    backup.the("step", "text", "Find a pool");
    backup.the("entry", "text", "On a train through a tunnel.");
}

journey!(the_browser_finds_all_it_needs_to_install_the_app);
async fn the_browser_finds_all_it_needs_to_install_the_app(world: World) {
    let ana = world.person("ana").await;
    let app = App::begin_empty(&ana).await;
    let manifest = app.page().devtools("Page.getAppManifest", json!({})).await;
    assert_eq!(manifest["errors"], json!([]), "{manifest}");
    let manifest: Value = serde_json::from_str(manifest["data"].as_str().expect("a manifest")).expect("JSON");
    for icon in manifest["icons"].as_array().expect("icons") {
        let (file, size) = (icon["src"].as_str().expect("a file"), icon["sizes"].as_str().expect("a size"));
        let found = app.page().script_that_calls_back(SIZE, vec![file.into()]).await;
        assert!(found != "missing" && (size == "any" || found == size), "{file} is {found}, not {size}");
    }
    let lacks = app.page().devtools("Page.getInstallabilityErrors", json!({})).await;
    assert_eq!(lacks["installabilityErrors"], json!([]));
}

journey!(a_shared_file_is_shown_once_before_anything_comes_in);
async fn a_shared_file_is_shown_once_before_anything_comes_in(world: World) {
    let (ana, ben) = (world.person("ana").await, world.person("ben").await);
    let theirs = App::begin_empty(&ben).await;
    Goals::open(&theirs).await.add("Swim").await;
    theirs.is_saved().await;
    let file = Settings::open(&theirs).await.back_up().await;
    let text = std::fs::read_to_string(file).expect("the backup can be read");

    let app = App::begin_empty(&ana).await;
    Goals::open(&app).await.add("Sing").await;
    Installed::opened(&app).await;
    let answer = app.page().script_that_calls_back(SHARE, vec![text.into()]).await;
    assert_eq!(answer, "opaqueredirect");
    app.go_to_address("#/opened").await;
    let preview = Preview::opened(&app).await;
    preview.says("1 goal").await;
    assert!(app.page().url().await.ends_with("#/settings"), "reloading looks for no other file");
    preview.import().await;
    Goals::open(&app).await.lists("Swim").await;

    app.go_to_address("#/opened").await;
    app.page().shows("No file arrived.").await;
    app.is_at("Settings").await;
}

journey!(the_shortcut_of_an_installed_app_begins_one_entry);
async fn the_shortcut_of_an_installed_app_begins_one_entry(world: World) {
    let ana = world.person("ana").await;
    let app = App::begin_empty(&ana).await;
    app.is_saved().await;
    app.page().go_to("about:blank").await;
    app.go_to_address("#/journal/new").await;
    let entry = Entry::opened(&app).await;
    entry.write("Begun from the home screen.").await;
    app.is_saved().await;
    app.page().reload().await;
    Entry::opened(&app).await.reads("Begun from the home screen.").await;

    Goals::open(&app).await;
    app.go_to_address("#/journal/new").await;
    Entry::opened(&app).await.write("Begun while it was open.").await;
    app.is_saved().await;
    app.page().script("history.back()", vec![]).await;
    app.is_at("Goals").await;
    let backup = Settings::open(&app).await.read_backup().await;
    assert_eq!(backup.all("entry").len(), 2);
}
