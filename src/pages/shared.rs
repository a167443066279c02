//! What several pages show.

pub mod also_written;
pub mod draft_field;
pub mod due;
pub mod example_notice;
pub mod later;
pub mod refusal;
