//! Buttons, fields, dialogs and lists. They know nothing of the notebook: sentences come in as props.

pub mod announcer;
pub mod button;
pub mod field;
pub mod icon;
pub mod text_field;

pub use announcer::{Announcer, announce, use_announcer};
pub use button::{Button, IconButton, LinkButton, Tone};
pub use icon::{Icon, IconView};
pub use text_field::TextField;
