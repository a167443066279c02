//! The notebook as keys and values.
//!
//! Every run of the app (a *replica*) writes only keys of its own, each with the full state of one record as it knows it,
//! so no tab can overwrite another; whoever opens the store joins them all. What a key looks like is decided here; callers
//! pass keys on, as the rescued file and the log in `IndexedDB` do, but do not take them apart.
//!
//! A reading order: [`key_value`] (what a storage must do), [`key`] (what stands where), [`identity`] (whose notebook,
//! and since when), `settle` (writing that), [`open`], [`save`], [`hear`] (other tabs), `erase`, `start_over` (*Delete
//! everything*, a backup taken over), [`fold`] (what gone runs left), [`pack`] (many records in one text), `packs` (reading
//! them), [`packing`] (what is not written any more), [`import`], [`log`] (what goes into `IndexedDB` as well), `erasing` (in
//! every place).

mod bring_along;
#[cfg(any(test, feature = "contract-tests"))]
pub mod contract;
mod erase;
mod erasing;
pub mod fold;
pub mod hear;
pub mod identity;
pub mod import;
pub mod key;
pub mod key_value;
pub mod log;
pub mod memory;
pub mod open;
pub mod pack;
pub mod packing;
mod packs;
pub mod prefixed;
pub mod save;
mod scan;
mod settle;
mod start_over;
#[cfg(test)]
mod tests;

pub use erasing::{Erasing, Kept, without_erased};
pub use fold::Folded;
pub use hear::Heard;
pub use identity::Identity;
pub use import::ImportError;
pub use import::Writing;
pub use key_value::{KeyValue, KeyValueError};
pub use open::{Contents, OpenError, Opened, Unreadable};
pub use packing::Packing;
pub use prefixed::{Prefixed, Usage};
pub use save::Outcome;

use std::collections::{BTreeMap, BTreeSet};

use crate::id::{RecordId, ReplicaId};
use key::{Key, Writer, identity_of};
use packs::Pack;

/// One run of the app at its storage. The app has one type for all storages, so that all of this is compiled once.
#[derive(Debug)]
pub struct Store<K = Box<dyn KeyValue>> {
    kv: K,
    identity: Identity,
    replica: ReplicaId,
    /// Whether nothing may be written yet, because other tabs could take this one for gone.
    waiting: bool,
    /// Whether a newer Waymark keeps its notebook here: nothing is written.
    newer: bool,
    /// Records that the storage does not hold as memory does.
    unsaved: BTreeSet<RecordId>,
    /// Under which name this replica stored a record.
    mine: BTreeMap<RecordId, Writer>,
    /// What a person erases that may not be gone everywhere yet.
    erasing: Option<Erasing>,
    /// How many imports this replica began.
    imports: u32,
    unreadable: Vec<Unreadable>,
    /// What stands packed in the storage.
    packs: Vec<Pack>,
    /// What was put into the storage, or was to be, since this was last asked: names and texts.
    news: Vec<(String, String)>,
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

    /// Where this replica stores a record.
    fn own_key(&self, id: RecordId) -> Key {
        let writer = self.mine.get(&id).copied().unwrap_or(Writer::of(self.replica));
        Key::Record(self.identity.epoch, writer, id)
    }

    /// Whether a newer Waymark keeps its notebook here. It shows, and nothing is written.
    pub fn is_newer(&self) -> bool {
        self.newer
    }

    /// Values that could not be read. They stay where they are, untouched.
    pub fn unreadable(&self) -> &[Unreadable] {
        &self.unreadable
    }

    fn set_unreadable(&mut self, unreadable: Unreadable) {
        if !self.unreadable.contains(&unreadable) {
            self.unreadable.push(unreadable);
        }
    }

    /// What was put into the storage, or was to be, since this was last asked: what a crash of the browser could lose.
    pub fn take_news(&mut self) -> Vec<(String, String)> {
        std::mem::take(&mut self.news)
    }

    /// Whether there is something of that kind.
    pub fn has_news(&self) -> bool {
        !self.news.is_empty()
    }

    /// Remembers what is put into the storage; of one name, the last.
    fn tell(&mut self, key: String, text: String) {
        self.news.retain(|(known, _)| *known != key);
        self.news.push((key, text));
    }

    /// Lets this store write, or makes it wait. Each run of the app holds a lock of its name before it writes: other tabs
    /// take a run without one for gone.
    pub fn let_write(&mut self, may_write: bool) {
        self.waiting = !may_write;
        if may_write && !self.newer {
            self.tell(identity_of(self.identity.epoch), self.identity.encode());
        }
    }

    /// Whether everything that was given to [`Store::save`] is stored.
    pub fn is_all_saved(&self) -> bool {
        self.unsaved.is_empty()
    }
}
