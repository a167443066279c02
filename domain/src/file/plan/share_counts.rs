//! What a file from a person brings, held against what they shared before, kind by kind.

use std::collections::BTreeMap;

use super::share::Recency;
use crate::id::RecordId;
use crate::mentoring::Standing;
use crate::mentoring::relationship::REMOVED;
use crate::mentoring::share::ShareFile;
use crate::notebook::Notebook;
use crate::shared::Item;

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
    let was_removed = |id| relationship.as_ref().is_some_and(|one| one.has(REMOVED, id));
    let is_latest = matches!(recency, Recency::Latest);
    let (here, items) = (here.things.all(), file.items.all());
    let known = places(here.iter().map(|(copy, _)| *copy));
    let mut all: BTreeMap<&'static str, ShareCounts> = BTreeMap::new();
    for item in items.iter().filter(|item| !was_removed(item.id())) {
        let counts = all.entry(item.kind()).or_default();
        match known.get(&key(*item)) {
            None => counts.new += 1,
            Some(place) if !is_latest || here[*place].0.said() == item.said() => counts.same += 1,
            Some(_) => counts.changed += 1,
        }
    }
    let stays = places(items.into_iter());
    let stood = here.iter().filter(|(_, standing)| is_latest && *standing != Standing::NotInLatest);
    for (copy, _) in stood.filter(|(copy, _)| !stays.contains_key(&key(*copy))) {
        all.entry(copy.kind()).or_default().gone += 1;
    }
    all
}

/// Where each thing stands among others, the first of several.
fn places<'a>(items: impl Iterator<Item = &'a dyn Item>) -> BTreeMap<(&'static str, RecordId), usize> {
    let mut places = BTreeMap::new();
    for (place, item) in items.enumerate() {
        places.entry(key(item)).or_insert(place);
    }
    places
}

fn key(item: &dyn Item) -> (&'static str, RecordId) {
    (item.kind(), item.id())
}
