//! A file that someone sent me, kept as it came, with everything in it that this version does not know. What they shared is
//! read from these files alone (see [`super::came`]), so opening them in any order, any number of times, shows the same.
//!
//! The files of one person repeat much of each other. So a file is kept in parts: its head, the digests of what its lists
//! hold, and of that only what no other file of the person holds here. On another device, where the files came in another
//! order, other things stand with other files; a join keeps both, and every file can be read in full.

pub use crate::kinds::received::*;

use serde_json::{Map, Value};

use super::share::digest;
use crate::record::Record;

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
    (!text.is_empty()).then(|| (format!("{}{}", ITEMS.prefix, digest(&text)), text.into()))
}
