//! What every storage must do, as checks that run on each of them: on the memory one natively, on localStorage in a
//! browser. Each wants an empty storage and leaves it empty.

use super::key_value::{KeyValue, KeyValueError, units};

/// Names and texts that a careless adapter trips over.
const ODD: [&str; 12] = [
    "a",
    "",
    "length",
    "getItem",
    "__proto__",
    "0",
    "a b",
    "ä\u{301}",
    "🧭",
    "\u{0}",
    "\u{2028}\"'\\",
    "{\"a\":1}",
];

/// Runs every check.
///
/// # Panics
/// Where one does not hold.
pub fn holds(kv: &impl KeyValue) {
    texts_come_back_as_they_were(kv);
    a_new_text_replaces_the_old_one(kv);
    what_is_removed_is_gone(kv);
    a_full_storage_refuses_and_keeps_what_it_has(kv);
}

fn texts_come_back_as_they_were(kv: &impl KeyValue) {
    let long = "ö🧭".repeat(50_000);
    for key in ODD {
        for text in ODD.into_iter().chain([&long[..]]) {
            assert_eq!(kv.set(key, text), Ok(()));
            assert_eq!(kv.get(key), Ok(Some(text.to_owned())), "under {key:?}");
        }
        assert_eq!(kv.set(key, key), Ok(()));
    }
    assert_eq!(sorted_keys(kv), Ok(sorted(ODD.map(str::to_owned).into())));
    assert!(ODD.iter().all(|key| kv.get(key) == Ok(Some((*key).to_owned()))));
    empty(kv);
}

fn a_new_text_replaces_the_old_one(kv: &impl KeyValue) {
    for text in ["long enough", "short", "", "longer than ever before"] {
        assert_eq!(kv.set("key", text), Ok(()));
        assert_eq!(kv.get("key"), Ok(Some(text.to_owned())));
        assert_eq!(kv.keys(), Ok(vec!["key".to_owned()]));
    }
    empty(kv);
}

fn what_is_removed_is_gone(kv: &impl KeyValue) {
    assert_eq!((kv.get("never"), kv.remove("never"), kv.keys()), (Ok(None), Ok(()), Ok(Vec::new())));
    assert_eq!((kv.set("a", "1"), kv.set("b", "2"), kv.remove("a")), (Ok(()), Ok(()), Ok(())));
    assert_eq!((kv.get("a"), kv.get("b"), kv.keys()), (Ok(None), Ok(Some("2".into())), Ok(vec!["b".into()])));
    empty(kv);
}

fn a_full_storage_refuses_and_keeps_what_it_has(kv: &impl KeyValue) {
    assert_eq!(kv.set("kept", "as it was"), Ok(()));
    let filled = fill(kv);
    assert!(filled > 1_000, "there must be room for something to fill");
    assert_eq!(kv.set("new", ""), Err(KeyValueError::Full));
    assert_eq!(kv.set("kept", "as it was, and more"), Err(KeyValueError::Full));
    assert_eq!((kv.get("kept"), kv.get("new")), (Ok(Some("as it was".into())), Ok(None)));
    assert_eq!(kv.set("kept", "shorter"), Ok(()));
    assert_eq!(kv.set("kept", "as it was"), Ok(()));
    assert_eq!((kv.remove("kept"), kv.set("kept", "as it was")), (Ok(()), Ok(())));
    empty(kv);
}

/// Fills a storage to its last unit, and returns how many units that took.
pub fn fill(kv: &impl KeyValue) -> usize {
    let mut filled = 0;
    for size in (1..=20).rev().map(|power| 1 << power) {
        for number in 0.. {
            let key = format!("fill {size} {number}");
            let name = kv.key_units(&key);
            if name >= size || kv.set(&key, &"x".repeat(size - name)).is_err() {
                break;
            }
            filled += size;
        }
    }
    filled + top_up(kv)
}

/// Makes one text longer, unit by unit.
fn top_up(kv: &impl KeyValue) -> usize {
    let Some(key) = kv.keys().unwrap_or_default().into_iter().find(|key| key.starts_with("fill ")) else {
        return 0;
    };
    let mut text = kv.get(&key).ok().flatten().unwrap_or_default();
    let before = units(&text);
    while kv.set(&key, &text).is_ok() {
        text.push('x');
    }
    units(&text) - 1 - before
}

/// Removes everything.
///
/// # Panics
/// Where the storage does not let it.
pub fn empty(kv: &impl KeyValue) {
    for key in kv.keys().unwrap_or_default() {
        assert_eq!(kv.remove(&key), Ok(()));
    }
}

fn sorted_keys(kv: &impl KeyValue) -> Result<Vec<String>, KeyValueError> {
    kv.keys().map(sorted)
}

fn sorted(mut keys: Vec<String>) -> Vec<String> {
    keys.sort_unstable();
    keys
}
