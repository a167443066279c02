//! What the app keeps in memory: the notebook, what is saved, how a person likes it.

pub mod backup_file;
pub mod commands;
pub mod draft;
pub mod durability;
pub mod erasing;
pub mod importing;
pub mod keeper;
mod live;
mod log;
pub mod new_answer;
pub mod new_build;
pub mod new_step;
pub mod notebook_store;
pub mod pending;
pub mod persistence;
pub mod planning;
pub mod preferences;
mod refused;
pub mod rescued;
pub mod save_status;
pub mod sealing;
pub mod search;
pub mod snapshots;
mod stored;
pub mod unpacking;

use waymark_domain::stamp::Stamp as _;

use crate::browser::stamp_source::StampSource;
use keeper::Keeper;
use notebook_store::{NotebookStore, provide_notebook};

/// What a file says it was made by.
pub const APP: &str = concat!("waymark ", env!("CARGO_PKG_VERSION"));

/// Reads what this browser holds and makes it reachable for every page.
pub fn start() {
    let stamp = StampSource::new();
    let (keeper, notebook) = Keeper::open(stamp.replica());
    let store = NotebookStore::new(notebook, stamp, keeper);
    provide_notebook(store);
    new_build::provide_new_build();
    live::begin(store);
}

/// What can wait until the first page stands: words that an earlier run could not save, the search, what is packed, the
/// log, tidying up what earlier runs of the app left, and keeping the app itself.
pub fn start_the_rest(store: NotebookStore) {
    rescued::provide_rescued(store);
    search::provide_search(store);
    unpacking::keep_unpacking(store);
    erasing::provide_erasing(store);
    log::keep_log(store);
    persistence::provide_persistence(store);
    backup_file::provide_backup_file(store);
    live::keep_tidy(store);
    new_build::follow(store);
}
