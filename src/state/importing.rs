//! Bringing a file in, and wiping everything: both change the notebook as a whole, in memory and in this browser alike.

use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;
use waymark_domain::{
    Notebook,
    change::Touched,
    file::{self, OpenedShare, Plan, ShareError, ShareOptions, SharePreview},
    stamp::Stamp as _,
    store::{self, KeyValueError, Store, Writing},
};

use super::{keeper::fresh_u32, live, notebook_store::NotebookStore, snapshots};
use crate::browser::{
    stamp_source::{StampSource, fresh_identity},
    turns::Turns,
};

/// Why nothing came in. The notebook is as it was, in memory and in this browser.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ImportError {
    /// The notebook changed since the plan was made.
    OutOfDate,
    /// It needs more room than there is, in UTF-16 units.
    NoRoom {
        /// What it needs.
        needed: usize,
        /// What is in use.
        used: usize,
        /// What there is in all.
        capacity: usize,
    },
    /// The browser does not let the app store anything any more.
    Blocked,
    /// The person stopped it.
    Stopped,
}

/// An import on its way into the storage.
#[derive(Clone, Copy, Debug)]
pub struct Storing {
    share: RwSignal<Option<f64>>,
    stopped: StoredValue<bool>,
}

impl Storing {
    /// None yet.
    pub fn new() -> Self {
        Self { share: RwSignal::new(None), stopped: StoredValue::new(false) }
    }

    /// How much of it is stored, 0 to 1; nothing where none is on its way.
    pub fn share(self) -> Option<f64> {
        self.share.get()
    }

    /// Stops it: nothing of it will have happened.
    pub fn stop(self) {
        self.stopped.try_set_value(true);
    }

    fn begin(self) {
        self.stopped.try_set_value(false);
        self.show(0.0);
    }

    fn show(self, share: f64) {
        self.share.try_set(Some(share));
    }

    fn end(self) {
        self.share.try_set(None);
    }

    /// Also where the page that asked for it is gone.
    fn is_stopped(self) -> bool {
        self.stopped.try_get_value().unwrap_or(true)
    }
}

impl Default for Storing {
    fn default() -> Self {
        Self::new()
    }
}

impl NotebookStore {
    /// What a file from another person would bring. Whatever reads it runs again when the notebook changes.
    pub fn plan_share(
        self,
        opened: &OpenedShare,
        options: &ShareOptions,
    ) -> Result<Plan<SharePreview>, ShareError> {
        let mut stamp = WriteValue::write_value(&self.stamp);
        self.with(|notebook| file::plan_share(notebook, opened, options, &mut *stamp))
    }

    /// Carries an import out, all of it or nothing, a portion at a time. What was there before is kept apart first; what comes
    /// is stored, and shows only then.
    pub async fn import<P>(self, plan: Plan<P>, storing: Storing) -> Result<Touched, ImportError> {
        storing.begin();
        let imported = self.try_import(plan, storing).await;
        storing.end();
        imported
    }

    async fn try_import<P>(self, plan: Plan<P>, storing: Storing) -> Result<Touched, ImportError> {
        let before = self.with_untracked(Clone::clone);
        let mut after = before.clone();
        let touched = after.import(plan).map_err(|_| ImportError::OutOfDate)?;
        if !before.is_untouched() {
            snapshots::take().await;
        }
        let is_own = after.id() == before.id();
        let begin = |kept: &mut Store| {
            if is_own {
                kept.begin_import(&after, &touched.records)
            } else {
                kept.begin_take_over(&mut after, fresh_u32())
            }
        };
        let writing = self.keeper().ask(begin).transpose().map_err(|error| self.refusal(error))?;
        let Some(mut writing) = writing else {
            self.show(after, &touched);
            return Ok(touched);
        };
        self.write_all(&after, &mut writing, storing).await?;
        if self.with_untracked(|now| *now != before) {
            self.keeper().ask(|kept| kept.abandon(&writing));
            return Err(ImportError::OutOfDate);
        }
        let finish = |kept: &mut Store| {
            if is_own {
                kept.finish_import(&after, &touched.records, writing)
            } else {
                kept.finish_take_over(&mut after, writing)
            }
        };
        match self.keeper().ask(finish).transpose().map_err(|error| self.refusal(error))? {
            Some(outcome) if !self.keeper().settle(outcome) => {
                live::start_over(self);
                Err(ImportError::OutOfDate)
            }
            _ => {
                self.show(after, &touched);
                Ok(touched)
            }
        }
    }

    /// Writes portion after portion, and lets the page go on between them.
    async fn write_all(
        self,
        after: &Notebook,
        writing: &mut Writing,
        storing: Storing,
    ) -> Result<(), ImportError> {
        let mut turns = Turns::begin();
        loop {
            let more = self.keeper().ask(|kept| kept.write_some(after, writing)).transpose();
            if more.map_err(|error| self.refusal(error))? != Some(true) {
                return Ok(());
            }
            if turns.is_over() {
                storing.show(writing.progress());
                turns.give().await;
            }
            if storing.is_stopped() {
                self.keeper().ask(|kept| kept.abandon(writing));
                return Err(ImportError::Stopped);
            }
        }
    }

    /// Wipes everything this app keeps in this browser, and starts over with an empty notebook. It has ended when
    /// [`Keeper::is_erasing`](super::keeper::Keeper::is_erasing) says so.
    pub fn delete_everything(self) -> Result<(), KeyValueError> {
        let (id, me) = fresh_identity();
        let (empty, stamp) = (Notebook::new(id, me), StampSource::new());
        let wipe = self.keeper().ask(|kept| kept.delete_everything(&empty, fresh_u32(), stamp.replica()));
        wipe.transpose()?;
        self.replace(empty, stamp);
        self.keeper().has_erased();
        live::take_part_again(self);
        Ok(())
    }

    fn refusal(self, error: store::ImportError) -> ImportError {
        match error {
            store::ImportError::NoRoom { needed } => {
                let usage = self.keeper().usage().unwrap_or_default();
                ImportError::NoRoom { needed, used: usage.used(), capacity: usage.capacity }
            }
            store::ImportError::Blocked => ImportError::Blocked,
            store::ImportError::Ended => {
                live::start_over(self);
                // The one that was just taken came too late to be forgotten with the rest.
                spawn_local(snapshots::forget());
                ImportError::OutOfDate
            }
        }
    }
}
