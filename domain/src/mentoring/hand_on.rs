//! A file goes for good: what other files of the person hold as well, and what stands with it alone, first goes to one of them.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::received::{self, WITH, digests};
use crate::change::ChangeError;
use crate::edit::{Edit, Seen};
use crate::id::RecordId;
use crate::record::Record;

impl Edit<'_> {
    /// Hands on what other files need of a record, where it is that of a file.
    pub(crate) fn hand_on(&mut self, id: RecordId) -> Result<(), ChangeError> {
        let going = self.record(id)?.clone();
        let Some(with) = going.reference(WITH).filter(|_| going.kind() == received::KIND) else {
            return Ok(());
        };
        let others: Vec<Arc<Record>> =
            self.notebook.kept_of(with).into_iter().filter(|other| other.id() != id).collect();
        let mut held: BTreeSet<String> = BTreeSet::new();
        let ids: Vec<_> = others.iter().map(|other| other.id()).collect();
        for other in &ids {
            held.extend(received::items(self.record(*other)?).map(|(digest, _)| digest.to_owned()));
        }
        for other in ids {
            let Some(lists) = received::lists(self.record(other)?) else { continue };
            // One by one, as above: collecting would bring a sort into the app.
            let mut wanted: BTreeSet<String> = BTreeSet::new();
            wanted.extend(lists.values().flat_map(|list| digests(Some(list))).map(str::to_owned));
            let items = received::items(&going).filter(|(digest, _)| wanted.contains(*digest));
            let items: Vec<_> = items.filter(|(digest, _)| held.insert((*digest).to_owned())).collect();
            if let Some((name, text)) = received::part(items.into_iter()) {
                self.write_named(other, &name, text, &Seen::Now)?;
            }
        }
        Ok(())
    }
}
