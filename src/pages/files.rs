//! Files out and in: backing up, opening a file, and what would come in.

mod back_up;
mod open_file;
mod preview;
mod progress;
mod reader;
mod sentences;
mod share_preview;
mod unseal;

pub use back_up::back_up;
pub use open_file::OpenFile;
