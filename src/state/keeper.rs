//! Keeps the notebook in this browser: what was changed is stored at once, and the person is told where it could not be.

use leptos::prelude::*;
use waymark_domain::{
    Notebook,
    id::{RecordId, ReplicaId},
    store::{Identity, KeyValueError, OpenError, Opened, Outcome, Store, Unreadable, Usage, key::Epoch},
};

use super::save_status::NotSaved;
use crate::browser::{
    stamp_source::{fresh_identity, fresh_u64},
    storage::{self, AppStorage},
};

/// A handle to what keeps the notebook. Copy it around freely.
#[derive(Clone, Copy, Debug)]
pub struct Keeper {
    /// Nothing where the notebook lives in memory only.
    store: StoredValue<Option<Store<AppStorage>>, LocalStorage>,
    refused: RwSignal<Option<NotSaved>>,
    unreadable: RwSignal<Vec<Unreadable>>,
}

impl Keeper {
    /// Opens what this browser holds. Where it holds nothing or may not be asked, the notebook is a new one.
    pub fn open(replica: ReplicaId) -> (Self, Notebook) {
        let new = fresh();
        match open(new, replica) {
            Ok(Opened { store, notebook, .. }) => (Self::new(Ok(store)), notebook),
            Err(error) => (Self::new(Err(why(error))), Notebook::new(new.notebook, new.me)),
        }
    }

    /// Keeps nothing: the notebook lives in memory.
    pub fn none() -> Self {
        Self::new(Err(NotSaved::Blocked))
    }

    fn new(store: Result<Store<AppStorage>, NotSaved>) -> Self {
        let unreadable = store.as_ref().map(|store| store.unreadable().to_vec()).unwrap_or_default();
        Self {
            refused: RwSignal::new(store.as_ref().err().copied()),
            unreadable: RwSignal::new(unreadable),
            store: StoredValue::new_local(store.ok()),
        }
    }

    /// Stores what was touched, and all that was refused before.
    pub fn save(self, notebook: &Notebook, touched: &[RecordId]) {
        let outcome = self.store.try_update_value(|store| {
            store.as_mut().map(|store| store.save(notebook, touched.iter().copied()))
        });
        match outcome.flatten() {
            Some(Outcome::Stored) => self.say(None),
            Some(Outcome::Refused(error)) => self.say(Some(error.into())),
            Some(Outcome::Ended) | None => {}
        }
    }

    /// Why something is not stored, if so.
    pub fn refused(self) -> Option<NotSaved> {
        self.refused.get()
    }

    /// Values in this browser that could not be read. They stay where they are; offer them for download.
    pub fn unreadable(self) -> Vec<Unreadable> {
        self.unreadable.get()
    }

    /// How much of the browser's storage is in use.
    pub fn usage(self) -> Result<Usage, KeyValueError> {
        storage::open()?.usage()
    }

    fn say(self, refused: Option<NotSaved>) {
        if self.refused.try_get_untracked().is_some_and(|said| said != refused) {
            self.refused.set(refused);
        }
    }
}

fn open(new: Identity, replica: ReplicaId) -> Result<Opened<AppStorage>, OpenError> {
    let opened = Store::open(storage::open()?, new, replica)?;
    // Where nothing can be written, the notebook lives in memory and every saving tries again.
    if opened.settled || opened.store.settle().unwrap_or(true) {
        return Ok(opened);
    }
    // Another tab was faster: its notebook is ours.
    Store::open(storage::open()?, new, replica)
}

/// The identity of a notebook that is begun here and now.
fn fresh() -> Identity {
    let (notebook, me) = fresh_identity();
    #[expect(clippy::cast_possible_truncation, reason = "any 32 bits of it are random")]
    let epoch = Epoch::first(fresh_u64() as u32);
    Identity { epoch, notebook, me }
}

fn why(error: OpenError) -> NotSaved {
    match error {
        OpenError::Storage(error) => error.into(),
        OpenError::Newer => NotSaved::Newer,
    }
}
