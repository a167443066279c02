//! The profile: what a person calls themselves, and the areas their goals fall in. One per person, under the person's id.

use crate::field::{Field, KindTable, Rule, SetField};
use crate::id::{PersonId, RecordId};

/// The kind's name in files.
pub const KIND: &str = "profile";
/// What the person wants to be called.
pub const NAME: Field = Field { kind: KIND, name: "name", rule: Rule::Line(100) };
/// Areas that goals may fall in.
pub const AREAS: SetField =
    SetField { kind: KIND, prefix: "area:", member: Rule::Title(60), value: Rule::Flag };

/// Everything a profile holds.
pub const TABLE: KindTable = KindTable { kind: KIND, fields: &[NAME], sets: &[AREAS] };

/// Where a person's profile stands: under their own id, so that two copies made apart are one record.
pub const fn profile_id(person: PersonId) -> RecordId {
    RecordId::new(person.uuid())
}
