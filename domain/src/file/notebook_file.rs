//! A full backup: every record of a notebook with its causal data, under a header that says what it is.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::Serialize;
use serde_json::{Map, Value};

use super::{FileError, SetAside, Thing, Why};
use crate::day::parse_day;
use crate::entry;
use crate::id::{NotebookId, PersonId, RecordId};
use crate::kinds::KINDS;
use crate::notebook::Notebook;
use crate::record::Record;
use crate::sorting::sort_by_key;
use crate::stamp::At;
use crate::wire::{Shown, Wire, record_from};

/// What a notebook file says it is.
pub(super) const FORMAT: &str = "waymark-notebook";
/// The version written, and the newest that is read.
pub(super) const VERSION: u64 = 1;

/// A backup that was read. Its records are valid one by one; none stands twice.
#[derive(Debug, Clone, PartialEq)]
pub struct NotebookFile {
    /// Whose it is: the notebook.
    pub notebook: NotebookId,
    /// Whose it is: the person.
    pub me: PersonId,
    /// The day it was written (UTC), where it says so.
    pub written: Option<NaiveDate>,
    /// Its records, in the order of the file, each with its place there.
    pub records: Vec<(usize, Record)>,
    /// What could not be read.
    pub set_aside: Vec<SetAside>,
}

#[derive(Serialize)]
struct Envelope<'a> {
    format: &'a str,
    version: u64,
    min_reader: u64,
    app: &'a str,
    written: String,
    notebook: Shown<NotebookId>,
    me: Shown<PersonId>,
    records: Vec<Wire<'a>>,
}

/// A notebook as a file. Equal notebooks give equal records, byte by byte.
pub fn write(notebook: &Notebook, written: At, app: &str) -> String {
    let mut records: Vec<&Record> = notebook.records().map(AsRef::as_ref).collect();
    sort_by_key(&mut records, |record| reading_order(record));
    let file = Envelope {
        format: FORMAT,
        version: VERSION,
        min_reader: VERSION,
        app,
        written: moment(written),
        notebook: Shown(notebook.id()),
        me: Shown(notebook.me()),
        records: records.into_iter().map(Wire).collect(),
    };
    // Serializing strings and numbers into memory cannot fail.
    serde_json::to_string_pretty(&file).unwrap_or_default()
}

/// Kind by kind, entries by their day.
fn reading_order(record: &Record) -> (usize, String, RecordId) {
    let kind = KINDS.iter().position(|table| table.kind == record.kind()).unwrap_or(KINDS.len());
    (kind, record.text(entry::DATE).to_owned(), record.id())
}

/// A moment as RFC 3339 in UTC, up to the end of the year 9999.
fn moment(at: At) -> String {
    const DAY: u64 = 86_400_000;
    const LAST: u64 = 253_402_300_799_999;
    let ms = at.0.min(LAST);
    let since_1970 = chrono::Days::new(ms / DAY);
    let day = NaiveDate::default().checked_add_days(since_1970).unwrap_or_default();
    let seconds = ms % DAY / 1_000;
    format!("{day}T{:02}:{:02}:{:02}Z", seconds / 3_600, seconds / 60 % 60, seconds % 60)
}

/// Reads a notebook file whose format and version were checked, and whose records were read.
pub(super) fn read(file: &Map<String, Value>, records: Option<Records>) -> Result<NotebookFile, FileError> {
    let id = |name: &str| file.get(name).and_then(Value::as_str).ok_or(FileError::Damaged);
    let notebook = id("notebook")?.parse().map_err(|_| FileError::Damaged)?;
    let me = id("me")?.parse().map_err(|_| FileError::Damaged)?;
    let written =
        file.get("written").and_then(Value::as_str).and_then(|text| text.get(..10)).and_then(parse_day);
    let Records { taken: records, set_aside, .. } = records.ok_or(FileError::Damaged)?;
    Ok(NotebookFile { notebook, me, written, records, set_aside })
}

/// Records that are read one by one: a bad one is set aside, one that stands twice is joined.
#[derive(Debug, Default)]
pub(super) struct Records {
    taken: Vec<(usize, Record)>,
    /// Where each is among them.
    known: BTreeMap<RecordId, usize>,
    set_aside: Vec<SetAside>,
}

impl Records {
    /// Takes the record in that stands at `place` of the file.
    pub(super) fn take(&mut self, place: usize, value: &Value) {
        let read = record_from(value).map_err(Why::Unreadable);
        let refused = read.and_then(|record| self.add(place, record)).err();
        self.set_aside.extend(refused.map(|why| SetAside { what: Thing::raw(place, value), why }));
    }

    fn add(&mut self, place: usize, record: Record) -> Result<(), Why> {
        let Some(&known) = self.known.get(&record.id()) else {
            self.known.insert(record.id(), self.taken.len());
            self.taken.push((place, record));
            return Ok(());
        };
        self.taken[known].1.join(&record).map(drop).map_err(|_| Why::AnotherUnderItsId)
    }
}
