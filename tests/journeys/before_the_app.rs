//! The app is on its way and takes its time: one writes all the same, and every word is there once.

use serde_json::json;

use crate::harness::keys::{self, Key};
use crate::harness::{Finds as _, Page, World, eventually, journey};
use crate::screens::before::places_in;
use crate::screens::{App, Before, Installed, Journal, Rescue, Settings, is_for_everyone};

const WORDS: &str = "I saw the zanzibar";
/// From the narrowest phone to a laptop.
const WIDTHS: [u32; 4] = [320, 360, 800, 1280];

/// As by *Start with an empty notebook*, whatever that is called.
const BEGINS: &str = "
    const name = 'waymark:/:preferences';
    localStorage[name] = JSON.stringify({ ...JSON.parse(localStorage[name] ?? '{}'), begun: true });";

const LEFT_BEHIND: &str = "
    const record = '0d5c7d6a-4f0e-4b6e-9d3c-1f2a3b4c5d6e';
    const begun = { label: 'Entry', text: 'Left behind', record, field: 'text', day: '2026-11-20' };
    localStorage[`waymark:/:rescued:${record}`] = JSON.stringify([begun]);";

/// Waits until nothing is kept beside the notebook of what was typed before the app.
async fn is_taken_in(page: &Page) {
    eventually("what was typed to be in the notebook alone", async || {
        !page.places_with("").await.iter().any(|place| place.contains("rescued:"))
    })
    .await;
}

/// The entries are these, each once, also after a reload.
async fn entries_are(app: &App, texts: &[&str]) {
    for _ in 0..2 {
        for text in texts {
            let journal = Journal::open(app).await;
            journal.lists(texts.len()).await;
            journal.open_entry(text).await.reads(text).await;
        }
        is_taken_in(app.page()).await;
        is_loaded_again(app).await;
    }
}

/// As nobody waits for it to be loaded.
async fn is_loaded_again(app: &App) {
    app.page().script("window.isOld = true", vec![]).await;
    app.page().reload().await;
    eventually("a new page", async || app.page().script("return !window.isOld", vec![]).await == true).await;
    app.is_here().await;
}

journey!(what_is_typed_before_the_app_goes_on_in_it);
async fn what_is_typed_before_the_app_goes_on_in_it(world: World) {
    let ana = Before::person(&world, "ana").await;
    let before = Before::open(&ana).await;
    before.types("I saw the lak.").await;
    keys::press(before.page(), Key::Left).await;
    let app = before.gives_way().await;
    app.page().field("Entry").has_focus().await;
    keys::type_text(app.page(), "e").await;
    app.page().field("Entry").holds("I saw the lake.").await;
    app.is_new().await;
    app.is_saved().await;
    entries_are(&app, &["I saw the lake."]).await;
}

journey!(whoever_waits_in_the_empty_field_is_in_it_when_the_app_comes);
async fn whoever_waits_in_the_empty_field_is_in_it_when_the_app_comes(world: World) {
    let ana = Before::person(&world, "ana").await;
    let before = Before::open(&ana).await;
    before.types("").await;
    let app = before.gives_way().await;
    app.page().field("Entry").has_focus().await;
    Journal::open(&app).await;
    app.page().button("Write your first entry").is_there().await;
}

journey!(neither_a_kill_nor_a_reload_takes_what_was_typed_before_the_app);
async fn neither_a_kill_nor_a_reload_takes_what_was_typed_before_the_app(world: World) {
    let mut ana = Before::person(&world, "ana").await;
    let app = App::begin_empty(&ana).await;
    Journal::open(&app).await.write("Of today").await;
    app.is_saved().await;
    let before = Before::open(&ana).await;
    before.types("Killed").await;
    before.is_logged("Killed").await;
    ana.kill_browser();
    ana.start_browser().await;
    let before = Before::open(&ana).await;
    before.types("Loaded again").await;
    before.reload().await;
    before.types("Taken over").await;
    let app = before.gives_way().await;
    app.page().field("Entry").holds("Taken over").await;
    entries_are(&app, &["Of today", "Killed", "Loaded again", "Taken over"]).await;
}

journey!(what_is_typed_in_one_tab_is_left_alone_by_another);
async fn what_is_typed_in_one_tab_is_left_alone_by_another(world: World) {
    let ana = Before::person(&world, "ana").await;
    let app = App::begin_empty(&ana).await;
    Installed::ready(&app).await;
    let before = Before::open_in(&ana.browser().new_window().await, &world, "").await;
    before.types(WORDS).await;
    before.is_logged(WORDS).await;
    // The other tab has all it needs. By what nobody types any more one sees that it has looked.
    app.page().script(LEFT_BEHIND, vec![]).await;
    is_loaded_again(&app).await;
    let journal = Journal::open(&app).await;
    journal.lists(1).await;
    journal.open_entry("Left behind").await.reads("Left behind").await;
    let app = before.gives_way().await;
    app.page().field("Entry").holds(WORDS).await;
    entries_are(&app, &["Left behind", WORDS]).await;
}

journey!(letters_that_are_being_put_together_are_waited_for);
async fn letters_that_are_being_put_together_are_waited_for(world: World) {
    let ana = Before::person(&world, "ana").await;
    let before = Before::open(&ana).await;
    before.types("").await;
    let composing = json!({"text": "にほ", "selectionStart": 2, "selectionEnd": 2});
    before.page().devtools("Input.imeSetComposition", composing).await;
    world.network_is_quick();
    let is_ready = "return Boolean(window.wasmBindings)";
    eventually("the app", async || before.page().script(is_ready, vec![]).await == true).await;
    before.page().is_drawn().await;
    before.page().is_drawn().await;
    assert!(before.has_a_field().await, "the field goes while letters are put together");
    before.page().devtools("Input.insertText", json!({"text": "日本"})).await;
    let app = before.gives_way().await;
    keys::type_text(app.page(), "!").await;
    app.page().field("Entry").holds("日本!").await;
}

journey!(where_the_app_does_not_come_the_words_are_safe);
async fn where_the_app_does_not_come_the_words_are_safe(world: World) {
    world.expects("Uncaught TypeError: ");
    let ana = Before::person(&world, "ana").await;
    let before = Before::open(&ana).await;
    before.types(WORDS).await;
    before.is_all_there_is();
    let app = before.app();
    let rescue = Rescue::appeared(&app).await;
    let file = rescue.saves().await;
    assert_eq!(file.texts(), [WORDS]);
    world.network_is_back();
    rescue.reload().await;
    entries_are(&app, &[WORDS]).await;
    // Another person's browser knows nothing of it but the file.
    let ben = world.person("ben").await;
    let app = App::begin_empty(&ben).await;
    Settings::open(&app).await.open_file(&file.path).await.import().await;
    Journal::open(&app).await.lists(1).await;
}

journey!(where_nothing_can_be_stored_the_app_still_gets_the_words);
async fn where_nothing_can_be_stored_the_app_still_gets_the_words(world: World) {
    let ana = Before::person(&world, "ana").await;
    ana.page().blocks_storage().await;
    let before = Before::open(&ana).await;
    before.types(WORDS).await;
    let app = before.gives_way().await;
    app.page().field("Entry").holds(WORDS).await;
    app.is_not_saved().await;
}

journey!(what_was_typed_before_the_app_is_deleted_with_everything);
async fn what_was_typed_before_the_app_is_deleted_with_everything(world: World) {
    let ana = Before::person(&world, "ana").await;
    let before = Before::open(&ana).await;
    before.types(WORDS).await;
    let app = before.gives_way().await;
    app.is_saved().await;
    Settings::open(&app).await.delete_everything().await;
    // The browser looks for an icon of the page that runs nothing.
    world.expects("favicon.ico");
    app.page().is_left_without("zanzibar", &format!("{}icons/icon.svg", world.url())).await;
}

journey!(nothing_moves_when_the_app_comes);
async fn nothing_moves_when_the_app_comes(world: World) {
    for (name, languages) in [("ana", "en-GB,en"), ("eva", "es")] {
        let person = Before::person_who_reads(&world, name, languages).await;
        for begun in [false, true] {
            let before = Before::open(&person).await;
            let mut expected = Vec::new();
            for width in WIDTHS {
                expected.push(before.places(width).await);
            }
            let app = before.gives_way().await;
            for (width, expected) in WIDTHS.into_iter().zip(expected) {
                assert_eq!(places_in(&app, width).await, expected, "{languages}, begun: {begun}, {width} px");
            }
            app.page().script(BEGINS, vec![]).await;
        }
    }
}

journey!(the_place_to_write_before_the_app_is_for_everyone, in_every_language);
async fn the_place_to_write_before_the_app_is_for_everyone(world: World) {
    let ana = Before::person(&world, "ana").await;
    let before = Before::open(&ana).await;
    is_for_everyone(&before.app(), "the place to write before the app").await;
    let before = Before::open_in(before.page(), &world, "#/goals").await;
    assert!(!before.has_a_field().await, "one writes on Today alone");
    is_for_everyone(&before.app(), "another page before the app").await;
    let app = before.gives_way().await;
    app.is_at("Goals").await;
}
