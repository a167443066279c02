//! Reading what is packed, a little at a time behind the first page; and packing what is not written any more.

use std::collections::BTreeSet;

use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;
use waymark_domain::{
    Notebook,
    id::{RecordId, ReplicaId},
    store::{KeyValueError, Packing, Store, fold::Listed, packing::Need},
};

use super::notebook_store::NotebookStore;
use crate::browser::{clock, turns::Turns};
use crate::signal::effect;

/// How long to read before the pages show what was read since, in milliseconds.
const BEFORE_SHOWING: f64 = 150.0;

/// Reads whatever is packed, now and when other tabs pack something that this one does not know.
pub(super) fn keep_unpacking(store: NotebookStore) {
    let is_reading = StoredValue::new(false);
    effect(move || {
        if store.keeper().has_unread() && !is_reading.get_value() {
            is_reading.set_value(true);
            spawn_local(async move {
                read(store).await;
                is_reading.try_set_value(false);
            });
        }
    });
}

/// The last written first, which shows at once; what follows shows now and then, as each time costs the pages a look.
pub(super) async fn read(store: NotebookStore) {
    let mut first = true;
    let (mut changed, mut shown, mut turns) = (Vec::new(), clock::ticks(), Turns::begin());
    loop {
        let more = loop {
            // Where the storage refuses, the rest is read when this tab is looked at again.
            let Some(read) = store.read_some() else { return store.tell(&changed) };
            changed.extend(read);
            let more = store.keeper().ask(|kept| kept.has_unread()).unwrap_or_default();
            if first || !more || turns.is_over() {
                break more;
            }
        };
        if first || !more || clock::ticks() - shown > BEFORE_SHOWING {
            store.tell(&std::mem::take(&mut changed));
            (first, shown) = (false, clock::ticks());
        }
        if !more {
            return store.keeper().look_what_is_read();
        }
        turns.give().await;
    }
}

impl NotebookStore {
    /// The next pack; nothing where the storage refuses.
    fn read_some(self) -> Option<Vec<RecordId>> {
        self.change_quietly(Store::read_pack)
    }

    /// Reads everything that was not read yet, at once: something needs to know the whole notebook.
    pub fn read_everything(self) {
        if let Some(changed) = self.change_quietly(Store::read_all) {
            self.tell(&changed);
        }
        self.keeper().look_what_is_read();
    }

    /// Asks the store something that changes the notebook, and tells nobody yet. Nothing where there is no store, or where it
    /// refuses.
    pub(super) fn change_quietly<R>(
        self,
        ask: impl FnOnce(&mut Store, &mut Notebook) -> Result<R, KeyValueError>,
    ) -> Option<R> {
        self.keeper().ask(|kept| ask(kept, &mut self.notebook.write_untracked()).ok()).flatten()
    }
}

/// Packs what there is to pack. One tab at a time, as with folding.
pub(super) async fn pack(store: NotebookStore, listed: &Listed, living: &BTreeSet<ReplicaId>, need: Need) {
    let plan = |kept: &mut Store, notebook: &mut Notebook| kept.plan_packing(notebook, listed, living, need);
    let Some(mut packing) = store.change_quietly(plan) else { return };
    let mut turns = Turns::begin();
    while pack_some(store, &mut packing) {
        turns.give().await;
    }
}

/// Says whether there is more to do.
fn pack_some(store: NotebookStore, packing: &mut Packing) -> bool {
    let packed = store.change_quietly(|kept, notebook| kept.pack_some(notebook, packing));
    packed.is_some_and(|(changed, more)| {
        store.tell(&changed);
        more
    })
}
