//! Hearing of other tabs: what they stored is joined at once, and what was missed is read again.

use super::Store;
use super::key::{Key, Writer};
use super::key_value::{KeyValue, KeyValueError};
use super::save::{Outcome, Ownership};
use super::scan::Scan;
use crate::id::RecordId;
use crate::notebook::Notebook;

/// What became of the news.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Heard {
    /// The records that are different in the notebook now.
    pub changed: Vec<RecordId>,
    /// Where this tab stands: news may end its notebook, or make it store something again.
    pub outcome: Outcome,
}

impl<K: KeyValue> Store<K> {
    /// Another tab put `value` under `key`, or removed it.
    pub fn hear(&mut self, notebook: &mut Notebook, key: &str, value: Option<&str>) -> Heard {
        self.news(notebook, |store, notebook| store.listen(notebook, key, value))
    }

    /// Reads everything again: this tab slept, or the browser's data were cleared.
    pub fn reread(&mut self, notebook: &mut Notebook) -> Heard {
        self.news(notebook, |store, notebook| {
            let scan = Scan::of(&store.kv, Some(store.identity.epoch))?;
            store.packs.retain(|pack| scan.packs.contains(&pack.key));
            for key in &scan.packs {
                store.look_at_pack(*key, &store.kv.get(&key.to_string())?.unwrap_or_default());
            }
            Ok(store.take_in(scan, notebook))
        })
    }

    fn news(
        &mut self,
        notebook: &mut Notebook,
        read: impl FnOnce(&mut Self, &mut Notebook) -> Result<Vec<RecordId>, KeyValueError>,
    ) -> Heard {
        let changed = match self.ownership() {
            Ok(Ownership::Ended) => return Heard { changed: Vec::new(), outcome: self.end() },
            Ok(Ownership::Newer) => return Heard { changed: Vec::new(), outcome: Outcome::Newer },
            Ok(Ownership::Cleared) => {
                self.packs.clear();
                self.unsaved.extend(notebook.records().map(|record| record.id()));
                Vec::new()
            }
            // What cannot be read now is read when the tab is looked at again.
            Ok(Ownership::Ours) => read(self, notebook).unwrap_or_default(),
            Err(_) => Vec::new(),
        };
        Heard { changed, outcome: self.save(notebook, []) }
    }

    fn listen(
        &mut self,
        notebook: &mut Notebook,
        key: &str,
        value: Option<&str>,
    ) -> Result<Vec<RecordId>, KeyValueError> {
        let epoch = self.identity.epoch;
        match (key.parse(), value) {
            (Ok(Key::Record(of, writer, id)), Some(raw)) if of == epoch && self.counts(writer)? => {
                let mut scan = Scan::default();
                scan.add(key.to_owned(), raw.to_owned(), id);
                Ok(self.take_in(scan, notebook))
            }
            (Ok(Key::Record(of, writer, id)), None) if of == epoch && self.mine.get(&id) == Some(&writer) => {
                // Taken for a replica that is gone; its content was joined elsewhere, but ours is ours to keep.
                self.unsaved.insert(id);
                Ok(Vec::new())
            }
            (Ok(pack @ Key::Pack(of, writer, _)), now) if of == epoch => {
                match now {
                    None => self.forget_pack(pack),
                    Some(text) if self.counts(writer)? => {
                        self.note_packs(vec![pack]);
                        self.look_at_pack(pack, text);
                    }
                    Some(_) => {}
                }
                Ok(Vec::new())
            }
            (Ok(Key::Marker(of, writer)), Some(_)) if of == epoch => {
                let scan = Scan::of_import(&self.kv, epoch, writer)?;
                Ok(self.take_in(scan, notebook))
            }
            _ => Ok(Vec::new()),
        }
    }

    /// Whether what this writer wrote is part of the notebook: always, but for an import without its marker.
    pub(super) fn counts(&self, writer: Writer) -> Result<bool, KeyValueError> {
        let marker = Key::Marker(self.identity.epoch, writer);
        Ok(writer.import.is_none() || self.kv.get(&marker.to_string())?.is_some())
    }

    /// Joins what was read. Where a record is erased, every copy of it must lose its content, our own too.
    pub(super) fn take_in(&mut self, mut scan: Scan, notebook: &mut Notebook) -> Vec<RecordId> {
        let taken = scan.join_into(notebook);
        scan.unreadable.into_iter().for_each(|unreadable| self.set_unreadable(unreadable));
        self.note_packs(scan.packs);
        let erased = |id: &&RecordId| notebook.record(**id).is_some_and(|record| record.is_erased());
        let ours = taken.changed.iter().filter(erased).filter(|id| self.mine.contains_key(id));
        self.unsaved.extend(ours.chain(&taken.to_blank));
        taken.changed
    }
}
