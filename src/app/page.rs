//! The open page. It is made anew only when another one opens, not when its filter changes.

use leptos::prelude::*;

use crate::{
    memo::Memo,
    pages::{shared::later::use_later, today::TodayPage},
    route::{Route, use_route},
};

/// The open page.
#[component]
pub(super) fn Page() -> impl IntoView {
    let (route, later) = (use_route(), use_later());
    let page = Memo::new(move |_| route.with(Route::page));
    move || match page.get() {
        Route::Today => view! { <TodayPage /> }.into_any(),
        other => later.view(move |later| (later.page)(&other)),
    }
}
