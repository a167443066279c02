//! Any static host will do, also one that does not know what wasm is.

use xtask::static_server::WasmType;

use crate::harness::{Finds as _, Role, World, journey};
use crate::screens::{App, Goals, Installed, Journal, Mentoring};

journey!(all_pages_open_where_wasm_is_any_bytes);
async fn all_pages_open_where_wasm_is_any_bytes(world: World) {
    every_page_opens(world, WasmType::Other("application/octet-stream")).await;
}

journey!(all_pages_open_where_wasm_is_text);
async fn all_pages_open_where_wasm_is_text(world: World) {
    every_page_opens(world, WasmType::Other("text/plain")).await;
}

journey!(all_pages_open_where_wasm_has_no_type);
async fn all_pages_open_where_wasm_has_no_type(world: World) {
    every_page_opens(world, WasmType::Unsaid).await;
}

async fn every_page_opens(world: World, kind: WasmType) {
    world.types_wasm(kind);
    let mut ana = world.person("ana").await;
    let app = App::begin_empty(&ana).await;
    let pages = pages_of_a_notebook(&app).await;
    for (address, role, name) in &pages {
        app.go_to_address(address).await;
        app.page().the(*role, *name).first().is_there().await;
    }
    Installed::ready(&app).await;
    world.server_stops();
    ana.restart_browser().await;
    let app = App::open(&ana).await;
    for (address, role, name) in &pages {
        app.go_to_address(address).await;
        app.page().reload().await;
        app.page().the(*role, *name).first().is_there().await;
    }
}

/// A page of each sort: its address, and what stands on it and on no other.
async fn pages_of_a_notebook(app: &App) -> Vec<(String, Role, &'static str)> {
    Goals::open(app).await.add("Swim").await.add_step("Find a pool").await;
    let goal = address(app).await;
    Journal::open(app).await.write("Went to the pool.").await;
    let entry = address(app).await;
    Mentoring::open(app).await.add_person("Ben", "They mentor me").await;
    let person = address(app).await;
    app.is_saved().await;
    vec![
        ("#/today".into(), Role::Heading, "Next steps"),
        ("#/goals".into(), Role::Heading, "Goals"),
        (goal, Role::Heading, "Swim"),
        ("#/journal".into(), Role::Heading, "Journal"),
        (entry, Role::Field, "Entry"),
        ("#/mentoring".into(), Role::Heading, "Mentoring"),
        (format!("{person}/share"), Role::Heading, "What may Ben see?"),
        (person, Role::Heading, "Ben"),
        ("#/settings".into(), Role::Heading, "Settings"),
        ("#/nowhere".into(), Role::Heading, "Page not found"),
    ]
}

async fn address(app: &App) -> String {
    let url = app.page().url().await;
    url[url.find('#').expect("a page of the app")..].to_owned()
}
