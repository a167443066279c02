//! Whether the browser keeps what is stored, or may delete it by itself.

use leptos::prelude::window;
use wasm_bindgen_futures::JsFuture;

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
    let persisted = match window().navigator().storage().persisted() {
        Ok(answer) => JsFuture::from(answer).await.is_ok_and(|answer| answer.is_truthy()),
        Err(_) => false,
    };
    keeps(persisted)
}

/// Asks the browser to keep it. Some ask the person, others decide by themselves.
pub async fn ask_to_keep() -> Keeps {
    let granted = match window().navigator().storage().persist() {
        Ok(answer) => JsFuture::from(answer).await.is_ok_and(|answer| answer.is_truthy()),
        Err(_) => false,
    };
    keeps(granted)
}

/// Apple's browsers forget a site after seven days of use without a visit, unless it is on the home screen.
fn keeps(persisted: bool) -> Keeps {
    let navigator = window().navigator();
    let is_apple = js_sys::Reflect::get(&navigator, &"vendor".into())
        .is_ok_and(|vendor| vendor.as_string().is_some_and(|vendor| vendor.contains("Apple")));
    let is_installed = window()
        .match_media("(display-mode: standalone)")
        .is_ok_and(|media| media.is_some_and(|media| media.matches()));
    match persisted {
        true => Keeps::Always,
        false if is_apple && !is_installed => Keeps::SevenDays,
        false => Keeps::UnlessRoomIsShort,
    }
}
