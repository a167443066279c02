//! A multi-value register: one field of a record, with every value that was written concurrently.

use serde_json::Value;

use super::version_vector::{Dot, VersionVector};
use crate::json::compact;
use crate::sorting::sort_by_key;
use crate::stamp::At;

/// One value of a field, and the edit that wrote it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Version {
    /// The edit.
    pub dot: Dot,
    /// When it was made, in hybrid time.
    pub at: At,
    /// What was written; `Null` stands for "nothing here any more".
    pub value: Value,
}

/// The versions of one field that no edit has replaced yet, in the order of their dots.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Register(Vec<Version>);

impl Register {
    /// The version a person sees: the latest by hybrid time, ties broken by dot so that all copies agree.
    pub fn shown(&self) -> Option<&Version> {
        self.0.iter().max_by_key(|version| (version.at, version.dot))
    }

    /// Other values written concurrently, latest first, each value once and never the shown one.
    pub fn others(&self) -> Vec<&Version> {
        let mut versions: Vec<_> = self.0.iter().collect();
        sort_by_key(&mut versions, |version| std::cmp::Reverse((version.at, version.dot)));
        let mut distinct: Vec<&Version> = Vec::new();
        for version in versions {
            if distinct.iter().all(|kept| kept.value != version.value) {
                distinct.push(version);
            }
        }
        distinct.into_iter().skip(1).collect()
    }

    /// All versions, in the order of their dots.
    pub fn versions(&self) -> &[Version] {
        &self.0
    }

    /// Whether the value that `dot` wrote still stands.
    pub fn holds(&self, dot: Dot) -> bool {
        self.find(dot).is_some()
    }

    /// Replaces what the writer saw by `version`; what the writer did not see stays beside it.
    pub fn write(&mut self, version: Version, saw: &[Dot]) {
        self.0.retain(|old| !saw.contains(&old.dot));
        self.insert(version);
    }

    /// Adds a version, keeping the order of dots. One dot with two contents happens only in damaged or forged
    /// copies; then the greater one stays, so that join still gives the same in any order.
    pub fn insert(&mut self, version: Version) {
        match self.0.binary_search_by_key(&version.dot, |old| old.dot) {
            Err(place) => self.0.insert(place, version),
            Ok(place) => {
                if rank(&version) > rank(&self.0[place]) {
                    self.0[place] = version;
                }
            }
        }
    }

    /// Keeps what both copies hold, or what one holds and the other has not seen.
    #[must_use]
    pub fn join(&self, seen: &VersionVector, other: &Self, other_seen: &VersionVector) -> Self {
        let mut joined = Self(
            self.0.iter().filter(|v| other.holds(v.dot) || !other_seen.contains(v.dot)).cloned().collect(),
        );
        for version in &other.0 {
            if self.holds(version.dot) || !seen.contains(version.dot) {
                joined.insert(version.clone());
            }
        }
        joined
    }

    fn find(&self, dot: Dot) -> Option<&Version> {
        self.0.binary_search_by_key(&dot, |version| version.dot).ok().map(|place| &self.0[place])
    }
}

fn rank(version: &Version) -> (At, String) {
    (version.at, compact(&version.value))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::id::ReplicaId;

    fn version(replica: u64, counter: u64, at: u64, value: &str) -> Version {
        Version { dot: Dot { replica: ReplicaId(replica), counter }, at: At(at), value: value.into() }
    }

    #[test]
    fn a_writer_replaces_only_what_it_saw() {
        let mut register = Register::default();
        register.insert(version(1, 1, 5, "old"));
        register.insert(version(2, 1, 9, "from another tab"));
        register.write(version(1, 2, 7, "new"), &[Dot { replica: ReplicaId(1), counter: 1 }]);
        assert_eq!(register.shown().unwrap().value, "from another tab");
        assert_eq!(register.others()[0].value, "new");
        assert_eq!(register.versions().len(), 2);
    }

    #[test]
    fn equal_values_written_twice_are_no_conflict() {
        let mut register = Register::default();
        register.insert(version(1, 1, 5, "same"));
        register.insert(version(2, 1, 9, "same"));
        assert!(register.others().is_empty());
    }

    #[test]
    fn equal_times_are_decided_by_the_dot() {
        let mut register = Register::default();
        register.insert(version(2, 1, 5, "two"));
        register.insert(version(1, 1, 5, "one"));
        assert_eq!(register.shown().unwrap().value, "two");
    }

    #[test]
    fn one_dot_with_two_contents_joins_the_same_in_either_order() {
        let (mut a, mut b) = (Register::default(), Register::default());
        a.insert(version(1, 1, 5, "a"));
        b.insert(version(1, 1, 5, "b"));
        let mut seen = VersionVector::default();
        seen.next(ReplicaId(1));
        assert_eq!(a.join(&seen, &b, &seen), b.join(&seen, &a, &seen));
    }
}
