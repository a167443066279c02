//! The whole notebook as one file to keep.

use waymark_domain::file;

use crate::{
    browser::{clock, files},
    state::{APP, notebook_store::NotebookStore, preferences::Preferences},
};

/// Offers the notebook file, with everything typed so far in it. Says whether the browser took it.
pub fn back_up(store: NotebookStore, preferences: Preferences) -> bool {
    store.pending().flush_all();
    store.read_everything();
    let (name, text) = store.with_untracked(|notebook| {
        (file::file_name(notebook.name(), clock::today()), file::write(notebook, clock::now(), APP))
    });
    let taken = files::save_as(&name, "application/json", &text);
    if taken {
        preferences.backed_up(clock::today());
    }
    taken
}
