//! The app's pages as a person sees them: what is on each, and what can be done there.

pub mod app;
mod entry;
mod for_everyone;
mod goal;
mod goals;
mod journal;
mod preview;
mod settings;

pub use app::App;
pub use entry::Entry;
pub use for_everyone::is_for_everyone;
pub use goal::Goal;
pub use goals::Goals;
pub use journal::Journal;
pub use preview::Preview;
pub use settings::Settings;
