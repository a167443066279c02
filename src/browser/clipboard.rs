//! Putting words where they can be pasted from.

use js_sys::Reflect;
use leptos::prelude::window;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;

/// Copies a text. Says whether the browser let us.
pub async fn copy(text: &str) -> bool {
    let navigator = window().navigator();
    // There is none where the page came by an unprotected way.
    let is_there = Reflect::get(&navigator, &"clipboard".into()).as_ref().is_ok_and(JsValue::is_object);
    is_there && JsFuture::from(navigator.clipboard().write_text(text)).await.is_ok()
}
