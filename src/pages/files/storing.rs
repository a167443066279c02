//! An import on its way into the storage: how much of it is there. The dialog's *Cancel* stops it.

use leptos::prelude::*;

use crate::{
    state::importing::Storing,
    text::{files, t},
};

/// Nothing while no import is on its way.
#[component]
pub(super) fn StoringProgress(storing: Storing) -> impl IntoView {
    let is_on = Memo::new(move |_| storing.share().is_some());
    view! {
        <div aria-live="polite">
            <Show when=move || is_on.get()>
                <p class="quiet">{t(files::Storing)}</p>
            </Show>
        </div>
        <Show when=move || is_on.get()>
            <progress aria-label=t(files::StoredSoFar) max="1" value=move || storing.share() />
        </Show>
    }
}
