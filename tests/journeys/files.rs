//! Files of all sorts: pasted and dropped ones, another notebook's backup, one that is cut off.

use crate::harness::{World, journey};
use crate::screens::{App, Goals, Journal, Preview, Settings};

const DIARY: &str = "\
{\"date\": \"2024-02-29\", \"text\": \"A leap day.\", \"tags\": [\"calendar\"], \"mood\": 4}
{\"date\": \"2024-03-01\", \"text\": \"And the day after.\"}
";

journey!(a_diary_is_pasted_and_another_is_dropped, by_mouse, by_keyboard);
async fn a_diary_is_pasted_and_another_is_dropped(world: World) {
    let ana = world.person("ana").await;
    let app = App::begin_empty(&ana).await;
    let settings = Settings::open(&app).await;
    let preview = settings.paste(DIARY).await;
    preview.says("2 entries").await;
    preview.import().await;
    let again = DIARY.replace("And the day after.", "A third one.");
    let preview = settings.drop_file("diary.jsonl", &again).await;
    preview.says("1 new · 1 already here").await;
    preview.import().await;

    let journal = Journal::open(&app).await;
    journal.lists(3).await;
    let entry = journal.open_entry("A leap day.").await;
    entry.is_tagged("calendar").await;
}

journey!(another_notebook_comes_in_as_copies_and_only_once);
async fn another_notebook_comes_in_as_copies_and_only_once(world: World) {
    let (ana, ben) = (world.person("ana").await, world.person("ben").await);
    let (one, two) = (App::begin_empty(&ana).await, App::begin_empty(&ben).await);
    Goals::open(&one).await.add("Swim").await;
    Goals::open(&two).await.add("Sing").await;
    let file = Settings::open(&one).await.back_up().await;

    let settings = Settings::open(&two).await;
    let preview = settings.open_file(&file).await;
    preview.says("as copies").await;
    preview.says("1 goal").await;
    preview.import().await;
    let preview = settings.open_file(&file).await;
    preview.says("Everything in it is already here.").await;
    preview.cancel().await;

    let goals = Goals::open(&two).await;
    goals.lists("Swim").await;
    goals.lists("Sing").await;
    two.undo().await;
    goals.lists_no("Swim").await;
    goals.lists("Sing").await;
}

journey!(a_file_that_is_cut_off_changes_nothing);
async fn a_file_that_is_cut_off_changes_nothing(world: World) {
    let ana = world.person("ana").await;
    let app = App::begin_empty(&ana).await;
    Goals::open(&app).await.add("Swim").await;
    app.is_saved().await;
    let settings = Settings::open(&app).await;
    let whole = std::fs::read_to_string(settings.back_up().await).expect("the backup can be read");
    let file = world.folder().join("cut-off.waymark.json");
    std::fs::write(&file, &whole[..whole.len() / 2]).expect("half of it can be written");
    app.is_saved().await;

    let before = app.page().stored().await;
    Preview::refused(&app, &file, "The end of this file is missing.").await;
    assert_eq!(before, app.page().stored().await);
}
