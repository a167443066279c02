//! Joining two copies of a record. Never asks the clock or the browser.
//!
//! A record is a causal map with one version vector (Almeida, Shoker, Baquero, "Delta state replicated data types",
//! 2018): each field is a multi-value register, and a value disappears only when an edit whose writer had seen it
//! replaced it. Erasing absorbs every other state.

mod error;
mod read;
mod register;
mod version_vector;

use std::borrow::Cow;
use std::collections::BTreeMap;

use serde_json::Value;

pub use error::RecordError;
pub use register::{Register, Version};
pub use version_vector::{Dot, VersionVector};

use crate::id::{PersonId, RecordId, ReplicaId};
use crate::stamp::At;

/// What a record is: `goal`, `entry`, …; kinds of a newer Waymark are carried along unread.
pub type KindName = Cow<'static, str>;

/// Two records that cannot be copies of one: the kind or the owner differs under one id.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("another record stands under the same id")]
pub struct NotTheSame;

/// One goal, step, rating, entry, …
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Record {
    id: RecordId,
    kind: KindName,
    by: PersonId,
    /// `None` once erased.
    content: Option<Content>,
}

/// What a record that is not erased holds.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Content {
    /// All dots this copy has ever held.
    pub seen: VersionVector,
    /// The registers by name; none is empty.
    pub fields: BTreeMap<String, Register>,
}

/// The versions a writer had before its eyes.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Saw(pub Vec<Dot>);

impl Record {
    /// A record without any edit yet.
    pub fn new(id: RecordId, kind: impl Into<KindName>, by: PersonId) -> Self {
        Self { id, kind: kind.into(), by, content: Some(Content::default()) }
    }

    /// A record read from elsewhere.
    pub fn from_content(id: RecordId, kind: KindName, by: PersonId, content: Option<Content>) -> Self {
        Self { id, kind, by, content }
    }

    /// Its id.
    pub fn id(&self) -> RecordId {
        self.id
    }

    /// Its kind.
    pub fn kind(&self) -> &str {
        &self.kind
    }

    /// The person it belongs to; only they may change it.
    pub fn by(&self) -> PersonId {
        self.by
    }

    /// Everything it holds; nothing once erased.
    pub fn content(&self) -> Option<&Content> {
        self.content.as_ref()
    }

    /// Whether it was erased: gone for good, and no old copy brings it back.
    pub fn is_erased(&self) -> bool {
        self.content.is_none()
    }

    /// Erases: drops all content and absorbs every other state from now on.
    pub fn erase(&mut self) {
        self.content = None;
    }

    /// Writes one field. Replaces the versions in `saw`; any other stays beside the new one. Returns the edit's dot,
    /// or nothing where the record is erased.
    pub fn write(&mut self, name: &str, value: Value, saw: &Saw, now: At, replica: ReplicaId) -> Option<Dot> {
        let content = self.content.as_mut()?;
        let dot = content.seen.next(replica);
        let register = content.fields.entry(name.to_owned()).or_default();
        let newest = register.versions().iter().map(|version| version.at).max();
        register.write(Version { dot, at: now.after(newest), value }, &saw.0);
        Some(dot)
    }

    /// Joins another copy into this one. Commutative, associative, idempotent. Says whether anything changed here.
    pub fn join(&mut self, other: &Self) -> Result<bool, NotTheSame> {
        if self.id != other.id || self.kind != other.kind || self.by != other.by {
            return Err(NotTheSame);
        }
        let joined = match (&self.content, &other.content) {
            (Some(mine), Some(theirs)) => Some(mine.join(theirs)),
            _ => None,
        };
        let changed = joined != self.content;
        self.content = joined;
        Ok(changed)
    }
}

impl Content {
    fn join(&self, other: &Self) -> Self {
        let mut seen = self.seen.clone();
        seen.join(&other.seen);
        let empty = Register::default();
        let names =
            self.fields.keys().chain(other.fields.keys().filter(|name| !self.fields.contains_key(*name)));
        let joined = names.map(|name| {
            let (mine, theirs) = (self.fields.get(name), other.fields.get(name));
            let joined = mine.unwrap_or(&empty).join(&self.seen, theirs.unwrap_or(&empty), &other.seen);
            (name.clone(), joined)
        });
        // One by one: collecting would bring a sort of fields into the app.
        let mut fields = BTreeMap::new();
        fields.extend(joined.filter(|(_, register)| !register.versions().is_empty()));
        Self { seen, fields }
    }
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;

    fn record() -> Record {
        Record::new(RecordId::new(Uuid::from_u128(1)), "goal", PersonId::new(Uuid::from_u128(2)))
    }

    fn write(record: &mut Record, value: &str, replica: u64) {
        let saw = record.saw("title");
        record.write("title", value.into(), &saw, At(1), ReplicaId(replica)).unwrap();
    }

    #[test]
    fn an_old_copy_never_brings_back_a_replaced_value() {
        let mut now = record();
        write(&mut now, "old", 1);
        let backup = now.clone();
        write(&mut now, "new", 1);
        let before = now.clone();
        assert!(!now.join(&backup).unwrap());
        assert_eq!(now, before);
    }

    #[test]
    fn concurrent_values_both_survive() {
        let mut here = record();
        write(&mut here, "both", 1);
        let mut there = here.clone();
        write(&mut here, "here", 1);
        write(&mut there, "there", 2);
        let mut joined = here.clone();
        assert!(joined.join(&there).unwrap());
        there.join(&here).unwrap();
        assert_eq!(joined, there);
        assert_eq!(joined.versions("title").len(), 2);
    }

    #[test]
    fn erasing_absorbs_a_later_edit_of_another_copy() {
        let mut here = record();
        let mut there = here.clone();
        here.erase();
        write(&mut there, "still here", 2);
        there.join(&here).unwrap();
        assert!(there.is_erased());
        assert_eq!(there.write("title", "x".into(), &Saw::default(), At(1), ReplicaId(3)), None);
    }

    #[test]
    fn another_kind_or_owner_under_the_same_id_is_refused() {
        let mut mine = record();
        let forged = Record::new(mine.id(), "goal", PersonId::new(Uuid::from_u128(9)));
        let other_kind = Record::new(mine.id(), "entry", mine.by());
        assert_eq!(mine.join(&forged), Err(NotTheSame));
        assert_eq!(mine.join(&other_kind), Err(NotTheSame));
    }
}
