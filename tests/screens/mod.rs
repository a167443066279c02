//! The app's pages as a person sees them: what is on each, and what can be done there.

pub mod app;
pub mod before;
mod entry;
mod for_everyone;
mod goal;
mod goals;
mod installed;
pub mod journal;
mod locked;
mod mentoring;
mod person_page;
mod preview;
mod rescue;
mod settings;
mod share;
mod share_preview;

pub use app::App;
pub use before::Before;
pub use entry::Entry;
pub use for_everyone::is_for_everyone;
pub use goal::Goal;
pub use goals::Goals;
pub use installed::Installed;
pub use journal::Journal;
pub use locked::Locked;
pub use mentoring::Mentoring;
pub use person_page::PersonPage;
pub use preview::Preview;
pub use rescue::{Rescue, RescuedWords, nothing_waits};
pub use settings::Settings;
pub use share::Share;
pub use share_preview::SharePreview;
