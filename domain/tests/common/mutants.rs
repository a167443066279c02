//! Files spoiled at random: in their structure, as somebody with an editor would, and byte by byte.

use serde_json::{Value, json};

use super::random::Dice;

/// Values that have no business where they are put.
fn odd(dice: &mut Dice) -> Value {
    let values = [
        Value::Null,
        json!(true),
        json!(-1),
        json!(1.5e300),
        json!(u64::MAX),
        json!(9_007_199_254_740_993_u64),
        json!(""),
        json!("\u{0}\u{202E}"),
        json!("x".repeat(200_000)),
        json!("0000000000000001:1@5"),
        json!("00000000-0000-0000-0000-000000000000"),
        json!([]),
        json!([[[[]]]]),
        json!({}),
        json!({ "value": 1, "edit": "ffffffffffffffff:1@0" }),
        json!("9999-12-31"),
        json!("entry"),
        json!("erased"),
    ];
    values[dice.below(values.len())].clone()
}

/// Spoils one place somewhere in `value`; things are renamed to one of `names`.
pub fn spoil(dice: &mut Dice, value: &mut Value, names: &[&str]) {
    match value {
        Value::Object(map) if !map.is_empty() && !dice.chance(6) => {
            let key = map.keys().nth(dice.below(map.len())).unwrap().clone();
            match dice.below(8) {
                0 => drop(map.remove(&key)),
                1 => drop(map.insert(names[dice.below(names.len())].to_owned(), odd(dice))),
                2 => {
                    let moved = map.remove(&key).unwrap();
                    map.insert(names[dice.below(names.len())].to_owned(), moved);
                }
                _ => spoil(dice, map.get_mut(&key).unwrap(), names),
            }
        }
        Value::Array(items) if !items.is_empty() && !dice.chance(10) => {
            let (at, other) = (dice.below(items.len()), dice.below(items.len()));
            match dice.below(8) {
                0 => drop(items.remove(at)),
                1 => items.push(items[at].clone()),
                2 => items.swap(at, other),
                _ => spoil(dice, &mut items[at], names),
            }
        }
        Value::String(text) if dice.chance(2) => {
            let mut chars: Vec<char> = text.chars().collect();
            let at = dice.below(chars.len().max(1));
            if at < chars.len() {
                chars[at] = char::from(b' ' + u8::try_from(dice.below(95)).unwrap());
            }
            *text = chars.into_iter().collect();
        }
        other => *other = odd(dice),
    }
}

/// Spoils up to four places somewhere in `bytes`.
pub fn spoil_bytes(dice: &mut Dice, bytes: &mut Vec<u8>) {
    for _ in 0..=dice.below(3) {
        let (at, other) = (dice.below(bytes.len()), dice.below(bytes.len()));
        match dice.below(5) {
            0 => bytes[at] ^= 1 << dice.below(8),
            1 => bytes[at] = b"\"{}[]:,\\0x"[dice.below(10)],
            2 => drop(bytes.remove(at)),
            3 => bytes.insert(at, bytes[other]),
            _ => drop(bytes.drain(at.min(other)..at.max(other).min(at.min(other) + 40))),
        }
    }
}
