//! The share file: what one person chose to send to another. It is a type of its own, made field by field from what was
//! chosen, never a filtered notebook: what it cannot hold cannot leak.

mod apart;
mod item;
mod items;
mod read;
mod wire;
mod write;

pub use crate::kinds::sent::NUMBER_MAX;
pub use apart::{Apart, canonical, digest};
pub use item::{
    Item, SharedEntry, SharedFeedback, SharedGoal, SharedPlan, SharedRating, SharedResponse, SharedStep,
    SharedStrategy, SharedSuggestion, SharedView,
};
pub use items::Items;
pub(in crate::file) use read::read;
pub use read::{Listed, head};
pub use wire::{LIST_MAX, Named};
pub use write::{to_value, write};

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde_json::{Map, Value};

use super::SetAside;
use crate::id::{PersonId, RecordId, ThreadId};
use crate::mentoring::{Agreement, Roles};

/// What a share file says it is.
pub(in crate::file) const FORMAT: &str = "waymark-share";
/// The version written, and the newest that is read.
pub(in crate::file) const VERSION: u64 = 1;

/// What one person sends to another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ShareFile {
    /// The secret name of what the two send each other.
    pub thread: ThreadId,
    /// Its number among the sender's files of this thread, from 1.
    pub number: u64,
    /// The day it was written, where the sender was.
    pub written: NaiveDate,
    /// Who sends it.
    pub from: Party,
    /// Who it is for.
    pub to: Recipient,
    /// What the sender is to the recipient.
    pub roles: Roles,
    /// A word that goes with it; may be empty.
    pub message: String,
    /// What they agreed on, as the sender has it, where they chose to send it.
    pub agreement: Option<Agreement>,
    /// Everything that was chosen.
    pub items: Items,
}

/// The sender of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Party {
    /// Who they are.
    pub id: PersonId,
    /// What they call themselves; may be empty.
    pub name: String,
}

/// The person a file is for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Recipient {
    /// Who they are, once the sender knows.
    pub id: Option<PersonId>,
    /// What the sender calls them.
    pub name: String,
}

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
