//! JSON values and their texts, by the one writer and the one reader that are compiled anyway. `Value`'s own `Display` would
//! bring two more writers into the app, this form's and an indented one's; each type that derives `Deserialize` a reader.

use serde_json::{Map, Value};

/// A value as a text without any space.
pub fn compact(value: &Value) -> String {
    // Writing a value into memory has no way to fail.
    serde_json::to_string(value).unwrap_or_default()
}

/// The object that a text says, if it says one.
pub(crate) fn object(text: &str) -> Option<Map<String, Value>> {
    match serde_json::from_str(text).ok()? {
        Value::Object(object) => Some(object),
        _ => None,
    }
}
