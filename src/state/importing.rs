//! What a file would bring, planned on what the notebook is now.

use waymark_domain::file::{self, ImportOptions, Incoming, Plan};

use super::notebook_store::NotebookStore;

impl NotebookStore {
    /// What a file would bring. Whatever reads it runs again when the notebook changes.
    pub fn plan(self, incoming: &Incoming, options: &ImportOptions) -> Plan {
        self.with(|notebook| self.with_stamp(|stamp| file::plan(notebook, incoming, options, stamp)))
    }
}
