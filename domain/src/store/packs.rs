//! The packs of the notebook: which there are, and reading them one by one, the last written first, so that nothing waits
//! for all of them.

use super::Store;
use super::key::Key;
use super::key_value::{KeyValue, KeyValueError};
use super::open::{Damage, Unreadable};
use super::pack::{Unpacked, check_of, unpack};
use super::scan::Scan;
use crate::id::RecordId;
use crate::notebook::Notebook;
use crate::record::Record;

/// A pack that counts.
#[derive(Debug)]
pub(super) struct Pack {
    pub(super) key: Key,
    pub(super) state: State,
}

/// What is known of a pack.
#[derive(Debug)]
pub(super) enum State {
    Unread,
    /// It stays as it is.
    Damaged,
    Read(Inside),
}

/// What is in a pack.
#[derive(Debug, Default)]
pub(super) struct Inside {
    pub(super) records: Vec<RecordId>,
    /// Those of them that are erased in the pack as well.
    pub(super) erased: Vec<RecordId>,
    /// How many bytes it unfolds to.
    pub(super) bytes: usize,
    /// What tells it from what may stand under its name later.
    check: String,
}

impl Inside {
    pub(super) fn new<'a>(records: impl Iterator<Item = &'a Record>, bytes: usize, text: &str) -> Self {
        let mut inside = Self { bytes, check: check_of(text).to_owned(), ..Self::default() };
        for record in records {
            inside.records.push(record.id());
            inside.erased.extend(record.is_erased().then(|| record.id()));
        }
        inside
    }
}

impl<K> Store<K> {
    /// Whether a part of the notebook was not read yet: see [`Store::read_pack`].
    pub fn has_unread(&self) -> bool {
        self.packs.iter().any(|pack| matches!(pack.state, State::Unread))
    }

    /// Remembers packs that are to be read.
    pub(super) fn note_packs(&mut self, keys: Vec<Key>) {
        for key in keys {
            if self.packs.iter().all(|pack| pack.key != key) {
                self.packs.push(Pack { key, state: State::Unread });
            }
        }
    }

    /// Sees to it that a pack is read again over which another tab wrote: without what was erased.
    pub(super) fn look_at_pack(&mut self, key: Key, text: &str) {
        let is_outdated = |inside: &Inside| inside.check != check_of(text);
        let known = self.packs.iter_mut().filter(|pack| pack.key == key);
        for pack in known.filter(|pack| matches!(&pack.state, State::Read(inside) if is_outdated(inside))) {
            pack.state = State::Unread;
        }
    }

    /// The records in a pack that was read.
    pub(super) fn packed(&self, key: Key) -> &[RecordId] {
        let pack = self.packs.iter().find(|pack| pack.key == key);
        match pack.map(|pack| &pack.state) {
            Some(State::Read(inside)) => &inside.records,
            _ => &[],
        }
    }

    /// Remembers what is in a pack.
    pub(super) fn hold_pack(&mut self, key: Key, inside: Inside) {
        self.forget_pack(key);
        self.packs.push(Pack { key, state: State::Read(inside) });
    }

    pub(super) fn forget_pack(&mut self, key: Key) {
        self.packs.retain(|pack| pack.key != key);
    }

    /// The number for the next pack.
    pub(super) fn next_pack(&self) -> u32 {
        self.packs.iter().map(|pack| pack.key.number()).max().map_or(0, |last| last.saturating_add(1))
    }
}

impl<K: KeyValue> Store<K> {
    /// Reads the pack that was written last of those not read yet, and joins it. Says which records changed. Where it cannot
    /// be read, it is listed as unreadable and left alone.
    pub fn read_pack(&mut self, notebook: &mut Notebook) -> Result<Vec<RecordId>, KeyValueError> {
        let unread = self
            .packs
            .iter_mut()
            .filter(|pack| matches!(pack.state, State::Unread))
            .max_by_key(|it| it.key.number());
        let Some(pack) = unread else { return Ok(Vec::new()) };
        let (key, name) = (pack.key, pack.key.to_string());
        let Some(raw) = self.kv.get(&name)? else {
            // What was in it was put into another, by another tab.
            self.forget_pack(key);
            self.note_packs(Scan::packs_of(&self.kv, self.identity.epoch)?);
            return Ok(Vec::new());
        };
        let Ok(Unpacked { records, bytes }) = unpack(&raw) else {
            pack.state = State::Damaged;
            self.set_unreadable(Unreadable { key: name, raw, why: Damage::Malformed });
            return Ok(Vec::new());
        };
        pack.state = State::Read(Inside::new(records.iter(), bytes, &raw));
        Ok(self.take_in(Scan::of_pack(&name, records), notebook))
    }

    /// Reads everything that was not read yet.
    pub fn read_all(&mut self, notebook: &mut Notebook) -> Result<Vec<RecordId>, KeyValueError> {
        let mut changed = Vec::new();
        while self.has_unread() {
            changed.extend(self.read_pack(notebook)?);
        }
        Ok(changed)
    }
}
