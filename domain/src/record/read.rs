//! Reading a record's fields: always total, so that a damaged or foreign value shows as nothing and never stops a page.

use chrono::NaiveDate;
use serde_json::Value;

use super::{Record, Register, Saw, Version};
use crate::day::parse_day;
use crate::field::{DELETED, Field, SetField};
use crate::stamp::At;

impl Record {
    /// Every version of a field that stands, in the order of their dots.
    pub fn versions(&self, name: &str) -> &[Version] {
        self.content()
            .and_then(|content| content.fields.get(name))
            .map_or(&[], |register| register.versions())
    }

    /// The versions of a field that a writer sees now.
    pub fn saw(&self, name: &str) -> Saw {
        Saw(self.versions(name).iter().map(|version| version.dot).collect())
    }

    /// The value shown for a field; `Null` counts as none.
    pub fn value(&self, name: &str) -> Option<&Value> {
        let register = self.content()?.fields.get(name)?;
        register.shown().map(|version| &version.value).filter(|value| !value.is_null())
    }

    /// Values written concurrently with the shown one, to pick from or combine.
    pub fn others(&self, field: Field) -> Vec<&Version> {
        self.content()
            .and_then(|content| content.fields.get(field.name))
            .map(|register| register.others())
            .unwrap_or_default()
    }

    /// A field's text; empty where there is none.
    pub fn text(&self, field: Field) -> &str {
        self.value(field.name).and_then(Value::as_str).unwrap_or_default()
    }

    /// A field's civil day.
    pub fn day(&self, field: Field) -> Option<NaiveDate> {
        self.value(field.name).and_then(Value::as_str).and_then(parse_day)
    }

    /// A field's small number.
    pub fn number(&self, field: Field) -> Option<u8> {
        self.value(field.name).and_then(Value::as_u64).and_then(|number| number.try_into().ok())
    }

    /// Whether a flag is set.
    pub fn flag(&self, field: Field) -> bool {
        self.flag_named(field.name)
    }

    /// Whether a register holds “yes”.
    pub fn flag_named(&self, name: &str) -> bool {
        self.value(name) == Some(&Value::Bool(true))
    }

    /// A field that holds an identifier.
    pub fn reference<T: std::str::FromStr>(&self, field: Field) -> Option<T> {
        self.text(field).parse().ok()
    }

    /// The members of a set that are in it, sorted.
    pub fn members(&self, set: SetField) -> impl Iterator<Item = &str> {
        let fields = self.content().map(|content| &content.fields);
        fields.into_iter().flat_map(move |fields| fields.iter()).filter_map(move |(name, register)| {
            let member = name.strip_prefix(set.prefix)?;
            (register.shown()?.value == Value::Bool(true)).then_some(member)
        })
    }

    /// Whether it is neither erased nor in the trash.
    pub fn is_live(&self) -> bool {
        !self.is_erased() && !self.flag(DELETED)
    }

    /// When it was last edited, in any field.
    pub fn edited_at(&self) -> Option<At> {
        self.times().max()
    }

    /// When it was begun, as far as it still shows: the earliest time any of its values was written.
    pub fn begun_at(&self) -> Option<At> {
        self.times().min()
    }

    fn times(&self) -> impl Iterator<Item = At> {
        let registers = self.content().into_iter().flat_map(|content| content.fields.values());
        registers.flat_map(Register::versions).map(|version| version.at)
    }
}
