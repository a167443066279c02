//! Searching everything written. The words are kept here, in memory and nowhere else: not in the address, not in the
//! history, not in the title.

use std::fmt;

use leptos::prelude::*;
use waymark_domain::search::{Hit, Index, Query};

use super::notebook_store::NotebookStore;

use crate::memo::Memo;
use crate::signal::Signal;

/// A handle to the search.
#[derive(Clone, Copy)]
pub struct Search {
    index: StoredValue<Index>,
    words: RwSignal<String>,
    query: Memo<Query>,
    /// How often the index was brought up to date. It follows the notebook only when someone asks.
    read: Memo<u64>,
}

impl fmt::Debug for Search {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("Search")
    }
}

impl Search {
    /// A search through a notebook. Nothing is read until someone may search.
    pub fn new(store: NotebookStore) -> Self {
        let words = RwSignal::new(String::new());
        let query = Memo::new(move |_| words.with(|words| Query::new(words)));
        let index = StoredValue::new(Index::default());
        let read = Memo::new(move |before: Option<&u64>| {
            store.with(|notebook| index.update_value(|index| index.update(notebook)));
            before.map_or(0, |times| times + 1)
        });
        Self { index, words, query, read }
    }

    /// What the field shows.
    pub fn words(self) -> Signal<String> {
        self.words.into()
    }

    /// The person types.
    pub fn look_for(self, words: String) {
        self.words.set(words);
    }

    /// What is asked for.
    pub fn query(self) -> Memo<Query> {
        self.query
    }

    /// Reads what the index does not know yet, so that the first letter finds it ready.
    pub fn prepare(self) {
        self.read.get_untracked();
    }

    /// What holds the words. The index reads only records that are different now, and none where only the words are.
    pub fn hits(self) -> Vec<Hit> {
        if self.query.with(Query::is_empty) {
            return Vec::new();
        }
        self.read.get();
        self.query.with(|query| self.index.with_value(|index| index.search(query)))
    }
}

/// Makes the search reachable for every page.
pub(super) fn provide_search(store: NotebookStore) {
    provide_context(Search::new(store));
}

/// The search. Call it while a component is made.
pub fn use_search() -> Search {
    expect_context()
}

#[cfg(test)]
mod tests {
    use waymark_domain::{Change, Notebook, change::NewEntry};

    use super::*;
    use crate::browser::stamp_source::{StampSource, fresh_identity};
    use crate::state::keeper::Keeper;

    #[test]
    fn what_was_written_after_the_search_began_is_found_too() {
        Owner::new().with(|| {
            let (id, me) = fresh_identity();
            let store = NotebookStore::new(Notebook::new(id, me), StampSource::new(), Keeper::none());
            let search = Search::new(store);
            search.prepare();
            search.look_for("CAFE".into());
            assert!(search.hits().is_empty());
            let entry = NewEntry { text: "At the café.".into(), ..NewEntry::default() };
            let id = store.apply(Change::AddEntry(entry)).unwrap().created.unwrap();
            assert_eq!(search.hits().iter().map(|hit| hit.id).collect::<Vec<_>>(), [id]);
            store.apply(Change::Delete(vec![id])).unwrap();
            assert!(search.hits().is_empty());
        });
    }
}
