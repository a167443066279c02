//! A file that another app shared with this one. The service worker (`assets/service_worker.js`) keeps it until it is taken
//! out here, once.

use leptos::prelude::window;
use wasm_bindgen::{JsCast as _, JsValue};
use web_sys::Blob;

use super::{
    app_prefix,
    by_name::{answer, answered, ask, call, part},
};

/// Takes the file out; nothing where none waits.
pub async fn take() -> Option<Blob> {
    let caches = part(&window(), "caches")?;
    let (name, nothing) = (JsValue::from(app_prefix() + "shared"), JsValue::UNDEFINED);
    let cache = ask(&caches, "open", [&name, &nothing]).await?;
    // The worker keeps it under the address of the app's folder, whatever page of it is open.
    let kept = ask(&cache, "match", [&"./".into(), &nothing]).await;
    let file = match &kept {
        Some(kept) => ask(kept, "blob", [&nothing, &nothing]).await,
        None => None,
    };
    answer(call(&caches, "delete", [&name, &nothing])?).await?;
    file.map(JsValue::unchecked_into)
}

/// Forgets a file that waits. Says whether it is gone; nothing where none waits.
pub async fn forget() -> Option<bool> {
    let caches = part(&window(), "caches")?;
    let (name, nothing) = (JsValue::from(app_prefix() + "shared"), JsValue::UNDEFINED);
    let waits = answered(&caches, "has", [&name, &nothing]).await?;
    if waits.is_falsy() {
        return None;
    }
    Some(answered(&caches, "delete", [&name, &nothing]).await.is_some_and(|gone| gone.is_truthy()))
}
