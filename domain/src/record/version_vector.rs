//! Dots and version vectors: which edits a copy has held. Needs no clock to be right.

use std::collections::BTreeMap;
use std::fmt;

use crate::id::{NotAnId, ReplicaId};

/// One edit: the `counter`-th (from 1) that `replica` made to this record.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Dot {
    /// Who made it.
    pub replica: ReplicaId,
    /// Its number among that replica's edits of the record.
    pub counter: u64,
}

impl fmt::Display for Dot {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}", self.replica, self.counter)
    }
}

impl std::str::FromStr for Dot {
    type Err = NotAnId;

    fn from_str(text: &str) -> Result<Self, NotAnId> {
        let (replica, counter) = text.split_once(':').ok_or(NotAnId)?;
        let dot = Self { replica: replica.parse()?, counter: counter.parse().map_err(|_| NotAnId)? };
        (dot.counter > 0 && dot.to_string() == text).then_some(dot).ok_or(NotAnId)
    }
}

/// All dots a copy of a record has ever held: per replica the highest counter.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct VersionVector(BTreeMap<ReplicaId, u64>);

impl VersionVector {
    /// Whether this copy ever held `dot`.
    pub fn contains(&self, dot: Dot) -> bool {
        self.0.get(&dot.replica).is_some_and(|&highest| dot.counter <= highest)
    }

    /// Whether this copy ever held everything that `other` did.
    pub fn contains_all(&self, other: &Self) -> bool {
        other.iter().all(|dot| self.contains(dot))
    }

    /// Makes the next dot of `replica` and remembers it.
    pub fn next(&mut self, replica: ReplicaId) -> Dot {
        let counter = self.0.entry(replica).or_insert(0);
        *counter += 1;
        Dot { replica, counter: *counter }
    }

    /// Remembers `dot` and everything its replica did before it.
    pub fn add(&mut self, dot: Dot) {
        let highest = self.0.entry(dot.replica).or_insert(0);
        *highest = dot.counter.max(*highest);
    }

    /// Pointwise maximum.
    pub fn join(&mut self, other: &Self) {
        other.iter().for_each(|dot| self.add(dot));
    }

    /// The highest dot of each replica.
    pub fn iter(&self) -> impl Iterator<Item = Dot> {
        self.0.iter().map(|(&replica, &counter)| Dot { replica, counter })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_vector_contains_what_came_before_its_dots() {
        let replica = ReplicaId(7);
        let mut seen = VersionVector::default();
        let first = seen.next(replica);
        let second = seen.next(replica);
        assert_eq!((first.counter, second.counter), (1, 2));
        assert!(seen.contains(first) && seen.contains(second));
        assert!(!seen.contains(Dot { replica, counter: 3 }));
        assert!(!seen.contains(Dot { replica: ReplicaId(8), counter: 1 }));
    }

    #[test]
    fn a_dot_reads_back_as_written_and_in_no_other_form() {
        let dot = Dot { replica: ReplicaId(7), counter: 12 };
        assert_eq!(dot.to_string().parse(), Ok(dot));
        for odd in ["0000000000000007:0", "0000000000000007:012", "7:1", "0000000000000007", ""] {
            assert_eq!(odd.parse::<Dot>(), Err(NotAnId));
        }
    }
}
