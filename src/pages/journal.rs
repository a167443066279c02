//! The journal: the list of what was written, and the page to write on.

mod about;
mod begin;
mod entry_page;
mod filters;
mod found;
mod goal_links;
mod leaving;
mod list;
mod listing;
mod others;
pub(super) mod parts;
mod row;
pub(super) mod self_check;
mod skills;
mod step_dialog;
mod writing;

use waymark_domain::{Change, ChangeError, change::NewEntry, id::RecordId};

pub use begin::BeginEntry;
pub use entry_page::EntryPage;
pub use list::JournalPage;

use super::shared::refusal::refusal;
use crate::{
    route::{Route, navigate},
    state::notebook_store::NotebookStore,
    widgets::Toasts,
};

/// Begins an empty entry for today.
pub fn begin_entry(store: NotebookStore, toasts: Toasts) {
    if let Err(error) = new_entry(store, NewEntry::default()) {
        toasts.show(refusal(error));
    }
}

/// Begins an entry and opens its page. An entry that stays empty goes away again when the page is left.
pub fn new_entry(store: NotebookStore, entry: NewEntry) -> Result<(), ChangeError> {
    make_entry(store, entry).map(|id| navigate(&Route::Entry(id.uuid())))
}

/// Begins an entry that is written in where the person is.
pub fn make_entry(store: NotebookStore, entry: NewEntry) -> Result<RecordId, ChangeError> {
    store.apply(Change::AddEntry(entry))?.created.ok_or(ChangeError::Missing)
}
