//! An address that begins an entry, for the shortcut that a system shows beside an installed app.

use leptos::prelude::*;
use waymark_domain::change::NewEntry;

use super::make_entry;
use crate::{
    pages::shared::refusal::refusal,
    route::{Route, replace},
    signal::effect,
    state::notebook_store::use_notebook,
    widgets::use_toasts,
};

/// Begins one entry. Its own address takes the place of this one, so that neither reloading nor going back begins another.
#[component]
pub fn BeginEntry() -> impl IntoView {
    let (store, toasts) = (use_notebook(), use_toasts());
    effect(move || match make_entry(store, NewEntry::default()) {
        Ok(id) => replace(&Route::Entry(id.uuid())),
        Err(error) => {
            toasts.show(refusal(error));
            replace(&Route::journal());
        }
    });
}
