//! What people do with Waymark, from beginning to end.

mod opening;
mod trash;
