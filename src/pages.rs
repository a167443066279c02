//! What a person sees, one module per page.

pub mod files;
pub mod goals;
pub mod journal;
pub mod mentoring;
pub mod not_erased;
pub mod not_found;
pub mod rescued;
pub mod settings;
pub mod shared;
pub mod today;
pub mod welcome;
