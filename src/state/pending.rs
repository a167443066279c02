//! Texts that are being typed and not in the notebook yet, so that none is lost when the page goes away.

use leptos::prelude::*;

use super::durability::{Event, Safety};
use super::refused::RefusedTexts;

type Flush = Box<dyn Fn() + Send + Sync>;

/// When something that is not in the notebook yet must go there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum When {
    /// Whenever the person looks away, or something needs to read it.
    Soon,
    /// Only when it would be lost: putting it there changes what the person is doing.
    AtTheEnd,
}

/// A handle to all drafts.
#[derive(Clone, Copy, Debug)]
pub struct Pending {
    flushers: StoredValue<Vec<(u64, When, Flush)>>,
    next: StoredValue<u64>,
    safety: Safety,
    refused: RefusedTexts,
}

impl Pending {
    pub(super) fn new(safety: Safety) -> Self {
        Self {
            flushers: StoredValue::new(Vec::new()),
            next: StoredValue::new(0),
            safety,
            refused: RefusedTexts::none(),
        }
    }

    /// Texts that the notebook did not take.
    pub(super) fn refused(self) -> RefusedTexts {
        self.refused
    }

    /// Saves every draft now: the person looks away, or something needs to read what was typed.
    pub fn flush_all(self) {
        self.flush(|when| when == When::Soon);
    }

    /// Saves everything now: the page may be about to go, and nobody will ask again.
    pub fn finish_all(self) {
        self.flush(|_| true);
    }

    fn flush(self, is_due: impl Fn(When) -> bool) {
        self.flushers.with_value(|flushers| {
            for (_, _, flush) in flushers.iter().filter(|(_, when, _)| is_due(*when)) {
                flush();
            }
        });
        self.rested();
    }

    /// Calls `finish` when the page may be about to go, and when the component that asks for it goes.
    pub(super) fn before_it_goes(self, finish: impl Fn() + Send + Sync + 'static) {
        let id = self.add(When::AtTheEnd, Box::new(finish));
        on_cleanup(move || self.finish(id));
    }

    /// Registers how to save a draft.
    pub(super) fn register(self, flush: impl Fn() + Send + Sync + 'static) -> u64 {
        self.add(When::Soon, Box::new(flush))
    }

    fn add(self, when: When, flush: Flush) -> u64 {
        let id = self.next.get_value();
        self.next.set_value(id + 1);
        self.flushers.update_value(|flushers| flushers.push((id, when, flush)));
        id
    }

    /// Saves a draft for the last time and forgets it.
    pub(super) fn finish(self, id: u64) {
        let flusher = self.flushers.try_update_value(|flushers| {
            flushers.iter().position(|(known, ..)| *known == id).map(|place| flushers.swap_remove(place))
        });
        if let Some((.., flush)) = flusher.flatten() {
            flush();
            self.rested();
        }
    }

    pub(super) fn typing(self) {
        self.safety.happened(Event::Typed);
    }

    pub(super) fn rested(self) {
        self.safety.happened(Event::Rested);
    }
}
