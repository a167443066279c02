//! What a file from a person brings, held against what they shared before, kind by kind.

use std::collections::{BTreeMap, BTreeSet};

use super::share::Recency;
use crate::file::share::{Item, ShareFile};
use crate::id::RecordId;
use crate::mentoring::relationship::{REMOVED, Relationship};
use crate::mentoring::{Copied, Standing};
use crate::notebook::Notebook;

/// What a file brings of one kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct ShareCounts {
    /// Not here yet.
    pub new: usize,
    /// Here, and different in the file.
    pub changed: usize,
    /// Here, and the same.
    pub same: usize,
    /// Here, and not in the file any more. They stay, and say so.
    pub gone: usize,
}

/// Counts what `file` brings into the relationship `with`. Copies that were removed here do not count.
pub(super) fn counts(
    notebook: &Notebook,
    with: RecordId,
    file: &ShareFile,
    recency: Recency,
) -> BTreeMap<&'static str, ShareCounts> {
    let relationship = notebook.relationship_in_any_state(with);
    let here = relationship.as_ref().map(|one| notebook.theirs_in(one)).unwrap_or_default();
    let is_latest = matches!(recency, Recency::Latest);
    let (mut all, items) = (Counting { counts: BTreeMap::new(), relationship, is_latest }, &file.items);
    all.count(&here.goals, &items.goals);
    all.count(&here.entries, &items.entries);
    all.count(&here.strategies, &items.strategies);
    all.count(&here.feedback, &items.feedback);
    all.count(&here.suggestions, &items.suggestions);
    all.count(&here.views, &items.ratings);
    all.count(&here.responses, &items.responses);
    all.counts
}

struct Counting {
    counts: BTreeMap<&'static str, ShareCounts>,
    /// Where the file belongs; nothing for someone new.
    relationship: Option<Relationship>,
    is_latest: bool,
}

impl Counting {
    fn count<T: Item + PartialEq>(&mut self, here: &[Copied<T>], items: &[T]) {
        let known: BTreeMap<RecordId, &T> =
            here.iter().rev().map(|copy| (copy.item.id(), &copy.item)).collect();
        for item in items {
            if self.was_removed(item.id()) {
                continue;
            }
            let counts = self.counts.entry(item.kind()).or_default();
            match known.get(&item.id()) {
                None => counts.new += 1,
                Some(copy) if *copy == item || !self.is_latest => counts.same += 1,
                Some(_) => counts.changed += 1,
            }
        }
        if self.is_latest {
            self.count_gone(here, &items.iter().map(Item::id).collect());
        }
    }

    fn count_gone<T: Item>(&mut self, here: &[Copied<T>], ids: &BTreeSet<RecordId>) {
        let stood = here.iter().filter(|copy| copy.standing != Standing::NotInLatest);
        for copy in stood.filter(|copy| !ids.contains(&copy.item.id())) {
            self.counts.entry(copy.item.kind()).or_default().gone += 1;
        }
    }

    fn was_removed(&self, id: RecordId) -> bool {
        self.relationship.as_ref().is_some_and(|one| one.has(REMOVED, id))
    }
}
