//! Everything derived from the records, never stored: what is next, what rests, how far someone has come.

mod elevation;
mod goal_list;
mod journal;
mod next_steps;
mod room;
mod trail;

pub use elevation::RatingPoint;
pub use goal_list::GoalGroup;
pub use next_steps::{NextStep, RestingStep};
pub use room::{is_backup_due, years_left};
pub use trail::{Trail, TrailMark};
