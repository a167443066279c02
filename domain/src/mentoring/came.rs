//! The files of one person, read from their records: heads and lists, and the things in them as they are asked for.

use std::borrow::Cow;
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};
use std::convert::Infallible;
use std::ops::Range;
use std::sync::Arc;

use serde_json::{Map, Value};

use super::received::{self, FILE, HEAD, Received, digests};
use super::share::{self, Apart, Items, Listed, ListsOf, ShareFile, canonical};
use crate::id::{PersonId, RecordId};
use crate::json::object;
use crate::notebook::Notebook;
use crate::record::Record;
use crate::shared::Reader;
use crate::sorting::sort_by_key;

/// A file of theirs.
pub(super) struct CameFile<'a> {
    pub(super) record: &'a Arc<Record>,
    /// All of it but its things.
    pub(super) head: ShareFile,
    lists: Cow<'a, Map<String, Value>>,
}

impl CameFile<'_> {
    /// Whether this file, which says `value`, says no more than another: an older version understood less of one file.
    fn is_copy(&self, value: &Value, other: &Value) -> bool {
        value == other || received::lists(self.record).is_none() && is_within(value, other)
    }
}

/// Their files, and what any of them holds.
#[derive(Default)]
pub(super) struct Came<'a> {
    /// The latest first; of those that say the same there is one.
    pub(super) files: Vec<CameFile<'a>>,
    /// How many cannot be read.
    pub(super) damaged: usize,
    items: BTreeMap<Cow<'a, str>, Cow<'a, str>>,
}

/// The things of one kind in their files.
pub(super) struct Each<T> {
    /// Each once.
    items: Vec<T>,
    /// For each file the places of its things among all.
    files: Vec<Vec<usize>>,
}

impl<T> Each<T> {
    /// What some of the files hold, file by file, in their order.
    pub(super) fn of(&self, files: Range<usize>) -> impl Iterator<Item = &T> {
        self.places(files).map(|place| self.at(place))
    }

    /// The places among all of what some of the files hold.
    pub(super) fn places(&self, files: Range<usize>) -> impl Iterator<Item = usize> {
        self.files[files].iter().flatten().copied()
    }

    /// What has that place.
    pub(super) fn at(&self, place: usize) -> &T {
        &self.items[place]
    }
}

impl<'a> Came<'a> {
    /// Reads the records of their files, those in the trash included: what a file shares with others may stand there.
    pub(super) fn of(records: &'a [Arc<Record>], person: Option<PersonId>) -> Self {
        let mut came = Self::default();
        let files: Vec<_> = records.iter().filter_map(|record| came.read(record)).collect();
        came.damaged = records.iter().filter(|record| record.is_live()).count()
            - files.iter().filter(|file| file.record.is_live()).count();
        // Two of my devices may have taken two people for this one: only one of them is.
        let is_theirs = |file: &CameFile| person.is_none_or(|person| person == file.head.from.id);
        came.files = files.into_iter().filter(|file| file.record.is_live() && is_theirs(file)).collect();
        sort_by_key(&mut came.files, |file| {
            Reverse((file.head.number, received::lists(file.record).is_some(), file.record.id()))
        });
        came.leave_out_copies();
        came
    }

    fn read(&mut self, record: &'a Arc<Record>) -> Option<CameFile<'a>> {
        self.items.extend(received::items(record).map(|(digest, json)| (digest.into(), json.into())));
        if let Some(lists) = received::lists(record) {
            let head = share::head(&object(record.text(HEAD))?)?;
            return Some(CameFile { record, head, lists: Cow::Borrowed(lists) });
        }
        let apart = Apart::of(&canonical(record.value(FILE.name)?.as_object()?.clone()));
        self.items.extend(apart.items.into_iter().map(|(digest, json)| (digest.into(), json.into())));
        Some(CameFile { record, head: share::head(&apart.head)?, lists: Cow::Owned(apart.lists) })
    }

    /// One file may be here twice: kept whole, and as much of it as an older version understood.
    fn leave_out_copies(&mut self) {
        let mut counts: BTreeMap<u64, usize> = BTreeMap::new();
        self.files.iter().for_each(|file| *counts.entry(file.head.number).or_default() += 1);
        let mut known: Vec<Value> = Vec::new();
        for file in std::mem::take(&mut self.files) {
            if counts.get(&file.head.number).is_some_and(|count| *count > 1) {
                let value = share::to_value(&self.whole(&file));
                if known.iter().any(|one| file.is_copy(&value, one)) {
                    continue;
                }
                known.push(value);
            }
            self.files.push(file);
        }
    }

    /// A file with everything in it that is the sender's own and that this version can read.
    pub(super) fn whole(&self, file: &CameFile) -> ShareFile {
        let Ok(items) = Items::from(&mut OfFile { came: self, file });
        ShareFile { items, ..file.head.clone() }
    }

    /// All things of one kind.
    pub(super) fn each<T: Listed>(&self) -> Each<T> {
        self.each_in(&self.files)
    }

    /// Left out as when the file came: what cannot be read, what is not the sender's, and all but the first under one id.
    fn each_in<T: Listed>(&self, files: &[CameFile]) -> Each<T> {
        let mut each = Each { items: Vec::new(), files: Vec::new() };
        let mut places: BTreeMap<&str, Option<usize>> = BTreeMap::new();
        for file in files {
            let (mut known, mut here) = (BTreeSet::new(), Vec::new());
            for digest in digests(file.lists.get(T::LIST)) {
                let items = &mut each.items;
                let place = *places.entry(self.name_of(digest)).or_insert_with(|| {
                    items.push(self.thing(digest)?);
                    Some(items.len() - 1)
                });
                let Some(place) = place else { continue };
                let item: &T = &each.items[place];
                if known.insert(item.id()) && item.by() == file.head.from.id {
                    here.push(place);
                }
            }
            each.files.push(here);
        }
        each
    }

    /// The digest as it stands with the thing itself; empty where that is not here.
    fn name_of(&self, digest: &str) -> &str {
        self.items.get_key_value(digest).map_or("", |(name, _)| name)
    }

    fn thing<T: Listed>(&self, digest: &str) -> Option<T> {
        let json = self.items.get(digest)?;
        T::read(Reader(&object(json)?)).ok()
    }
}

/// The lists of one of their files.
struct OfFile<'a> {
    came: &'a Came<'a>,
    file: &'a CameFile<'a>,
}

impl ListsOf for OfFile<'_> {
    type Error = Infallible;

    fn list<T: Listed>(&mut self) -> Result<Vec<T>, Infallible> {
        Ok(self.came.each_in(std::slice::from_ref(self.file)).of(0..1).cloned().collect())
    }
}

/// Whether `whole` says all that `part` says, and perhaps more.
fn is_within(part: &Value, whole: &Value) -> bool {
    match (part, whole) {
        (Value::Object(part), Value::Object(whole)) => {
            part.iter().all(|(name, value)| whole.get(name).is_some_and(|other| is_within(value, other)))
        }
        (Value::Array(part), Value::Array(whole)) => {
            let mut whole = whole.iter();
            part.iter().all(|value| whole.any(|other| is_within(value, other)))
        }
        _ => part == whole,
    }
}

impl Notebook {
    /// What came in of a file that is kept; nothing where that is damaged.
    pub fn file_of(&self, received: &Received) -> Option<ShareFile> {
        let records = self.kept_of(received.with()?);
        let mut came = Came::default();
        let files: Vec<_> = records.iter().filter_map(|record| came.read(record)).collect();
        let file = files.iter().find(|file| file.record.id() == received.id())?;
        Some(came.whole(file))
    }

    /// Whether a file that is kept says the same as `file`, or as much of it as an older version understood.
    pub(crate) fn has_copy_of(&self, with: RecordId, file: &ShareFile) -> bool {
        let (records, value) = (self.kept_of(with), share::to_value(file));
        let came = Came::of(&records, Some(file.from.id));
        let mut same = came.files.iter().filter(|one| one.head.number == file.number);
        same.any(|one| one.is_copy(&share::to_value(&came.whole(one)), &value))
    }

    /// The records of a person's files that were not erased.
    pub(crate) fn kept_of(&self, with: RecordId) -> Vec<Arc<Record>> {
        let all = self.records().filter(|record| record.kind() == received::KIND && !record.is_erased());
        all.filter(|record| record.reference(received::WITH) == Some(with)).cloned().collect()
    }
}
