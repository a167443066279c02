//! When, who and fresh ids: everything the rules may not find out by themselves is passed in here.

use chrono::NaiveDate;

use crate::id::{RecordId, ReplicaId};

/// A hybrid time in milliseconds since 1970 (UTC): the wall clock, pushed forward where it lags behind what it edits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct At(pub u64);

impl At {
    /// The largest time there is: 2^53 − 1, the largest integer that every JSON reader keeps exactly.
    pub const MAX: Self = Self((1 << 53) - 1);

    /// The time of an edit made `now` over a value written at `newest`: never before it, whatever a wrong clock wrote.
    #[must_use]
    pub fn after(self, newest: Option<Self>) -> Self {
        let next = newest.map_or(Self(0), |at| Self(at.0.saturating_add(1)));
        self.max(next).min(Self::MAX)
    }
}

/// What an edit needs from outside.
pub trait Stamp {
    /// The wall clock.
    fn now(&self) -> At;
    /// The civil day where the person is.
    fn today(&self) -> NaiveDate;
    /// This run of the app.
    fn replica(&self) -> ReplicaId;
    /// A random id that was never used before.
    fn fresh_id(&mut self) -> RecordId;
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_next_edit_is_later_whatever_the_clock_says() {
        assert_eq!(At(10).after(None), At(10));
        assert_eq!(At(10).after(Some(At(3))), At(10));
        assert_eq!(At(10).after(Some(At(10))), At(11));
        assert_eq!(At(10).after(Some(At(99))), At(100));
        assert_eq!(At(10).after(Some(At(u64::MAX))), At::MAX);
    }
}

/// A stamp for tests: a clock that ticks at each look, and ids that count up.
#[cfg(test)]
pub(crate) mod testing {
    use std::cell::Cell;

    use uuid::Uuid;

    use super::{At, NaiveDate, RecordId, ReplicaId, Stamp};
    use crate::id::{NotebookId, PersonId};
    use crate::notebook::Notebook;

    pub(crate) struct TestStamp {
        pub(crate) now: Cell<u64>,
        pub(crate) today: NaiveDate,
        replica: u64,
        ids: u64,
    }

    impl TestStamp {
        pub(crate) fn new(replica: u64) -> Self {
            Self {
                now: Cell::new(1_000),
                today: NaiveDate::from_ymd_opt(2026, 11, 21).unwrap(),
                replica,
                ids: 0,
            }
        }
    }

    impl Stamp for TestStamp {
        fn now(&self) -> At {
            self.now.set(self.now.get() + 1);
            At(self.now.get())
        }

        fn today(&self) -> NaiveDate {
            self.today
        }

        fn replica(&self) -> ReplicaId {
            ReplicaId(self.replica)
        }

        fn fresh_id(&mut self) -> RecordId {
            self.ids += 1;
            RecordId::new(Uuid::from_u64_pair(self.replica, self.ids))
        }
    }

    /// An empty notebook of person `person`.
    pub(crate) fn notebook(person: u128) -> Notebook {
        Notebook::new(NotebookId::new(Uuid::from_u128(person)), PersonId::new(Uuid::from_u128(person)))
    }
}
