//! What a thing is called, as a screen reader says it.

use std::fmt;

use serde_json::{Value, json};

/// What a thing is called.
#[derive(Debug, Clone)]
pub enum Name {
    /// Exactly this.
    Is(String),
    /// This and perhaps more after it.
    Starts(String),
    /// Whatever, even nothing.
    Any,
}

/// A name that starts like this.
pub fn starting(start: &str) -> Name {
    Name::Starts(start.to_owned())
}

impl Name {
    /// As the finder in the page takes it.
    pub fn for_script(&self) -> Value {
        match self {
            Self::Is(whole) => json!(["is", whole]),
            Self::Starts(start) => json!(["starts", start]),
            Self::Any => json!(["any", ""]),
        }
    }
}

impl From<&str> for Name {
    fn from(whole: &str) -> Self {
        Self::Is(whole.to_owned())
    }
}

impl From<String> for Name {
    fn from(whole: String) -> Self {
        Self::Is(whole)
    }
}

impl From<&String> for Name {
    fn from(whole: &String) -> Self {
        Self::Is(whole.clone())
    }
}

impl fmt::Display for Name {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Is(whole) => write!(f, "“{whole}”"),
            Self::Starts(start) => write!(f, "“{start}…”"),
            Self::Any => write!(f, "of any name"),
        }
    }
}
