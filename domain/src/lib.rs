//! The rules of Waymark: plain data, no browser, no clock, no randomness.
//!
//! A reading order:
//! 1. [`id`] and [`stamp`]: who, when, and fresh ids, passed in from outside;
//! 2. [`record`]: one goal, step, entry …, and how two copies of it join; [`combine`]: several texts made one;
//! 3. [`field`]: what each field may hold; [`shared`]: how it leaves; [`kinds`]: what each kind of record holds, and what
//!    of it leaves;
//! 4. [`notebook`]: everything one person keeps, and the questions asked of it;
//! 5. [`change`]: every edit there is; [`undo`] takes one back, [`history`] several;
//! 6. [`mentoring`]: other people, what I share with them, and what they give back;
//! 7. [`progress`], [`journal`], [`search`]: derived, never stored;
//! 8. [`file`]: the only gate for foreign bytes; [`store`]: the notebook as keys and values;
//! 9. [`rescued`]: words that the page held when the app stopped.

#[cfg(all(test, target_arch = "wasm32"))]
#[macro_use]
extern crate waymark_wasm_tests;

pub mod about;
pub mod by_id;
pub mod change;
pub mod combine;
mod copy;
pub mod day;
mod edit;
pub mod field;
pub mod file;
mod file_name;
pub mod history;
pub mod id;
pub mod journal;
pub mod json;
#[cfg_attr(test, macro_use)]
pub mod kinds;
pub mod mentoring;
pub mod notebook;
pub mod order;
pub mod progress;
pub mod record;
mod remembered;
pub mod rescued;
pub mod search;
pub mod shared;
pub mod sizes;
pub mod sorting;
pub mod stamp;
pub mod store;
pub mod undo;
pub mod wire;

pub use change::{Change, ChangeError};
pub use edit::Deed;
pub use kinds::entry::template;
pub use kinds::{entry, goal, profile, rating, step};
pub use notebook::Notebook;
