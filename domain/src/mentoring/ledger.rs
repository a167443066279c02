//! The ledger: what was in each file that left, and what changed in those things since.

use std::collections::BTreeMap;

use uuid::Uuid;

use super::sent::{Sent, SentItem};
use crate::about::About;
use crate::file::share::Item;
use crate::id::RecordId;
use crate::notebook::Notebook;

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

/// A thing that was sent, and what happened to it since.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LedgerItem {
    /// What was sent.
    pub item: SentItem,
    /// What happened since.
    pub since: Since,
}

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

impl Notebook {
    /// The files sent to a person, the last one first, each with what was in it and what happened to that since.
    pub fn ledger(&self, with: RecordId) -> Vec<(Sent, Vec<LedgerItem>)> {
        let now = self.share_file(with, chrono::NaiveDate::default());
        let now: BTreeMap<RecordId, String> =
            now.iter().flat_map(|file| file.items.all()).map(|item| (item.id(), state_of(item))).collect();
        let since = |item: SentItem| {
            let since = match now.get(&item.id) {
                Some(state) if *state == item.state => Since::Same,
                Some(_) => Since::Changed,
                None => Since::NotShared,
            };
            LedgerItem { item, since }
        };
        let with_items = |sent: Sent| {
            let items = sent.items().into_iter().map(since).collect();
            (sent, items)
        };
        self.sent_to(with).into_iter().map(with_items).collect()
    }

    /// What happened to each thing that was ever sent to a person, since it was sent last.
    pub fn since_sent(&self, with: RecordId) -> BTreeMap<RecordId, Since> {
        let oldest_first = self.ledger(with).into_iter().rev().flat_map(|(_, items)| items);
        oldest_first.map(|one| (one.item.id, one.since)).collect()
    }
}
