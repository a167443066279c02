//! The notebook as keys and values.
//!
//! Every run of the app (a *replica*) writes only keys of its own, each with the full state of one record as it knows it,
//! so no tab can overwrite another; whoever opens the store joins them all. Nothing above this module knows of keys.
//!
//! A reading order: [`key_value`] (what a storage must do), [`key`] (what stands where), [`identity`] (whose notebook,
//! and since when), [`open`], [`save`].

pub mod identity;
pub mod key;
pub mod key_value;
pub mod memory;
pub mod open;
pub mod prefixed;
mod reading;
pub mod save;
mod settle;
#[cfg(test)]
mod tests;

pub use identity::Identity;
pub use key_value::{KeyValue, KeyValueError};
pub use open::{Contents, OpenError, Opened, Unreadable};
pub use prefixed::{Prefixed, Usage};
pub use save::Outcome;

use std::collections::{BTreeMap, BTreeSet};

use crate::id::{RecordId, ReplicaId};
use key::Writer;

/// One run of the app at its storage.
#[derive(Debug)]
pub struct Store<K> {
    kv: K,
    identity: Identity,
    replica: ReplicaId,
    /// Records that the storage does not hold as memory does.
    unsaved: BTreeSet<RecordId>,
    /// Under which name this replica stored a record.
    mine: BTreeMap<RecordId, Writer>,
    unreadable: Vec<Unreadable>,
}

impl<K> Store<K> {
    /// Whose notebook it is.
    pub fn identity(&self) -> &Identity {
        &self.identity
    }

    /// This run of the app.
    pub fn replica(&self) -> ReplicaId {
        self.replica
    }

    /// Values that could not be read. They stay where they are, untouched.
    pub fn unreadable(&self) -> &[Unreadable] {
        &self.unreadable
    }

    /// Whether everything that was given to [`Store::save`] is stored.
    pub fn is_all_saved(&self) -> bool {
        self.unsaved.is_empty()
    }
}
