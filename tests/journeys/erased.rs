//! What is deleted is gone: from the storage, from the copies beside it, from everywhere, before anyone opens the app again.

use std::fmt::Write as _;
use std::path::PathBuf;
use std::time::Duration;

use serde_json::{Value, json};

use super::mentor_pair::{GOAL, page_of, shared};
use crate::harness::{Finds as _, Page, Person, World, eventually, journey, times};
use crate::screens::{App, Goals, Journal, Settings};

/// A word that stands in no sentence of the app.
const CANARY: &str = "zanzibar";
/// So many entries of such a length are packed.
const MANY: usize = 300;
/// As another app hands a file over (`assets/service_worker.js`).
const HANDS_OVER: &str = "
    const [words, done] = arguments;
    caches.open('waymark:/:shared').then((cache) => cache.put('./', new Response(words))).then(() => done());";
const KEEPS_A_FILE: &str = "
    window.showSaveFilePicker = async () =>
        (await navigator.storage.getDirectory()).getFileHandle('zanzibar.json', { create: true });";
/// One shelf cannot be written to until the page is told that it can.
const REFUSES: &str = "
    const { transaction } = IDBDatabase.prototype;
    IDBDatabase.prototype.transaction = function (shelf, mode, ...more) {
        if (shelf === 'snapshots' && mode === 'readwrite' && window.refuses) throw new DOMException('no', 'AbortError');
        return transaction.call(this, shelf, mode, ...more);
    };";
const REFUSED: &str = "the copies saved before imports";

journey!(what_is_deleted_with_everything_is_gone_everywhere);
async fn what_is_deleted_with_everything_is_gone_everywhere(world: World) {
    let app = everywhere(&world).await;
    Settings::open(&app).await.delete_everything().await;
    is_gone(&app, &world).await;
}

journey!(what_is_put_away_is_gone_everywhere);
async fn what_is_put_away_is_gone_everywhere(world: World) {
    let app = everywhere(&world).await;
    Settings::open(&app).await.put_away().await;
    is_gone(&app, &world).await;
}

journey!(what_was_in_the_trash_is_gone_everywhere);
async fn what_was_in_the_trash_is_gone_everywhere(world: World) {
    let app = with_one_deleted(&world).await;
    Settings::open(&app).await.empty_trash().await;
    is_gone(&app, &world).await;
}

journey!(what_was_in_the_trash_is_gone_everywhere_also_after_a_reload);
async fn what_was_in_the_trash_is_gone_everywhere_also_after_a_reload(world: World) {
    let app = with_one_deleted(&world).await;
    app.page().reload().await;
    Settings::open(&app).await.empty_trash().await;
    is_gone(&app, &world).await;
}

journey!(what_someone_sent_is_gone_everywhere_once_their_data_are_removed);
async fn what_someone_sent_is_gone_everywhere_once_their_data_are_removed(world: World) {
    let (_ana, ben) = shared(&world).await;
    // From before this, a copy of all there is stays.
    brings_in(&ben, &world, "Something else.", 3).await;
    page_of(&ben, "Ana").await;
    ben.page().button("Remove their data").activate().await;
    ben.page().dialog("Remove their data").button("Erase for good").activate().await;
    nowhere(&ben, &world, GOAL).await;
}

journey!(a_diary_that_was_taken_back_is_gone_everywhere);
async fn a_diary_that_was_taken_back_is_gone_everywhere(world: World) {
    let ana = world.person("ana").await;
    let app = App::begin_empty(&ana).await;
    Journal::open(&app).await.write("This stays.").await;
    for (words, count) in [(CANARY, MANY), ("Something else.", 3)] {
        brings_in(&app, &world, words, count).await;
    }
    for left in [MANY + 1, 1] {
        app.undo().await;
        Journal::open(&app).await.lists(left).await;
    }
    is_gone(&app, &world).await;
}

journey!(a_place_that_refuses_is_named_and_emptied_at_the_next_start);
async fn a_place_that_refuses_is_named_and_emptied_at_the_next_start(world: World) {
    let mut ana = world.person("ana").await;
    ana.page().before_the_app(REFUSES).await;
    let app = everywhere_for(&ana, &world).await;
    app.page().script("window.refuses = true", vec![]).await;
    Settings::open(&app).await.delete_everything().await;
    app.page().shows(REFUSED).await;
    app.page().button("Try again").activate().await;
    app.page().shows(REFUSED).await;
    ana.kill_browser();
    ana.start_browser().await;
    let app = App::open(&ana).await;
    is_gone(&app, &world).await;
    let app = App::open(&ana).await;
    app.is_new().await;
    app.page().shows_no(REFUSED).await;
}

journey!(a_place_is_emptied_when_it_is_tried_again);
async fn a_place_is_emptied_when_it_is_tried_again(world: World) {
    let ana = world.person("ana").await;
    ana.page().before_the_app(REFUSES).await;
    let app = everywhere_for(&ana, &world).await;
    app.page().script("window.refuses = true", vec![]).await;
    Settings::open(&app).await.delete_everything().await;
    app.page().shows(REFUSED).await;
    app.page().script("window.refuses = false", vec![]).await;
    app.page().button("Try again").activate().await;
    app.page().shows_no(REFUSED).await;
    is_gone(&app, &world).await;
}

journey!(killed_while_everything_is_deleted);
async fn killed_while_everything_is_deleted(world: World) {
    for number in 0..times(2, 50) {
        let mut ana = world.person(&format!("ana-{number}")).await;
        let app = everywhere_for(&ana, &world).await;
        Settings::open(&app).await;
        app.page().button("Delete everything").activate().await;
        app.page().dialog("Delete everything").button("Delete it now").activate().await;
        // The sooner the browser is killed, the more is left to the next start.
        let pause = Duration::from_millis(5 * u64::try_from(number).expect("a small number"));
        drop(tokio::time::timeout(pause, app.is_new()).await);
        ana.kill_browser();
        ana.start_browser().await;
        let app = App::open(&ana).await;
        let settings = Settings::open(&app).await;
        eventually("everything to be there, or nothing of it", async || {
            let left = app.page().places_with(CANARY).await;
            left.is_empty() || has_all(&settings).await
        })
        .await;
    }
}

journey!(whoever_deletes_the_database_is_let_through_and_the_log_comes_back);
async fn whoever_deletes_the_database_is_let_through_and_the_log_comes_back(world: World) {
    const DELETES: &str = "
        const [done] = arguments;
        const deleting = indexedDB.deleteDatabase('waymark:/:');
        deleting.onsuccess = () => done('deleted');
        deleting.onblocked = () => done('blocked');";
    let mut ana = world.person("ana").await;
    let app = App::begin_empty(&ana).await;
    Journal::open(&app).await.write(CANARY).await;
    app.is_saved().await;
    assert_eq!(app.page().script_that_calls_back(DELETES, vec![]).await, json!("deleted"));
    eventually("the log to have it again", async || in_log(app.page()).await).await;
    Journal::open(&app).await.write("What was written since.").await;
    app.is_saved().await;
    ana.kill_browser();
    ana.start_browser().await;
    let app = App::open(&ana).await;
    Journal::open(&app).await.lists(2).await;
}

async fn in_log(page: &Page) -> bool {
    page.places_with(CANARY).await.iter().any(|place| place.starts_with("journal"))
}

async fn has_all(settings: &Settings) -> bool {
    let backup = settings.read_backup().await;
    backup.texts("entry", "text").iter().filter(|text| text.contains(CANARY)).count() > MANY
}

/// A notebook whose words stand wherever words can stand.
async fn everywhere(world: &World) -> App {
    let ana = world.person("ana").await;
    everywhere_for(&ana, world).await
}

async fn everywhere_for(person: &Person, world: &World) -> App {
    person.page().before_the_app(KEEPS_A_FILE).await;
    let app = App::begin_empty(person).await;
    Goals::open(&app).await.add(CANARY).await;
    Journal::open(&app).await.write(CANARY).await;
    for words in [CANARY, "Something else."] {
        brings_in(&app, world, words, MANY).await;
    }
    Settings::open(&app).await;
    app.page().button("Keep a file up to date").activate().await;
    app.page().shows("zanzibar.json is kept up to date.").await;
    app.page().script_that_calls_back(HANDS_OVER, vec![Value::from(CANARY)]).await;
    let places = app.page().places_with(CANARY).await;
    for place in [
        "storage: waymark:/:r:",
        "storage: waymark:/:p:",
        "journal",
        "snapshots",
        "handles",
        "waymark:/:shared",
    ] {
        assert!(places.iter().any(|it| it.starts_with(place)), "it stands in {place} at first: {places:?}");
    }
    app
}

/// Several copies of an entry, one of them in a pack, one in a pack in the log, one in a snapshot; it is in the trash.
async fn with_one_deleted(world: &World) -> App {
    let ana = world.person("ana").await;
    let app = App::begin_empty(&ana).await;
    let mut lines = lines_of("Something else.", MANY);
    writeln!(
        lines,
        "{}",
        json!({"date": "2031-05-31", "text": format!("{CANARY} {}", "and on ".repeat(99))})
    )
    .expect("a line");
    brings_in_lines(&app, world, &lines).await;
    brings_in(&app, world, "Something else again.", 3).await;
    let journal = Journal::open(&app).await;
    journal.search(CANARY).await;
    journal.lists(1).await;
    let heading = journal.headings().await.remove(0);
    journal.open_entry(&heading).await.delete().await;
    app.is_saved().await;
    app
}

async fn is_gone(app: &App, world: &World) {
    nowhere(app, world, CANARY).await;
}

async fn nowhere(app: &App, world: &World, words: &str) {
    // The browser looks for an icon of the page that runs nothing.
    world.expects("favicon.ico");
    app.page().is_left_without(words, &format!("{}icons/icon.svg", world.url())).await;
}

async fn brings_in(app: &App, world: &World, words: &str, count: usize) {
    brings_in_lines(app, world, &lines_of(words, count)).await;
}

async fn brings_in_lines(app: &App, world: &World, lines: &str) {
    let path: PathBuf = world.folder().join("diary.jsonl");
    std::fs::write(&path, lines).expect("a diary can be written");
    Settings::open(app).await.open_file(&path).await.import().await;
    app.is_saved().await;
}

fn lines_of(words: &str, count: usize) -> String {
    let line = |number: usize| {
        let text = format!("{number}. {}", format!("{words} ").repeat(99));
        json!({"date": format!("20{:02}-01-{:02}", number / 28, number % 28 + 1), "text": text}).to_string()
            + "\n"
    };
    (0..count).map(line).collect()
}
