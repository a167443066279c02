//! Reading a record: nothing passes that the rest of the code could stumble over.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::str::FromStr;

use serde_json::{Map, Value};

use super::{
    ALSO, BY, EDITS, ERASED, FIELDS_MAX, ID, KIND, KIND_MAX, NAME_MAX, RESERVED, RecordError, SEEN,
    VERSIONS_MAX,
};
use crate::field::{DELETED, KindTable, ValueError};
use crate::id::{PersonId, RecordId};
use crate::kinds::table;
use crate::profile;
use crate::record::{Content, Dot, Record, Register, Version, VersionVector};
use crate::stamp::At;

type Object = Map<String, Value>;

/// The largest counter of a replica: every JSON reader keeps it exactly.
const COUNTER_MAX: u64 = (1 << 53) - 1;

/// Reads a record from its JSON text.
pub fn decode_record(text: &str) -> Result<Record, RecordError> {
    record_from(&serde_json::from_str(text).map_err(|_| RecordError::NotJson)?)
}

/// Reads a record from parsed JSON.
pub fn record_from(value: &Value) -> Result<Record, RecordError> {
    let wire = value.as_object().ok_or(RecordError::NotARecord)?;
    let (id, by): (RecordId, PersonId) = (identifier(wire, ID)?, identifier(wire, BY)?);
    let kind = text(wire, KIND)
        .filter(|kind| (1..=KIND_MAX).contains(&kind.len()))
        .ok_or(RecordError::NotARecord)?;
    if (kind == profile::KIND) != (id == profile::profile_id(by)) {
        return Err(RecordError::Misplaced);
    }
    // A person's profile always exists: nothing could take its place.
    if kind == profile::KIND && (wire.contains_key(ERASED) || wire.contains_key(DELETED.name)) {
        return Err(RecordError::Misplaced);
    }
    let table = table(kind);
    let content = if wire.contains_key(ERASED) { erased(wire)? } else { Some(content(wire, table)?) };
    let kind = table.map_or_else(|| Cow::Owned(kind.to_owned()), |table| Cow::Borrowed(table.kind));
    Ok(Record::from_content(id, kind, by, content))
}

fn text<'a>(wire: &'a Object, name: &str) -> Option<&'a str> {
    wire.get(name).and_then(Value::as_str)
}

fn identifier<T: FromStr>(wire: &Object, name: &str) -> Result<T, RecordError> {
    text(wire, name).and_then(|text| text.parse().ok()).ok_or(RecordError::NotARecord)
}

/// An erased record holds nothing but the fact.
fn erased(wire: &Object) -> Result<Option<Content>, RecordError> {
    let bare = wire.len() == 4 && wire[ERASED] == true;
    bare.then_some(None).ok_or(RecordError::History)
}

fn content(wire: &Object, table: Option<&KindTable>) -> Result<Content, RecordError> {
    let (edits, also, seen) = (part(wire, EDITS)?, part(wire, ALSO)?, vector(part(wire, SEEN)?.as_ref())?);
    let mut fields = BTreeMap::new();
    for (name, shown) in wire.iter().filter(|(name, _)| !RESERVED.contains(&name.as_str())) {
        let register = register(shown, edits.get(name), also.get(name))?;
        check(name, &register, table)?;
        fields.insert(name.clone(), register);
    }
    // Every field needs its edit, so equal numbers leave no edit without a field.
    let fits = edits.len() == fields.len() && also.keys().all(|name| fields.contains_key(name));
    if !fits || !dots_fit(&fields, &seen) {
        return Err(RecordError::History);
    }
    if fields.len() > FIELDS_MAX { Err(RecordError::TooMany) } else { Ok(Content { seen, fields }) }
}

/// A part of the causal data; empty where it is left out.
fn part<'a>(wire: &'a Object, name: &str) -> Result<Cow<'a, Object>, RecordError> {
    match wire.get(name) {
        None => Ok(Cow::Owned(Object::new())),
        Some(Value::Object(part)) => Ok(Cow::Borrowed(part)),
        Some(_) => Err(RecordError::History),
    }
}

fn vector(seen: &Object) -> Result<VersionVector, RecordError> {
    let mut vector = VersionVector::default();
    for (replica, counter) in seen {
        let replica = replica.parse().map_err(|_| RecordError::History)?;
        let counter = counter.as_u64().filter(|counter| (1..=COUNTER_MAX).contains(counter));
        vector.add(Dot { replica, counter: counter.ok_or(RecordError::History)? });
    }
    Ok(vector)
}

fn register(shown: &Value, edit: Option<&Value>, also: Option<&Value>) -> Result<Register, RecordError> {
    let mut register = Register::default();
    register.insert(version(shown, edit)?);
    let others =
        also.map_or(Ok(&[][..]), |also| also.as_array().map(Vec::as_slice).ok_or(RecordError::History))?;
    for other in others {
        register.insert(version(other.get("value").ok_or(RecordError::History)?, other.get("edit"))?);
    }
    match register.versions().len() {
        n if n > VERSIONS_MAX => Err(RecordError::TooMany),
        n if n <= others.len() => Err(RecordError::History),
        _ => Ok(register),
    }
}

fn version(value: &Value, edit: Option<&Value>) -> Result<Version, RecordError> {
    let (dot, at) = edit.and_then(Value::as_str).and_then(parse_edit).ok_or(RecordError::History)?;
    Ok(Version { dot, at, value: value.clone() })
}

/// Reads `<dot>@<at>`, in the one form we write.
fn parse_edit(text: &str) -> Option<(Dot, At)> {
    let (dot, at) = text.split_once('@')?;
    let at = at.parse().ok().map(At).filter(|time| *time <= At::MAX && time.0.to_string() == at)?;
    Some((dot.parse().ok()?, at))
}

fn check(name: &str, register: &Register, table: Option<&KindTable>) -> Result<(), RecordError> {
    let refused = |why| RecordError::Value { field: name.chars().take(NAME_MAX).collect(), why };
    if name.is_empty() {
        return Err(refused(ValueError::Empty));
    }
    if name.chars().nth(NAME_MAX).is_some() {
        return Err(refused(ValueError::TooLong(NAME_MAX)));
    }
    let Some(table) = table else { return Ok(()) };
    register.versions().iter().try_for_each(|version| table.check(name, &version.value)).map_err(refused)
}

/// Whether a record has no more fields and versions than can be read back.
pub(crate) fn is_within_limits(record: &Record) -> bool {
    record.content().is_none_or(|content| {
        content.fields.len() <= FIELDS_MAX
            && content.fields.values().all(|register| register.versions().len() <= VERSIONS_MAX)
    })
}

/// Whether every dot was seen and is one field's alone.
fn dots_fit(fields: &BTreeMap<String, Register>, seen: &VersionVector) -> bool {
    let mut dots: Vec<_> = fields.values().flat_map(Register::versions).map(|version| version.dot).collect();
    dots.sort_unstable();
    dots.iter().all(|dot| seen.contains(*dot)) && dots.windows(2).all(|pair| pair[0] != pair[1])
}
