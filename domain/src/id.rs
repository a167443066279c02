//! Who and what: the identifiers of Waymark. Each is a type of its own, so that one is never taken for another.

use std::fmt;

use serde::{Serialize, Serializer};
use uuid::Uuid;

/// Text that is not an identifier of the kind it should be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not an identifier")]
pub struct NotAnId;

macro_rules! uuid_id {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(Uuid);

        impl $name {
            /// Wraps a UUID that was made or parsed elsewhere.
            pub const fn new(uuid: Uuid) -> Self {
                Self(uuid)
            }

            /// The UUID inside.
            pub const fn uuid(self) -> Uuid {
                self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.as_hyphenated().fmt(f)
            }
        }

        impl Serialize for $name {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.collect_str(self)
            }
        }

        impl std::str::FromStr for $name {
            type Err = NotAnId;

            /// Accepts the one form we write: 36 characters, lower case, with hyphens.
            fn from_str(text: &str) -> Result<Self, NotAnId> {
                let uuid = Uuid::try_parse(text).map_err(|_| NotAnId)?;
                let id = Self(uuid);
                (id.to_string() == text).then_some(id).ok_or(NotAnId)
            }
        }
    };
}

uuid_id!(
    /// One record. Random (UUID v4), or derived (UUID v5) where making it twice must give the same.
    RecordId
);
uuid_id!(
    /// One person: the owner of records.
    PersonId
);
uuid_id!(
    /// One notebook. Secret: it is in backups and nowhere else.
    NotebookId
);
uuid_id!(
    /// What two people send each other. Secret between the two: it is in every file that they exchange.
    ThreadId
);

impl RecordId {
    /// The same two inputs always give the same id, so that bringing something in twice adds nothing.
    pub fn derived(notebook: NotebookId, name: &[u8]) -> Self {
        Self(Uuid::new_v5(&notebook.uuid(), name))
    }
}

/// One run of the app: a fresh random number at every page load, never stored as one's own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ReplicaId(pub u64);

impl fmt::Display for ReplicaId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:016x}", self.0)
    }
}

impl std::str::FromStr for ReplicaId {
    type Err = NotAnId;

    fn from_str(text: &str) -> Result<Self, NotAnId> {
        let id = u64::from_str_radix(text, 16).map(Self).map_err(|_| NotAnId)?;
        (id.to_string() == text).then_some(id).ok_or(NotAnId)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_form_we_write_is_read() {
        let text = "0f8fad5b-d9cb-469f-a165-70867728950e";
        assert_eq!(text.parse::<RecordId>().unwrap().to_string(), text);
        for odd in [&text.to_uppercase(), "0f8fad5bd9cb469fa16570867728950e", "{0f8f}", ""] {
            assert_eq!(odd.parse::<RecordId>(), Err(NotAnId));
        }
        assert_eq!("00000000000000ff".parse::<ReplicaId>(), Ok(ReplicaId(255)));
        for odd in ["ff", "+0000000000000ff", "00000000000000FF", ""] {
            assert_eq!(odd.parse::<ReplicaId>(), Err(NotAnId));
        }
    }

    #[test]
    fn derived_ids_depend_on_notebook_and_name() {
        let (one, two) = (NotebookId::new(Uuid::from_u128(1)), NotebookId::new(Uuid::from_u128(2)));
        assert_eq!(RecordId::derived(one, b"a"), RecordId::derived(one, b"a"));
        assert_ne!(RecordId::derived(one, b"a"), RecordId::derived(two, b"a"));
        assert_ne!(RecordId::derived(one, b"a"), RecordId::derived(one, b"b"));
    }
}
