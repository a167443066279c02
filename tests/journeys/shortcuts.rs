//! Single keys that go places, keep still while one writes, and can be switched off.

use crate::harness::{Finds as _, World, journey, keys};
use crate::screens::{App, Entry, Settings};

journey!(keys_go_places_and_can_be_switched_off, by_keyboard);
async fn keys_go_places_and_can_be_switched_off(world: World) {
    let ana = world.person("ana").await;
    let app = App::begin_empty(&ana).await;
    for (keys, place) in
        [("gg", "Goals"), ("gj", "Journal"), ("gm", "Mentoring"), ("gs", "Settings"), ("gt", "Today")]
    {
        keys::type_text(app.page(), keys).await;
        app.is_at(place).await;
    }
    keys::type_text(app.page(), "n").await;
    let entry = Entry::opened(&app).await;
    entry.write("gg is what I write, not where I go").await;
    entry.reads("gg is what I write, not where I go").await;
    app.is_at("Entry").await;

    Settings::open(&app).await;
    app.page().checkbox("Keyboard shortcuts").activate().await;
    assert!(!app.page().checkbox("Keyboard shortcuts").is_on().await);
    app.go_to("Today").await;
    keys::type_text(app.page(), "gj").await;
    app.page().reload().await;
    app.is_at("Today").await;
}
