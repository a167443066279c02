//! What other tabs of this app store, as it happens, and when this tab may have missed some of it.

use leptos::prelude::*;
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

/// Calls `on_leave` whenever this page may be about to go.
pub fn on_leave(on_leave: impl Fn() + Copy + 'static) {
    window_event_listener_untyped("pagehide", move |_| on_leave());
    window_event_listener(leptos::ev::blur, move |_| on_leave());
    window_event_listener_untyped("visibilitychange", move |_| {
        if document().hidden() {
            on_leave();
        }
    });
}

fn news(event: &StorageEvent) -> Option<News> {
    if event.storage_area() != window().local_storage().ok().flatten() {
        return None;
    }
    let Some(key) = event.key() else { return Some(News::Look) };
    let key = key.strip_prefix(&app_prefix())?.to_owned();
    Some(News::Stored { key, value: event.new_value() })
}
