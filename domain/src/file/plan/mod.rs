//! What an import would do, worked out in full before anything is touched. Carrying out a plan only puts its result in
//! place, so an import happens entirely or not at all.

mod copies;
mod diary;
mod difference;
mod making;
mod mine;
mod planning;
mod preview;
pub mod share;
mod share_counts;
mod take_over;

pub use planning::Planning;
pub use preview::{Counts, Preview, Whose};

use std::ops::ControlFlow;

use chrono::NaiveDate;

use super::Incoming;
use crate::edit::Touched;
use crate::notebook::Notebook;
use crate::stamp::Stamp;

/// What a person may choose about an import.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ImportOptions {
    /// The first day that comes in; of a diary only.
    pub from: Option<NaiveDate>,
    /// The last day that comes in; of a diary only.
    pub until: Option<NaiveDate>,
    /// Bring in copies of records that were erased here. A diary's entries always come in.
    pub bring_back: bool,
}

impl ImportOptions {
    /// Whether a diary's entry of this day is to come in.
    fn take_in(&self, day: NaiveDate) -> bool {
        self.from.is_none_or(|from| day >= from) && self.until.is_none_or(|until| day <= until)
    }
}

/// An import that is ready to be carried out.
#[derive(Debug, Clone, PartialEq)]
pub struct Plan<P = Preview> {
    /// What it would do.
    pub preview: P,
    before: Notebook,
    after: Notebook,
    touched: Touched,
}

/// The notebook has changed since the plan was made; nothing was done. Planning again helps.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the notebook changed meanwhile")]
pub struct OutOfDate;

/// Works out the import of a backup or a diary, in one go.
pub fn plan(notebook: &Notebook, incoming: &Incoming, options: &ImportOptions, stamp: &dyn Stamp) -> Plan {
    let mut planning = Planning::new(notebook, incoming, options, stamp);
    loop {
        planning = match planning.step(usize::MAX) {
            ControlFlow::Break(plan) => return plan,
            ControlFlow::Continue(planning) => planning,
        }
    }
}

impl Notebook {
    /// Carries out an import, all of it or nothing. After a take-over the notebook's id and person are the file's, and
    /// what is touched also names records that are no longer here.
    pub fn import<P>(&mut self, plan: Plan<P>) -> Result<Touched, OutOfDate> {
        if *self != plan.before {
            return Err(OutOfDate);
        }
        *self = plan.after;
        Ok(plan.touched)
    }
}
