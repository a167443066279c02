//! A long diary comes in: all of it, in a quarter of the room there is; searched, taken back, backed up and restored to the
//! byte. Where there is no room it is refused as a whole.

use std::path::Path;

use crate::harness::{Diary, World, journey};
use crate::screens::{App, Journal, Preview, Settings, is_for_everyone};

/// As many of its entries as there is room for beside another app.
const PART: usize = 1_000;
const COUNT: usize = 3_415;
const WORD: &str = "physician";
/// What a browser gives, in UTF-16 units.
const ROOM: u64 = 5_242_880;
const USED: &str =
    "return Object.entries(localStorage).reduce((sum, [key, value]) => sum + key.length + value.length, 0)";

journey!(a_diary_comes_in_whole);
async fn a_diary_comes_in_whole(world: World) {
    let diary = Diary::at_hand(world.folder());
    let ana = world.person("ana").await;
    let app = App::begin_empty(&ana).await;
    Journal::open(&app).await.write("Mine alone.").await;
    app.is_saved().await;

    brings_it_in(&app, &diary).await;
    app.undo().await;
    Journal::open(&app).await.lists(1).await;
    brings_it_in(&app, &diary).await;
    finds_what_is_in_it(&app, &diary).await;

    app.page().reload().await;
    finds_what_is_in_it(&app, &diary).await;
    adds_nothing_twice(&app, &diary).await;
}

async fn brings_it_in(app: &App, diary: &Diary) {
    let preview = Settings::open(app).await.open_file(&diary.path).await;
    preview.says("3,415 entries").await;
    preview.says("January 10, 1660").await;
    preview.says("June 10, 1669").await;
    preview.import().await;
    app.is_saved().await;
}

async fn finds_what_is_in_it(app: &App, diary: &Diary) {
    let journal = Journal::open(app).await;
    journal.lists(COUNT + 1).await;
    journal.search(WORD).await;
    let found = diary.having(WORD, COUNT);
    journal.lists(found).await;
    assert_eq!(journal.headings().await.len(), found, "the search lists what a plain text search finds");
    journal.search("").await;
}

async fn adds_nothing_twice(app: &App, diary: &Diary) {
    let preview = Settings::open(app).await.open_file(&diary.path).await;
    preview.says("3,415 already here").await;
    preview.says("There is nothing to import").await;
    preview.import().await;
    Journal::open(app).await.lists(COUNT + 1).await;
}

journey!(a_diary_is_the_same_to_the_byte_wherever_it_goes);
async fn a_diary_is_the_same_to_the_byte_wherever_it_goes(world: World) {
    let diary = Diary::at_hand(world.folder());
    let (ana, ben) = (world.person("ana").await, world.person("ben").await);
    let app = App::begin_empty(&ana).await;
    brings_it_in(&app, &diary).await;
    takes_a_quarter_at_most(&app).await;
    let file = Settings::open(&app).await.back_up().await;
    let first = all_but_the_moment(&file);
    let texts = first.matches("\n      \"text\": ").count();
    assert_eq!(texts, COUNT, "every entry is in the backup");

    app.page().has_no_database().await;
    app.page().reload().await;
    app.is_at("Settings").await;
    let again = Settings::open(&app).await.back_up().await;
    assert!(first == all_but_the_moment(&again), "localStorage alone holds all of it");

    let other = App::open(&ben).await;
    Preview::of(&other, &file).await.import().await;
    other.is_saved().await;
    takes_a_quarter_at_most(&other).await;
    let restored = Settings::open(&other).await.back_up().await;
    assert!(first == all_but_the_moment(&restored), "restored, all of it is the same");
    other.page().reload().await;
    let restored = Settings::open(&other).await.back_up().await;
    assert!(first == all_but_the_moment(&restored), "and after a reload as well");
}

async fn takes_a_quarter_at_most(app: &App) {
    let used = app.page().script(USED, vec![]).await.as_u64().expect("a number");
    println!("the diary takes {used} units of {ROOM}");
    assert!(used * 4 <= ROOM, "{used} units are more than a quarter of {ROOM}");
}

/// A backup's text without the line that says when it was written.
fn all_but_the_moment(file: &Path) -> String {
    let text = std::fs::read_to_string(file).expect("the backup can be read");
    let (head, records) = text.split_once("\n  \"records\"").expect("records");
    let head: Vec<_> = head.lines().filter(|line| !line.starts_with("  \"written\"")).collect();
    format!("{}{records}", head.join("\n"))
}

journey!(a_diary_for_which_there_is_no_room_is_refused_as_a_whole);
async fn a_diary_for_which_there_is_no_room_is_refused_as_a_whole(world: World) {
    let diary = Diary::at_hand(world.folder());
    let ana = world.person("ana").await;
    let app = App::begin_empty(&ana).await;
    Journal::open(&app).await.write("Mine alone.").await;
    app.is_saved().await;
    let settings = Settings::open(&app).await;
    // Another app leaves room for some of the packs.
    app.page().store("other", &"x".repeat(4_600_000)).await;

    let before = app.page().stored().await;
    let preview = settings.open_file(&diary.path).await;
    preview.import_in_vain().await;
    let said = preview.dialog().text().await;
    assert!(said.contains("5,242,880"), "the room there is in all is named: {said}");
    preview.cancel().await;
    assert!(before == app.page().stored().await, "what is stored is unchanged to the byte");
    app.is_saved().await;
    Journal::open(&app).await.lists(1).await;

    let preview = Settings::open(&app).await.open_file(&diary.path).await;
    preview.take_days(&diary.entries[0].date, &diary.entries[PART - 1].date).await;
    preview.import().await;
    app.is_saved().await;
    Journal::open(&app).await.lists(PART + 1).await;
}

journey!(the_preview_of_a_diary_is_for_everyone);
async fn the_preview_of_a_diary_is_for_everyone(world: World) {
    let ana = world.person("ana").await;
    let app = App::begin_empty(&ana).await;
    let settings = Settings::open(&app).await;
    let preview = settings.open_file(&Diary::at_hand(world.folder()).path).await;
    is_for_everyone(&app, "the preview of a file").await;
    app.page().fills_storage().await;
    preview.import_in_vain().await;
    is_for_everyone(&app, "a refused file").await;
    preview.cancel().await;
}
