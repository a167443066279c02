//! Whether everything is stored: a quiet word in the top line.

use leptos::prelude::*;

use crate::{
    state::{notebook_store::use_notebook, save_status::SaveStatus},
    text::{shell, t},
    widgets::{Icon, IconView},
};

/// *Saved*, *Saving…* or *Not saved*.
#[component]
pub(super) fn SaveIndicator() -> impl IntoView {
    let store = use_notebook();
    move || {
        let (icon, words) = match store.save_status() {
            SaveStatus::Saved => (Icon::Check, shell::Saved),
            SaveStatus::Saving => (Icon::Working, shell::Saving),
            SaveStatus::NotSaved(_) => (Icon::NotSaved, shell::NotSaved),
        };
        view! { <span class="save-status"><IconView icon /><span>{t(words)}</span></span> }
    }
}
