//! Where preferences rest: one key of this browser's storage. Blocked storage is as good as an empty one.

use leptos::prelude::window;
use web_sys::Storage;

use super::app_prefix::app_prefix;

/// What was saved last, if anything.
pub fn load() -> Option<String> {
    storage()?.get_item(&key()).ok().flatten()
}

/// Keeps it for the next time. Says whether that worked.
pub fn save(text: &str) -> bool {
    storage().is_some_and(|storage| storage.set_item(&key(), text).is_ok())
}

fn key() -> String {
    app_prefix() + "preferences"
}

fn storage() -> Option<Storage> {
    window().local_storage().ok().flatten()
}
