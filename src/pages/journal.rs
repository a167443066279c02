//! The page “Journal”.

use leptos::prelude::*;

use crate::text::{shell, t};

/// The page “Journal”.
#[component]
pub fn JournalPage() -> impl IntoView {
    view! { <h1 tabindex="-1">{t(shell::Journal)}</h1> }
}

/// One entry.
#[component]
pub fn EntryPage(
    /// Which one.
    id: uuid::Uuid,
) -> impl IntoView {
    let _ = id;
    view! { <h1 tabindex="-1">{t(shell::Entry)}</h1> }
}
