//! Parts of the browser that are reached by name, because it may not have them. Each typed call would also be a line more in
//! the script that every visitor loads first.

use js_sys::{Function, Promise, Reflect};
use wasm_bindgen::{JsCast as _, JsValue};
use wasm_bindgen_futures::JsFuture;

/// A part of something, if it is there.
pub(super) fn part(of: &JsValue, name: &str) -> Option<JsValue> {
    Reflect::get(of, &name.into()).ok().filter(|part| !part.is_null() && !part.is_undefined())
}

/// Calls a function of something with two arguments; more than it takes do no harm.
pub(super) fn call(on: &JsValue, name: &str, arguments: [&JsValue; 2]) -> Option<JsValue> {
    let function: Function = part(on, name)?.dyn_into().ok()?;
    function.call2(on, arguments[0], arguments[1]).ok()
}

/// As [`call`], and waits for the answer, whatever it is.
pub(super) async fn answered(whom: &JsValue, name: &str, arguments: [&JsValue; 2]) -> Option<JsValue> {
    answer(call(whom, name, arguments)?).await
}

/// The same; nothing where the answer is no object.
pub(super) async fn ask(whom: &JsValue, name: &str, arguments: [&JsValue; 2]) -> Option<JsValue> {
    answered(whom, name, arguments).await.filter(JsValue::is_object)
}

/// What a promise comes to, if it is kept.
pub(super) async fn answer(promise: JsValue) -> Option<JsValue> {
    JsFuture::from(promise.dyn_into::<Promise>().ok()?).await.ok()
}
