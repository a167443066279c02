//! How often the histories met what the laws speak of. A law that never meets its case proves nothing.

use std::collections::BTreeMap;

use crate::common::changes::CHANGES;

/// Counts by what was met.
#[derive(Debug, Clone, Default)]
pub struct Census(BTreeMap<&'static str, u64>);

/// Everything that must be met, beside each change.
pub const EXPECTED: [&str; 27] = [
    "a change taken",
    "a change refused",
    "a fresh edit over a later clock",
    "a stale edit beside another",
    "a stale edit beside a later clock",
    "a conflict joined",
    "a conflict picked from",
    "a value replaced by a join",
    "an erasure joined",
    "an erased record joined again",
    "an edit refused on an erased record",
    "one record made in two places",
    "an old copy joined",
    "a copy joined again",
    "a store rolled back",
    "a store cloned",
    "an undo that restores",
    "an undo of an addition",
    "an undo beside what others wrote",
    "an undo that others' edits stop",
    "a redo",
    "typing taken back as a whole",
    "a backup opened",
    "a diary opened in two places",
    "an import taken back",
    "an import taken back after its entries were edited",
    "a set changed in two places",
];

impl Census {
    pub fn met(&mut self, what: &'static str) {
        assert!(EXPECTED.contains(&what) || CHANGES.contains(&what), "{what} is not on the list");
        *self.0.entry(what).or_default() += 1;
    }

    pub fn met_if(&mut self, condition: bool, what: &'static str) {
        if condition {
            self.met(what);
        }
    }

    pub fn add(&mut self, other: &Self) {
        for (what, count) in &other.0 {
            *self.0.entry(what).or_default() += count;
        }
    }

    pub fn count(&self, what: &str) -> u64 {
        self.0.get(what).copied().unwrap_or(0)
    }
}

impl std::fmt::Display for Census {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        EXPECTED.iter().chain(CHANGES).try_for_each(|what| writeln!(f, "{:>10}  {what}", self.count(what)))
    }
}
