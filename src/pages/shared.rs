//! What several pages show.

pub mod also_written;
pub mod choice;
pub mod day_field;
pub mod draft_field;
pub mod due;
pub mod example_notice;
pub mod given;
mod given_moves;
pub mod kinds;
pub mod language;
pub mod later;
pub mod link;
pub mod mentoring_words;
pub mod refusal;
pub mod share_with;
