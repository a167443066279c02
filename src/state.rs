//! What the app keeps in memory: the notebook, what is saved, how a person likes it.

pub mod commands;
pub mod draft;
mod history;
pub mod notebook_store;
pub mod pending;
pub mod preferences;

use waymark_domain::Notebook;

use crate::browser::stamp_source::{StampSource, fresh_identity};

/// Reads what this browser holds and makes it reachable for every page.
pub fn start() {
    let (id, me) = fresh_identity();
    notebook_store::provide_notebook(notebook_store::NotebookStore::new(
        Notebook::new(id, me),
        StampSource::new(),
    ));
}
