//! What the app keeps in memory: the notebook, what is saved, how a person likes it.

pub mod draft;
mod history;
pub mod notebook_store;
pub mod pending;
