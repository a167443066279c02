//! Bringing a file in, and wiping everything: both change the notebook as a whole, in memory and in this browser alike.

use leptos::prelude::WriteValue;
use waymark_domain::{
    Notebook,
    change::Touched,
    file::{self, ImportOptions, Incoming, Plan, ShareError, ShareOptions, SharePreview, share::OpenedShare},
    stamp::Stamp as _,
    store::{self, KeyValueError},
};

use super::{keeper::fresh_u32, live, notebook_store::NotebookStore};
use crate::browser::stamp_source::{StampSource, fresh_identity};

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
}

impl NotebookStore {
    /// What a file would bring. Whatever reads it runs again when the notebook changes.
    pub fn plan(self, incoming: &Incoming, options: &ImportOptions) -> Plan {
        self.with(|notebook| self.with_stamp(|stamp| file::plan(notebook, incoming, options, stamp)))
    }

    /// What a file from another person would bring. Whatever reads it runs again when the notebook changes.
    pub fn plan_share(
        self,
        opened: &OpenedShare,
        options: &ShareOptions,
    ) -> Result<Plan<SharePreview>, ShareError> {
        let mut stamp = WriteValue::write_value(&self.stamp);
        self.with(|notebook| file::plan_share(notebook, opened, options, &mut *stamp))
    }

    /// Carries an import out, all of it or nothing. It is stored first, and shows only then.
    pub fn import<P>(self, plan: Plan<P>) -> Result<Touched, ImportError> {
        let before = self.with_untracked(Clone::clone);
        let mut after = before.clone();
        let touched = after.import(plan).map_err(|_| ImportError::OutOfDate)?;
        let outcome = if after.id() == before.id() {
            self.keeper().ask(|kept| kept.save_import(&after, &touched.records))
        } else {
            self.keeper().ask(|kept| kept.take_over(&mut after, fresh_u32()))
        };
        match outcome.transpose().map_err(|error| self.refusal(error))? {
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

    /// Wipes everything this app keeps in this browser, and starts over with an empty notebook.
    pub fn delete_everything(self) -> Result<(), KeyValueError> {
        let (id, me) = fresh_identity();
        let (empty, stamp) = (Notebook::new(id, me), StampSource::new());
        let wipe = self.keeper().ask(|kept| kept.delete_everything(&empty, fresh_u32(), stamp.replica()));
        wipe.transpose()?;
        self.replace(empty, stamp);
        live::take_part_again(self);
        Ok(())
    }

    fn refusal(self, error: store::ImportError) -> ImportError {
        match error {
            store::ImportError::NoRoom { needed } => {
                let usage = self.keeper().usage().unwrap_or_default();
                ImportError::NoRoom { needed, used: usage.ours + usage.others, capacity: usage.capacity }
            }
            store::ImportError::Blocked => ImportError::Blocked,
            store::ImportError::Ended => {
                live::start_over(self);
                ImportError::OutOfDate
            }
        }
    }
}
