//! A long diary comes in: previewed, refused where it does not fit, brought in part, searched, taken back; and as a whole,
//! in a quarter of the storage, the same to the byte wherever it goes.

use std::path::PathBuf;

use serde_json::json;

use crate::harness::{Diary, Page, World, journey};
use crate::screens::{App, Journal, Settings, is_for_everyone};

/// As many of the diary's entries as come in.
const PART: usize = 2_000;
const WORD: &str = "physician";
/// What a browser gives, in UTF-16 units, and how much of it is left to the app where there is little room.
const CAPACITY: usize = 5_242_880;
const LITTLE: usize = 950_000;

/// Fills the storage, but for so many units, with what another app might keep there.
const FILL: &str = "
    const [capacity, left] = arguments;
    const used = Object.entries(localStorage).reduce((sum, [key, text]) => sum + key.length + text.length, 0);
    localStorage.setItem('other', 'x'.repeat(capacity - used - left - 'other'.length));";

journey!(a_diary_comes_in_as_far_as_there_is_room);
async fn a_diary_comes_in_as_far_as_there_is_room(world: World) {
    let diary = Diary::at_hand(world.folder());
    let ana = world.person("ana").await;
    let app = App::begin_empty(&ana).await;
    Journal::open(&app).await.write("Mine alone.").await;
    app.is_saved().await;
    leave_little_room(app.page()).await;

    is_refused_as_a_whole(&app, &diary).await;
    brings_in_a_part(&app, &diary).await;
    app.undo().await;
    Journal::open(&app).await.lists(1).await;
    brings_in_a_part(&app, &diary).await;
    finds_what_is_in_it(&app, &diary).await;

    app.page().reload().await;
    finds_what_is_in_it(&app, &diary).await;
    adds_nothing_twice(&app, &diary).await;
}

async fn leave_little_room(page: &Page) {
    page.script(FILL, vec![json!(CAPACITY), json!(LITTLE)]).await;
}

async fn is_refused_as_a_whole(app: &App, diary: &Diary) {
    let before = app.page().stored().await;
    let preview = Settings::open(app).await.open_file(&diary.path).await;
    preview.says("3,415 entries").await;
    preview.says("January 10, 1660").await;
    preview.says("June 10, 1669").await;
    preview.import_in_vain().await;
    let said = preview.dialog().text().await;
    assert!(said.contains("5,242,880"), "the room there is in all is named: {said}");
    preview.cancel().await;
    let after = app.page().stored().await;
    assert_eq!(before, after, "what is stored is unchanged to the byte");
}

async fn brings_in_a_part(app: &App, diary: &Diary) {
    let preview = Settings::open(app).await.open_file(&diary.path).await;
    preview.take_days(&diary.entries[0].date, &diary.entries[PART - 1].date).await;
    preview.says("2,000 entries").await;
    preview.import().await;
    app.is_saved().await;
}

async fn finds_what_is_in_it(app: &App, diary: &Diary) {
    let journal = Journal::open(app).await;
    journal.lists(PART + 1).await;
    journal.search(WORD).await;
    let found = diary.having(WORD, PART);
    journal.lists(found).await;
    assert_eq!(journal.headings().await.len(), found, "the search lists what a plain text search finds");
    journal.search("").await;
}

async fn adds_nothing_twice(app: &App, diary: &Diary) {
    let preview = Settings::open(app).await.open_file(&diary.path).await;
    preview.take_days(&diary.entries[0].date, &diary.entries[PART - 1].date).await;
    preview.says("2,000 already here").await;
    preview.says("There is nothing to bring in").await;
    preview.import().await;
    Journal::open(app).await.lists(PART + 1).await;
}

journey!(the_preview_of_a_diary_is_for_everyone, once);
async fn the_preview_of_a_diary_is_for_everyone(world: World) {
    let ana = world.person("ana").await;
    let app = App::begin_empty(&ana).await;
    leave_little_room(app.page()).await;
    let settings = Settings::open(&app).await;
    let preview = settings.open_file(&Diary::at_hand(world.folder()).path).await;
    is_for_everyone(&app, "the preview of a file").await;
    preview.import_in_vain().await;
    is_for_everyone(&app, "a refused file").await;
    preview.cancel().await;
}

journey!(a_whole_diary_takes_a_quarter_of_the_room_and_is_the_same_everywhere, once);
async fn a_whole_diary_takes_a_quarter_of_the_room_and_is_the_same_everywhere(world: World) {
    let diary = Diary::at_hand(world.folder());
    let ana = world.person("ana").await;
    let app = App::begin_empty(&ana).await;
    let preview = Settings::open(&app).await.open_file(&diary.path).await;
    preview.says("3,415 entries").await;
    preview.import().await;
    app.is_saved().await;
    Journal::open(&app).await.lists(diary.entries.len()).await;
    let used: usize = app.page().stored().await.iter().map(|(key, text)| units(key) + units(text)).sum();
    println!("the whole diary takes {used} units, {:.2} %", used as f64 * 100.0 / CAPACITY as f64);
    assert!(used * 4 <= CAPACITY, "{used} units are more than a quarter");

    let whole = records(&app).await;
    app.page().loses_its_databases(world.url()).await;
    assert_eq!(records(&app).await, whole, "after a reload, without any database");
    let file = Settings::open(&app).await.back_up().await;
    let ben = world.person("ben").await;
    let elsewhere = App::begin_empty(&ben).await;
    Settings::open(&elsewhere).await.open_file(&file).await.import().await;
    elsewhere.is_saved().await;
    assert_eq!(records(&elsewhere).await, whole, "restored in another browser");
    elsewhere.page().reload().await;
    assert_eq!(records(&elsewhere).await, whole, "restored and opened again");
}

/// What a backup says of the records, to the byte.
async fn records(app: &App) -> String {
    let file: PathBuf = Settings::open(app).await.back_up().await;
    let text = std::fs::read_to_string(file).expect("the backup can be read");
    let (_, records) = text.split_once("\"records\"").expect("records");
    records.to_owned()
}

fn units(text: &str) -> usize {
    text.encode_utf16().count()
}
