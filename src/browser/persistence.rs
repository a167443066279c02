//! Whether the browser keeps what is stored, or may delete it by itself.

use leptos::prelude::window;
use wasm_bindgen::JsValue;

use super::by_name::{answered, part};

/// What the browser says about what is stored here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Keeps {
    /// It deletes nothing by itself.
    Always,
    /// It may delete it when room is short.
    UnlessRoomIsShort,
    /// It deletes it when this page was not opened for seven days.
    SevenDays,
}

/// Asks the browser how it keeps what is stored.
pub async fn asked() -> Keeps {
    keeps(says_yes("persisted").await)
}

/// Asks the browser to keep it. Some ask the person, others decide by themselves.
pub async fn ask_to_keep() -> Keeps {
    keeps(says_yes("persist").await)
}

/// Without a secure connection there is nobody to ask.
async fn says_yes(question: &str) -> bool {
    let Some(storage) = part(&window().navigator(), "storage") else { return false };
    answered(&storage, question, [&JsValue::UNDEFINED; 2]).await.is_some_and(|answer| answer.is_truthy())
}

/// Apple's browsers forget a site after seven days of use without a visit, unless it is on the home screen.
fn keeps(persisted: bool) -> Keeps {
    let navigator = window().navigator();
    let vendor = part(&navigator, "vendor").and_then(|vendor| vendor.as_string());
    let is_apple = vendor.is_some_and(|vendor| vendor.contains("Apple"));
    let is_installed = window()
        .match_media("(display-mode: standalone)")
        .is_ok_and(|media| media.is_some_and(|media| media.matches()));
    match persisted {
        true => Keeps::Always,
        false if is_apple && !is_installed => Keeps::SevenDays,
        false => Keeps::UnlessRoomIsShort,
    }
}
