//! What the journal lists now: the entries that pass the filter and hold the words.

use std::time::Duration;

use leptos::{leptos_dom::helpers::debounce, prelude::*};
use waymark_domain::{
    Notebook,
    entry::Entry,
    id::RecordId,
    journal::{EntryFilter, Listed, by_month},
    kinds::Kind,
    search::{Hit, Query},
};

use crate::{
    memo::Memo,
    pages::shared::kinds::words,
    route::{JournalFilter, Route, replace, use_route},
    state::{
        notebook_store::use_notebook,
        search::{Search, use_search},
    },
    text::{journal, tn},
    widgets::use_announcer,
};

/// How long the person must rest before the number of entries is said: nobody wants to hear it at every letter.
const REST: Duration = Duration::from_millis(700);

/// A handle to what is listed.
#[derive(Clone, Copy)]
pub(super) struct Listing {
    pub(super) search: Search,
    /// The filter, as it stands in the address.
    pub(super) filter: Memo<JournalFilter>,
    /// Everything that holds the words.
    hits: Memo<Vec<Hit>>,
    /// All entries, newest first.
    entries: Memo<Vec<Entry>>,
    /// The entries to list, in order.
    pub(super) rows: Memo<Vec<Listed>>,
}

impl Listing {
    /// Follows the address, the words and the notebook.
    pub(super) fn new() -> Self {
        let (store, search, route) = (use_notebook(), use_search(), use_route());
        let filter = Memo::new(move |before: Option<&JournalFilter>| {
            // While another page opens, this one is still there for a moment.
            route.with(|route| match route {
                Route::Journal(filter) => filter.clone(),
                _ => before.cloned().unwrap_or_default(),
            })
        });
        let hits = Memo::new(move |_| search.hits());
        let entries = store.memo(Notebook::entries_newest_first);
        let rows = Memo::new(move |_| {
            let wanted = wanted(&filter.get());
            let passes = |entry: &Entry| wanted.lets_through(entry);
            if search.query().with(Query::is_empty) {
                entries.with(|all| by_month(all.iter().filter(|entry| passes(entry)).cloned()))
            } else {
                hits.with(|hits| by_month(hits.iter().filter_map(entry_of).filter(passes)))
            }
        });
        Self { search, filter, hits, entries, rows }
    }

    /// Puts another filter into the address.
    pub(super) fn set_filter(self, filter: JournalFilter) {
        if self.filter.with_untracked(|now| *now != filter) {
            replace(&Route::Journal(filter));
        }
    }

    /// Whether anything was ever written.
    pub(super) fn is_empty(self) -> bool {
        self.entries.with(Vec::is_empty)
    }

    /// What was found besides entries.
    pub(super) fn found_in_goals(self) -> Vec<Hit> {
        self.hits.with(|hits| hits.iter().filter(|hit| is_on_a_goal(hit)).cloned().collect())
    }

    /// How many entries are listed, in words.
    pub(super) fn count(self) -> String {
        tn(journal::Entries, self.rows.with(Vec::len))
    }

    /// Says how many entries are listed whenever the person asked for others and rested.
    pub(super) fn announce_count(self) {
        let announcer = use_announcer();
        let mut say = debounce(REST, move |()| announcer.say(untrack(|| self.count())));
        Effect::new(move |before: Option<()>| {
            self.search.query().track();
            self.filter.track();
            if before.is_some() {
                say(());
            }
        });
    }
}

fn wanted(filter: &JournalFilter) -> EntryFilter {
    EntryFilter {
        tag: filter.tag.clone(),
        goal: filter.goal.map(RecordId::new),
        from: filter.from,
        to: filter.to,
    }
}

fn is_on_a_goal(hit: &Hit) -> bool {
    matches!((words(hit.record.kind()).page)(&hit.record), Some(Route::Goal(_)))
}

fn entry_of(hit: &Hit) -> Option<Entry> {
    (hit.kind == Kind::Entry).then(|| Entry(hit.record.clone()))
}
