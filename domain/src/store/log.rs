//! A second copy of what was stored lately, kept where a crash of the browser does not reach: what the storage lost is put
//! back from it. It holds names and texts as the storage does; joining them again changes nothing where nothing was lost.

use std::collections::{BTreeMap, VecDeque};

use super::Store;
use super::erasing::{Kept, without_erased};
use super::identity::Identity;
use super::key::{ERASING, Key, Writer, epoch_of, identity_of};
use super::key_value::{KeyValue, KeyValueError};
use super::pack::{Unpacked, unpack};
use super::packs::Inside;
use crate::id::RecordId;
use crate::notebook::{Joined, Notebook};
use crate::record::Record;
use crate::stamp::At;
use crate::wire::decode_record;

/// What stands in a log: names and texts.
pub type Entries = Vec<(String, String)>;

/// What a log holds of this notebook, to be joined step by step.
#[derive(Debug, Default)]
pub struct Recovery {
    /// Each with whether the storage counted it when this began.
    left: VecDeque<(Key, String, bool)>,
    markers: Vec<Writer>,
}

impl<K: KeyValue> Store<K> {
    /// Whether the log knows of a notebook that the storage lost as a whole: of a later epoch, or of another where
    /// nothing was written in this one before this run of the app. Then it is put back, the app must open again, and what is
    /// given goes along with [`Notebook::take_from`]: what was written in this run, but nothing of an epoch that is over.
    pub fn recover_epoch(
        &mut self,
        notebook: &Notebook,
        entries: &Entries,
    ) -> Result<Option<Notebook>, KeyValueError> {
        let ours = self.identity.epoch;
        let identity = |(name, text): &(String, String)| {
            let identity = Identity::decode(text)?;
            (*name == identity_of(identity.epoch)).then_some(identity)
        };
        let Some(lost) = entries.iter().filter_map(identity).max_by_key(|identity| identity.epoch) else {
            return Ok(None);
        };
        // The log is told of every epoch, but not before it has been read.
        let is_new = !entries.iter().any(|(name, _)| *name == identity_of(ours));
        let gives_way = (is_new || notebook.is_untouched()) && self.packs.is_empty();
        let gives_way = gives_way && !lost.epoch.is_before(ours);
        if lost.epoch == ours || !(ours.is_before(lost.epoch) || gives_way) {
            return Ok(None);
        }
        let of_lost = |name: &str| epoch_of(name) == Some(lost.epoch) && *name != identity_of(lost.epoch);
        for (name, text) in entries.iter().filter(|(name, _)| of_lost(name)) {
            if self.kv.get(name)?.is_none() {
                self.kv.set(name, text)?;
            }
        }
        lost.write(&self.kv)?;
        // An epoch that was over stays known, for what may come along of it.
        if ours.is_before(lost.epoch) {
            return Ok(Some(Notebook::new(notebook.id(), notebook.me())));
        }
        self.kv.remove(&identity_of(ours))?;
        Ok(Some(notebook.clone()))
    }

    /// What a log holds of this notebook. Read all packs before.
    pub fn begin_recovery(&self, entries: Entries) -> Result<Recovery, KeyValueError> {
        let mut recovery = Recovery::default();
        for (name, text) in entries {
            match name.parse() {
                Ok(key) if Key::epoch(key) != self.identity.epoch => {}
                Ok(Key::Marker(_, writer)) => recovery.markers.push(writer),
                Ok(key) => recovery.left.push_back((key, text, self.counts(key.writer())?)),
                Err(_) => {}
            }
        }
        Ok(recovery)
    }

    /// Joins the next entry. Says which records are different now; what of them is not in the storage is saved with the next
    /// saving. Nothing where none is left.
    pub fn recover_some(
        &mut self,
        notebook: &mut Notebook,
        recovery: &mut Recovery,
    ) -> Result<Option<Vec<RecordId>>, KeyValueError> {
        let Some((key, text, counts)) = recovery.left.pop_front() else { return Ok(None) };
        let writer = key.writer();
        let is_complete = recovery.markers.contains(&writer);
        let is_there = counts && self.kv.get(&key.to_string())?.as_ref() == Some(&text);
        if is_there || !(is_complete || counts) {
            return Ok(Some(Vec::new()));
        }
        let unpacked = match key {
            Key::Pack(..) => unpack(&text).unwrap_or_default(),
            _ => Unpacked { records: decode_record(&text).into_iter().collect(), bytes: text.len() },
        };
        // What cannot be joined is damaged, and the storage has its own.
        let is_news = |record: &&Record| !matches!(notebook.join(record), Ok(Joined::Same) | Err(_));
        let changed: Vec<_> = unpacked.records.iter().filter(is_news).map(Record::id).collect();
        if !changed.is_empty() && !self.put_back(key, &text, &unpacked)? {
            self.unsaved.extend(&changed);
        }
        Ok(Some(changed))
    }

    /// Puts a pack back that the storage lost. Says whether it stands there.
    fn put_back(&mut self, key: Key, text: &str, unpacked: &Unpacked) -> Result<bool, KeyValueError> {
        let Key::Pack(epoch, writer, _) = key else { return Ok(false) };
        if self.waiting || self.kv.set(&key.to_string(), text).is_err() {
            return Ok(false);
        }
        if writer.import.is_some() {
            self.kv.set(&Key::Marker(epoch, writer).to_string(), "")?;
        }
        self.hold_pack(key, Inside::new(unpacked.records.iter(), unpacked.bytes, text));
        Ok(true)
    }

    /// Tells whose notebook it is, and what was written since a moment, where the log does not have it: whoever wrote it was
    /// gone before the log had it, or the log is a new one.
    /// Read all packs before.
    pub fn tell_what_is_missing(
        &mut self,
        notebook: &Notebook,
        entries: &Entries,
        since: At,
    ) -> Result<(), KeyValueError> {
        let known: BTreeMap<&str, &str> = entries.iter().map(|(name, text)| (&name[..], &text[..])).collect();
        let (name, text) = (identity_of(self.identity.epoch), self.identity.encode());
        if !self.waiting && !self.newer && known.get(&name[..]) != Some(&&text[..]) {
            self.tell(name, text);
        }
        let is_recent = |id: &RecordId| notebook.record(*id).is_some_and(|it| it.edited_at() > Some(since));
        for name in self.kv.keys()? {
            let Ok(key) = name.parse::<Key>() else { continue };
            let writer = key.writer();
            let matters = match key {
                Key::Record(_, _, id) => is_recent(&id),
                // The records in any other pack were told before they were packed.
                Key::Pack(..) => writer.import.is_some() && self.packed(key).iter().any(is_recent),
                Key::Marker(..) => false,
            };
            if !matters || key.epoch() != self.identity.epoch || !self.counts(writer)? {
                continue;
            }
            let text = self.kv.get(&name)?.unwrap_or_default();
            if known.get(&name[..]) != Some(&&text[..]) {
                self.tell(name, text);
                if writer.import.is_some() {
                    self.tell(Key::Marker(key.epoch(), writer).to_string(), String::new());
                }
            }
        }
        Ok(())
    }

    /// What a log keeps of an entry: nothing of an epoch that is over, and no content of what is erased.
    pub fn kept(&self, notebook: &Notebook, name: &str, text: &str) -> Kept {
        match name {
            ERASING => Kept::Same,
            _ if epoch_of(name) != Some(self.identity.epoch) => Kept::Not,
            _ => without_erased(notebook, name, text),
        }
    }
}
