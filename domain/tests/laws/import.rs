//! Files that are opened: a backup of this notebook, and a diary that others may have opened as well.

use std::collections::BTreeSet;

use waymark_domain::change::Touched;
use waymark_domain::file::{self, ImportOptions, Incoming, NotebookFile};
use waymark_domain::id::RecordId;
use waymark_domain::record::Record;

use super::edit::Wrote;
use super::law::Held;
use super::steps::{Step, Was};
use super::undo::step;
use super::world::{Copy, World};
use crate::common::random::Dice;

impl World {
    pub(super) fn import(&mut self, at: usize, dice: &mut Dice) -> Held {
        let from = dice.below(self.places.len());
        let Some(backup) = dice.pick(&self.places[from].disk) else { return Ok(()) };
        let records = backup.book.records().map(|record| Record::clone(record)).enumerate().collect();
        let (notebook, me) = (backup.book.id(), backup.book.me());
        let file = NotebookFile { notebook, me, written: None, records, set_aside: Vec::new() };
        self.census.met("a backup opened");
        self.open_file(at, &Incoming::Notebook(file), Some(&backup))
    }

    pub(super) fn import_diary(&mut self, at: usize, dice: &mut Dice) -> Held {
        let lines =
            [r#"{"date": "2020-01-01", "text": "Rain."}"#, r#"{"date": "2020-01-02", "text": "Sun."}"#];
        let diary = file::read(lines[..=dice.below(2)].join("\n").as_bytes()).expect("a diary is read");
        self.open_file(at, &diary.plain().expect("a diary is not sealed"), None)
    }

    fn open_file(&mut self, at: usize, file: &Incoming, backup: Option<&Copy>) -> Held {
        let before = self.places[at].copy.clone();
        let place = &mut self.places[at];
        let plan = file::plan(&place.copy.book, file, &ImportOptions::default(), &place.run);
        let touched = place.copy.book.import(plan).expect("nothing changed meanwhile");
        self.tell(|| format!("{at}: imports: {touched:?}"));
        if let Some(backup) = backup {
            backup.known.iter().for_each(|(id, held)| self.places[at].copy.holding(*id).learn(held));
        } else {
            let minted = self.written(at, &before.book, &touched, |_, _| BTreeSet::new())?;
            self.count_minted(&minted.iter().map(|(_, edit)| edit.record).collect());
            self.note(at, &before.book, &before.known, minted)?;
        }
        for record in self.places[at].copy.book.records() {
            self.log.compare(&self.places[at].copy.known[&record.id()], record)?;
        }
        self.remember_import(at, &before, &touched);
        Ok(())
    }

    /// What taking an import back must show: in each field it says it changed, what was shown before.
    fn remember_import(&mut self, at: usize, before: &Copy, touched: &Touched) {
        let fields = touched.undo.fields.iter().map(|taken| {
            let known = &self.places[at].copy.known;
            let now = self.log.standing_in(known, taken.id, &taken.name);
            let then = self.log.standing_in(&before.known, taken.id, &taken.name);
            let shown = before.book.record(taken.id).and_then(|record| record.value(&taken.name).cloned());
            Was {
                record: taken.id,
                register: taken.name.clone(),
                shown,
                then: known.get(&taken.id).map(|held| held.edits.clone()).unwrap_or_default(),
                wrote: now.difference(&then).copied().collect(),
                stood: then,
            }
        });
        let wrote = Wrote { was: fields.collect(), ..Wrote::default() };
        let place = &mut self.places[at];
        place.history.push(touched, None);
        let step = Step { import: true, ..step(&place.copy.known, touched, &wrote) };
        if !step.is_empty() {
            place.steps.push(step, None);
        }
    }

    fn count_minted(&mut self, minted: &BTreeSet<RecordId>) {
        let elsewhere = |id: &RecordId| self.log.edits.iter().any(|edit| edit.record == *id);
        self.census.met_if(minted.iter().any(elsewhere), "a diary opened in two places");
    }
}
