//! Whose notebook it is, and since which *Delete everything*. Stored twice, so that one damaged value loses nothing.
//!
//! Under a name of its epoch it makes the epoch count: such names are only ever added, or removed where a greater epoch
//! stands, so an epoch that is over stays over whatever any tab does and when. The other place is the same for all. It is
//! what a tab looks at before and after each writing: as long as its own identity stands there, no greater epoch does.

use serde::Serialize;
use serde_json::Value;
use uuid::Uuid;

use super::key::{ASIDE, Epoch, IDENTITY, epoch_of, identity_of};
use super::key_value::{KeyValue, KeyValueError};
use super::open::{Damage, Unreadable};
use crate::id::{NotebookId, PersonId};

/// The form of what is stored. One greater than this was written by a newer Waymark. The first had no packs: a Waymark that
/// knows none must not take the rest for the whole.
const VERSION: u32 = 2;
const FIRST_VERSION: u32 = 1;

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
    /// A newer Waymark keeps its notebook here; whose, as far as this one can tell.
    Newer(Option<Identity>),
}

#[derive(Serialize)]
struct Text {
    version: u32,
    epoch: String,
    notebook: String,
    me: String,
    /// Made from the rest, so that damage is not taken for another identity: that would hide the whole notebook.
    check: String,
}

/// A text as it is read: as JSON, part by part. A type for each part would be a reader compiled for each.
struct Told(Value);

impl Told {
    /// What is no JSON tells nothing.
    fn by(text: &str) -> Self {
        Self(serde_json::from_str(text).unwrap_or_default())
    }

    fn version(&self) -> Option<u32> {
        self.0.get("version")?.as_u64()?.try_into().ok()
    }

    fn part(&self, name: &str) -> Option<&str> {
        self.0.get(name)?.as_str()
    }

    /// The identity that is named, by whatever version.
    fn identity(&self) -> Option<Identity> {
        Some(Identity {
            epoch: self.part("epoch")?.parse().ok()?,
            notebook: self.part("notebook")?.parse().ok()?,
            me: self.part("me")?.parse().ok()?,
        })
    }

    /// Whether it says of itself what belongs to this identity.
    fn checks(&self, identity: &Identity, version: u32) -> bool {
        self.part("check") == Some(&identity.check(version))
    }

    /// Whatever says that it is of a later version, unless it is one of ours in which just that was damaged.
    fn is_newer(&self) -> bool {
        let is_damaged = |version| {
            let has_check = self.part("check").is_some();
            has_check && self.identity().is_some_and(|identity| !self.checks(&identity, version))
        };
        self.version().is_some_and(|version| version > VERSION && !is_damaged(version))
    }
}

impl Identity {
    /// Its text in the storage.
    pub(super) fn encode(&self) -> String {
        self.encode_as(VERSION)
    }

    /// Its text as a version writes it, which may be none of ours.
    pub(super) fn encode_as(&self, version: u32) -> String {
        let Self { epoch, notebook, me } = self;
        let text = Text {
            version,
            epoch: epoch.to_string(),
            notebook: notebook.to_string(),
            me: me.to_string(),
            check: self.check(version),
        };
        serde_json::to_string(&text).unwrap_or_default()
    }

    /// The first version's did not cover the number of the version.
    fn check(&self, version: u32) -> String {
        let Self { epoch, notebook, me } = self;
        let what = match version {
            FIRST_VERSION => format!("{epoch} {me}"),
            _ => format!("{version} {epoch} {me}"),
        };
        Uuid::new_v5(&notebook.uuid(), what.as_bytes()).to_string()
    }

    pub(super) fn decode(text: &str) -> Option<Self> {
        let told = Told::by(text);
        let version = told.version().filter(|version| (FIRST_VERSION..=VERSION).contains(version))?;
        told.identity().filter(|identity| told.checks(identity, version))
    }

    /// Writes it twice. The first tells other tabs to look closely, the second makes it count.
    pub(super) fn write(&self, kv: &impl KeyValue) -> Result<(), KeyValueError> {
        let text = self.encode();
        kv.set(IDENTITY, &text)?;
        kv.set(&identity_of(self.epoch), &text)
    }
}

/// How often a reading starts over because another tab tidies meanwhile.
const TRIES: usize = 20;

/// Looks what the storage says.
pub(super) fn find(kv: &impl KeyValue) -> Result<Found, KeyValueError> {
    let texts = texts(kv)?;
    if texts.iter().any(|(_, text)| Told::by(text).is_newer()) {
        let named = texts.iter().filter_map(|(_, text)| Told::by(text).identity());
        return Ok(Found::Newer(named.max_by_key(|identity| identity.epoch)));
    }
    let shared = texts.iter().find(|(key, _)| key == IDENTITY);
    // The shared key counts only if no epoch's own key can be read: it may name an epoch that a tab is only beginning.
    let found = begun(&texts).max_by_key(|identity| identity.epoch);
    Ok(match found.or_else(|| shared.and_then(|(_, text)| Identity::decode(text))) {
        Some(identity) => {
            let (text, own) = (identity.encode(), identity_of(identity.epoch));
            let stands = |name: &str| texts.iter().any(|(key, raw)| key == name && *raw == text);
            Found::Identity { identity, whole: stands(IDENTITY) && stands(&own) }
        }
        None if texts.is_empty() => Found::Nothing,
        None => Found::Unreadable,
    })
}

/// The identity of the last epoch that was begun before this one.
pub(super) fn last_before(kv: &impl KeyValue, epoch: Epoch) -> Result<Option<Identity>, KeyValueError> {
    let texts = texts(kv)?;
    Ok(begun(&texts).filter(|identity| identity.epoch < epoch).max_by_key(|identity| identity.epoch))
}

/// The texts that cannot be read.
pub(super) fn unreadable(kv: &impl KeyValue) -> Result<Vec<Unreadable>, KeyValueError> {
    let malformed = |(key, raw)| Unreadable { key, raw, why: Damage::Malformed };
    let texts = texts(kv)?.into_iter().filter(|(_, text)| Identity::decode(text).is_none());
    Ok(texts.map(malformed).collect())
}

/// The epochs that were begun, as far as their texts can be read.
fn begun(texts: &[(String, String)]) -> impl Iterator<Item = Identity> {
    let identity = |(key, text): &(String, String)| Some((epoch_of(key)?, Identity::decode(text)?));
    texts.iter().filter_map(identity).filter_map(|(epoch, it)| (it.epoch == epoch).then_some(it))
}

/// All texts that say whose notebook it is, by their names.
fn texts(kv: &impl KeyValue) -> Result<Vec<(String, String)>, KeyValueError> {
    let is_one = |key: &String| key == IDENTITY || (key.starts_with(IDENTITY) && epoch_of(key).is_some());
    let mut tries = 0..TRIES;
    loop {
        let mut texts = Vec::new();
        let mut complete = true;
        for key in kv.keys()?.into_iter().filter(is_one) {
            match kv.get(&key)? {
                Some(text) => texts.push((key, text)),
                None => complete = false,
            }
        }
        // One vanishes where a greater epoch was begun while we read.
        if complete || tries.next().is_none() {
            return Ok(texts);
        }
    }
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
