//! Opening: every readable copy of every record is joined; what cannot be read is listed and left alone.

use std::collections::BTreeMap;

use super::identity::{self, Found, Identity};
use super::key_value::{KeyValue, KeyValueError};
use super::scan::Scan;
use super::{Erasing, Store};
use crate::id::ReplicaId;
use crate::notebook::Notebook;

/// A store that was opened, and the notebook in it.
#[derive(Debug)]
pub struct Opened<K> {
    /// Where to save.
    pub store: Store<K>,
    /// Everything that could be read, but for what is packed.
    pub notebook: Notebook,
    /// What was there.
    pub contents: Contents,
    /// Whether the storage knows whose notebook it is. If not, call [`Store::settle`].
    pub settled: bool,
}

/// What was in a store when it was opened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Contents {
    /// Nothing.
    Empty,
    /// A notebook. Single values may still be listed as unreadable.
    Loaded,
    /// Something, but nothing of it could be read.
    Unreadable,
}

/// A value that could not be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unreadable {
    /// Where it stands.
    pub key: String,
    /// Its text, as it is.
    pub raw: String,
    /// What is wrong with it.
    pub why: Damage,
}

/// What is wrong with a value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Damage {
    /// It is not in the form we write.
    Malformed,
    /// It is a record, but of another id, kind or owner than belongs there.
    Misplaced,
}

/// Why a store could not be opened. Nothing was changed in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum OpenError {
    /// The storage refused.
    #[error(transparent)]
    Storage(#[from] KeyValueError),
    /// A newer Waymark keeps its notebook here, in a way that this one cannot even read.
    #[error("the notebook was written by a newer Waymark")]
    Newer,
}

impl<K: KeyValue> Store<K> {
    /// Reads everything but what is packed (see [`Store::read_pack`]) and writes nothing. `new` is the identity to take where none can be read. The store that is
    /// returned waits: see [`Store::let_write`]. What a newer Waymark keeps is read as far as it can be, and never written.
    pub fn open(kv: K, new: Identity, replica: ReplicaId) -> Result<Opened<K>, OpenError> {
        let found = identity::find(&kv)?;
        let (known, settled, newer) = match found {
            Found::Newer(None) => return Err(OpenError::Newer),
            Found::Newer(named) => (named, true, true),
            Found::Identity { identity, whole } => (Some(identity), whole, false),
            Found::Nothing | Found::Unreadable => (None, false, false),
        };
        let mut scan = Scan::of(&kv, known.map(|identity| identity.epoch))?;
        scan.unreadable.extend(identity::unreadable(&kv)?);
        scan.unreadable.extend(identity::set_aside_before(&kv)?);
        let identity = known.unwrap_or_else(|| scan.guess(&kv, new));
        let mut notebook = Notebook::new(identity.notebook, identity.me);
        let taken = scan.join_into(&mut notebook);
        let parts = notebook.records().len() + scan.packs.len();
        let contents = match (known, parts, scan.unreadable.is_empty()) {
            (None, 0, false) => Contents::Unreadable,
            (None, 0, true) => Contents::Empty,
            _ => Contents::Loaded,
        };
        let mut store = Self {
            erasing: Erasing::in_storage(&kv),
            kv,
            identity,
            replica,
            waiting: true,
            newer,
            unsaved: taken.to_blank.into_iter().collect(),
            mine: BTreeMap::new(),
            imports: 0,
            unreadable: scan.unreadable,
            packs: Vec::new(),
            news: Vec::new(),
        };
        store.note_packs(scan.packs);
        Ok(Opened { store, notebook, contents, settled })
    }
}
