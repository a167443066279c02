//! The profile: what a person calls themselves, and the areas their goals fall in. One per person, under the person's id.

use crate::field::Rule;
use crate::id::{PersonId, RecordId};

kind! {
    "profile" {
        /// What the person wants to be called.
        NAME: "name", Rule::Line(100), titled;
    }
    sets {
        /// Areas that goals may fall in.
        AREAS: "area:", Rule::Title(60);
    }
}

/// Where a person's profile stands: under their own id, so that two copies made apart are one record.
pub const fn profile_id(person: PersonId) -> RecordId {
    RecordId::new(person.uuid())
}
