//! What a person would see change in a record, and what it takes to take that back.

use serde_json::Value;

use crate::edit::Taken;
use crate::record::{Record, Register, Saw};

/// What is different between a record before and after a join.
pub(super) struct Difference {
    pub(super) visible: Visible,
    pub(super) taken: Vec<Taken>,
}

/// What a person would see of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Visible {
    Nothing,
    Newer,
    Conflict,
}

/// Compares a record with what a join made of it.
pub(super) fn difference(before: &Record, after: &Record) -> Difference {
    let (Some(old), Some(new)) = (before.content(), after.content()) else {
        // Erased by the join: everything goes, and only a copy brings it back.
        let visible = if before.is_erased() { Visible::Nothing } else { Visible::Newer };
        return Difference { visible, taken: Vec::new() };
    };
    let empty = Register::default();
    let gone = old.fields.keys().filter(|name| !new.fields.contains_key(*name));
    let mut difference = Difference { visible: Visible::Nothing, taken: Vec::new() };
    for name in new.fields.keys().chain(gone) {
        let (was, is) = (old.fields.get(name).unwrap_or(&empty), new.fields.get(name).unwrap_or(&empty));
        if view(was) != view(is) {
            difference.visible = difference.visible.max(visible(was, is));
            difference.taken.extend(taken(before, name, was, is));
        }
    }
    difference
}

/// What a person sees of a field: the value shown and the others offered. No value, `Null` and “no” look alike.
fn view(register: &Register) -> (Option<&Value>, Vec<&Value>) {
    let shown = register.shown().map(|version| &version.value);
    (shown.filter(|value| !value.is_null() && **value != false), others(register))
}

fn others(register: &Register) -> Vec<&Value> {
    register.others().into_iter().map(|version| &version.value).collect()
}

fn visible(was: &Register, is: &Register) -> Visible {
    let known = others(was);
    let adds = others(is).into_iter().any(|value| !known.contains(&value));
    if adds { Visible::Conflict } else { Visible::Newer }
}

/// How to show again what was shown. If only versions next to the shown one are gone, nothing is restored.
fn taken(record: &Record, name: &str, was: &Register, is: &Register) -> Option<Taken> {
    let dots = is.versions().iter().map(|version| version.dot);
    let wrote = Saw(dots.filter(|dot| !was.holds(*dot)).collect());
    let stood = Saw(was.versions().iter().map(|version| version.dot).collect());
    let before = was.shown().map(|version| version.value.clone());
    let anything = !wrote.0.is_empty() || is.versions().is_empty();
    anything.then(|| Taken { id: record.id(), name: name.to_owned(), before, wrote, stood })
}
