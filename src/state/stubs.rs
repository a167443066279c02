//! Stands in for what the store is about to bring: when `import`, `delete_everything`, `locks_available` and
//! `ImportError` land, delete this file and point `pages/files/preview.rs` at the real error.
#![allow(missing_docs, clippy::unused_self, clippy::unnecessary_wraps)]

use waymark_domain::{change::Touched, file::Plan, store::KeyValueError};

use super::{keeper::Keeper, notebook_store::NotebookStore};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ImportError {
    OutOfDate,
    NoRoom { needed: usize, used: usize, capacity: usize },
    Blocked,
}

impl NotebookStore {
    pub fn import(self, plan: Plan) -> Result<Touched, ImportError> {
        self.edit(|notebook, _| notebook.import(plan)).map_err(|_| ImportError::OutOfDate)
    }

    pub fn delete_everything(self) -> Result<(), KeyValueError> {
        Err(KeyValueError::Blocked)
    }
}

impl Keeper {
    pub fn locks_available(self) -> bool {
        true
    }
}
