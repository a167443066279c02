//! Copies that arrive: whole or in part, in any order, late, and again.

use std::rc::Rc;
use std::sync::Arc;

use waymark_domain::id::{PersonId, RecordId};
use waymark_domain::notebook::Joined;
use waymark_domain::record::Record;

use super::algebra::same_edits_same_copy;
use super::law::{Held, Law};
use super::world::{Copy, World};
use crate::common::random::Dice;

impl World {
    pub(super) fn receive(&mut self, at: usize, dice: &mut Dice) -> Held {
        let from = dice.below(self.places.len());
        let disk = dice.pick(&self.places[from].disk);
        let sent = if dice.chance(4) { disk } else { dice.pick(&self.mail) };
        let Some(copy) = sent else { return Ok(()) };
        let here = &self.places[at].copy;
        if here.known == copy.known {
            self.census.met("a copy joined again");
        } else if copy
            .known
            .iter()
            .all(|(id, held)| here.known.get(id).is_some_and(|h| h.edits.is_superset(&held.edits)))
        {
            self.census.met("an old copy joined");
        }
        let in_part = dice.chance(3);
        self.take_in(at, &copy, dice, in_part)
    }

    pub(super) fn hear_from(&mut self, at: usize, other: usize, dice: &mut Dice) -> Held {
        let copy = self.places[other].copy.clone();
        self.take_in(at, &copy, dice, false)
    }

    pub(super) fn exchange(&mut self, at: usize, dice: &mut Dice) -> Held {
        let with = dice.below(self.places.len());
        self.hear_from(at, with, dice)?;
        self.hear_from(with, at, dice)?;
        same_edits_same_copy(&self.places[at].copy, &self.places[with].copy)
    }

    /// Joins a copy, or only some of its records, in a random order, some of them twice.
    pub(super) fn take_in(&mut self, at: usize, copy: &Copy, dice: &mut Dice, in_part: bool) -> Held {
        let mut records: Vec<_> =
            copy.book.records().filter(|_| !in_part || dice.chance(2)).cloned().collect();
        records.extend(dice.pick(&records));
        for nth in (1..records.len()).rev() {
            records.swap(nth, dice.below(nth + 1));
        }
        self.tell(|| {
            format!("{at}: joins {:?}", records.iter().map(|record| record.id()).collect::<Vec<_>>())
        });
        records.iter().try_for_each(|record| self.join(at, copy, record))
    }

    fn join(&mut self, at: usize, from: &Copy, record: &Arc<Record>) -> Held {
        let id = record.id();
        let place = &mut self.places[at];
        let before = place.copy.book.record(id).cloned();
        let joined = place.copy.book.join(record);
        let held = from.known.get(&id).cloned().unwrap_or_default();
        place.copy.holding(id).learn(&held);
        let after = place.copy.book.record(id).cloned();
        self.count(before.as_deref(), record, after.as_deref());
        let told = match &before {
            None => Joined::New,
            Some(before) if after.as_ref() == Some(before) => Joined::Same,
            Some(_) => Joined::Changed,
        };
        Law::JoinTellsWhatItDid.holds(joined == Ok(told), || format!("{joined:?}, but it was {told:?}"))?;
        let held = Rc::clone(&self.places[at].copy.known[&id]);
        after.map_or(Ok(()), |after| self.log.compare(&held, &after))
    }

    /// Someone else's record under an id that is known here is refused.
    pub(super) fn forge(&mut self, at: usize, dice: &mut Dice) -> Held {
        let book = &mut self.places[at].copy.book;
        let records: Vec<_> = book.records().cloned().collect();
        let Some(mine) = dice.pick(&records) else { return Ok(()) };
        let someone = PersonId::new(RecordId::derived(book.id(), b"someone").uuid());
        let (kind, by) = if dice.chance(2) { ("forged", mine.by()) } else { ("goal", someone) };
        let before = book.clone();
        let joined = book.join(&Record::new(mine.id(), kind, by));
        let refused = joined.is_err() && *book == before;
        Law::RefusedChangesNothing.holds(refused, || format!("{joined:?} of a forged {}", mine.id()))
    }

    fn count(&mut self, before: Option<&Record>, came: &Record, after: Option<&Record>) {
        let (Some(before), Some(after)) = (before, after) else { return };
        if after.is_erased() {
            let met = if before.is_erased() { "an erased record joined again" } else { "an erasure joined" };
            return self.census.met(met);
        }
        let fields =
            |record: &Record| record.content().map(|content| content.fields.clone()).unwrap_or_default();
        let (old, new) = (fields(before), fields(after));
        let standing = |name: &str| new.get(name).map_or(&[][..], |register| register.versions());
        let more = old.iter().any(|(name, register)| standing(name).len() > register.versions().len());
        self.census.met_if(more, "a conflict joined");
        let gone = |name, version| !standing(name).contains(version);
        let replaced = old.iter().any(|(name, register)| register.versions().iter().any(|v| gone(name, v)));
        self.census.met_if(replaced, "a value replaced by a join");
        let came = fields(came);
        let is_new = |name: &String| name.starts_with("tag:") && !old.contains_key(name);
        let others = old.keys().any(|name| name.starts_with("tag:") && !came.contains_key(name));
        self.census.met_if(others && came.keys().any(is_new), "a set changed in two places");
        let apart = !came.is_empty() && came.keys().all(|name| !old.contains_key(name));
        self.census.met_if(apart && before.kind() == "profile", "one record made in two places");
    }
}
