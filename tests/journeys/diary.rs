//! A long diary comes in: previewed, refused where it does not fit, brought in part, searched, taken back.

use crate::harness::{Diary, World, journey};
use crate::screens::{App, Journal, Settings, is_for_everyone};

/// As many of the diary's entries as come in.
const PART: usize = 2_000;
const WORD: &str = "physician";

journey!(a_diary_comes_in_as_far_as_there_is_room);
async fn a_diary_comes_in_as_far_as_there_is_room(world: World) {
    let diary = Diary::at_hand(world.folder());
    let ana = world.person("ana").await;
    let app = App::begin_empty(&ana).await;
    Journal::open(&app).await.write("Mine alone.").await;
    app.is_saved().await;

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
    let settings = Settings::open(&app).await;
    let preview = settings.open_file(&Diary::at_hand(world.folder()).path).await;
    is_for_everyone(&app, "the preview of a file").await;
    preview.import_in_vain().await;
    is_for_everyone(&app, "a refused file").await;
    preview.cancel().await;
}
