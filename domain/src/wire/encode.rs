//! Writing a record: what a person wants to read first, causal data after it.

use std::fmt;

use serde::ser::{Serialize, SerializeMap, Serializer};
use serde_json::Value;

use super::{ALSO, BY, EDITS, ERASED, ID, KIND, SEEN};
use crate::record::{Content, Record, Register, Version};

/// A record as compact JSON.
pub fn encode_record(record: &Record) -> String {
    // Serializing strings and numbers into memory cannot fail.
    serde_json::to_string(&Wire(record)).unwrap_or_default()
}

/// A record on its way out.
pub(crate) struct Wire<'a>(pub(crate) &'a Record);

/// Anything that is written as its text.
pub(crate) struct Shown<T>(pub(crate) T);

impl<T: fmt::Display> Serialize for Shown<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(&self.0)
    }
}

impl Serialize for Wire<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry(ID, &Shown(self.0.id()))?;
        map.serialize_entry(KIND, self.0.kind())?;
        map.serialize_entry(BY, &Shown(self.0.by()))?;
        match self.0.content() {
            None => map.serialize_entry(ERASED, &true)?,
            Some(content) => write_content(&mut map, content)?,
        }
        map.end()
    }
}

fn write_content<M: SerializeMap>(map: &mut M, content: &Content) -> Result<(), M::Error> {
    let shown: Vec<_> = content
        .fields
        .iter()
        .filter_map(|(name, register)| Some((name, register, register.shown()?)))
        .collect();
    for (name, _, version) in &shown {
        map.serialize_entry(name, &version.value)?;
    }
    let edits = shown.iter().map(|(name, _, version)| (name, edit(version)));
    map.serialize_entry(EDITS, &InOrder(edits.collect()))?;
    let several = shown.iter().filter(|(_, register, _)| register.versions().len() > 1);
    let also: Vec<_> = several.map(|(name, register, version)| (name, others(register, version))).collect();
    if !also.is_empty() {
        map.serialize_entry(ALSO, &InOrder(also))?;
    }
    let seen = content.seen.iter().map(|dot| (Shown(dot.replica), dot.counter));
    map.serialize_entry(SEEN, &InOrder(seen.collect()))
}

/// A map, from what is in order already.
struct InOrder<K, V>(Vec<(K, V)>);

impl<K: Serialize, V: Serialize> Serialize for InOrder<K, V> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().map(|(key, value)| (key, value)))
    }
}

/// The edit that wrote a version: its dot and its time.
fn edit(version: &Version) -> String {
    format!("{}@{}", version.dot, version.at.0)
}

/// A version that is not the shown one.
struct Other<'a>(&'a Version);

impl Serialize for Other<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry::<_, Value>("value", &self.0.value)?;
        map.serialize_entry("edit", &edit(self.0))?;
        map.end()
    }
}

fn others<'a>(register: &'a Register, shown: &Version) -> Vec<Other<'a>> {
    register.versions().iter().filter(|version| version.dot != shown.dot).map(Other).collect()
}
