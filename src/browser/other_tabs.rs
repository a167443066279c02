//! What other tabs of this app store, as it happens, and when this tab may have missed some of it.

use leptos::{leptos_dom::helpers::WindowListenerHandle, prelude::*};
use web_sys::StorageEvent;

use super::app_prefix;

/// Something happened outside this tab.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum News {
    /// Another tab stored a value under a key of ours, or removed it.
    Stored {
        /// The key, without the app's prefix.
        key: String,
        /// The value now; none where the key was removed.
        value: Option<String>,
    },
    /// This tab is looked at again, or the browser's data were cleared: better read everything.
    Look,
    /// This tab comes back from the browser's memory of visited pages, where its locks were lost.
    Revived,
}

/// Calls `on_news` for as long as the app runs.
pub fn follow(on_news: impl Fn(News) + Copy + 'static) {
    window_event_listener(leptos::ev::storage, move |event| {
        if let Some(news) = news(&event) {
            on_news(news);
        }
    });
    window_event_listener_untyped("pageshow", move |event| {
        let persisted = js_sys::Reflect::get(&event, &"persisted".into());
        if persisted.is_ok_and(|persisted| persisted.is_truthy()) {
            on_news(News::Revived);
        }
    });
    for name in ["visibilitychange", "resume"] {
        window_event_listener_untyped(name, move |_| {
            if !document().hidden() {
                on_news(News::Look);
            }
        });
    }
}

/// How this page is left.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Leaving {
    /// The person looks at something else, and this page still shows.
    LookedAway,
    /// Nobody sees it any more; it may go without another word.
    MayGo,
}

/// Calls `on_leave` whenever this page may be about to go, or is not the one that is typed into.
pub fn on_leave(on_leave: impl Fn(Leaving) + Copy + 'static) {
    window_event_listener_untyped("pagehide", move |_| on_leave(Leaving::MayGo));
    window_event_listener(leptos::ev::blur, move |_| on_leave(Leaving::LookedAway));
    window_event_listener_untyped("visibilitychange", move |_| {
        if document().hidden() {
            on_leave(Leaving::MayGo);
        }
    });
}

/// Until it is removed, the browser asks the person before it closes this page or opens another in its place. Only for
/// as long as something would be lost: a page that may ask is closed in a slower way.
pub fn ask_before_leaving() -> WindowListenerHandle {
    window_event_listener_untyped("beforeunload", move |event| {
        event.prevent_default();
        // Older browsers look at this instead. A property of an event can always be set.
        js_sys::Reflect::set(&event, &"returnValue".into(), &true.into()).unwrap_or_default();
    })
}

fn news(event: &StorageEvent) -> Option<News> {
    if event.storage_area() != window().local_storage().ok().flatten() {
        return None;
    }
    let Some(key) = event.key() else { return Some(News::Look) };
    let key = key.strip_prefix(&app_prefix())?.to_owned();
    Some(News::Stored { key, value: event.new_value() })
}
