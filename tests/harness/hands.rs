//! How a journey is walked: with a mouse, or with the keyboard alone. A journey is written once for both.

use std::fmt;

/// Mouse or keyboard.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Hands {
    /// Click, then type.
    Mouse,
    /// Tab until it has the focus, then press a key. No pointer at all.
    Keyboard,
}

/// As the tests that `journey!` makes are called.
impl Hands {
    pub const fn by_mouse() -> Self {
        Self::Mouse
    }

    pub const fn by_keyboard() -> Self {
        Self::Keyboard
    }
}

impl fmt::Display for Hands {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Mouse => "mouse",
            Self::Keyboard => "keyboard",
        })
    }
}
