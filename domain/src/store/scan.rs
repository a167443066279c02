//! Reading the copies of records that stand in the storage.

use super::identity::Identity;
use super::key::{Epoch, Key, Writer};
use super::key_value::{KeyValue, KeyValueError};
use super::open::{Damage, Unreadable};
use super::pack::{unpack, writer_of};
use crate::id::{PersonId, RecordId};
use crate::notebook::{Joined, Notebook};
use crate::record::Record;
use crate::sorting::sort_by_key;
use crate::wire::{decode_record, encode_record};

/// How often a reading starts over because another tab tidies meanwhile. Each time that tab has moved on.
const TRIES: usize = 20;
/// How many records a pack is worth where it is asked who wrote most.
const IN_A_PACK: usize = 50;

/// What the keys of one epoch hold.
#[derive(Debug, Default)]
pub(super) struct Scan {
    /// The epoch that was read.
    epoch: Option<Epoch>,
    /// Copies of records; several may be of one.
    copies: Vec<Copy>,
    /// Packs that count. What is in them is not read yet.
    pub(super) packs: Vec<Key>,
    pub(super) unreadable: Vec<Unreadable>,
}

/// What became of a reading in a notebook.
#[derive(Debug, Default)]
pub(super) struct Taken {
    /// The records that are different there now.
    pub(super) changed: Vec<RecordId>,
    /// Erased records of which a copy still holds content.
    pub(super) to_blank: Vec<RecordId>,
}

#[derive(Debug)]
struct Copy {
    key: String,
    raw: String,
    record: Record,
}

impl Scan {
    /// Reads every record of an epoch; of the latest there is, where none is known.
    pub(super) fn of(kv: &impl KeyValue, epoch: Option<Epoch>) -> Result<Self, KeyValueError> {
        let mut tries = 0..TRIES;
        loop {
            let keys = sorted_keys(kv)?;
            let epoch = epoch.or_else(|| keys.iter().map(|key| key.epoch()).max());
            let mut reading = Self { epoch, ..Self::default() };
            // A key may vanish while we read because its content was just folded into another.
            if reading.read(kv, &keys)? || tries.next().is_none() {
                return Ok(reading);
            }
        }
    }

    /// Reads the records of one import whose marker is there.
    pub(super) fn of_import(kv: &impl KeyValue, epoch: Epoch, import: Writer) -> Result<Self, KeyValueError> {
        let mut keys = sorted_keys(kv)?;
        keys.retain(|key| key.epoch() == epoch && key.writer() == import);
        let mut reading = Self { epoch: Some(epoch), ..Self::default() };
        reading.read(kv, &keys)?;
        Ok(reading)
    }

    /// Says whether every key was still there when its turn came.
    fn read(&mut self, kv: &impl KeyValue, keys: &[Key]) -> Result<bool, KeyValueError> {
        let mut complete = true;
        for key in readable(keys, self.epoch) {
            let Key::Record(_, _, id) = key else {
                self.packs.push(key);
                continue;
            };
            let key = key.to_string();
            match kv.get(&key)? {
                Some(raw) => self.add(key, raw, id),
                None => complete = false,
            }
        }
        Ok(complete)
    }

    /// The packs of an epoch that count.
    pub(super) fn packs_of(kv: &impl KeyValue, epoch: Epoch) -> Result<Vec<Key>, KeyValueError> {
        let keys = sorted_keys(kv)?;
        let packs = readable(&keys, Some(epoch)).filter(|key| matches!(key, Key::Pack(..)));
        Ok(packs.collect())
    }

    /// What was in a pack.
    pub(super) fn of_pack(name: &str, records: Vec<Record>) -> Self {
        let copy = |record| Copy { key: name.to_owned(), raw: String::new(), record };
        Self { copies: records.into_iter().map(copy).collect(), ..Self::default() }
    }

    /// Reads what is in the packs as well.
    pub(super) fn unpack(&mut self, kv: &impl KeyValue) -> Result<(), KeyValueError> {
        for key in std::mem::take(&mut self.packs) {
            let key = key.to_string();
            let Some(raw) = kv.get(&key)? else { continue };
            match unpack(&raw) {
                Ok(inside) => self.copies.extend(Self::of_pack(&key, inside.records).copies),
                Err(_) => self.unreadable.push(Unreadable { key, raw, why: Damage::Malformed }),
            }
        }
        Ok(())
    }

    pub(super) fn add(&mut self, key: String, raw: String, id: RecordId) {
        match decode_record(&raw) {
            Ok(record) if record.id() == id => self.copies.push(Copy { key, raw, record }),
            Ok(_) => self.unreadable.push(Unreadable { key, raw, why: Damage::Misplaced }),
            Err(_) => self.unreadable.push(Unreadable { key, raw, why: Damage::Malformed }),
        }
    }

    /// Joins everything that was read into a notebook.
    pub(super) fn join_into(&mut self, notebook: &mut Notebook) -> Taken {
        let mut taken = Taken::default();
        let mut with_content = Vec::new();
        for Copy { key, raw, record } in self.copies.drain(..) {
            match notebook.join(&record) {
                Ok(Joined::Same) => {}
                Ok(Joined::New | Joined::Changed) => taken.changed.push(record.id()),
                Err(_) => {
                    // Of what was in a pack, only this.
                    let raw = if raw.is_empty() { encode_record(&record) } else { raw };
                    self.unreadable.push(Unreadable { key, raw, why: Damage::Misplaced });
                }
            }
            with_content.extend((!record.is_erased()).then_some(record.id()));
        }
        with_content.retain(|id| notebook.record(*id).is_some_and(|record| record.is_erased()));
        taken.to_blank = with_content;
        taken
    }

    /// The identity to go on with where the stored one is lost: the person is the one who wrote most here.
    pub(super) fn guess(&self, kv: &impl KeyValue, new: Identity) -> Identity {
        let copies = self.copies.iter().map(|copy| (copy.record.by(), 1));
        let packs = self.packs.iter().filter_map(|key| kv.get(&key.to_string()).ok().flatten());
        let packs = packs.filter_map(|pack| Some((writer_of(&pack)?, IN_A_PACK)));
        let mut wrote: Vec<(PersonId, usize)> = copies.chain(packs).collect();
        sort_by_key(&mut wrote, |(by, _)| *by);
        let each = wrote.chunk_by(|(by, _), (other, _)| by == other);
        let counted = each.map(|parts| (parts.iter().map(|(_, count)| count).sum::<usize>(), parts[0].0));
        let me = counted.max().map_or(new.me, |(_, by)| by);
        Identity { me, epoch: self.epoch.unwrap_or(new.epoch), ..new }
    }
}

/// All keys of parts of a notebook, in order.
fn sorted_keys(kv: &impl KeyValue) -> Result<Vec<Key>, KeyValueError> {
    let mut keys: Vec<Key> = kv.keys()?.iter().filter_map(|key| key.parse().ok()).collect();
    keys.sort_unstable();
    Ok(keys)
}

/// Among sorted keys, the records and packs of an epoch that count: an import's only where its marker is there.
fn readable(keys: &[Key], epoch: Option<Epoch>) -> impl Iterator<Item = Key> {
    let counts = move |writer: Writer| {
        let marker = |epoch| keys.binary_search(&Key::Marker(epoch, writer)).is_ok();
        writer.import.is_none() || epoch.is_some_and(marker)
    };
    keys.iter().copied().filter(move |key| {
        !matches!(key, Key::Marker(..)) && Some(key.epoch()) == epoch && counts(key.writer())
    })
}
