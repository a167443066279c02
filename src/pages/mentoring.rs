//! Mentoring: the people one has to do with, what came from them, what leaves for them, and what works.

mod add_person;
mod agreement;
mod answer;
mod choices;
mod closing;
mod copied;
mod inbox;
mod ledger;
mod list_page;
mod my_words;
mod next_file;
mod person_head;
mod person_page;
mod preview;
mod saving;
mod share_page;
mod strategies;
mod theirs;

use super::shared::mentoring_words as words;

pub use inbox::InboxCard;
pub use list_page::MentoringPage;
pub use person_page::PersonPage;
pub use share_page::SharePage;
