//! The page “Settings”.

use leptos::prelude::*;

use crate::text::{shell, t};

/// The page “Settings”.
#[component]
pub fn SettingsPage() -> impl IntoView {
    view! { <h1 tabindex="-1">{t(shell::Settings)}</h1> }
}
