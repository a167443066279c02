//! The page “Today”.

use leptos::prelude::*;

use crate::text::{shell, t};

/// The page “Today”.
#[component]
pub fn TodayPage() -> impl IntoView {
    view! { <h1 tabindex="-1">{t(shell::Today)}</h1> }
}
