//! Goals: the list of all, and the page of one.

mod about;
mod add_step;
mod area_field;
mod chart;
mod chart_ticks;
mod drag;
mod dragging;
mod goal_page;
mod goal_row;
mod head;
mod linked_entries;
mod list_page;
mod new_goal;
mod one_line;
pub(super) mod profile;
mod rate_today;
mod rating_list;
mod ratings;
mod removal;
mod step_buttons;
mod step_note;
mod step_row;
mod step_tools;
mod trail;
mod trail_desk;
pub(super) mod words;

pub use goal_page::GoalPage;
pub use list_page::GoalsPage;
pub(super) use new_goal::close_on_escape;
