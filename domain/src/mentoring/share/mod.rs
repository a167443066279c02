//! The share file: what one person chose to send to another. It is a type of its own, made field by field from what was
//! chosen, never a filtered notebook: what it cannot hold cannot leak.

mod apart;
mod compose;
mod items;
mod read;
mod write;

pub use crate::kinds::entry::SharedEntry;
pub use crate::kinds::feedback::SharedFeedback;
pub use crate::kinds::goal::{SharedGoal, SharedPlan};
pub use crate::kinds::rating::{SharedRating, SharedView};
pub use crate::kinds::response::SharedResponse;
pub use crate::kinds::sent::NUMBER_MAX;
pub use crate::kinds::step::SharedStep;
pub use crate::kinds::strategy::SharedStrategy;
pub use crate::kinds::suggestion::SharedSuggestion;
pub use crate::shared::{Item, LIST_MAX, Listed, Named};
pub use apart::{Apart, canonical, digest};
pub use compose::Outgoing;
pub use items::{Copies, Items, lists};
pub(crate) use items::{CopiesOf, ListsOf};
pub use read::head;
pub use write::{to_value, write};

use chrono::NaiveDate;

use super::{Agreement, Roles};
use crate::id::{PersonId, ThreadId};

/// What a share file says it is.
pub(crate) const FORMAT: &str = "waymark-share";
/// The version written, and the newest that is read.
pub(crate) const VERSION: u64 = 1;

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
