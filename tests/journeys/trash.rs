//! What was deleted rests in the trash: it comes back from there, or is erased for good.

use crate::harness::{World, journey};
use crate::screens::{App, Journal, Settings};

journey!(what_was_deleted_rests_in_the_trash, by_mouse, by_keyboard);
async fn what_was_deleted_rests_in_the_trash(world: World) {
    let ana = world.person("ana").await;
    let app = App::begin_empty(&ana).await;
    Journal::open(&app).await.write("To be thrown away.").await.delete().await;
    Journal::open(&app).await.write("To be thrown away and kept.").await.delete().await;
    let settings = Settings::open(&app).await;
    settings.bring_back("To be thrown away and kept.").await;
    settings.empty_trash().await;
    settings.in_trash("To be thrown away.").is_gone().await;

    let journal = Journal::open(&app).await;
    journal.lists(1).await;
    journal.open_entry("To be thrown away and kept.").await;
    let backup = Settings::open(&app).await.back_up().await;
    let file = std::fs::read_to_string(backup).expect("the backup can be read");
    assert!(!file.contains("To be thrown away.\""), "what was erased is in no backup");
}
