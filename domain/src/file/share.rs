//! Reading a share file: the gate for what other people send. Every value must be one that its field takes; an item that
//! is not is set aside and named. Whose an item is, is judged later, by who opens it.

use std::collections::BTreeMap;

use serde_json::{Map, Value};

use super::{FileError, SetAside, Thing, Why};
use crate::id::RecordId;
use crate::mentoring::share::{Items, ListsOf, ShareFile, canonical, head};
use crate::shared::{Listed, Reader};

/// A share file as it was read: what is in it, whoever it claims to be by, and what could not be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OpenedShare {
    /// The file.
    pub file: ShareFile,
    /// Where each item stands among all of them, from 1.
    pub places: BTreeMap<(&'static str, RecordId), usize>,
    /// Items that could not be read.
    pub set_aside: Vec<SetAside>,
    /// The file itself, with everything in it, known or not.
    pub whole: Map<String, Value>,
}

/// Reads a share file whose format and version were checked.
pub(super) fn read(file: Map<String, Value>) -> Result<OpenedShare, FileError> {
    let whole = canonical(file);
    let head = head(&whole).ok_or(FileError::Damaged)?;
    let mut reader = ItemReader { file: &whole, place: 0, places: BTreeMap::new(), set_aside: Vec::new() };
    let file = ShareFile { items: Items::from(&mut reader)?, ..head };
    let ItemReader { places, set_aside, .. } = reader;
    Ok(OpenedShare { file, places, set_aside, whole })
}

/// Reads items one by one and counts them.
struct ItemReader<'a> {
    file: &'a Map<String, Value>,
    place: usize,
    places: BTreeMap<(&'static str, RecordId), usize>,
    set_aside: Vec<SetAside>,
}

impl ListsOf for ItemReader<'_> {
    type Error = FileError;

    fn list<T: Listed>(&mut self) -> Result<Vec<T>, FileError> {
        let values = match self.file.get(T::LIST) {
            None => return Ok(Vec::new()),
            Some(values) => values.as_array().ok_or(FileError::Damaged)?,
        };
        Ok(values.iter().filter_map(|value| self.item(value)).collect())
    }
}

impl ItemReader<'_> {
    fn item<T: Listed>(&mut self, value: &Value) -> Option<T> {
        self.place += 1;
        let item = Reader::of(value).and_then(T::read).map_err(Why::Unreadable);
        let item = item.and_then(|item| self.take((T::KIND, item.id())).map(|()| item));
        item.map_err(|why| {
            self.set_aside.push(SetAside { what: Thing::shared(self.place, T::LIST, value), why });
        })
        .ok()
    }

    /// Notes where a thing stands, unless another stands under its id.
    fn take(&mut self, thing: (&'static str, RecordId)) -> Result<(), Why> {
        if self.places.contains_key(&thing) {
            return Err(Why::AnotherUnderItsId);
        }
        self.places.insert(thing, self.place);
        Ok(())
    }
}
