//! What is packed next: what stands loose for long, what is out of date, and what is small.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::Need;
use crate::id::RecordId;
use crate::kinds::received;
use crate::notebook::Notebook;
use crate::record::Record;
use crate::sorting::sort_by_key;
use crate::store::Store;
use crate::store::key::Key;
use crate::store::key_value::{KeyValue, units};
use crate::store::packs::Inside;
use crate::wire::encode_record;

/// How many units may stand in keys of their own before the oldest of it is packed.
const LOOSE_MAX: usize = 64 << 10;
/// How many of them stay. What is packed at a time is a small pack, and [`MANY`] of these make a full one.
const LOOSE_KEPT: usize = 40 << 10;
/// How much text goes into one pack, in bytes: packed in some ten milliseconds, and as small as it gets but for a few percent.
const FULL: usize = 128 << 10;
/// So many packs that are about as small become one. However little is packed at a time, nothing is written more often than
/// there are classes of small packs.
const MANY: usize = 4;

/// One pack to be written.
#[derive(Debug)]
pub(super) struct Job {
    pub(super) records: Vec<RecordId>,
    /// Packs that go once it stands.
    pub(super) replaces: Vec<Key>,
}

impl Job {
    /// One pack in place of some.
    fn one_for_all(packs: &[(Key, &Inside)]) -> Self {
        let records: BTreeSet<_> = packs.iter().flat_map(|(_, inside)| &inside.records).copied().collect();
        Self { records: records.into_iter().collect(), replaces: packs.iter().map(|(key, _)| *key).collect() }
    }
}

impl<K: KeyValue> Store<K> {
    /// Packs of which most is written elsewhere by now.
    pub(super) fn outdated(&self, loose: &BTreeMap<RecordId, Vec<Key>>) -> Vec<Job> {
        let mut times: BTreeMap<RecordId, usize> = BTreeMap::new();
        for (_, inside) in self.insides() {
            inside.records.iter().for_each(|id| *times.entry(*id).or_default() += 1);
        }
        let again = |id: &&RecordId| loose.contains_key(id) || times.get(id).is_some_and(|n| *n > 1);
        let is_outdated =
            |inside: &Inside| inside.records.iter().filter(again).count() * 2 > inside.records.len();
        let outdated = self.insides().filter(|(_, inside)| is_outdated(inside));
        outdated.map(|one| Job::one_for_all(&[one])).collect()
    }

    /// Small packs, where there are many of one class, those as one that were written one after the other.
    pub(super) fn small_ones(&self, taken: &[Job]) -> Vec<Job> {
        let mut classes: BTreeMap<u32, Vec<(Key, &Inside)>> = BTreeMap::new();
        let is_free = |key: Key| !taken.iter().any(|job| job.replaces.contains(&key));
        for (key, inside) in self.insides().filter(|(key, _)| is_free(*key)) {
            if let Some(class) = class(inside.bytes) {
                classes.entry(class).or_default().push((key, inside));
            }
        }
        let mut jobs = Vec::new();
        for mut alike in classes.into_values() {
            sort_by_key(&mut alike, |(key, _)| key.number());
            jobs.extend(alike.chunks_exact(MANY).map(Job::one_for_all));
        }
        jobs
    }

    /// Of the records in keys of their own, those that were not edited for longest, as many as are too many.
    pub(super) fn oldest(
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
}

/// How much room a record takes, about.
fn size(record: &Record) -> usize {
    units(&encode_record(record))
}

/// How far a small pack is from a full one, by the bytes that it unfolds to; nothing where it is not small. [`MANY`] of one
/// class always go into one pack, which is in a class below.
fn class(bytes: usize) -> Option<u32> {
    (FULL / bytes.max(1)).checked_ilog(MANY).filter(|class| *class > 0)
}

/// What repeats itself packs smaller: by kind, by person, by day, and one after the other as it was written. What people sent
/// comes before all that is one's own: the last pack is the first one that is read, and Today shows none of theirs.
pub(super) fn like_beside_like(mut records: Vec<Arc<Record>>) -> Vec<Arc<Record>> {
    sort_by_key(&mut records, |record| {
        let text = |field| record.text(field).to_owned();
        let (with, date) = (text(received::WITH), text(crate::entry::DATE));
        let is_own = record.kind() != received::KIND;
        (is_own, record.kind().to_owned(), with, date, record.begun_at(), record.id())
    });
    records
}

/// Divides records into as much as goes into a pack each, like beside like.
pub(in crate::store) fn portions(notebook: &Notebook, records: Vec<Arc<Record>>) -> Vec<Vec<RecordId>> {
    let records = like_beside_like(records);
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
