//! Web Locks: how tabs know which of them are alive, and whose turn it is. Browsers give them only to pages that came over
//! a secure connection. `web-sys` counts them as unstable, so they are reached by name.

use std::collections::BTreeSet;

use js_sys::{Array, Function, Object, Promise, Reflect};
use wasm_bindgen::{JsCast as _, JsValue, closure::Closure};
use wasm_bindgen_futures::JsFuture;

/// A lock that is ours until this is dropped, or until the tab is gone.
#[derive(Debug)]
pub struct Held {
    release: Function,
}

impl Drop for Held {
    fn drop(&mut self) {
        // Resolving a promise runs none of our code and cannot fail.
        self.release.call0(&JsValue::UNDEFINED).unwrap_or_default();
    }
}

/// Whether this browser has locks for this page.
pub fn available() -> bool {
    manager().is_some()
}

/// Takes a lock as soon as nobody else has it; nothing where there are no locks.
pub async fn take(name: &str) -> Option<Held> {
    request(name, false).await
}

/// Takes a lock only if nobody has it now.
pub async fn try_take(name: &str) -> Option<Held> {
    request(name, true).await
}

/// The names of all locks that any tab of this origin holds now.
pub async fn all_held() -> Option<BTreeSet<String>> {
    let manager = manager()?;
    let query: Function = Reflect::get(&manager, &"query".into()).ok()?.dyn_into().ok()?;
    let answer = JsFuture::from(query.call0(&manager).ok()?.dyn_into::<Promise>().ok()?).await.ok()?;
    let held: Array = Reflect::get(&answer, &"held".into()).ok()?.dyn_into().ok()?;
    let name = |lock: JsValue| Reflect::get(&lock, &"name".into()).ok()?.as_string();
    Some(held.iter().filter_map(name).collect())
}

async fn request(name: &str, only_if_free: bool) -> Option<Held> {
    let manager = manager()?;
    let request: Function = Reflect::get(&manager, &"request".into()).ok()?.dyn_into().ok()?;
    let options = Object::new();
    Reflect::set(&options, &"ifAvailable".into(), &only_if_free.into()).ok()?;
    // The lock is held for as long as the promise that the callback returns is open.
    let (until, release) = open_promise()?;
    let (granted, grant) = open_promise()?;
    let callback = Closure::once_into_js(move |lock: JsValue| {
        let is_ours = !lock.is_null();
        grant.call1(&JsValue::UNDEFINED, &is_ours.into()).unwrap_or_default();
        if is_ours { JsValue::from(until) } else { JsValue::UNDEFINED }
    });
    let ended = request.call3(&manager, &name.into(), &options, &callback).ok()?;
    let first = Promise::race(&Array::of2(&granted, &ended));
    // A request that is refused ends at once.
    let is_ours = JsFuture::from(first).await.ok()?.as_bool()?;
    is_ours.then_some(Held { release })
}

/// A promise, and what resolves it.
fn open_promise() -> Option<(Promise, Function)> {
    let mut resolve = None;
    let promise = Promise::new(&mut |how, _| resolve = Some(how));
    Some((promise, resolve?))
}

fn manager() -> Option<JsValue> {
    let navigator = web_sys::window()?.navigator();
    Reflect::get(&navigator, &"locks".into()).ok().filter(JsValue::is_object)
}

#[cfg(test)]
#[cfg(target_arch = "wasm32")]
mod tests {
    use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

    use super::*;

    wasm_bindgen_test_configure!(run_in_browser);

    #[wasm_bindgen_test]
    async fn a_lock_is_held_until_it_is_dropped() {
        assert!(available());
        let held = take("test: held").await.unwrap();
        assert!(all_held().await.unwrap().contains("test: held"));
        assert!(try_take("test: held").await.is_none());
        assert!(try_take("test: other").await.is_some());
        drop(held);
        assert!(take("test: held").await.is_some());
    }

    #[wasm_bindgen_test]
    async fn a_name_that_browsers_refuse_is_no_lock() {
        assert!(take("-refused").await.is_none());
    }
}
