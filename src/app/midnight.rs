//! An app that stays open sees the next day come.

use std::time::Duration;

use leptos::{ev, prelude::*};

use crate::state::notebook_store::NotebookStore;

/// A tab that was asleep may wake on another day; one that is awake may live through midnight.
pub(super) fn watch(store: NotebookStore) {
    window_event_listener(ev::focus, move |_| store.look_at_the_clock());
    set_interval(move || store.look_at_the_clock(), Duration::from_mins(1));
}
