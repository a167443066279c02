//! The forms in which what records hold stands in a share file: how each is made, read, and written.

use chrono::NaiveDate;

use super::reader::member;
use super::{Choice, Reader, Said, Shape};
use crate::about::{self, About};
use crate::field::{Field, SetField};
use crate::id::{PersonId, RecordId};
use crate::record::{Record, RecordError};

/// What of a record a place is made of.
pub trait What: Copy {
    /// The name of the place; without another, that of the member in the code.
    fn name(self, member: &'static str) -> &'static str {
        member
    }
}

impl What for Field {
    fn name(self, _: &'static str) -> &'static str {
        self.name
    }
}

impl What for SetField {}

/// The record's own id.
#[derive(Debug, Clone, Copy)]
pub struct Own;
impl What for Own {}

/// Whose it is: whoever sends the file.
#[derive(Debug, Clone, Copy)]
pub struct Whose;
impl What for Whose {}

/// Several fields, each by its name.
#[derive(Debug, Clone, Copy)]
pub struct Fields(pub fn() -> Vec<Field>);
impl What for Fields {}

/// The record as a whole, or its parts.
impl What for () {}

/// The form of what stands in one place.
pub trait Form<W: What>: Sized {
    /// Whether a thing is nothing without it.
    const IS_REQUIRED: bool = false;

    /// Makes it of a record; nothing where the thing is nothing without it.
    fn of(record: &Record, what: W, choice: &dyn Choice) -> Option<Self>;

    /// Reads it, under its name.
    fn read(from: Reader, name: &'static str, what: W) -> Result<Self, RecordError>;

    /// As it is written; nothing where it says nothing.
    fn said(&self) -> Option<Said<'_>>;

    /// What may stand there.
    fn shape(what: W) -> Shape;
}

impl Form<Own> for RecordId {
    const IS_REQUIRED: bool = true;

    fn of(record: &Record, _: Own, _: &dyn Choice) -> Option<Self> {
        Some(record.id())
    }

    fn read(from: Reader, name: &'static str, _: Own) -> Result<Self, RecordError> {
        from.id(name)
    }

    fn said(&self) -> Option<Said<'_>> {
        Some(Said::shown(self))
    }

    fn shape(_: Own) -> Shape {
        Shape::Id
    }
}

impl Form<Whose> for PersonId {
    const IS_REQUIRED: bool = true;

    fn of(_: &Record, _: Whose, choice: &dyn Choice) -> Option<Self> {
        Some(choice.me())
    }

    fn read(from: Reader, name: &'static str, _: Whose) -> Result<Self, RecordError> {
        from.id(name)
    }

    fn said(&self) -> Option<Said<'_>> {
        Some(Said::shown(self))
    }

    fn shape(_: Whose) -> Shape {
        Shape::Id
    }
}

impl Form<Field> for String {
    fn of(record: &Record, field: Field, _: &dyn Choice) -> Option<Self> {
        Some(record.text(field).to_owned())
    }

    fn read(from: Reader, _: &'static str, field: Field) -> Result<Self, RecordError> {
        from.text(field)
    }

    fn said(&self) -> Option<Said<'_>> {
        (!self.is_empty()).then_some(Said::text(self))
    }

    fn shape(field: Field) -> Shape {
        Shape::Field(field)
    }
}

impl Form<Field> for Option<NaiveDate> {
    fn of(record: &Record, field: Field, _: &dyn Choice) -> Option<Self> {
        Some(record.day(field))
    }

    fn read(from: Reader, _: &'static str, field: Field) -> Result<Self, RecordError> {
        from.day(field)
    }

    fn said(&self) -> Option<Said<'_>> {
        self.as_ref().map(Said::shown)
    }

    fn shape(field: Field) -> Shape {
        Shape::Field(field)
    }
}

impl Form<Field> for u8 {
    const IS_REQUIRED: bool = true;

    /// A damaged value counts as none.
    fn of(record: &Record, field: Field, _: &dyn Choice) -> Option<Self> {
        record.number(field).filter(|number| field.rule.check(&(*number).into()).is_ok())
    }

    fn read(from: Reader, _: &'static str, field: Field) -> Result<Self, RecordError> {
        from.number(field)?.ok_or(RecordError::NotARecord)
    }

    fn said(&self) -> Option<Said<'_>> {
        Some(Said::Number(u64::from(*self)))
    }

    fn shape(field: Field) -> Shape {
        Shape::Field(field)
    }
}

/// One of a few words, as what it stands for.
pub trait Word: Sized {
    /// Its word in files.
    fn word(&self) -> &'static str;
    /// Reads its word.
    fn from_word(word: &str) -> Self;
}

impl<T: Word> Form<Field> for T {
    fn of(record: &Record, field: Field, _: &dyn Choice) -> Option<Self> {
        Some(T::from_word(record.text(field)))
    }

    fn read(from: Reader, _: &'static str, field: Field) -> Result<Self, RecordError> {
        from.text(field).map(|word| T::from_word(&word))
    }

    fn said(&self) -> Option<Said<'_>> {
        Some(Said::text(self.word()))
    }

    fn shape(field: Field) -> Shape {
        Shape::Field(field)
    }
}

impl<T: Word> Form<Field> for Option<T> {
    fn of(record: &Record, field: Field, _: &dyn Choice) -> Option<Self> {
        Some(Some(record.text(field)).filter(|word| !word.is_empty()).map(T::from_word))
    }

    fn read(from: Reader, _: &'static str, field: Field) -> Result<Self, RecordError> {
        from.text(field).map(|word| (!word.is_empty()).then(|| T::from_word(&word)))
    }

    fn said(&self) -> Option<Said<'_>> {
        self.as_ref().map(|one| Said::text(one.word()))
    }

    fn shape(field: Field) -> Shape {
        Shape::Field(field)
    }
}

impl Form<Field> for About {
    const IS_REQUIRED: bool = true;

    fn of(record: &Record, _: Field, choice: &dyn Choice) -> Option<Self> {
        Self::of(record).filter(|about| choice.names(about.id))
    }

    fn read(from: Reader, name: &'static str, field: Field) -> Result<Self, RecordError> {
        Form::<Field>::read(from, name, field)
            .and_then(|about: Option<Self>| about.ok_or(RecordError::NotARecord))
    }

    fn said(&self) -> Option<Said<'_>> {
        let id = Said::shown(&self.id);
        Some(Said::Object(vec![
            ("kind", Said::text(&self.kind)),
            ("id", id),
            ("title", Said::text(&self.title)),
        ]))
    }

    fn shape(_: Field) -> Shape {
        Shape::About
    }
}

impl Form<Field> for Option<About> {
    fn of(record: &Record, field: Field, choice: &dyn Choice) -> Option<Self> {
        Some(Form::<Field>::of(record, field, choice))
    }

    fn read(from: Reader, name: &'static str, _: Field) -> Result<Self, RecordError> {
        let Some(about) = from.part(name)? else { return Ok(None) };
        let [kind, _, title] = about::fields("");
        let kind = about.text(Field { name: "kind", ..kind })?;
        let title = about.text(Field { name: "title", ..title })?;
        Ok(Some(About { kind, id: about.id("id")?, title }))
    }

    fn said(&self) -> Option<Said<'_>> {
        self.as_ref().and_then(Form::<Field>::said)
    }

    fn shape(_: Field) -> Shape {
        Shape::About
    }
}

impl Form<SetField> for Vec<String> {
    fn of(record: &Record, set: SetField, _: &dyn Choice) -> Option<Self> {
        Some(record.members(set).map(str::to_owned).collect())
    }

    fn read(from: Reader, name: &'static str, set: SetField) -> Result<Self, RecordError> {
        from.list(name, |one| member(one, set.member, name), String::clone)
    }

    fn said(&self) -> Option<Said<'_>> {
        Said::list(self.iter().map(|text| Said::text(text)))
    }

    fn shape(set: SetField) -> Shape {
        Shape::List(set)
    }
}

/// Of goals, those that leave too.
impl Form<SetField> for Vec<RecordId> {
    fn of(record: &Record, set: SetField, choice: &dyn Choice) -> Option<Self> {
        let ids = record.members(set).filter_map(|id| id.parse().ok());
        Some(ids.filter(|goal| choice.links(*goal)).collect())
    }

    fn read(from: Reader, name: &'static str, set: SetField) -> Result<Self, RecordError> {
        let read = |one: &_| member(one, set.member, name)?.parse().map_err(|_| RecordError::NotARecord);
        from.list(name, read, |id: &RecordId| *id)
    }

    fn said(&self) -> Option<Said<'_>> {
        Said::list(self.iter().map(Said::shown))
    }

    fn shape(set: SetField) -> Shape {
        Shape::List(set)
    }
}
