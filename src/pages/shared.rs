//! What several pages show.

pub mod due;
