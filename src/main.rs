//! Starts Waymark in the page.

use leptos::mount::mount_to_body;
use wasm_bindgen_futures::spawn_local;
use waymark::{app::App, browser::before, text};

fn main() {
    // The published app ends without words (`xtask/src/small.rs`).
    #[cfg(debug_assertions)]
    console_error_panic_hook::set_once();
    spawn_local(async {
        if text::begin().await.is_some() {
            before::give_way().await;
            mount_to_body(App);
        }
    });
}
