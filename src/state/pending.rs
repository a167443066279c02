//! Texts that are being typed and not in the notebook yet, so that none is lost when the page goes away.

use leptos::prelude::*;

type Flush = Box<dyn Fn() -> bool + Send + Sync>;

/// A handle to all drafts. Copy it around freely.
#[derive(Clone, Copy, Debug)]
pub struct Pending {
    flushers: StoredValue<Vec<(u64, Flush)>>,
    next: StoredValue<u64>,
    typing: RwSignal<bool>,
}

impl Pending {
    pub(super) fn new() -> Self {
        Self {
            flushers: StoredValue::new(Vec::new()),
            next: StoredValue::new(0),
            typing: RwSignal::new(false),
        }
    }

    /// Whether something typed is not in the notebook yet.
    pub fn is_typing(self) -> bool {
        self.typing.get()
    }

    /// Saves every draft now: the page may be about to go.
    pub fn flush_all(self) {
        self.flushers.with_value(|flushers| {
            for (_, flush) in flushers {
                flush();
            }
        });
        self.rested();
    }

    /// Registers how to save a draft; `flush` says whether nothing is left to save.
    pub(super) fn register(self, flush: impl Fn() -> bool + Send + Sync + 'static) -> u64 {
        let id = self.next.get_value();
        self.next.set_value(id + 1);
        self.flushers.update_value(|flushers| flushers.push((id, Box::new(flush))));
        id
    }

    /// Saves a draft for the last time and forgets it.
    pub(super) fn finish(self, id: u64) {
        let flusher = self.flushers.try_update_value(|flushers| {
            flushers.iter().position(|(known, _)| *known == id).map(|place| flushers.swap_remove(place))
        });
        if let Some((_, flush)) = flusher.flatten() {
            flush();
            self.rested();
        }
    }

    pub(super) fn typing(self) {
        if !self.typing.get_untracked() {
            self.typing.set(true);
        }
    }

    pub(super) fn rested(self) {
        if self.typing.try_get_untracked() == Some(true) {
            self.typing.set(false);
        }
    }
}
