//! Starts Waymark in the page.

use leptos::mount::mount_to_body;
use waymark::app::App;

fn main() {
    // The published app ends without words (`xtask/src/small.rs`).
    #[cfg(debug_assertions)]
    console_error_panic_hook::set_once();
    mount_to_body(App);
}
