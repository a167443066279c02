//! Shown for an address that names nothing.

use leptos::prelude::*;

use crate::{
    route::Route,
    text::{shell, t},
    widgets::{LinkButton, Tone},
};

/// Says kindly that there is nothing here, and where to go.
#[component]
pub fn NotFoundPage() -> impl IntoView {
    view! {
        <h1 tabindex="-1">{t(shell::PageNotFound)}</h1>
        <p>{t(shell::NotFoundWhy)}</p>
        <p><LinkButton label=t(shell::NotFoundGo) href=Route::Today.href() tone=Tone::Primary /></p>
    }
}
