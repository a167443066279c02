//! The folded text of every record, kept as the notebook changes, and the search through it.

use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::sync::Arc;

use chrono::NaiveDate;
use memchr::memmem::Finder;

use super::query::Query;
use super::texts::{folded_texts, kind_of};
use crate::entry;
use crate::id::RecordId;
use crate::kinds::Kind;
use crate::notebook::Notebook;
use crate::record::Record;
use crate::sorting::sort_by_key;
use crate::stamp::At;

/// One record that was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hit {
    /// The record's id.
    pub id: RecordId,
    /// What it is.
    pub kind: Kind,
    /// What it is a part of: the goal of a step or rating.
    pub whole: Option<RecordId>,
    /// The record.
    pub record: Arc<Record>,
}

/// The folded text of every record that is not in the trash.
#[derive(Debug, Clone, Default)]
pub struct Index(BTreeMap<RecordId, Indexed>);

#[derive(Debug, Clone)]
struct Indexed {
    kind: Kind,
    record: Arc<Record>,
    /// Whether it is of a kind whose records are parts of another.
    is_part: bool,
    whole: Option<RecordId>,
    newest: (Option<NaiveDate>, Option<At>),
    folded: String,
}

impl Index {
    /// An index of everything in a notebook.
    pub fn of(notebook: &Notebook) -> Self {
        let mut index = Self::default();
        index.update(notebook);
        index
    }

    /// Brings the index up to date. Only records that are different now are read again.
    pub fn update(&mut self, notebook: &Notebook) {
        self.0.retain(|id, _| notebook.record(*id).is_some());
        notebook.records().for_each(|record| self.update_record(record));
    }

    /// Brings the index up to date where only these records were touched.
    pub fn update_touched(&mut self, notebook: &Notebook, touched: &[RecordId]) {
        for id in touched {
            match notebook.record(*id) {
                Some(record) => self.update_record(record),
                None => drop(self.0.remove(id)),
            }
        }
    }

    /// What holds every word of the query: goals, steps and ratings, last edited first, then entries, newest first.
    /// Nothing where nothing is asked for.
    pub fn search(&self, query: &Query) -> Vec<Hit> {
        if query.is_empty() {
            return Vec::new();
        }
        let finders = query.finders();
        let mut found: Vec<_> = self
            .0
            .iter()
            .filter(|(_, indexed)| indexed.holds(&finders) && self.has_its_whole(indexed))
            .collect();
        sort_by_key(&mut found, |(id, indexed)| (indexed.kind, Reverse((indexed.newest, **id))));
        found.into_iter().map(|(id, indexed)| indexed.hit(*id)).collect()
    }

    fn update_record(&mut self, record: &Arc<Record>) {
        let known = self.0.get(&record.id());
        if known.is_some_and(|indexed| Arc::ptr_eq(&indexed.record, record)) {
            return;
        }
        match Indexed::new(record) {
            Some(indexed) => drop(self.0.insert(record.id(), indexed)),
            None => drop(self.0.remove(&record.id())),
        }
    }

    /// A part is found only as long as the whole is there.
    fn has_its_whole(&self, indexed: &Indexed) -> bool {
        !indexed.is_part || indexed.whole.is_some_and(|whole| self.0.contains_key(&whole))
    }
}

impl Indexed {
    fn new(record: &Arc<Record>) -> Option<Self> {
        let kind = kind_of(record).filter(|_| record.is_live())?;
        let named_in = kind.table().wholes().next();
        let (is_part, whole) = (named_in.is_some(), named_in.and_then(|field| record.reference(field)));
        let newest = match kind {
            Kind::Entry => (record.day(entry::DATE), record.begun_at()),
            _ => (None, record.edited_at()),
        };
        Some(Self { kind, record: record.clone(), is_part, whole, newest, folded: folded_texts(record) })
    }

    fn holds(&self, finders: &[Finder]) -> bool {
        finders.iter().all(|finder| finder.find(self.folded.as_bytes()).is_some())
    }

    fn hit(&self, id: RecordId) -> Hit {
        Hit { id, kind: self.kind, whole: self.whole, record: self.record.clone() }
    }
}
