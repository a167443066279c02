//! What is deleted is gone: whatever was erased is looked for in each place where it may stand, and removed, until a look finds
//! nothing. Only then has deleting ended. A place that refuses is named to the person.

use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;
use waymark_domain::store::{Erasing, Store};

use super::{durability::Event, log, notebook_store::NotebookStore, snapshots, unpacking};
use crate::browser::{
    database::{Database, Shelf},
    shared_file,
    turns::Turns,
};
use crate::signal::effect;

/// How often a place is looked at before it counts as one that refuses: other tabs may write there meanwhile.
const LOOKS: usize = 5;

/// Where words stand in this browser.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// The storage itself.
    Storage,
    /// The copy that outlives a crash.
    Log,
    /// The notebook as it was before imports.
    Snapshots,
    /// Which file is kept up to date.
    KeptFile,
    /// A file that another app shared with this one.
    SharedFile,
}

/// What a look at a place found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Look {
    /// Nothing of it is there.
    Clean,
    /// Something was, and was removed.
    Removed,
    /// The browser does not let us.
    Refused,
}

impl Look {
    /// What was removed, or not.
    pub(super) const fn after(removed: bool) -> Self {
        if removed { Self::Removed } else { Self::Refused }
    }
}

/// The places that refused to be emptied. Copy it around freely.
#[derive(Clone, Copy, Debug)]
pub struct Refusing(RwSignal<Vec<Place>>);

impl Refusing {
    /// Which; a signal to read.
    pub fn places(self) -> Vec<Place> {
        self.0.get()
    }
}

/// Erases everywhere whenever something was erased.
pub(super) fn provide_erasing(store: NotebookStore) {
    let refusing = Refusing(RwSignal::new(Vec::new()));
    provide_context(refusing);
    let is_at_it = StoredValue::new(false);
    effect(move || {
        if store.keeper().is_erasing() && !is_at_it.get_value() {
            is_at_it.set_value(true);
            spawn_local(async move {
                let begun = store.keeper().safety().now().erasures;
                refusing.0.try_set(everywhere(store).await);
                is_at_it.try_set_value(false);
                store.keeper().safety().happened(Event::ErasedEverywhere(begun));
            });
        }
    });
}

/// The places that refused. Call it while a component is made.
pub fn use_refusing() -> Refusing {
    expect_context()
}

/// Gives back the places that refused, where the person asked for it: what came from another device or tab is tried again at
/// the next start.
async fn everywhere(store: NotebookStore) -> Vec<Place> {
    let what = store.keeper().ask(|kept| kept.erasing()).flatten();
    let mut refused = Vec::new();
    for place in places(what) {
        if !is_emptied(store, *place, what).await {
            refused.push(*place);
        }
    }
    let Some(_) = what else { return Vec::new() };
    if refused.is_empty() && store.keeper().ask(Store::end_erasing).is_none_or(|ended| ended.is_ok()) {
        log::forget_erasing().await;
    }
    refused
}

const fn places(what: Option<Erasing>) -> &'static [Place] {
    match what {
        None => &[Place::Storage, Place::Log],
        // What an import erased stays in the snapshots: they are there to bring it back.
        Some(Erasing::Records) => &[Place::Storage, Place::Log, Place::Snapshots],
        Some(Erasing::Everything) => {
            &[Place::Storage, Place::Log, Place::Snapshots, Place::KeptFile, Place::SharedFile]
        }
    }
}

/// Whether a last look finds nothing there.
async fn is_emptied(store: NotebookStore, place: Place, what: Option<Erasing>) -> bool {
    for _ in 0..LOOKS {
        let look = match (place, what) {
            (Place::Storage, _) => look_at_storage(store, what.unwrap_or(Erasing::Records)).await,
            (Place::Log, _) => log::look(store).await,
            (Place::Snapshots, Some(Erasing::Everything)) => look_at_shelf(Shelf::Snapshots).await,
            (Place::Snapshots, _) => snapshots::look(store).await,
            (Place::KeptFile, _) => look_at_shelf(Shelf::Handles).await,
            (Place::SharedFile, _) => shared_file::forget().await.map_or(Look::Clean, Look::after),
        };
        match look {
            Look::Clean => return true,
            Look::Removed => {}
            Look::Refused => return false,
        }
    }
    false
}

async fn look_at_storage(store: NotebookStore, what: Erasing) -> Look {
    unpacking::read(store).await;
    let mut look = Look::Clean;
    let mut turns = Turns::begin();
    let erase = |kept: &mut Store| store.with_untracked(|notebook| kept.erase_some(notebook, what));
    loop {
        match store.keeper().ask(erase) {
            Some(Ok(true)) => look = Look::Removed,
            Some(Ok(false)) | None => return look,
            Some(Err(_)) => return Look::Refused,
        }
        if turns.is_over() {
            turns.give().await;
        }
    }
}

async fn look_at_shelf(shelf: Shelf) -> Look {
    // Where there is no database, nothing was ever put there.
    let Some(database) = Database::open().await else { return Look::Clean };
    match database.names(shelf).await {
        None => Look::Refused,
        Some(names) if names.is_empty() => Look::Clean,
        Some(names) => Look::after(database.remove(shelf, &names).await),
    }
}
