//! How safe what was done in this tab is: one state, moved by what happens, from which everything that is said about it
//! follows.

use leptos::prelude::*;

use super::save_status::{NotSaved, SaveStatus};

/// Where the notebook stands in the browser's storage.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Storage {
    /// All of it.
    Stored,
    /// Something will be in a moment.
    Waiting,
    /// Something is not.
    NotSaved(NotSaved),
}

/// What the log does; see `super::log`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LogState {
    /// It is not open yet.
    Opening,
    /// The browser has no place for one.
    Missing,
    /// It has everything that was stored.
    UpToDate,
    /// It does not have yet what was stored last.
    Behind,
}

/// What moves the state.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Event {
    /// A notebook was opened, or a saving ended.
    Storage(Storage),
    /// There is something that the log does not have yet.
    News,
    /// The log was opened, written or lost.
    Log(LogState),
    /// A letter was typed.
    Typed,
    /// All that was typed is in the notebook.
    Rested,
    /// Content was erased, and may stand in other places still.
    Erased,
    /// All places were looked at since so many erasures.
    ErasedEverywhere(u32),
}

/// How safe everything is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Durability {
    pub(super) storage: Storage,
    pub(super) log: LogState,
    typing: bool,
    /// How often content was erased, and how many times of these it is gone everywhere.
    pub(super) erasures: u32,
    erased: u32,
}

impl Durability {
    /// Nothing is kept: the notebook lives in memory.
    const fn none() -> Self {
        let storage = Storage::NotSaved(NotSaved::Blocked);
        Self { storage, log: LogState::Opening, typing: false, erasures: 0, erased: 0 }
    }

    /// The state once that has happened.
    const fn after(mut self, event: Event) -> Self {
        match event {
            Event::Storage(storage) => self.storage = storage,
            // A log that is not open takes the news when it opens.
            Event::News if matches!(self.log, LogState::UpToDate) => self.log = LogState::Behind,
            Event::News => {}
            Event::Log(log) => self.log = log,
            Event::Typed => self.typing = true,
            Event::Rested => self.typing = false,
            Event::Erased => self.erasures += 1,
            Event::ErasedEverywhere(erasures) => self.erased = erasures,
        }
        self
    }

    /// Whether content that was erased may stand somewhere still; see `super::erasing`.
    pub(super) const fn is_erasing(self) -> bool {
        self.erased != self.erasures
    }

    /// What the person is told. Nothing is called saved that a crash of the browser could still take, or that was erased and
    /// is not gone everywhere.
    pub(super) const fn status(self, is_refused: bool) -> SaveStatus {
        match self.storage {
            Storage::NotSaved(why) => SaveStatus::NotSaved(why),
            _ if is_refused => SaveStatus::NotSaved(NotSaved::Refused),
            Storage::Waiting => SaveStatus::Saving,
            Storage::Stored if self.typing || self.is_erasing() => SaveStatus::Saving,
            Storage::Stored => match self.log {
                LogState::Opening | LogState::Behind => SaveStatus::Saving,
                LogState::UpToDate | LogState::Missing => SaveStatus::Saved,
            },
        }
    }
}

/// A handle to the state of this tab.
#[derive(Clone, Copy, Debug)]
pub(super) struct Safety(RwSignal<Durability>);

impl Safety {
    /// Of a notebook that lives in memory.
    pub(super) fn none() -> Self {
        Self(RwSignal::new(Durability::none()))
    }

    /// The state; a signal to read.
    pub(super) fn get(self) -> Durability {
        self.0.get()
    }

    /// The state now, also while the app goes.
    pub(super) fn now(self) -> Durability {
        self.0.try_get_untracked().unwrap_or(Durability::none())
    }

    /// Moves on; tells those who read only where the state is another one.
    pub(super) fn happened(self, event: Event) {
        let (before, after) = (self.now(), self.now().after(event));
        if before != after {
            self.0.try_set(after);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const STORED: Event = Event::Storage(Storage::Stored);

    fn status_after(events: &[Event]) -> SaveStatus {
        events.iter().fold(Durability::none(), |state, event| state.after(*event)).status(false)
    }

    #[test]
    fn nothing_is_saved_before_the_log_has_it() {
        assert_eq!(status_after(&[STORED]), SaveStatus::Saving);
        assert_eq!(status_after(&[STORED, Event::News, Event::Log(LogState::Behind)]), SaveStatus::Saving);
        let up_to_date = Event::Log(LogState::UpToDate);
        assert_eq!(status_after(&[STORED, up_to_date]), SaveStatus::Saved);
        assert_eq!(status_after(&[STORED, up_to_date, Event::News]), SaveStatus::Saving);
    }

    #[test]
    fn news_wait_for_a_log_that_opens_and_for_none_that_is_missing() {
        assert_eq!(status_after(&[STORED, Event::Log(LogState::Opening), Event::News]), SaveStatus::Saving);
        assert_eq!(status_after(&[STORED, Event::Log(LogState::Missing), Event::News]), SaveStatus::Saved);
    }

    #[test]
    fn what_is_typed_or_erased_is_on_its_way() {
        let safe = [STORED, Event::Log(LogState::UpToDate)];
        let then = |more: &[Event]| status_after(&[&safe, more].concat());
        assert_eq!(then(&[Event::Typed]), SaveStatus::Saving);
        assert_eq!(then(&[Event::Typed, Event::Rested]), SaveStatus::Saved);
        assert_eq!(then(&[Event::Erased, Event::Erased, Event::ErasedEverywhere(1)]), SaveStatus::Saving);
        assert_eq!(then(&[Event::Erased, Event::ErasedEverywhere(1)]), SaveStatus::Saved);
    }

    #[test]
    fn what_is_not_stored_comes_before_everything_else() {
        let full = Event::Storage(Storage::NotSaved(NotSaved::Full));
        assert_eq!(status_after(&[full, Event::Typed]), SaveStatus::NotSaved(NotSaved::Full));
        let waiting = Durability::none().after(Event::Storage(Storage::Waiting));
        assert_eq!(waiting.status(false), SaveStatus::Saving);
        assert_eq!(waiting.status(true), SaveStatus::NotSaved(NotSaved::Refused));
    }
}
