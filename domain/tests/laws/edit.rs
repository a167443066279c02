//! Edits through the one door, each written down in the log.

use std::collections::BTreeSet;

use waymark_domain::change::Touched;
use waymark_domain::id::RecordId;
use waymark_domain::profile::profile_id;
use waymark_domain::record::{Dot, Record, Saw};
use waymark_domain::{Change, Notebook};

use super::law::{Held, Law};
use super::log::Edit;
use super::shown;
use super::steps::Was;
use super::world::{Draft, World};
use super::{change, log::Known};
use crate::common::changes;
use crate::common::random::Dice;

/// What an edit wrote: the records it made, and for each register of an older record what that showed before.
#[derive(Debug, Default)]
pub struct Wrote {
    pub was: Vec<Was>,
    pub last: Option<usize>,
    pub erased: Vec<RecordId>,
}

impl World {
    pub(super) fn change(&mut self, at: usize, dice: &mut Dice) -> Held {
        let change = change::random(dice, &self.places[at].copy.book);
        self.apply(at, &change, None).map(drop)
    }

    pub(super) fn begin_draft(&mut self, at: usize, dice: &mut Dice) {
        let place = &mut self.places[at];
        let (record, field) = change::some_field(dice, &place.copy.book);
        let saw = place.copy.book.record(record).map(|record| record.saw(field.name)).unwrap_or_default();
        let seen = self.log.standing_in(&place.copy.known, record, field.name);
        place.drafts.push(Draft { record, field, saw, seen });
        self.tell(|| format!("{at}: begins to type in {} of {record}", field.name));
    }

    pub(super) fn type_draft(&mut self, at: usize, dice: &mut Dice) -> Held {
        let drafts = &self.places[at].drafts;
        if drafts.is_empty() {
            return Ok(());
        }
        let nth = dice.below(drafts.len());
        let Draft { record: id, field, saw, seen } = drafts[nth].clone();
        let change = Change::Write { id, field, value: change::value(dice, field.rule), saw };
        let Some((dot, edit)) = self.apply(at, &change, Some(&seen))? else { return Ok(()) };
        let draft = &mut self.places[at].drafts[nth];
        draft.saw = Saw(vec![dot]);
        draft.seen = BTreeSet::from([edit]);
        Ok(())
    }

    /// Makes a change and checks everything that the laws say about one. `seen` is what a draft started from; without
    /// it, the writer sees all there is. The last edit made, if any.
    fn apply(
        &mut self,
        at: usize,
        change: &Change,
        seen: Option<&BTreeSet<usize>>,
    ) -> Held<Option<(Dot, usize)>> {
        let before = self.places[at].copy.clone();
        let place = &mut self.places[at];
        let applied = place.copy.book.apply(change.clone(), &mut place.run);
        self.tell(|| format!("{at}: {change:?} seeing {seen:?}: {applied:?}"));
        let Ok(touched) = applied else {
            self.count_refused(change, &before.book);
            let same = self.places[at].copy.book == before.book;
            Law::RefusedChangesNothing.holds(same, || format!("{change:?}"))?;
            return Ok(None);
        };
        self.census.met("a change taken");
        self.census.met(changes::name(change));
        let register = shown::register(change);
        let writer = |record: RecordId, name: &str| match (seen, &register) {
            (Some(seen), Some((id, register))) if *id == record && register == name => seen.clone(),
            _ => self.log.standing_in(&before.known, record, name),
        };
        let replaced = self.written(at, &before.book, &touched, writer)?;
        let wrote = self.note(at, &before.book, &before.known, replaced)?;
        let asked = wrote.erased.is_empty() || matches!(change, Change::Erase(_) | Change::LeaveEntry(_));
        Law::OnlyErasingErases.holds(asked, || format!("{change:?} erased {:?}", wrote.erased))?;
        shown::check(self, at, change, &before, seen, &wrote)?;
        self.remember(at, &touched, change, seen, &wrote);
        Ok(touched.dot.zip(wrote.last))
    }

    /// The versions that an edit added to records, each with what its writer replaced. Nothing else may be different.
    pub(super) fn written(
        &self,
        at: usize,
        before: &Notebook,
        touched: &Touched,
        replaced: impl Fn(RecordId, &str) -> BTreeSet<usize>,
    ) -> Held<Vec<(Dot, Edit)>> {
        let mut edits = Vec::new();
        let run = self.places[at].run.replica;
        for record in self.places[at].copy.book.records() {
            let old = before.record(record.id());
            if old.is_some_and(|old| old == record) {
                continue;
            }
            let told = touched.records.contains(&record.id());
            Law::WritesOnlyWhatItSays.holds(told, || format!("{record:?} is not among the touched"))?;
            for (name, register) in record.content().into_iter().flat_map(|content| &content.fields) {
                let is_new = |dot| !old.is_some_and(|old| holds(old, name, dot));
                for version in register.versions().iter().filter(|version| is_new(version.dot)) {
                    let replaced = replaced(record.id(), name);
                    let (record, register, value) = (record.id(), name.clone(), version.value.clone());
                    edits.push((version.dot, Edit { record, register, value, replaced, run }));
                }
            }
        }
        Ok(edits)
    }

    /// Writes edits and erasures down in the log, and compares the records with it.
    pub(super) fn note(
        &mut self,
        at: usize,
        before: &Notebook,
        known: &Known,
        edits: Vec<(Dot, Edit)>,
    ) -> Held<Wrote> {
        let mut wrote = Wrote::default();
        for (dot, edit) in edits {
            let (record, register) = (edit.record, edit.register.clone());
            let stood = self.log.standing_in(known, record, &register);
            let number = self.log.note(dot, edit)?;
            self.places[at].copy.holding(record).edits.insert(number);
            wrote.last = wrote.last.max(Some(number));
            let old = before.record(record);
            // A profile is always there, so what is taken back of it is what was written, never the whole.
            if old.is_some() || record == profile_id(before.me()) {
                let then = known.get(&record).map(|held| held.edits.clone()).unwrap_or_default();
                let shown = old.and_then(|old| old.value(&register).cloned());
                wrote.was.push(Was { record, register, shown, then, wrote: BTreeSet::from([number]), stood });
            }
        }
        let copy = &mut self.places[at].copy;
        let changed = copy.book.records().filter(|record| before.record(record.id()) != Some(record));
        for record in changed.cloned().collect::<Vec<_>>() {
            if record.is_erased() {
                copy.holding(record.id()).erased = true;
                wrote.erased.push(record.id());
            }
            self.log.compare(copy.holding(record.id()), &record)?;
        }
        Ok(wrote)
    }

    fn count_refused(&mut self, change: &Change, before: &Notebook) {
        self.census.met("a change refused");
        let record = shown::register(change).and_then(|(id, _)| before.record(id));
        if record.is_some_and(|record| record.is_erased()) {
            self.census.met("an edit refused on an erased record");
        }
    }
}

fn holds(record: &Record, register: &str, dot: Dot) -> bool {
    record.versions(register).iter().any(|version| version.dot == dot)
}
