//! The shared side of a kind: how what leaves of a record is made from it, written, and read again by the rules of its fields.
//! What leaves of a kind, and under which tick, the kind itself declares with `shared!`.

mod composite;
mod forms;
mod reader;
mod said;
mod shape;

pub use composite::{Composite, Group, Named, Part};
pub use forms::{Fields, Form, Own, What, Whose, Word};
pub use reader::{LIST_MAX, Reader};
pub use said::{Members, Said};
pub use shape::{Place, Shape};

use std::cmp::Ordering;
use std::sync::Arc;

use crate::field::SetField;
use crate::id::{PersonId, RecordId};
use crate::record::Record;

/// What was chosen for one person, as far as a thing needs to know that leaves.
pub trait Choice {
    /// Whose things leave.
    fn me(&self) -> PersonId;
    /// Whether something is ticked for a thing.
    fn has(&self, tick: SetField, thing: RecordId) -> bool;
    /// The records of a kind that go with a thing for good, in no particular order.
    fn parts(&self, kind: &'static str, of: &Record) -> Vec<Arc<Record>>;
    /// Whether a goal leaves, too.
    fn links(&self, goal: RecordId) -> bool;
    /// Whether a thing may be named: something of theirs, or a thing of mine that leaves too.
    fn names(&self, thing: RecordId) -> bool;
}

/// One thing in a share file.
pub trait Item {
    /// Its kind.
    fn kind(&self) -> &'static str;
    /// Its id.
    fn id(&self) -> RecordId;
    /// Whose it is.
    fn by(&self) -> PersonId;
    /// What a person knows it by.
    fn title(&self) -> &str;
    /// All of it, in reading order.
    fn said(&self) -> Members<'_>;

    /// All of it, as compact JSON.
    fn json(&self) -> String {
        // Writing strings and numbers under string keys into memory has no way to fail.
        serde_json::to_string(&Said::Object(self.said())).unwrap_or_default()
    }
}

/// A kind of thing that a share file has a list of.
pub trait Listed: Item + Composite + Clone + PartialEq {
    /// Its kind.
    const KIND: &'static str;
    /// The name of the list.
    const LIST: &'static str;

    /// Makes one of a record that was chosen; nothing where that says nothing.
    fn of(record: &Record, choice: &dyn Choice) -> Option<Self>;

    /// The order in which they leave. It follows from what leaves.
    fn order(one: &Record, other: &Record) -> Ordering;
}
