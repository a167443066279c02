//! Packing: what was not written for a while moves from keys of its own into packs, and packs of which much is out of date
//! are written anew. A pack is written, read back, and only then what it replaces is removed; so a crash anywhere leaves
//! copies that join to the same. One tab at a time does it, under the lock for folding, a little at a time.

use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::sync::Arc;

use super::Store;
use super::fold::Listed;
use super::key::{Key, Writer};
use super::key_value::{KeyValue, KeyValueError, units};
use super::pack::{pack, unpack};
use super::packs::{Inside, State};
use super::save::Ownership;
use super::scan::Scan;
use crate::id::{RecordId, ReplicaId};
use crate::notebook::{Joined, Notebook};
use crate::record::Record;
use crate::sorting::sort_by_key;
use crate::wire::{decode_record, encode_record};

/// How many units may stand in keys of their own before the oldest of it is packed.
const LOOSE_MAX: usize = 256 << 10;
/// How many of them stay.
const LOOSE_KEPT: usize = 128 << 10;
/// How much text goes into one pack, in bytes: packed in some ten milliseconds, and as small as it gets but for a few percent.
const FULL: usize = 128 << 10;
/// A pack of fewer units is small. So many of them become one.
const SMALL: usize = 8 << 10;
const MANY: usize = 4;

/// How hard room is needed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Need {
    /// There is enough.
    Low,
    /// Something was refused: whatever can be packed is.
    High,
}

/// What is to be packed.
#[derive(Debug)]
pub struct Packing {
    /// Keys that were there before it was asked who lives, of writers that are gone, and this replica's own.
    loose: BTreeMap<RecordId, Vec<Key>>,
    jobs: VecDeque<Job>,
}

/// What stood under some keys.
type Stood = Vec<(Key, String)>;

#[derive(Debug)]
struct Job {
    records: Vec<RecordId>,
    replaces: Vec<Key>,
}

impl<K: KeyValue> Store<K> {
    /// Finds what is to be packed; nothing where a part of the notebook was not read yet.
    pub fn plan_packing(
        &self,
        notebook: &Notebook,
        listed: &Listed,
        living: &BTreeSet<ReplicaId>,
        need: Need,
    ) -> Result<Packing, KeyValueError> {
        let mut packing = Packing { loose: BTreeMap::new(), jobs: VecDeque::new() };
        if self.has_unread() || self.look()? != Ownership::Ours {
            return Ok(packing);
        }
        let gone = |writer: Writer| writer.replica == self.replica || !living.contains(&writer.replica);
        for key in listed.keys() {
            if let Key::Record(epoch, writer, id) = *key
                && epoch == self.identity.epoch
                && gone(writer)
                && self.counts(writer)?
            {
                packing.loose.entry(id).or_default().push(*key);
            }
        }
        packing
            .jobs
            .extend(self.outdated(&packing.loose).map(|(records, key)| Job { records, replaces: vec![key] }));
        packing.jobs.extend(self.small_ones());
        let spoken_for: BTreeSet<_> = packing.jobs.iter().flat_map(|job| job.records.clone()).collect();
        let old = self.oldest(notebook, &packing.loose, &spoken_for, need);
        let jobs = portions(notebook, old);
        packing.jobs.extend(jobs.into_iter().map(|records| Job { records, replaces: Vec::new() }));
        Ok(packing)
    }

    /// Takes the next step. Says which records are different in the notebook now, and whether there is more to do.
    pub fn pack_some(
        &mut self,
        notebook: &mut Notebook,
        packing: &mut Packing,
    ) -> Result<(Vec<RecordId>, bool), KeyValueError> {
        if self.ownership()? != Ownership::Ours {
            return Ok((Vec::new(), false));
        }
        if self.blank_a_pack(notebook)? {
            return Ok((Vec::new(), true));
        }
        let Some(job) = packing.jobs.pop_front() else { return Ok((Vec::new(), false)) };
        let (changed, stood) = self.join_loose(notebook, &packing.loose, &job)?;
        if !self.write_pack(notebook, &job.records)? {
            let half = job.records.len() / 2;
            if half == 0 || !job.replaces.is_empty() {
                // There is no room for it now. Smaller ones may still fit.
                return Ok((changed, !packing.jobs.is_empty()));
            }
            let (first, second) = job.records.split_at(half);
            for records in [second, first] {
                packing.jobs.push_front(Job { records: records.to_vec(), replaces: Vec::new() });
            }
            return Ok((changed, true));
        }
        self.remove_packed(stood)?;
        for key in job.replaces {
            self.kv.remove(&key.to_string())?;
            self.forget_pack(key);
        }
        Ok((changed, !packing.jobs.is_empty()))
    }

    /// Packs of which most is written elsewhere by now.
    fn outdated<'a>(
        &'a self,
        loose: &'a BTreeMap<RecordId, Vec<Key>>,
    ) -> impl Iterator<Item = (Vec<RecordId>, Key)> + 'a {
        let mut times: BTreeMap<RecordId, usize> = BTreeMap::new();
        for (_, inside) in self.insides() {
            inside.records.iter().for_each(|id| *times.entry(*id).or_default() += 1);
        }
        let again = move |id: &&RecordId| loose.contains_key(id) || times.get(id).is_some_and(|n| *n > 1);
        self.insides().filter_map(move |(key, inside)| {
            let twice = inside.records.iter().filter(&again).count();
            (twice * 2 > inside.records.len()).then(|| (inside.records.clone(), key))
        })
    }

    /// Small packs, if there are many, as one.
    fn small_ones(&self) -> Option<Job> {
        let small: Vec<_> = self.insides().filter(|(_, inside)| inside.units < SMALL).collect();
        (small.len() >= MANY).then(|| Job {
            records: small
                .iter()
                .flat_map(|(_, inside)| inside.records.clone())
                .collect::<BTreeSet<_>>()
                .into_iter()
                .collect(),
            replaces: small.iter().map(|(key, _)| *key).collect(),
        })
    }

    fn insides(&self) -> impl Iterator<Item = (Key, &Inside)> {
        self.packs.iter().filter_map(|pack| match &pack.state {
            State::Read(inside) => Some((pack.key, inside)),
            State::Unread | State::Damaged => None,
        })
    }

    /// Of the records in keys of their own, those that were not edited for longest, as many as are too many.
    fn oldest(
        &self,
        notebook: &Notebook,
        loose: &BTreeMap<RecordId, Vec<Key>>,
        spoken_for: &BTreeSet<RecordId>,
        need: Need,
    ) -> Vec<Arc<Record>> {
        let refused = self.unsaved.iter().filter(|_| need == Need::High);
        let ids: BTreeSet<RecordId> = loose.keys().chain(refused).copied().collect();
        let records = ids.iter().filter(|id| !spoken_for.contains(id)).filter_map(|id| notebook.record(*id));
        let mut records: Vec<_> = records.map(|record| (size(record), record.clone())).collect();
        let mut all: usize = records.iter().map(|(size, _)| size).sum();
        let kept = match need {
            Need::Low if all <= LOOSE_MAX => return Vec::new(),
            Need::Low => LOOSE_KEPT,
            Need::High => 0,
        };
        sort_by_key(&mut records, |(_, record)| record.edited_at());
        let mut old = Vec::new();
        for (size, record) in records {
            if all <= kept {
                break;
            }
            all -= size;
            old.push(record);
        }
        old
    }

    /// Joins what the keys of a job's records hold, so that the pack holds all of it; gives back what stood there.
    fn join_loose(
        &self,
        notebook: &mut Notebook,
        loose: &BTreeMap<RecordId, Vec<Key>>,
        job: &Job,
    ) -> Result<(Vec<RecordId>, Stood), KeyValueError> {
        let (mut changed, mut stood) = (Vec::new(), Vec::new());
        for key in job.records.iter().filter_map(|id| loose.get(id)).flatten() {
            let Key::Record(_, _, id) = *key else { continue };
            let Some(raw) = self.kv.get(&key.to_string())? else { continue };
            // What cannot be read or joined stays where it is.
            let Some(copy) = decode_record(&raw).ok().filter(|copy| copy.id() == id) else { continue };
            if let Ok(joined) = notebook.join(&copy) {
                changed.extend((joined != Joined::Same).then_some(id));
                stood.push((*key, raw));
            }
        }
        Ok((changed, stood))
    }

    /// Writes one pack. Says whether it stands; not where there is no room for it.
    fn write_pack(&mut self, notebook: &Notebook, ids: &[RecordId]) -> Result<bool, KeyValueError> {
        let records: Vec<_> = ids.iter().filter_map(|id| notebook.record(*id)).cloned().collect();
        let text = pack(&records, notebook.me());
        let key = Key::Pack(self.identity.epoch, Writer::of(self.replica), self.next_pack());
        let name = key.to_string();
        match self.kv.set(&name, &text) {
            Ok(()) => {}
            Err(KeyValueError::Full) => return Ok(false),
            Err(error) => return Err(error),
        }
        // Another tab may have deleted everything meanwhile.
        if self.kv.get(&name)?.as_deref() != Some(&text) || self.ownership()? == Ownership::Ended {
            self.kv.remove(&name)?;
            return Ok(false);
        }
        let inside = Inside::new(records.iter().map(AsRef::as_ref), &text);
        self.hold_pack(key, inside);
        for record in &records {
            self.unsaved.remove(&record.id());
        }
        Ok(true)
    }

    /// Removes what is in a pack now, unless it was written again.
    fn remove_packed(&mut self, stood: Stood) -> Result<(), KeyValueError> {
        for (key, raw) in stood {
            let name = key.to_string();
            if self.kv.get(&name)? != Some(raw) {
                continue;
            }
            self.kv.remove(&name)?;
            if let Key::Record(_, writer, id) = key
                && self.mine.get(&id) == Some(&writer)
            {
                self.mine.remove(&id);
            }
        }
        Ok(())
    }

    /// A pack that still has content of a record that is erased.
    pub(super) fn with_erased_content(&self, notebook: &Notebook) -> Option<Key> {
        let erased = |id: &RecordId| notebook.record(*id).is_some_and(|record| record.is_erased());
        let holds =
            |inside: &Inside| inside.records.iter().any(|id| erased(id) && !inside.erased.contains(id));
        self.insides().find(|(_, inside)| holds(inside)).map(|(key, _)| key)
    }

    /// Writes a pack over without the content of what is erased, and otherwise as it was: that needs no room, and no tab has
    /// to read it again. Says whether there was one.
    pub(super) fn blank_a_pack(&mut self, notebook: &Notebook) -> Result<bool, KeyValueError> {
        let Some(key) = self.with_erased_content(notebook) else { return Ok(false) };
        let name = key.to_string();
        let records = self.kv.get(&name)?.and_then(|raw| unpack(&raw).ok());
        let Some(records) = records else {
            // Packed anew by another tab, or damaged since.
            self.forget_pack(key);
            self.note_packs(Scan::packs_of(&self.kv, self.identity.epoch)?);
            return Ok(true);
        };
        let erased =
            |record: &Record| notebook.record(record.id()).filter(|known| known.is_erased()).cloned();
        let records: Vec<_> =
            records.into_iter().map(|record| erased(&record).unwrap_or_else(|| Arc::new(record))).collect();
        let text = pack(&records, notebook.me());
        self.kv.set(&name, &text)?;
        self.hold_pack(key, Inside::new(records.iter().map(AsRef::as_ref), &text));
        Ok(true)
    }
}

/// How much room a record takes, about.
fn size(record: &Record) -> usize {
    units(&encode_record(record))
}

/// Divides records into as much as goes into a pack each, like beside like: by kind, and by day.
pub(super) fn portions(notebook: &Notebook, mut records: Vec<Arc<Record>>) -> Vec<Vec<RecordId>> {
    sort_by_key(&mut records, |record| {
        (record.kind().to_owned(), record.text(crate::entry::DATE).to_owned(), record.id())
    });
    let mut portions: Vec<(usize, Vec<RecordId>)> = Vec::new();
    for record in records.iter().filter_map(|record| notebook.record(record.id())) {
        let size = encode_record(record).len();
        match portions.last_mut().filter(|(filled, _)| *filled + size <= FULL) {
            Some((filled, ids)) => {
                *filled += size;
                ids.push(record.id());
            }
            None => portions.push((size, vec![record.id()])),
        }
    }
    portions.into_iter().map(|(_, ids)| ids).collect()
}
