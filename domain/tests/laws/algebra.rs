//! Joining copies every way round: any two or three states there ever were, old and new.

use waymark_domain::Notebook;

use super::law::{Held, Law};
use super::world::{Copy, World};
use crate::common::random::Dice;

impl World {
    /// Takes three states at random and joins them in every order.
    pub(super) fn join_every_way(&mut self, dice: &mut Dice) -> Held {
        let disks = self.places.iter().flat_map(|place| place.disk.iter().chain([&place.copy]));
        let all: Vec<&Copy> = disks.chain(&self.mail).collect();
        let mut some = || all[dice.below(all.len())];
        let (a, b, c) = (some(), some(), some());
        let ab = joined(a, b);
        self.agrees(&ab)?;
        let (one, other) = (&ab.book, &joined(b, a).book);
        Law::JoinCommutes.holds(one == other, || format!("{one:?}\n{other:?}"))?;
        let (left, right) = (joined(&ab, c), joined(a, &joined(b, c)));
        self.agrees(&left)?;
        Law::JoinAssociates.holds(left.book == right.book, || format!("{left:?}\n{right:?}"))?;
        for (again, of) in
            [(joined(a, a), a), (joined(&ab, b), &ab), (joined(&ab, a), &ab), (joined(b, &ab), &ab)]
        {
            Law::JoinIsIdempotent.holds(again.book == of.book, || format!("{again:?}\n{of:?}"))?;
        }
        same_edits_same_copy(a, b)
    }

    /// Lets all places meet, in random pairs, until each holds everything; then all must be equal.
    pub fn converge(&mut self, dice: &mut Dice) -> Held {
        let start: Vec<_> = self.places.iter().map(|place| place.copy.clone()).collect();
        for nth in (1..start.len()).rev().chain(1..start.len()) {
            let earlier = dice.below(nth);
            self.hear_from(nth, earlier, dice)?;
        }
        for nth in 1..start.len() {
            self.hear_from(0, nth, dice)?;
        }
        for nth in 1..start.len() {
            self.hear_from(nth, 0, dice)?;
        }
        let together = start.iter().rev().fold(Copy::empty(&start[0].book), |all, copy| joined(&all, copy));
        for place in &self.places {
            let (one, other) = (&place.copy.book, &together.book);
            Law::SameEditsSameCopy.holds(one == other, || format!("{one:?}\n{other:?}"))?;
        }
        self.agrees(&together)
    }

    fn agrees(&self, copy: &Copy) -> Held {
        copy.book.records().try_for_each(|record| self.log.compare(&copy.known[&record.id()], record))
    }
}

/// Records of which two copies hold the same edits are equal, vectors and all.
pub fn same_edits_same_copy(a: &Copy, b: &Copy) -> Held {
    for (id, held) in a.known.iter().filter(|(id, held)| b.known.get(*id) == Some(*held)) {
        let (one, other) = (a.book.record(*id), b.book.record(*id));
        Law::SameEditsSameCopy.holds(one == other, || format!("{held:?}: {one:?}, {other:?}"))?;
    }
    Ok(())
}

impl Copy {
    fn empty(of: &Notebook) -> Self {
        Self { book: Notebook::new(of.id(), of.me()), known: super::log::Known::new() }
    }
}

fn joined(a: &Copy, b: &Copy) -> Copy {
    let mut both = a.clone();
    for record in b.book.records() {
        both.book.join(record).expect("copies of one record join");
    }
    for (id, held) in &b.known {
        both.holding(*id).learn(held);
    }
    both
}
