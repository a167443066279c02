//! Secrets, as they are found again in any text: whatever is shaped like one counts.

use std::collections::BTreeSet;

use serde_json::Value;

use crate::oracle::Leaving;

/// Everything in a text that is shaped like a secret of the generator: its secret words, ids, threads, replicas, days and
/// times. Words of the format hold no digits, or are shorter.
pub fn secrets(text: &str) -> BTreeSet<&str> {
    let words = text.split(|c: char| !c.is_ascii_alphanumeric() && c != '-');
    words.filter(|word| word.len() >= 10 && word.bytes().any(|byte| byte.is_ascii_digit())).collect()
}

/// The secrets among what may leave.
pub fn of_leaving(leaving: &Leaving) -> BTreeSet<String> {
    let mut all = BTreeSet::new();
    for ((id, name), value) in leaving {
        add(&mut all, id);
        add(&mut all, name);
        add_value(&mut all, value);
    }
    all
}

fn add(all: &mut BTreeSet<String>, text: &str) {
    all.extend(secrets(text).into_iter().map(str::to_owned));
}

fn add_value(all: &mut BTreeSet<String>, value: &Value) {
    match value {
        Value::String(text) => add(all, text),
        Value::Array(values) => values.iter().for_each(|value| add_value(all, value)),
        Value::Object(_) => panic!("nothing that leaves is an object"),
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}
