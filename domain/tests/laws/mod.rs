//! Random histories of one notebook kept in several places, a plain log beside them, and the laws that must hold.
//!
//! A reading order: [`law`] names the laws; [`action`] what can happen; [`world`] lets it happen; [`log`] remembers what
//! was written and what each writer had seen, without any of the code that joins; [`steps`] remembers what undo must
//! show; [`algebra`] joins copies every way round; [`run`] plays histories by the thousand and
//! [`shrink`] finds the shortest that fails. [`forged`] makes copies that no history leads to.

pub mod action;
pub mod algebra;
pub mod census;
pub mod change;
pub mod edit;
pub mod exchange;
pub mod forged;
pub mod import;
pub mod law;
pub mod log;
pub mod run;
pub mod runs;
pub mod shown;
pub mod shrink;
pub mod steps;
pub mod undo;
pub mod world;
