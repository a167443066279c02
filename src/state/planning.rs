//! What an import would do, worked out a slice at a time: the page paints and answers in between. Whatever changes what it
//! would do begins it again.

use std::{ops::ControlFlow, sync::Arc};

use leptos::{prelude::*, task::spawn_local};
use waymark_domain::file::{ImportOptions, Incoming, Plan, Planning, Preview};

use super::notebook_store::NotebookStore;
use crate::browser::turns::Turns;

/// How many records are planned before the clock is looked at: a millisecond's work or so.
const STEP: usize = 16;

type OneFile = Planning<Arc<Incoming>>;

/// Plans one import at a time: the last that was asked for.
#[derive(Clone, Copy, Debug)]
pub struct Planner {
    plan: RwSignal<Option<Plan>>,
    /// What was worked out last; it stays in sight while that is done again.
    preview: RwSignal<Option<Preview>>,
    share: RwSignal<Option<f64>>,
    /// The number of the planning that is wanted.
    wanted: StoredValue<usize>,
}

impl Planner {
    /// Nothing is planned yet.
    pub fn new() -> Self {
        Self {
            plan: RwSignal::new(None),
            preview: RwSignal::new(None),
            share: RwSignal::new(None),
            wanted: StoredValue::new(0),
        }
    }

    /// Plans what a file would bring, instead of anything else. Whatever calls it runs again when the notebook changes. What
    /// takes no longer than a slice is there at once.
    pub fn begin(self, store: NotebookStore, incoming: Arc<Incoming>, options: &ImportOptions) {
        let number = self.next();
        self.plan.set(None);
        self.share.set(None);
        let begin =
            |notebook: &_| store.with_stamp(|stamp| Planning::new(notebook, incoming, options, stamp));
        let (planning, turns) = (store.with(begin), Turns::begin());
        if let Some(planning) = self.go_on(planning, &turns) {
            spawn_local(self.go_through(number, planning, turns));
        }
    }

    /// Forgets everything, also what is being worked out.
    pub fn stop(self) {
        self.next();
        self.plan.try_set(None);
        self.preview.try_set(None);
        self.share.try_set(None);
    }

    /// The plan of what is shown, once it is worked out.
    pub fn plan(self) -> Option<Plan> {
        self.plan.get_untracked()
    }

    /// Whether there is a plan.
    pub fn is_ready(self) -> bool {
        self.plan.with(Option::is_some)
    }

    /// Whether anything was worked out yet, if only before the last change.
    pub fn is_known(self) -> bool {
        self.preview.with(Option::is_some)
    }

    /// Reads what was worked out last.
    pub fn read<R: Default>(self, read: impl FnOnce(&Preview) -> R) -> R {
        self.preview.with(|preview| preview.as_ref().map(read).unwrap_or_default())
    }

    /// How much is worked out, 0 to 1; nothing where none of it is still to come.
    pub fn share(self) -> Option<f64> {
        self.share.get()
    }

    /// Where the page is gone, nothing is wanted any more.
    fn next(self) -> usize {
        self.wanted.try_update_value(|wanted| *wanted += 1);
        self.wanted.try_get_value().unwrap_or_default()
    }

    fn is_wanted(self, number: usize) -> bool {
        self.wanted.try_get_value() == Some(number)
    }

    async fn go_through(self, number: usize, mut planning: OneFile, mut turns: Turns) {
        loop {
            self.share.set(Some(planning.progress().share()));
            turns.give().await;
            if !self.is_wanted(number) {
                return;
            }
            planning = match self.go_on(planning, &turns) {
                Some(planning) => planning,
                None => return,
            };
        }
    }

    /// Goes on until it is the page's turn. Gives back what is not at its end.
    fn go_on(self, mut planning: OneFile, turns: &Turns) -> Option<OneFile> {
        while !turns.is_over() {
            planning = match planning.step(STEP) {
                ControlFlow::Continue(planning) => planning,
                ControlFlow::Break(plan) => {
                    self.end(plan);
                    return None;
                }
            };
        }
        Some(planning)
    }

    fn end(self, plan: Plan) {
        self.share.set(None);
        self.preview.set(Some(plan.preview.clone()));
        self.plan.set(Some(plan));
    }
}

impl Default for Planner {
    fn default() -> Self {
        Self::new()
    }
}
