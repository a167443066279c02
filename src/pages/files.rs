//! Bringing a file in.

use leptos::prelude::*;

/// Choose, drop or paste a file.
#[component]
pub fn OpenFile() -> impl IntoView {}
