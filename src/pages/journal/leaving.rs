//! What happens when an entry's page is left: an entry in which nothing stands goes away.

use leptos::prelude::*;
use waymark_domain::{Change, id::RecordId};

use super::entry_page::bring_back;
use crate::{
    state::notebook_store::NotebookStore,
    text::{journal, shell, t},
    widgets::use_toasts,
};

/// Call it while the page is made. The drafts inside the page save themselves before.
pub(super) fn leave_when_closed(store: NotebookStore, id: RecordId) {
    let toasts = use_toasts();
    on_cleanup(move || {
        // Words that were not taken yet wait for the person to come back to them here.
        if store.has_refused(id) {
            return;
        }
        // Refused only where the entry is not here: then there is nothing to do.
        let left = store.apply(Change::LeaveEntry(id)).unwrap_or_default();
        let in_trash =
            |id| store.with_untracked(|notebook| notebook.record(id).is_some_and(|it| !it.is_erased()));
        if left.records.contains(&id) && in_trash(id) {
            toasts.offer(t(journal::EmptiedDeleted), t(shell::Undo), move || bring_back(store, id));
        }
    });
}
