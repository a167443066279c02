//! What a declaration says of a thing, for whoever has to know all that may stand in one: the published schema, and whoever
//! makes some at random.

use crate::field::{Field, SetField};

/// A place in a thing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// Its name.
    pub name: &'static str,
    /// What stands there.
    pub shape: Shape,
    /// Whether it is nothing without it.
    pub is_required: bool,
}

/// What stands in a place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Shape {
    /// An id.
    Id,
    /// What a field holds.
    Field(Field),
    /// What it is about.
    About,
    /// Members of a set.
    List(SetField),
    /// What several fields hold, by their names.
    Fields(Vec<Field>),
    /// Several things in one.
    Group(Vec<Place>),
    /// Parts, in order.
    Parts(Vec<Place>),
}
