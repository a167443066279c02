//! Keeps the notebook in this browser: what was changed is stored at once, and the person is told where it could not be.

use leptos::prelude::*;
use waymark_domain::{
    Notebook,
    id::{RecordId, ReplicaId},
    store::{
        Heard, Identity, KeyValueError, OpenError, Opened, Outcome, Store, Unreadable, Usage, key::Epoch,
    },
};

use super::durability::{Event, LogState, Safety, Storage};
use super::save_status::NotSaved;
use crate::browser::{
    locks::{self, Held},
    stamp_source::{fresh_identity, fresh_u64},
    storage,
};

/// A handle to what keeps the notebook. Copy it around freely.
#[derive(Clone, Copy, Debug)]
pub struct Keeper {
    /// Nothing where the notebook lives in memory only.
    store: StoredValue<Option<Store>, LocalStorage>,
    so_far: StoredValue<SoFar, LocalStorage>,
    safety: Safety,
    unreadable: RwSignal<Vec<Unreadable>>,
    /// Whether a part of the notebook was not read yet.
    unread: RwSignal<bool>,
    /// How often everything was deleted in another tab.
    deleted_elsewhere: RwSignal<u32>,
}

/// What happened with the storage so far.
#[derive(Debug)]
struct SoFar {
    /// What tells other tabs that this one is alive.
    alive: Option<Held>,
    /// Whether the storage says that this is its notebook.
    settled: bool,
    /// Whether something was stored since it was last asked.
    saved: bool,
}

impl Keeper {
    /// Opens what this browser holds. Where it holds nothing or may not be asked, the notebook is a new one.
    pub fn open(replica: ReplicaId) -> (Self, Notebook) {
        let keeper = Self::none();
        (keeper, keeper.open_as(replica))
    }

    /// Keeps nothing: the notebook lives in memory.
    pub fn none() -> Self {
        Self {
            store: StoredValue::new_local(None),
            so_far: StoredValue::new_local(SoFar { alive: None, settled: true, saved: true }),
            safety: Safety::none(),
            unreadable: RwSignal::new(Vec::new()),
            unread: RwSignal::new(false),
            deleted_elsewhere: RwSignal::new(0),
        }
    }

    fn open_as(self, replica: ReplicaId) -> Notebook {
        let new = fresh();
        let opened = storage::open().map_err(OpenError::from);
        let opened = opened.and_then(|kv| <Store>::open(Box::new(kv), new, replica));
        match opened {
            Ok(Opened { store, notebook, settled, .. }) => {
                self.unreadable.set(store.unreadable().to_vec());
                self.unread.set(store.has_unread());
                let storage =
                    if store.is_newer() { Storage::NotSaved(NotSaved::Newer) } else { Storage::Stored };
                self.store.set_value(Some(store));
                self.so_far.update_value(|it| it.settled = settled);
                self.safety.happened(Event::Storage(storage));
                notebook
            }
            Err(error) => {
                self.store.set_value(None);
                self.unread.set(false);
                self.safety.happened(Event::Storage(Storage::NotSaved(why(error))));
                Notebook::new(new.notebook, new.me)
            }
        }
    }

    /// How safe what was done in this tab is.
    pub(super) fn safety(self) -> Safety {
        self.safety
    }

    /// Values in this browser that could not be read. They stay where they are; offer them for download.
    pub fn unreadable(self) -> Vec<Unreadable> {
        self.unreadable.get()
    }

    /// Whether there are such values, asked once.
    pub(super) fn holds_unreadable(self) -> bool {
        self.unreadable.with_untracked(|all| !all.is_empty())
    }

    /// Whether a part of the notebook was not read yet.
    pub fn has_unread(self) -> bool {
        self.unread.get()
    }

    /// The same, asked once.
    pub(super) fn has_unread_now(self) -> bool {
        self.unread.try_get_untracked().unwrap_or_default()
    }

    /// What the log does.
    pub fn log(self) -> LogState {
        self.safety.get().log
    }

    /// There will be no log, as what opens it did not come.
    pub fn has_no_log(self) {
        self.log_is(LogState::Missing);
    }

    pub(super) fn log_is(self, state: LogState) {
        self.safety.happened(Event::Log(state));
    }

    /// Content was erased, and may stand in other places still.
    pub fn has_erased(self) {
        self.safety.happened(Event::Erased);
    }

    /// Whether content that was erased may stand somewhere still; see `super::erasing`.
    pub fn is_erasing(self) -> bool {
        self.safety.get().is_erasing()
    }

    /// How much of the browser's storage is in use.
    pub fn usage(self) -> Result<Usage, KeyValueError> {
        storage::open()?.usage()
    }

    /// Whether this browser tells tabs apart that are alive. Without that nothing is tidied up.
    pub fn locks_available(self) -> bool {
        locks::available()
    }

    /// How often everything was deleted in another tab, so that this one started over.
    pub fn deleted_elsewhere(self) -> u32 {
        self.deleted_elsewhere.get()
    }

    /// Stores what was touched, and all that was refused before. Says whether this is still our notebook.
    #[must_use]
    pub(super) fn save(self, notebook: &Notebook, touched: &[RecordId]) -> bool {
        let save = |store: &mut Store| store.save(notebook, touched.iter().copied());
        self.ask(save).is_none_or(|outcome| self.settle(outcome))
    }

    /// Asks the store, where there is one: the only way to it, so that nothing it wrote is kept from the log.
    pub(super) fn ask<R>(self, ask: impl FnOnce(&mut Store) -> R) -> Option<R> {
        let ask = |store: &mut Store| (ask(store), store.has_news());
        let (answer, has_news) = self.store.try_update_value(|store| store.as_mut().map(ask)).flatten()?;
        if has_news {
            self.safety.happened(Event::News);
        }
        Some(answer)
    }

    /// Takes in what was heard of other tabs. Says which records changed; nothing where the notebook is no longer ours.
    pub(super) fn heard(self, heard: Heard) -> Option<Vec<RecordId>> {
        self.look_what_is_read();
        self.settle(heard.outcome).then_some(heard.changed)
    }

    /// Takes note of what the store could not read, or has not yet.
    pub(super) fn look_what_is_read(self) {
        let now = self.ask(|store| (store.unreadable().to_vec(), store.has_unread()));
        let (unreadable, unread) = now.unwrap_or_default();
        if self.unreadable.with_untracked(|known| *known != unreadable) {
            self.unreadable.set(unreadable);
        }
        if self.has_unread_now() != unread {
            self.unread.set(unread);
        }
    }

    /// Remembers how a saving ended. Says whether this is still our notebook.
    #[must_use]
    pub(super) fn settle(self, outcome: Outcome) -> bool {
        let storage = match outcome {
            Outcome::Stored => {
                self.so_far.update_value(|it| it.saved = true);
                Storage::Stored
            }
            Outcome::Waiting => Storage::Waiting,
            Outcome::Refused(error) => Storage::NotSaved(error.into()),
            Outcome::Newer => Storage::NotSaved(NotSaved::Newer),
            Outcome::Ended => return false,
        };
        self.safety.happened(Event::Storage(storage));
        true
    }

    /// The notebook here is no longer the one that is stored: opens that, as another replica.
    pub(super) fn reopen(self, replica: ReplicaId, showed_something: bool) -> Notebook {
        self.so_far.try_update_value(|it| it.alive = None);
        let had_something = showed_something || self.has_unread_now();
        let was_settled = self.is_settled();
        let notebook = self.open_as(replica);
        // A notebook that was never agreed on was not deleted either; where another is there now, it shows; and an empty one
        // that took the place of an empty one, as after a crash, is nobody's loss.
        let is_empty = notebook.records().len() == 0 && !self.has_unread_now();
        if was_settled && had_something && is_empty {
            self.deleted_elsewhere.update(|times| *times += 1);
        }
        notebook
    }

    /// Whether the storage says that this is its notebook.
    pub(super) fn is_settled(self) -> bool {
        self.so_far.with_value(|it| it.settled)
    }

    /// Writes whose notebook it is, unless another tab did. Says whether it is the one that is open here.
    pub(super) fn settle_identity(self) -> bool {
        // Where nothing can be written, the notebook lives in memory and every saving tries again.
        let settled = self.ask(|store| store.settle().unwrap_or(true)).unwrap_or(true);
        self.so_far.update_value(|it| it.settled = settled);
        settled
    }

    /// Holds what tells other tabs that this one is alive, and lets the store write.
    pub(super) fn live(self, alive: Option<Held>) {
        self.so_far.try_update_value(|it| it.alive = alive);
        self.ask(|store| store.let_write(true));
    }

    /// Whether something was stored since this was last asked.
    pub(super) fn has_saved(self) -> bool {
        self.so_far.try_update_value(|it| std::mem::take(&mut it.saved)).unwrap_or_default()
    }
}

/// The identity of a notebook that is begun here and now.
pub(super) fn fresh() -> Identity {
    let (notebook, me) = fresh_identity();
    Identity { epoch: Epoch::first(fresh_u32()), notebook, me }
}

/// A random number, for names that must not meet.
#[expect(clippy::cast_possible_truncation, reason = "any 32 bits of it are random")]
pub(super) fn fresh_u32() -> u32 {
    fresh_u64() as u32
}

fn why(error: OpenError) -> NotSaved {
    match error {
        OpenError::Storage(error) => error.into(),
        OpenError::Newer => NotSaved::Newer,
    }
}
