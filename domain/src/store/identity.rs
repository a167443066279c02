//! Whose notebook it is, and since which *Delete everything*. Stored twice, so that one damaged value loses nothing.

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::key::{ASIDE, Epoch, IDENTITY, SECOND_IDENTITY};
use super::key_value::{KeyValue, KeyValueError};
use super::open::{Damage, Unreadable};
use crate::id::{NotebookId, PersonId};

/// The form of what is stored. One greater than this was written by a newer Waymark.
const VERSION: u32 = 1;

/// Whose notebook it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Identity {
    /// Since which *Delete everything*.
    pub epoch: Epoch,
    /// The notebook's secret id.
    pub notebook: NotebookId,
    /// The person it belongs to.
    pub me: PersonId,
}

/// What the storage says about it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Found {
    /// Nothing was ever stored, or the browser's data were cleared.
    Nothing,
    /// This. `whole` means that it stands there twice.
    Identity { identity: Identity, whole: bool },
    /// Something that cannot be read.
    Unreadable,
    /// A newer Waymark keeps its notebook here.
    Newer,
}

#[derive(Serialize, Deserialize)]
struct Text {
    version: u32,
    epoch: String,
    notebook: String,
    me: String,
    /// Made from the rest, so that damage is not taken for another identity: that would hide the whole notebook.
    check: String,
}

#[derive(Deserialize)]
struct VersionOnly {
    version: u32,
}

impl Identity {
    /// Its text in the storage.
    pub(super) fn encode(&self) -> String {
        let Self { epoch, notebook, me } = self;
        let text = Text {
            version: VERSION,
            epoch: epoch.to_string(),
            notebook: notebook.to_string(),
            me: me.to_string(),
            check: self.check(),
        };
        serde_json::to_string(&text).unwrap_or_default()
    }

    fn check(&self) -> String {
        let Self { epoch, notebook, me } = self;
        Uuid::new_v5(&notebook.uuid(), format!("{epoch} {me}").as_bytes()).to_string()
    }

    fn decode(text: &str) -> Option<Self> {
        let text: Text = serde_json::from_str(text).ok()?;
        let identity = || {
            Some(Self {
                epoch: text.epoch.parse().ok()?,
                notebook: text.notebook.parse().ok()?,
                me: text.me.parse().ok()?,
            })
        };
        identity().filter(|identity| text.version == VERSION && text.check == identity.check())
    }

    /// Writes it twice. The first is enough for it to count.
    pub(super) fn write(&self, kv: &impl KeyValue) -> Result<(), KeyValueError> {
        let text = self.encode();
        kv.set(IDENTITY, &text)?;
        kv.set(SECOND_IDENTITY, &text)
    }
}

/// Looks what the storage says.
pub(super) fn find(kv: &impl KeyValue) -> Result<Found, KeyValueError> {
    let texts = [kv.get(IDENTITY)?, kv.get(SECOND_IDENTITY)?];
    if texts.iter().flatten().any(|text| is_newer(text)) {
        return Ok(Found::Newer);
    }
    // The first decides: it is written first, and whoever writes it last has the say.
    Ok(match texts.iter().flatten().find_map(|text| Identity::decode(text)) {
        Some(identity) => {
            let text = identity.encode();
            Found::Identity { identity, whole: texts.iter().all(|one| one.as_ref() == Some(&text)) }
        }
        None if texts == [None, None] => Found::Nothing,
        None => Found::Unreadable,
    })
}

/// The texts among the two that cannot be read.
pub(super) fn unreadable(kv: &impl KeyValue) -> Result<Vec<Unreadable>, KeyValueError> {
    let malformed = |key: &str, raw| Unreadable { key: key.to_owned(), raw, why: Damage::Malformed };
    let texts = [(IDENTITY, kv.get(IDENTITY)?), (SECOND_IDENTITY, kv.get(SECOND_IDENTITY)?)];
    let texts = texts.into_iter().filter_map(|(key, text)| Some((key, text?)));
    Ok(texts
        .filter(|(_, text)| Identity::decode(text).is_none())
        .map(|(key, raw)| malformed(key, raw))
        .collect())
}

/// What was set aside before because it could not be read.
pub(super) fn set_aside_before(kv: &impl KeyValue) -> Result<Vec<Unreadable>, KeyValueError> {
    let mut found = Vec::new();
    for key in kv.keys()?.into_iter().filter(|key| key.starts_with(ASIDE)) {
        if let Some(raw) = kv.get(&key)? {
            found.push(Unreadable { key, raw, why: Damage::Malformed });
        }
    }
    Ok(found)
}

fn is_newer(text: &str) -> bool {
    serde_json::from_str(text).is_ok_and(|VersionOnly { version }| version > VERSION)
}
