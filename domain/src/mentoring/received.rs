//! A file that someone sent me, kept as it came, with everything in it that this version does not know. What they shared is
//! read from these files alone (see [`super::came`]), so opening them in any order, any number of times, shows the same.
//!
//! The files of one person repeat much of each other. So a file is kept in parts: its head, the digests of what its lists
//! hold, and of that only what no other file of the person holds here. On another device, where the files came in another
//! order, other things stand with other files; a join keeps both, and every file can be read in full.

use std::sync::Arc;

use chrono::NaiveDate;
use serde_json::{Map, Value};

use super::with_field;
use crate::field::{Field, KindTable, Rule, SetField, WORD_RULE};
use crate::file::MAX_BYTES;
use crate::id::RecordId;
use crate::record::Record;

/// The kind's name in files.
pub const KIND: &str = "received";
/// The relationship it belongs to.
pub const WITH: Field = with_field(KIND);
/// The day it was opened.
pub const ON: Field = field("on", Rule::Day);
/// The file without its lists, as JSON in one text: what is not looked at need not be parsed.
pub const HEAD: Field = field("head", Rule::Text(MAX_BYTES));
/// Its lists by name: the digests of what they hold, with spaces between them.
pub const LISTS: Field = field("lists", Rule::Data);
/// What its lists hold and no other file held when it came: a line for each thing, its digest and its JSON. Named by a digest
/// of them all, so that two devices never write two things into one register.
pub const ITEMS: SetField =
    SetField { kind: KIND, prefix: "items:", member: WORD_RULE, value: Rule::Text(MAX_BYTES) };
/// What came in of it and was understood, in the form of a share file: how files were kept before they were kept whole.
pub const FILE: Field = field("file", Rule::Data);

/// Everything kept of a file.
pub const TABLE: KindTable = KindTable { kind: KIND, fields: &[WITH, ON, HEAD, LISTS, FILE], sets: &[ITEMS] };

const fn field(name: &'static str, rule: Rule) -> Field {
    Field { kind: KIND, name, rule }
}

/// A file that was opened, read from its record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Received(pub Arc<Record>);

impl Received {
    /// Its id here.
    pub fn id(&self) -> RecordId {
        self.0.id()
    }

    /// The relationship it belongs to.
    pub fn with(&self) -> Option<RecordId> {
        self.0.reference(WITH)
    }

    /// The day it was opened.
    pub fn on(&self) -> Option<NaiveDate> {
        self.0.day(ON)
    }
}

/// The lists of a file that is kept whole.
pub(super) fn lists(record: &Record) -> Option<&Map<String, Value>> {
    record.value(LISTS.name).and_then(Value::as_object)
}

/// The digests in one of the lists, or in any of them.
pub(super) fn digests(list: Option<&Value>) -> impl Iterator<Item = &str> {
    let all = list.and_then(Value::as_str).unwrap_or_default();
    all.split(' ').filter(|digest| !digest.is_empty())
}

/// What stands with a file: digests, and the JSON that they are of.
pub(crate) fn items(record: &Record) -> impl Iterator<Item = (&str, &str)> {
    let fields = record.content().into_iter().flat_map(|content| &content.fields);
    let texts = fields.filter(|(name, _)| name.starts_with(ITEMS.prefix));
    let texts = texts.filter_map(|(_, register)| register.shown()?.value.as_str());
    texts.flat_map(str::lines).filter_map(|line| line.split_once(' '))
}

/// Things as they stand with a file: the name of their register, and its text.
pub(crate) fn part<'a>(items: impl Iterator<Item = (&'a str, &'a str)>) -> Option<(String, Value)> {
    let lines: Vec<_> = items.map(|(digest, json)| format!("{digest} {json}")).collect();
    let text = lines.join("\n");
    (!text.is_empty())
        .then(|| (format!("{}{}", ITEMS.prefix, crate::file::share::digest(&text)), text.into()))
}
