//! The service worker, which keeps a whole build of the app in this browser (`assets/service_worker.js`). Browsers have it
//! only for pages that came over a secure connection; where there is none, nothing happens.

use js_sys::{Object, Reflect};
use leptos::prelude::*;
use wasm_bindgen::{JsCast as _, JsValue, closure::Closure};
use wasm_bindgen_futures::spawn_local;
use web_sys::{Event, EventTarget};

use super::{
    by_name::{answer, ask, call, part},
    clock,
};

/// Beside the page, put there when the app is built.
const SCRIPT: &str = "sw.js";
/// What a waiting worker listens for.
const TAKE_OVER: &str = "take over";
/// How long not to ask the host again, in milliseconds.
const BETWEEN_CHECKS: u64 = 60 * 60 * 1_000;

/// What the browser keeps of this app.
#[derive(Clone, Debug)]
pub struct Registration(JsValue);

/// Asks the browser to keep the app. Nothing where it does not, or where the host has no worker.
pub async fn register() -> Option<Registration> {
    let options = Object::new();
    // A worker that comes out of the browser's own store would hide a new build.
    Reflect::set(&options, &"updateViaCache".into(), &"none".into()).ok()?;
    ask(&container()?, "register", [&SCRIPT.into(), &options]).await.map(Registration)
}

/// Waits until a whole build is kept, so that the app opens without a network.
pub async fn is_kept() {
    if let Some(ready) = container().and_then(|container| part(&container, "ready")) {
        answer(ready).await;
    }
}

/// Calls `on_change` when another build answers for this page from now on.
pub fn on_another_build(on_change: impl Fn() + 'static) {
    if let Some(container) = container() {
        listen(container, "controllerchange", on_change);
    }
}

/// Lets the build that waits take over and opens it; without one, opens what is there.
pub async fn take_over() {
    let Some(next) = next_build().await else { return reload() };
    let worker = next.clone();
    listen(next.clone(), "statechange", move || {
        if part(&worker, "state").and_then(|state| state.as_string()).as_deref() == Some("activated") {
            reload();
        }
    });
    call(&next, "postMessage", [&TAKE_OVER.into(), &JsValue::UNDEFINED]);
}

async fn next_build() -> Option<JsValue> {
    let nothing = JsValue::UNDEFINED;
    Registration(ask(&container()?, "getRegistration", [&nothing, &nothing]).await?).next()
}

/// Opens the app anew.
pub fn reload() {
    // Browsers refuse only when a page reloads hundreds of times a second.
    window().location().reload().unwrap_or_default();
}

impl Registration {
    /// Calls `on_next` when another build is here, whole, and waits; now if it already does.
    pub fn on_next_build(&self, on_next: impl Fn() + Copy + 'static) {
        let here = self.clone();
        let look = move || {
            if here.next().is_some() {
                on_next();
            }
        };
        look();
        let here = self.clone();
        let follow = move || {
            if let Some(coming) = part(&here.0, "installing") {
                listen(coming, "statechange", look.clone());
            }
        };
        follow();
        listen(self.0.clone(), "updatefound", follow);
    }

    /// Asks the host for a new build whenever the page is looked at again, but not all the time.
    pub fn check_when_looked_at(self) {
        let checked = StoredValue::new(clock::now().0);
        let registration = StoredValue::new_local(self);
        window_event_listener_untyped("visibilitychange", move |_| {
            let now = clock::now().0;
            if document().hidden() || now.abs_diff(checked.get_value()) < BETWEEN_CHECKS {
                return;
            }
            checked.set_value(now);
            // Without a network there is no answer, and the next look asks again.
            let nothing = JsValue::UNDEFINED;
            if let Some(asked) = call(&registration.get_value().0, "update", [&nothing, &nothing]) {
                spawn_local(async { drop(answer(asked).await) });
            }
        });
    }

    /// The worker that waits. The first one of all does not wait for anyone, and brings nothing new.
    fn next(&self) -> Option<JsValue> {
        part(&container()?, "controller")?;
        part(&self.0, "waiting")
    }
}

fn container() -> Option<JsValue> {
    part(&window().navigator(), "serviceWorker")
}

/// For as long as the page is open.
fn listen(to: JsValue, name: &str, on_event: impl Fn() + 'static) {
    let heard = Closure::<dyn FnMut(Event)>::new(move |_| on_event()).into_js_value();
    // Everything that is listened to here tells of events.
    to.unchecked_into::<EventTarget>()
        .add_event_listener_with_callback(name, heard.unchecked_ref())
        .unwrap_or_default();
}
