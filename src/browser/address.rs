//! The address bar, the history, and where each visited page was scrolled to.

use std::{cell::RefCell, collections::HashMap};

use leptos::prelude::*;
use wasm_bindgen::JsValue;

/// An arrival at an address.
#[derive(Clone, Debug, PartialEq)]
pub struct Visit {
    /// What follows `#`, with that sign.
    pub hash: String,
    /// How far down the page was when it was left; the top for a new visit.
    pub scroll_top: f64,
}

/// The current hash, with its `#`; empty when there is none.
pub fn hash() -> String {
    window().location().hash().unwrap_or_default()
}

/// Goes to a hash and remembers this place in the history.
pub fn set_hash(hash: &str) {
    // Browsers refuse only when a page navigates hundreds of times a second.
    window().location().set_hash(hash).unwrap_or_default();
}

/// Changes the hash in place. Nobody is told of it: the caller knows.
pub fn replace_hash(hash: &str) {
    if let Ok(history) = window().history() {
        let state = history.state().unwrap_or(JsValue::NULL);
        history.replace_state_with_url(&state, "", Some(hash)).unwrap_or_default();
    }
}

/// Calls `on_visit` at every later change of the hash.
///
/// Each entry of the history carries a number, under which its scroll position is kept for the life of the tab's page.
/// The browser's own restoration comes too early: the page it scrolls is not drawn yet.
pub fn follow(on_visit: impl Fn(Visit) + 'static) {
    if let Ok(history) = window().history() {
        history.set_scroll_restoration(web_sys::ScrollRestoration::Manual).unwrap_or_default();
    }
    let visits = StoredValue::new_local(RefCell::new(Visits::default()));
    visits.with_value(|visits| visits.borrow_mut().arrive());
    window_event_listener(leptos::ev::scroll, move |_| {
        visits.with_value(|visits| visits.borrow_mut().remember(window().scroll_y().unwrap_or_default()));
    });
    window_event_listener(leptos::ev::hashchange, move |_| {
        let scroll_top = visits.try_with_value(|visits| visits.borrow_mut().arrive()).unwrap_or_default();
        on_visit(Visit { hash: hash(), scroll_top });
    });
}

/// Scroll positions by number of the history entry.
#[derive(Default)]
struct Visits {
    current: u32,
    last: u32,
    positions: HashMap<u32, f64>,
}

impl Visits {
    fn remember(&mut self, scroll_top: f64) {
        self.positions.insert(self.current, scroll_top);
    }

    /// Numbers a new entry, or recognises a known one; returns where it was scrolled to.
    fn arrive(&mut self) -> f64 {
        let Ok(history) = window().history() else { return 0.0 };
        let known = history.state().ok().and_then(|state| state.as_f64());
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "we wrote it: a small count"
        )]
        if let Some(number) = known {
            self.current = number as u32;
            self.last = self.last.max(self.current);
        } else {
            self.last += 1;
            self.current = self.last;
            history.replace_state_with_url(&f64::from(self.current).into(), "", None).unwrap_or_default();
        }
        self.positions.get(&self.current).copied().unwrap_or_default()
    }
}
