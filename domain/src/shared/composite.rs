//! Forms of several values: fields by their names, groups, and lists of parts.

use std::cmp::Ordering;

use super::{Choice, Fields, Form, Members, Place, Reader, Said, Shape};
use crate::field::Field;
use crate::id::RecordId;
use crate::record::{Record, RecordError};
use crate::sorting::sort_by;

/// Several places, made of one record.
pub trait Composite: Sized {
    /// Makes it of a record; nothing where it is nothing without what is not there.
    fn of(record: &Record, choice: &dyn Choice) -> Option<Self>;
    /// Reads each place by its rule.
    fn read(from: Reader) -> Result<Self, RecordError>;
    /// What stands in each place that says something, in reading order.
    fn said(&self) -> Members<'_>;
    /// All of its places.
    fn shape() -> Vec<Place>;
}

/// What a group of fields of one record says together.
pub trait Group: Composite {
    /// Whether it says anything.
    fn says_something(&self) -> bool;
}

/// A record that leaves inside of what it is a part of.
pub trait Part: Composite {
    /// Its kind.
    const KIND: &'static str;
    /// Its id.
    fn id(&self) -> RecordId;
    /// Makes one of a record, unless that stays.
    fn of(record: &Record, choice: &dyn Choice) -> Option<Self>;
    /// The order of the parts of one thing.
    fn order(one: &Record, other: &Record) -> Ordering;
}

impl<T: Group> Form<()> for Option<T> {
    fn of(record: &Record, (): (), choice: &dyn Choice) -> Option<Self> {
        T::of(record, choice).map(|group| Some(group).filter(T::says_something))
    }

    fn read(from: Reader, name: &'static str, (): ()) -> Result<Self, RecordError> {
        from.part(name)?.map(T::read).transpose()
    }

    fn said(&self) -> Option<Said<'_>> {
        self.as_ref().map(|group| Said::Object(group.said()))
    }

    fn shape((): ()) -> Shape {
        Shape::Group(T::shape())
    }
}

impl<T: Part> Form<()> for Vec<T> {
    fn of(record: &Record, (): (), choice: &dyn Choice) -> Option<Self> {
        let mut parts = choice.parts(T::KIND, record);
        sort_by(&mut parts, |one, other| T::order(one, other));
        Some(parts.iter().filter_map(|part| Part::of(part, choice)).collect())
    }

    fn read(from: Reader, name: &'static str, (): ()) -> Result<Self, RecordError> {
        from.list(name, |value| Reader::of(value).and_then(T::read), T::id)
    }

    fn said(&self) -> Option<Said<'_>> {
        Said::list(self.iter().map(|part| Said::Object(part.said())))
    }

    fn shape((): ()) -> Shape {
        Shape::Parts(T::shape())
    }
}

/// Values by the name of their field, in reading order; of those that say something.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Named<T>(pub Vec<(Field, T)>);

impl<T> Default for Named<T> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<T> Named<T> {
    fn each(
        fields: Fields,
        mut value: impl FnMut(Field) -> Result<Option<T>, RecordError>,
    ) -> Result<Self, RecordError> {
        let values = (fields.0)().into_iter().map(|field| Ok(value(field)?.map(|value| (field, value))));
        values.filter_map(Result::transpose).collect::<Result<_, _>>().map(Self)
    }

    fn members<'a>(&'a self, said: impl Fn(&'a T) -> Said<'a>) -> Option<Said<'a>> {
        let members = self.0.iter().map(|(field, value)| (field.name, said(value)));
        (!self.0.is_empty()).then(|| Said::Object(members.collect()))
    }
}

impl Form<Fields> for Named<String> {
    fn of(record: &Record, fields: Fields, _: &dyn Choice) -> Option<Self> {
        Self::each(fields, |field| Ok(Some(record.text(field).to_owned()).filter(|text| !text.is_empty())))
            .ok()
    }

    fn read(from: Reader, name: &'static str, fields: Fields) -> Result<Self, RecordError> {
        let Some(from) = from.part(name)? else { return Ok(Self::default()) };
        Self::each(fields, |field| from.text(field).map(|text| Some(text).filter(|text| !text.is_empty())))
    }

    fn said(&self) -> Option<Said<'_>> {
        self.members(|text| Said::text(text))
    }

    fn shape(fields: Fields) -> Shape {
        Shape::Fields((fields.0)())
    }
}

impl Form<Fields> for Named<u8> {
    fn of(record: &Record, fields: Fields, _: &dyn Choice) -> Option<Self> {
        Self::each(fields, |field| Ok(record.number(field))).ok()
    }

    fn read(from: Reader, name: &'static str, fields: Fields) -> Result<Self, RecordError> {
        let Some(from) = from.part(name)? else { return Ok(Self::default()) };
        Self::each(fields, |field| from.number(field))
    }

    fn said(&self) -> Option<Said<'_>> {
        self.members(|number| Said::Number(u64::from(*number)))
    }

    fn shape(fields: Fields) -> Shape {
        Shape::Fields((fields.0)())
    }
}
