//! What the app keeps in memory: the notebook, what is saved, how a person likes it.

pub mod commands;
pub mod draft;
pub mod importing;
pub mod keeper;
mod kept;
mod live;
pub mod new_answer;
pub mod new_step;
pub mod notebook_store;
pub mod pending;
pub mod preferences;
mod refused;
pub mod rescued;
pub mod save_status;
pub mod sealing;
pub mod search;

use waymark_domain::stamp::Stamp as _;

use crate::browser::stamp_source::StampSource;
use keeper::Keeper;
use notebook_store::{NotebookStore, provide_notebook};

/// Reads what this browser holds and makes it reachable for every page.
pub fn start() {
    let stamp = StampSource::new();
    let (keeper, notebook) = Keeper::open(stamp.replica());
    let store = NotebookStore::new(notebook, stamp, keeper);
    provide_notebook(store);
    live::begin(store);
}

/// What can wait until the first page stands: words that an earlier run could not save, the search, and tidying up what
/// earlier runs left.
pub fn start_the_rest(store: NotebookStore) {
    rescued::provide_rescued(store);
    search::provide_search(store);
    live::keep_tidy(store);
}
