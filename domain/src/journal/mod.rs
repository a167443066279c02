//! The journal as it is read: which entries are listed, under which months, summed up in a few lines.

mod list;
mod remains;
mod step_text;
mod summary;

pub use list::{EntryFilter, Listed, Neighbours, by_month};
pub use remains::{Remains, remains};
pub use step_text::step_text;
pub use summary::{Marked, Summary, summary};
