//! The app comes in two parts: the first is enough to write and to save, and the second may come late.

use crate::harness::{Finds as _, World, journey};
use crate::screens::{App, Journal};

/// In the name of the second part's wasm, and of no other file.
const SECOND_PART: &str = "waymark-later-";
const MISSING: &str = "This part of Waymark could not be loaded.";
const WORDS: &str = "Written on a train";

journey!(words_are_kept_though_the_second_part_does_not_come);
async fn words_are_kept_though_the_second_part_does_not_come(world: World) {
    let ana = world.person("ana").await;
    world.network_loses(SECOND_PART);
    let app = App::open(&ana).await;
    app.page().shows(MISSING).await;
    app.page().field("Entry").fill(WORDS).await;
    app.is_saved().await;
    app.page().reload().await;
    app.go_to("Journal").await;
    app.page().shows(MISSING).await;

    world.network_is_back();
    app.page().button("Try again").activate().await;
    app.page().heading("Journal").is_there().await;
    app.page().shows_no(MISSING).await;
    Journal::open(&app).await.open_entry(WORDS).await;
}
