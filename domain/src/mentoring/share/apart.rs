//! A share file taken apart: its head, and what its lists hold, each thing under a name that follows from all of it, known
//! or not. Files of one person repeat most of what the one before held; taken apart, each thing is kept once.

use std::collections::BTreeMap;

use base64ct::{Base64UrlUnpadded, Encoding as _};
use serde_json::{Map, Value};
use uuid::Uuid;

use crate::json::compact;

type Object = Map<String, Value>;

/// The one list that belongs to the head: what the sender is to the recipient.
const ROLES: &str = "as";
/// How many bytes of a digest are kept: 96 bits, so that nobody finds two things of one name.
const DIGEST_BYTES: usize = 12;
/// Beyond this a float no longer holds every whole number.
const WHOLE_MAX: f64 = 9_007_199_254_740_992.0;

/// A file in parts.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Apart {
    /// The file without its lists.
    pub head: Object,
    /// Its lists by name, known or not: the digests of what they hold, in order, a space between them.
    pub lists: Object,
    /// What they hold, as compact JSON by its digest.
    pub items: BTreeMap<String, String>,
}

impl Apart {
    /// Takes a file in its one form apart (see [`canonical`]). Nothing of it is left out.
    pub fn of(file: &Object) -> Self {
        let mut apart = Self::default();
        for (name, value) in file {
            match value {
                Value::Array(values) if name != ROLES => {
                    let digests = values.iter().map(|value| apart.keep(value)).collect::<Vec<_>>();
                    apart.lists.insert(name.clone(), digests.join(" ").into());
                }
                value => {
                    apart.head.insert(name.clone(), value.clone());
                }
            }
        }
        apart
    }

    fn keep(&mut self, value: &Value) -> String {
        let text = compact(value);
        let name = digest(&text);
        self.items.entry(name.clone()).or_insert(text);
        name
    }
}

/// A short name that follows from a text.
pub fn digest(text: &str) -> String {
    let hash = Uuid::new_v5(&Uuid::nil(), text.as_bytes());
    Base64UrlUnpadded::encode_string(&hash.as_bytes()[..DIGEST_BYTES])
}

/// The one form of a file that is kept: however its numbers and names were spelled and ordered, the same file is written
/// the same way. Of two members with one name the last counts, as everywhere.
pub fn canonical(file: Object) -> Object {
    // Sorted here: whether a map sorts its names is up to how serde_json was built.
    let sorted: BTreeMap<String, Value> = file.into_iter().collect();
    sorted.into_iter().map(|(name, value)| (name, canonical_value(value))).collect()
}

fn canonical_value(value: Value) -> Value {
    match value {
        Value::Object(members) => Value::Object(canonical(members)),
        Value::Array(values) => values.into_iter().map(canonical_value).collect(),
        Value::Number(number) => match number.as_f64().filter(|_| number.is_f64()) {
            // Programs differ in whether they write 1 or 1.0, and both are one number.
            #[expect(clippy::cast_possible_truncation, reason = "it is whole and small enough")]
            Some(float) if float.fract() == 0.0 && float.abs() < WHOLE_MAX => (float as i64).into(),
            _ => Value::Number(number),
        },
        value => value,
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn object(text: &str) -> Object {
        let Ok(Value::Object(object)) = serde_json::from_str(text) else { panic!("{text}") };
        object
    }

    #[test]
    fn one_file_has_one_form_however_it_was_written() {
        let form = |text| Value::Object(canonical(object(text))).to_string();
        let one = form(r#"{"a":{"y":-3,"x":[1,2.5,0]},"b":"é"}"#);
        assert_eq!(one, form("{ \"b\": \"\\u00e9\",\r\n\"a\":{\"x\":[1.0,25e-1,-0.0],\"y\":-3.0} }"));
        assert_eq!(one, form(r#"{"a":7,"b":"é","a":{"y":-3,"x":[1,2.5,0]}}"#));
        assert_ne!(one, form(r#"{"a":{"y":-3,"x":[1,2.5,0]},"b":"e"}"#));
        let large = r#"{"a":18446744073709551615,"b":1e+300,"c":0.1}"#;
        assert_eq!(form(large), large);
    }

    #[test]
    fn nothing_is_left_out_and_nothing_stands_twice() {
        let file = json!({
            "as": ["mentor"], "message": "hi", "goals": [{ "id": 1 }, { "id": 2 }, { "id": 1 }],
            "unheard-of": [7, "seven", { "id": 1 }, [1]], "none": [], "deep": { "goals": [1] },
        });
        let apart = Apart::of(file.as_object().unwrap());
        assert_eq!(
            Value::Object(apart.head.clone()),
            json!({
                "as": ["mentor"], "message": "hi", "deep": { "goals": [1] },
            })
        );
        let whole = |name: &str| {
            let digests = apart.lists[name].as_str().unwrap().split(' ').filter(|digest| !digest.is_empty());
            digests
                .map(|digest| serde_json::from_str::<Value>(&apart.items[digest]).unwrap())
                .collect::<Value>()
        };
        for list in ["goals", "unheard-of", "none"] {
            assert_eq!(whole(list), file[list]);
        }
        assert_eq!((apart.lists.len(), apart.items.len()), (3, 5));
    }
}
