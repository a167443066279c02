//! The page “Goals”.

use leptos::prelude::*;

use crate::text::{shell, t};

/// The page “Goals”.
#[component]
pub fn GoalsPage() -> impl IntoView {
    view! { <h1 tabindex="-1">{t(shell::Goals)}</h1> }
}

/// One goal.
#[component]
pub fn GoalPage(
    /// Which one.
    id: uuid::Uuid,
) -> impl IntoView {
    let _ = id;
    view! { <h1 tabindex="-1">{t(shell::Goal)}</h1> }
}
