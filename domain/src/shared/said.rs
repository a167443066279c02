//! What a share file says: values in reading order, which maps of JSON values would not keep.

use std::borrow::Cow;

use serde::{Serialize, Serializer};
use serde_json::Value;

/// A value as it is written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Said<'a> {
    /// A text, an id, a day, one of a few words.
    Text(Cow<'a, str>),
    /// A number.
    Number(u64),
    /// Several.
    List(Vec<Self>),
    /// Values by name.
    Object(Members<'a>),
}

/// Values by name, in reading order.
pub type Members<'a> = Vec<(&'static str, Said<'a>)>;

impl<'a> Said<'a> {
    /// A text.
    pub fn text(text: &'a str) -> Self {
        Self::Text(Cow::Borrowed(text))
    }

    /// Anything that is written as its text.
    pub fn shown(value: &impl ToString) -> Self {
        Self::Text(Cow::Owned(value.to_string()))
    }

    /// Several, if there are any.
    pub fn list(values: impl Iterator<Item = Self>) -> Option<Self> {
        let values: Vec<_> = values.collect();
        (!values.is_empty()).then_some(Self::List(values))
    }
}

impl Default for Said<'_> {
    fn default() -> Self {
        Self::text("")
    }
}

impl From<Said<'_>> for Value {
    fn from(said: Said) -> Self {
        match said {
            Said::Text(text) => text.into(),
            Said::Number(number) => number.into(),
            Said::List(values) => values.into_iter().map(Self::from).collect(),
            Said::Object(members) => {
                Self::Object(members.into_iter().map(|(name, said)| (name.to_owned(), said.into())).collect())
            }
        }
    }
}

impl Serialize for Said<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Text(text) => serializer.serialize_str(text),
            Self::Number(number) => serializer.serialize_u64(*number),
            Self::List(values) => serializer.collect_seq(values),
            Self::Object(members) => serializer.collect_map(members.iter().map(|(name, said)| (name, said))),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_says_what_is_written() {
        let said = Said::Object(vec![
            ("title", Said::text("Swim")),
            ("value", Said::Number(u64::MAX)),
            (
                "steps",
                Said::List(vec![Said::text("Find a pool"), Said::Object(vec![("on", Said::Number(0))])]),
            ),
            ("none", Said::List(Vec::new())),
        ]);
        let written = serde_json::to_value(&said).unwrap();
        assert_eq!(Value::from(said), written);
    }
}
