//! Packing: what was not written for a while moves from keys of its own into packs, and packs of which much is out of date
//! are written anew. A pack is written, read back, and only then what it replaces is removed; so a crash anywhere leaves
//! copies that join to the same. One tab at a time does it, under the lock for folding, a little at a time.

mod jobs;

use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::sync::Arc;

use super::Store;
use super::fold::Listed;
use super::key::{Key, Writer};
use super::key_value::{KeyValue, KeyValueError};
use super::pack::{lines, pack, unpack};
use super::packs::{Inside, State};
use super::save::Ownership;
use super::scan::Scan;
use crate::id::{RecordId, ReplicaId};
use crate::notebook::{Joined, Notebook};
use crate::record::Record;
use crate::wire::decode_record;
use jobs::{Job, like_beside_like};

pub(super) use jobs::portions;

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
        let mut jobs = self.outdated(&packing.loose);
        jobs.extend(self.small_ones(&jobs));
        let spoken_for: BTreeSet<_> = jobs.iter().flat_map(|job| job.records.clone()).collect();
        let old = self.oldest(notebook, &packing.loose, &spoken_for, need);
        jobs.extend(portions(notebook, old).into_iter().map(|records| Job { records, replaces: Vec::new() }));
        packing.jobs = jobs.into();
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

    fn insides(&self) -> impl Iterator<Item = (Key, &Inside)> {
        self.packs.iter().filter_map(|pack| match &pack.state {
            State::Read(inside) => Some((pack.key, inside)),
            State::Unread | State::Damaged => None,
        })
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
        let records = like_beside_like(records);
        let lines = lines(&records);
        let text = pack(&lines, notebook.me());
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
        self.hold_pack(key, Inside::new(records.iter().map(AsRef::as_ref), lines.len(), &text));
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
        let inside = self.kv.get(&name)?.and_then(|raw| unpack(&raw).ok());
        let Some(inside) = inside else {
            // Packed anew by another tab, or damaged since.
            self.forget_pack(key);
            self.note_packs(Scan::packs_of(&self.kv, self.identity.epoch)?);
            return Ok(true);
        };
        let erased =
            |record: &Record| notebook.record(record.id()).filter(|known| known.is_erased()).cloned();
        let records: Vec<_> =
            inside.records.into_iter().map(|one| erased(&one).unwrap_or_else(|| Arc::new(one))).collect();
        let lines = lines(&records);
        let text = pack(&lines, notebook.me());
        self.kv.set(&name, &text)?;
        self.hold_pack(key, Inside::new(records.iter().map(AsRef::as_ref), lines.len(), &text));
        Ok(true)
    }
}
