//! New builds of the app: the person hears that one is here, and it opens when they say so. Nothing typed is lost by that.

use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;

use super::notebook_store::NotebookStore;
use crate::browser::service_worker;

/// Whether there is a newer build than the one that is open; a signal to read.
#[derive(Clone, Copy, Debug)]
pub struct NewBuild(RwSignal<bool>);

impl NewBuild {
    /// Whether the person should hear of it.
    pub fn is_here(self) -> bool {
        self.0.get()
    }
}

/// Whether the app opens without a network.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Offline {
    /// What is needed for that is still on its way.
    NotYet,
    /// It does.
    Ready,
    /// This browser, or this connection, does not allow it.
    Never,
}

/// Makes `use_new_build` work. Nothing is known yet.
pub(super) fn provide_new_build() {
    provide_context(NewBuild(RwSignal::new(false)));
}

/// Only inside the app.
pub fn use_new_build() -> NewBuild {
    expect_context()
}

/// Only inside of what is loaded behind the first page.
pub fn use_offline() -> ReadSignal<Offline> {
    expect_context()
}

/// Has this build kept in the browser, and listens for the next one.
pub(super) fn follow(store: NotebookStore) {
    let new_build = use_new_build();
    let (offline, set_offline) = signal(Offline::NotYet);
    provide_context(offline);
    spawn_local(async move {
        let Some(registration) = service_worker::register().await else {
            return set_offline.set(Offline::Never);
        };
        registration.on_next_build(move || new_build.0.set(true));
        service_worker::on_another_build(move || make_way(store, new_build));
        registration.check_when_looked_at();
        service_worker::is_kept().await;
        set_offline.set(Offline::Ready);
    });
}

/// Opens the new build, in this tab and in the others. Where something would be lost the browser asks first.
pub fn take_over(store: NotebookStore) {
    store.pending().finish_all();
    spawn_local(service_worker::take_over());
}

/// Another tab has opened the new build, and it answers here too.
fn make_way(store: NotebookStore, new_build: NewBuild) {
    store.pending().finish_all();
    if untrack(|| store.would_lose_something()) {
        new_build.0.set(true);
    } else {
        service_worker::reload();
    }
}
