//! A file that another app shared with this one. The service worker (`assets/service_worker.js`) keeps it until it is taken
//! out here, once.

use js_sys::{Function, Promise, Reflect};
use leptos::prelude::window;
use wasm_bindgen::{JsCast as _, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::Blob;

use super::app_prefix;

/// Takes the file out; nothing where none waits.
pub async fn take() -> Option<Blob> {
    let caches = Reflect::get(&window(), &"caches".into()).ok().filter(JsValue::is_object)?;
    let name = JsValue::from(app_prefix() + "shared");
    // The worker keeps it under the address of the app's folder, whatever page of it is open.
    let cache = ask(&caches, "open", &name).await?;
    let kept = ask(&cache, "match", &"./".into()).await.filter(JsValue::is_object);
    let file = match &kept {
        Some(kept) => ask(kept, "blob", &JsValue::UNDEFINED).await,
        None => None,
    };
    ask(&caches, "delete", &name).await?;
    file?.dyn_into().ok()
}

async fn ask(whom: &JsValue, what: &str, argument: &JsValue) -> Option<JsValue> {
    let function: Function = Reflect::get(whom, &what.into()).ok()?.dyn_into().ok()?;
    let answer: Promise = function.call1(whom, argument).ok()?.dyn_into().ok()?;
    JsFuture::from(answer).await.ok()
}
