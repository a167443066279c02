//! Writing a share file: the header first, then what a person wants to read. Equal files give equal bytes.

use serde::ser::SerializeMap;
use serde::{Serialize, Serializer};
use serde_json::Value;

use super::{FORMAT, Party, Recipient, ShareFile, VERSION};
use crate::mentoring::Roles;

/// A share file as a text, indented.
pub fn write(file: &ShareFile, app: &str) -> String {
    // Writing strings and numbers under string keys into memory has no way to fail.
    serde_json::to_string_pretty(&Envelope { file, app: Some(app) }).unwrap_or_default()
}

/// A share file as it is kept by who opened it.
pub fn to_value(file: &ShareFile) -> Value {
    serde_json::to_value(Envelope { file, app: None }).unwrap_or_default()
}

struct Envelope<'a> {
    file: &'a ShareFile,
    app: Option<&'a str>,
}

impl Serialize for Envelope<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let (file, items) = (self.file, &self.file.items);
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("format", FORMAT)?;
        map.serialize_entry("version", &VERSION)?;
        map.serialize_entry("min_reader", &VERSION)?;
        if let Some(app) = self.app {
            map.serialize_entry("app", app)?;
        }
        map.serialize_entry("written", &file.written.to_string())?;
        map.serialize_entry("thread", &file.thread)?;
        map.serialize_entry("number", &file.number)?;
        map.serialize_entry("from", &file.from)?;
        map.serialize_entry("to", &file.to)?;
        map.serialize_entry("as", &file.roles)?;
        if !file.message.is_empty() {
            map.serialize_entry("message", &file.message)?;
        }
        if let Some(agreement) = &file.agreement {
            map.serialize_entry("agreement", agreement)?;
        }
        list(&mut map, "goals", &items.goals)?;
        list(&mut map, "entries", &items.entries)?;
        list(&mut map, "strategies", &items.strategies)?;
        list(&mut map, "feedback", &items.feedback)?;
        list(&mut map, "suggestions", &items.suggestions)?;
        list(&mut map, "ratings", &items.ratings)?;
        list(&mut map, "responses", &items.responses)?;
        map.end()
    }
}

fn list<M: SerializeMap, T: Serialize>(map: &mut M, name: &str, items: &[T]) -> Result<(), M::Error> {
    if items.is_empty() { Ok(()) } else { map.serialize_entry(name, items) }
}

impl Serialize for Party {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        person(serializer, Some(&self.id), &self.name)
    }
}

impl Serialize for Recipient {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        person(serializer, self.id.as_ref(), &self.name)
    }
}

fn person<S: Serializer>(serializer: S, id: Option<&impl Serialize>, name: &str) -> Result<S::Ok, S::Error> {
    let mut map = serializer.serialize_map(None)?;
    if let Some(id) = id {
        map.serialize_entry("id", id)?;
    }
    map.serialize_entry("name", name)?;
    map.end()
}

impl Serialize for Roles {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let words = [(self.mentee, "mentee"), (self.mentor, "mentor")];
        serializer.collect_seq(words.into_iter().filter(|(is, _)| *is).map(|(_, word)| word))
    }
}
