//! What several pages show.

pub mod due;
pub mod refusal;
