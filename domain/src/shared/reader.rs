//! How a value of a share file is read: by the rule of the field that it comes from.

use std::collections::BTreeSet;
use std::str::FromStr;

use chrono::NaiveDate;
use serde_json::{Map, Value};

use crate::day::parse_day;
use crate::field::{Field, Rule, ValueError};
use crate::record::RecordError;

/// Reads the fields of one object.
#[derive(Clone, Copy)]
pub struct Reader<'a>(pub &'a Map<String, Value>);

impl<'a> Reader<'a> {
    /// Of a value, if that is an object.
    pub fn of(value: &'a Value) -> Result<Self, RecordError> {
        value.as_object().map(Self).ok_or(RecordError::NotARecord)
    }

    /// An id.
    pub fn id<T: FromStr>(self, name: &str) -> Result<T, RecordError> {
        self.0
            .get(name)
            .and_then(Value::as_str)
            .and_then(|text| text.parse().ok())
            .ok_or(RecordError::NotARecord)
    }

    /// A text, by the field's own rule; empty where there is none and there may be none. Control characters are left out.
    pub fn text(self, field: Field) -> Result<String, RecordError> {
        let text = match self.0.get(field.name) {
            None | Some(Value::Null) => String::new(),
            Some(Value::String(text)) => field.rule.tidy(text),
            Some(_) => return Err(refused(field, ValueError::Malformed)),
        };
        let value = if text.is_empty() { Value::Null } else { Value::String(text) };
        field.rule.check(&value).map_err(|why| refused(field, why))?;
        Ok(match value {
            Value::String(text) => text,
            _ => String::new(),
        })
    }

    /// A civil day; nothing where there is none.
    pub fn day(self, field: Field) -> Result<Option<NaiveDate>, RecordError> {
        self.text(field).map(|text| parse_day(&text))
    }

    /// A small number; nothing where there is none.
    pub fn number(self, field: Field) -> Result<Option<u8>, RecordError> {
        let value = self.0.get(field.name).unwrap_or(&Value::Null);
        field.rule.check(value).map_err(|why| refused(field, why))?;
        Ok(value.as_u64().and_then(|number| number.try_into().ok()))
    }

    /// An object inside of it.
    pub fn part(self, name: &str) -> Result<Option<Self>, RecordError> {
        match self.0.get(name) {
            None | Some(Value::Null) => Ok(None),
            Some(value) => Self::of(value).map(Some),
        }
    }

    /// A list inside of it, each of its values read by `read`. Of two with one key the first counts.
    pub fn list<T, K: Ord>(
        self,
        name: &str,
        read: impl Fn(&Value) -> Result<T, RecordError>,
        key: impl Fn(&T) -> K,
    ) -> Result<Vec<T>, RecordError> {
        let values = match self.0.get(name) {
            None | Some(Value::Null) => &[][..],
            Some(Value::Array(values)) if values.len() <= LIST_MAX => values,
            Some(Value::Array(_)) => return Err(RecordError::TooMany),
            Some(_) => return Err(RecordError::NotARecord),
        };
        let (mut list, mut known) =
            (values.iter().map(read).collect::<Result<Vec<_>, _>>()?, BTreeSet::new());
        list.retain(|one| known.insert(key(one)));
        Ok(list)
    }
}

/// The most steps, self-checks, tags or linked goals of one thing.
pub const LIST_MAX: usize = 5_000;

/// A text in a list, by a rule.
pub(super) fn member(value: &Value, rule: Rule, name: &'static str) -> Result<String, RecordError> {
    let field = Field::new("", name, rule);
    let tidied = value.as_str().map(|text| rule.tidy(text)).ok_or(refused(field, ValueError::Malformed))?;
    rule.check(&Value::String(tidied.clone())).map_err(|why| refused(field, why))?;
    Ok(tidied)
}

fn refused(field: Field, why: ValueError) -> RecordError {
    RecordError::Value { field: field.name.to_owned(), why }
}
