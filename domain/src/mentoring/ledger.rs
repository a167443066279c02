//! The ledger: what was in each file that left, and what changed in those things since.

use uuid::Uuid;

use super::sent::{Sent, SentItem};
use super::share::{Item, ShareFile};
use crate::about::About;
use crate::by_id::ById;

/// What happened to a thing since it was sent. The copy that was sent stays with whoever has the file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Since {
    /// Nothing.
    Same,
    /// It is different now, and the next file says so.
    Changed,
    /// It is not shared any more.
    NotShared,
}

/// What the next file holds, to hold against what was sent before.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Leaving(ById<String>);

/// A digest of an item as it stands in a file: UUID v5 of its JSON under its id.
fn state_of(item: &dyn Item) -> String {
    Uuid::new_v5(&item.id().uuid(), item.json().as_bytes()).to_string()
}

impl SentItem {
    pub(super) fn of(item: &dyn Item) -> Self {
        let About { kind, id, title } = About::new(item.kind(), item.id(), item.title());
        Self { kind, id, title, state: state_of(item) }
    }
}

impl Leaving {
    /// From the next file.
    pub fn of(file: &ShareFile) -> Self {
        Self(file.items.all().into_iter().map(|item| (item.id(), state_of(item))).collect())
    }

    /// What happened to a thing since it was sent.
    pub fn since(&self, sent: &SentItem) -> Since {
        match self.0.get(sent.id) {
            Some(state) if *state == sent.state => Since::Same,
            Some(_) => Since::Changed,
            None => Since::NotShared,
        }
    }
}

/// Each thing that was ever sent to a person as it was sent last, from all files, the last one first.
pub fn sent_last(files: &[Sent]) -> ById<SentItem> {
    let oldest_first = files.iter().rev().flat_map(Sent::items);
    oldest_first.map(|item| (item.id, item)).collect()
}
