//! Work on its way while a dialog is open: what it is, and how much of it is done. The dialog's *Cancel* stops it.

use leptos::prelude::*;

use crate::{
    memo::Memo,
    signal::Signal,
    state::importing::Storing,
    text::{Text, files, t},
    widgets::Show,
};

/// What comes in, on its way into the storage.
#[component]
pub(super) fn StoringProgress(storing: Storing) -> impl IntoView {
    let share = Signal::derive(move || storing.share());
    view! { <WorkProgress share says=files::Storing so_far=files::StoredSoFar /> }
}

/// Nothing while no work is on its way.
#[component]
pub(super) fn WorkProgress(
    /// How much is done, 0 to 1.
    share: Signal<Option<f64>>,
    /// What is done.
    says: Text,
    /// The name of the bar.
    so_far: Text,
) -> impl IntoView {
    let is_on = Memo::new(move |_| share.get().is_some());
    view! {
        <div aria-live="polite">
            <Show when=move || is_on.get()>
                <p class="quiet">{t(says)}</p>
            </Show>
        </div>
        <Show when=move || is_on.get()>
            <progress aria-label=t(so_far) max="1" value=move || share.get() />
        </Show>
    }
}
