//! As much of JSON Schema (2020-12) as the published schema uses, and no more: an unknown keyword stops the test. The
//! usual crate for it takes a minute to build, which is more than all other tests of this package together.

use serde_json::{Map, Value, json};
use waymark_domain::field::{Field, Rule};
use waymark_domain::order;

/// The patterns of the schema, each with what it accepts, so that no engine for regular expressions is needed.
pub const UUID: &str = "^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$";
pub const REPLICA: &str = "^[0-9a-f]{16}$";
pub const EDIT: &str = "^[0-9a-f]{16}:[1-9][0-9]{0,15}@(0|[1-9][0-9]{0,15})$";
pub const DAY: &str = "^[0-9]{4}-[0-9]{2}-[0-9]{2}$";
pub const PLACE: &str = "^[0-9A-Za-z]*[1-9A-Za-z]$";
pub const SAYS_SOMETHING: &str = "\\S";

/// The schema of a field's value.
pub fn of_field(field: Field) -> Value {
    let text = ["string", "null"];
    match field.rule {
        Rule::Title(max) => json!({ "type": "string", "pattern": SAYS_SOMETHING, "maxLength": max }),
        Rule::Line(max) | Rule::Text(max) => json!({ "type": text, "maxLength": max }),
        Rule::OneOf(words) => {
            let words = words.iter().map(|word| json!(word)).chain([Value::Null]);
            json!({ "enum": words.collect::<Vec<_>>() })
        }
        Rule::Scale(from, to) => json!({ "type": ["integer", "null"], "minimum": from, "maximum": to }),
        Rule::Day => json!({ "type": text, "pattern": DAY, "format": "date" }),
        Rule::Flag => json!({ "type": ["boolean", "null"] }),
        Rule::Place => json!({ "type": text, "pattern": PLACE, "maxLength": order::MAX_LENGTH }),
        Rule::Number(max) => json!({ "type": ["integer", "null"], "minimum": 0, "maximum": max }),
        Rule::Data => json!({ "type": ["array", "object", "null"] }),
        Rule::Record | Rule::Person => json!({ "type": text, "pattern": UUID }),
    }
}

fn matches(pattern: &str, text: &str) -> bool {
    let hex = |text: &str| text.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'));
    let number = |text: &str| text.parse::<u64>().is_ok_and(|n| n.to_string() == text) && text.len() <= 16;
    match pattern {
        UUID => text.split('-').map(str::len).eq([8, 4, 4, 4, 12]) && text.split('-').all(hex),
        REPLICA => text.len() == 16 && hex(text),
        EDIT => text.split_once(['@']).and_then(|(dot, at)| Some((dot.split_once(':')?, at))).is_some_and(
            |((replica, n), at)| replica.len() == 16 && hex(replica) && number(n) && n != "0" && number(at),
        ),
        DAY => {
            text.split('-').map(str::len).eq([4, 2, 2])
                && text.bytes().all(|byte| byte.is_ascii_digit() || byte == b'-')
        }
        PLACE => order::is_place(text),
        SAYS_SOMETHING => text.chars().any(|c| !c.is_whitespace()),
        _ => {
            let prefix = pattern.strip_prefix('^').filter(|prefix| prefix.ends_with(':'));
            text.starts_with(prefix.unwrap_or_else(|| panic!("a pattern that is not known: {pattern}")))
        }
    }
}

/// Whether `value` is what `schema` asks for; `root` holds the definitions.
pub fn accepts(root: &Value, schema: &Value, value: &Value) -> bool {
    let Some(keywords) = schema.as_object() else { return schema == true };
    keywords.iter().all(|(keyword, wanted)| accepts_keyword(root, keywords, (keyword, wanted), value))
}

fn accepts_keyword(
    root: &Value,
    all: &Map<String, Value>,
    (keyword, wanted): (&str, &Value),
    value: &Value,
) -> bool {
    let also = |schema: &Value| accepts(root, schema, value);
    let (object, text, number) = (value.as_object(), value.as_str(), value.as_u64());
    match keyword {
        "$schema" | "$id" | "$defs" | "title" | "description" | "format" | "then" => true,
        "$ref" => also(root.pointer(wanted.as_str().unwrap().trim_start_matches('#')).unwrap()),
        "allOf" => wanted.as_array().unwrap().iter().all(also),
        "not" => !also(wanted),
        "anyOf" => wanted.as_array().unwrap().iter().any(also),
        "if" => !also(wanted) || also(&all["then"]),
        "const" => value == wanted,
        "enum" => wanted.as_array().unwrap().contains(value),
        "type" => match wanted.as_array() {
            Some(types) => types.iter().any(|name| is_type(name.as_str().unwrap(), value)),
            None => is_type(wanted.as_str().unwrap(), value),
        },
        "pattern" => text.is_none_or(|text| matches(wanted.as_str().unwrap(), text)),
        "maxLength" => text.is_none_or(|text| text.chars().count() as u64 <= wanted.as_u64().unwrap()),
        "maxItems" => value.as_array().is_none_or(|items| items.len() as u64 <= wanted.as_u64().unwrap()),
        "minimum" => !value.is_number() || number.is_some_and(|n| n >= wanted.as_u64().unwrap()),
        "maximum" => !value.is_number() || number.is_some_and(|n| n <= wanted.as_u64().unwrap()),
        "items" => value.as_array().is_none_or(|items| items.iter().all(|item| accepts(root, wanted, item))),
        "required" => object.is_none_or(|object| {
            wanted.as_array().unwrap().iter().all(|name| object.contains_key(name.as_str().unwrap()))
        }),
        "properties" => members(object, |name| wanted.get(name), root),
        "patternProperties" => members(object, |name| matching(wanted, name), root),
        "additionalProperties" => members(object, |name| (!is_named(all, name)).then_some(wanted), root),
        "propertyNames" => object.is_none_or(|object| {
            object.keys().all(|name| accepts(root, wanted, &Value::String(name.clone())))
        }),
        other => panic!("a keyword that is not known: {other}"),
    }
}

fn members<'a>(
    object: Option<&Map<String, Value>>,
    schema: impl Fn(&str) -> Option<&'a Value>,
    root: &Value,
) -> bool {
    let mut members = object.into_iter().flatten();
    members.all(|(name, value)| schema(name).is_none_or(|schema| accepts(root, schema, value)))
}

fn matching<'a>(patterns: &'a Value, name: &str) -> Option<&'a Value> {
    patterns.as_object().unwrap().iter().find(|(pattern, _)| matches(pattern, name)).map(|(_, schema)| schema)
}

fn is_named(all: &Map<String, Value>, name: &str) -> bool {
    all.get("properties").is_some_and(|named| named.get(name).is_some())
        || all.get("patternProperties").is_some_and(|patterns| matching(patterns, name).is_some())
}

fn is_type(name: &str, value: &Value) -> bool {
    match name {
        "null" => value.is_null(),
        "boolean" => value.is_boolean(),
        "integer" => value.is_u64() || value.is_i64(),
        "string" => value.is_string(),
        "array" => value.is_array(),
        "object" => value.is_object(),
        other => panic!("a type that is not known: {other}"),
    }
}
