//! Undo and redo, held against what was shown before.

use std::collections::{BTreeMap, BTreeSet};

use waymark_domain::change::Touched;
use waymark_domain::field::DELETED;
use waymark_domain::history::History;
use waymark_domain::id::RecordId;
use waymark_domain::stamp::Stamp;
use waymark_domain::{Change, Deed, Notebook};

use super::edit::Wrote;
use super::law::{Held, Law};
use super::log::Known;
use super::steps::{Step, Was};
use super::world::{Copy, World};
use crate::common::random::Dice;

impl World {
    /// Remembers a change in the app's history and beside it.
    pub(super) fn remember(
        &mut self,
        at: usize,
        touched: &Touched,
        change: &Change,
        seen: Option<&BTreeSet<usize>>,
        wrote: &Wrote,
    ) {
        let fresh = change.typed_over().map(|saw| saw.0.iter().copied());
        let all_seen = fresh.map(|saw| {
            let number = |dot| super::shown::register(change).and_then(|(id, _)| self.log.number(id, dot));
            saw.filter_map(number).collect::<BTreeSet<_>>()
        });
        let goes_on = change.typed_over().and(seen.cloned().or(all_seen));
        let place = &mut self.places[at];
        place.history.push(touched, change.typed_over());
        let step = step(&place.copy.known, touched, wrote);
        let absorbed = !step.is_empty() && place.steps.push(step, goes_on.as_ref());
        self.census.met_if(absorbed, "typing taken back as a whole");
        self.forget(at, &wrote.erased);
    }

    fn forget(&mut self, at: usize, erased: &[RecordId]) {
        let place = &mut self.places[at];
        place.history.forget(erased);
        place.steps.forget(erased);
    }

    /// Takes back one change or a few, and does some of them again.
    pub(super) fn back_and_forth(&mut self, at: usize, dice: &mut Dice) -> Held {
        for _ in 0..=dice.below(4) {
            let step = self.places[at].steps.done.pop();
            let redo = self.take_back(at, step, History::can_undo, History::undo)?;
            self.places[at].steps.undone.extend(redo);
        }
        for _ in 0..dice.below(4) {
            let step = self.places[at].steps.undone.pop();
            self.census.met_if(step.is_some(), "a redo");
            let undo = self.take_back(at, step, History::can_redo, History::redo)?;
            self.places[at].steps.done.extend(undo);
        }
        Ok(())
    }

    fn take_back(
        &mut self,
        at: usize,
        step: Option<Step>,
        can: fn(&History) -> bool,
        turn: fn(&mut History, &mut Notebook, &mut dyn Stamp) -> Touched,
    ) -> Held<Option<Step>> {
        let same = can(&self.places[at].history) == step.is_some();
        Law::UndoRestores.holds(same, || format!("there is something to take back: {step:?}"))?;
        let Some(step) = step else { return Ok(None) };
        self.census.met_if(step.import, "an import taken back");
        let before = self.places[at].copy.clone();
        let place = &mut self.places[at];
        let touched = turn(&mut place.history, &mut place.copy.book, &mut place.run);
        self.tell(|| format!("{at}: takes back {step:?}: {touched:?}"));
        let gone = |record: RecordId, name: &str| self.gone(at, &before, &step, record, name);
        let written = self.written(at, &before.book, &touched, gone)?;
        let wrote = self.note(at, &before.book, &before.known, written)?;
        let untouched = |id: &RecordId| step.minted.get(id) == before.known.get(id).map(|held| &held.edits);
        let asked = wrote.erased.iter().all(untouched);
        Law::OnlyErasingErases.holds(asked, || format!("{step:?} taken back erased {:?}", wrote.erased))?;
        let edited = step.minted.keys().any(|id| !untouched(id) && !before.known[id].erased);
        self.census.met_if(edited, "an import taken back after its entries were edited");
        self.places[at].steps.moved |= step.brings_again;
        let moved = self.places[at].steps.moved;
        for was in step.was.iter().filter(|was| !moved || !was.register.starts_with("goal")) {
            self.check_field(at, &before, was)?;
        }
        for was in &step.was {
            let by = wrote.was.iter().find(|now| (now.record, &now.register) == (was.record, &was.register));
            let by = by.map_or(&was.wrote, |now| &now.wrote);
            self.places[at].steps.follow(was, by);
        }
        self.forget(at, &wrote.erased);
        let redo = self::step(&self.places[at].copy.known, &touched, &wrote);
        Ok((!redo.is_empty()).then_some(redo))
    }

    /// What taking back may replace: of a field that the change wrote, what the change or this run wrote; of any other,
    /// such as the trash, all it sees.
    fn gone(&self, at: usize, before: &Copy, step: &Step, record: RecordId, name: &str) -> BTreeSet<usize> {
        let standing = self.log.standing_in(&before.known, record, name);
        let of_step = step.was.iter().find(|was| was.record == record && was.register == name);
        let Some(was) = of_step.filter(|was| !was.wrote.is_empty()) else { return standing };
        let here = self.places[at].copy.book.record(record);
        let left = here.map(|here| self.log.found(here)).unwrap_or_default().remove(name).unwrap_or_default();
        let own = |edit: &usize| {
            was.wrote.contains(edit) || self.log.edits[*edit].run == self.places[at].run.replica
        };
        standing.into_iter().filter(|edit| own(edit) && !left.contains(edit)).collect()
    }

    /// Where nobody else wrote since, what was shown is shown again. Where others replaced all that this run wrote,
    /// nothing happens.
    fn check_field(&mut self, at: usize, before: &Copy, was: &Was) -> Held {
        let (Some(old), Some(new)) =
            (before.book.record(was.record), self.places[at].copy.book.record(was.record))
        else {
            return Ok(());
        };
        if new.is_erased() {
            return Ok(());
        }
        let run = self.places[at].run.replica;
        let edit = |number: &usize| &self.log.edits[*number];
        let known = before.known.get(&was.record).map(|held| held.edits.clone()).unwrap_or_default();
        let foreign =
            known.difference(&was.then).any(|e| edit(e).register == was.register && edit(e).run != run);
        let standing = self.log.standing_in(&before.known, was.record, &was.register);
        let (shown, told) =
            (new.value(&was.register).cloned(), format!("{was:?} shows {:?}", new.value(&was.register)));
        if !foreign {
            Law::UndoRestores.holds(shown == was.shown, || told)?;
            self.census.met(if was.wrote.is_empty() {
                "an undo of an addition"
            } else {
                "an undo that restores"
            });
        } else if !was.wrote.is_empty()
            && standing.iter().all(|e| edit(e).run != run && !was.wrote.contains(e))
        {
            let same = old.versions(&was.register) == new.versions(&was.register);
            Law::UndoLeavesLaterEditsAlone.holds(same, || told)?;
            self.census.met("an undo that others' edits stop");
        } else {
            self.census.met("an undo beside what others wrote");
        }
        Ok(())
    }
}

/// What taking a change back must show: what its fields showed, and what came with it in the trash.
pub fn step(known: &Known, touched: &Touched, wrote: &Wrote) -> Step {
    let held = |id| known.get(&id).map(|held| held.edits.clone()).unwrap_or_default();
    let minted: BTreeMap<_, _> = touched.undo.minted.iter().map(|it| (it.id(), held(it.id()))).collect();
    let made = touched.undo.created.iter().chain(minted.keys()).map(|record| Was {
        record: *record,
        register: DELETED.name.to_owned(),
        shown: Some(true.into()),
        then: BTreeSet::new(),
        wrote: BTreeSet::new(),
        stood: BTreeSet::new(),
    });
    let brings_again = !touched.undo.lost.is_empty();
    let was = wrote.was.iter().cloned().chain(made).collect();
    Step { was, brings_again, minted, import: false }
}
