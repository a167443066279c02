//! Living beside other tabs: what they store shows here at once, and what gone ones left behind is tidied up.

use std::collections::BTreeSet;

use gloo_timers::future::TimeoutFuture;
use leptos::{leptos_dom::helpers::WindowListenerHandle, prelude::*};
use wasm_bindgen_futures::spawn_local;
use waymark_domain::{
    id::ReplicaId,
    store::{Folded, fold::Listed, packing::Need},
};

use super::{durability::Storage, notebook_store::NotebookStore, save_status::NotSaved, unpacking};
use crate::browser::{
    app_prefix, locks,
    other_tabs::{self, Leaving, News},
    stamp_source::StampSource,
};
use crate::memo::Memo;
use crate::signal::effect;

/// How long to wait before tidying up, in milliseconds, so that it is in nobody's way.
const BEFORE_TIDYING: u32 = 5_000;
/// How long to wait between two times, in milliseconds.
const BETWEEN_TIDYINGS: u32 = 60_000;
/// What a replica wrote just before it was gone may still be on its way to this tab, for so many milliseconds.
const ON_ITS_WAY: u32 = 1_000;
/// Where there are no locks, a tab that began at the same time has written after so many milliseconds.
const AT_THE_SAME_TIME: u32 = 50;

/// Begins to store and to listen.
pub(super) fn begin(store: NotebookStore) {
    other_tabs::on_leave(move |leaving| match leaving {
        Leaving::LookedAway => store.pending().flush_all(),
        Leaving::MayGo => store.pending().finish_all(),
    });
    ask_before_something_is_lost(store);
    other_tabs::follow(move |news| hear(store, &news));
    take_part_again(store);
}

/// Tidies up now and then; at once where there is no room.
pub(super) fn keep_tidy(store: NotebookStore) {
    spawn_local(async move {
        TimeoutFuture::new(BEFORE_TIDYING).await;
        while locks::available() {
            if store.keeper().has_saved()
                && let Some(_turn) = locks::try_take(&turn()).await
            {
                tidy(store, Need::Low).await;
            }
            TimeoutFuture::new(BETWEEN_TIDYINGS).await;
        }
    });
    let full = Memo::new(move |_| store.keeper().safety().get().storage == Storage::NotSaved(NotSaved::Full));
    effect(move || {
        if full.get() {
            spawn_local(tidy_at_once(store));
        }
    });
}

async fn tidy_at_once(store: NotebookStore) {
    if locks::available()
        && let Some(_turn) = locks::take(&turn()).await
    {
        tidy(store, Need::High).await;
        store.save(&[]);
    }
}

fn ask_before_something_is_lost(store: NotebookStore) {
    let is_at_risk = Memo::new(move |_| store.would_lose_something());
    Effect::new(move |before: Option<Option<WindowListenerHandle>>| {
        if let Some(asking) = before.flatten() {
            asking.remove();
        }
        is_at_risk.get().then(other_tabs::ask_before_leaving)
    });
}

/// Tells other tabs that this one is alive, and agrees with them whose notebook it is. Only then may it write.
async fn take_part(store: NotebookStore) {
    let replica = move || store.keeper().ask(|kept| kept.replica());
    let Some(name) = replica() else { return };
    let alive = locks::take(&lock_of(name)).await;
    if !settle(store).await {
        return start_over(store);
    }
    // Whoever started over while this waited takes part under another name.
    if replica() == Some(name) {
        store.keeper().live(alive);
        store.save(&[]);
    }
}

/// Sees to it that the storage says whose notebook it is. Says whether it is the one that is open here.
async fn settle(store: NotebookStore) -> bool {
    if store.keeper().is_settled() {
        return true;
    }
    let turn = locks::take(&turn()).await;
    if turn.is_none() {
        store.keeper().settle_identity();
        TimeoutFuture::new(AT_THE_SAME_TIME).await;
    }
    store.keeper().settle_identity()
}

fn hear(store: NotebookStore, news: &News) {
    if *news == News::Revived {
        // Its lock is lost, so others may take it for gone until it has a new one.
        store.keeper().ask(|kept| kept.let_write(false));
        spawn_local(async move {
            take_part(store).await;
            hear(store, &News::Look);
        });
        return;
    }
    let still_ours = store.take_in(|kept, notebook| match news {
        News::Stored { key, value } => kept.hear(notebook, key, value.as_deref()),
        News::Look | News::Revived => kept.reread(notebook),
    });
    if !still_ours {
        start_over(store);
    }
}

/// Everything was deleted in another tab: nothing of this one's notebook may come back.
pub(super) fn start_over(store: NotebookStore) {
    let stamp = StampSource::new();
    let showed = store.with_untracked(|notebook| notebook.records().len() > 0);
    let notebook = store.keeper().reopen(waymark_domain::stamp::Stamp::replica(&stamp), showed);
    store.replace(notebook, stamp);
    // What this tab had put into other places goes too.
    store.keeper().has_erased();
    take_part_again(store);
}

/// Also when the notebook is another one now, and this tab another replica.
pub(super) fn take_part_again(store: NotebookStore) {
    spawn_local(take_part(store));
}

/// Folds what gone replicas left, as far as there is something to fold, and packs. Nobody else is at it.
async fn tidy(store: NotebookStore, need: Need) {
    while tidy_some(store).await.is_some_and(|folded| folded.more) {}
    if let Some((listed, living)) = left_by_gone(store).await {
        unpacking::pack(store, &listed, &living, need).await;
    }
}

async fn tidy_some(store: NotebookStore) -> Option<Folded> {
    let (listed, living) = left_by_gone(store).await?;
    store.fold(&listed, &living)
}

/// In this order: whoever wrote a key that is listed before it was asked who lives is alive or gone for good.
async fn left_by_gone(store: NotebookStore) -> Option<(Listed, BTreeSet<ReplicaId>)> {
    let listed = store.keeper().ask(|kept| kept.list())?.ok()?;
    let living = living().await?;
    TimeoutFuture::new(ON_ITS_WAY).await;
    Some((listed, living))
}

async fn living() -> Option<BTreeSet<ReplicaId>> {
    let prefix = lock_prefix();
    let replica = |name: &String| name.strip_prefix(&prefix)?.parse().ok();
    Some(locks::all_held().await?.iter().filter_map(replica).collect())
}

fn lock_of(replica: ReplicaId) -> String {
    format!("{}{replica}", lock_prefix())
}

fn lock_prefix() -> String {
    app_prefix() + "replica:"
}

fn turn() -> String {
    app_prefix() + "fold"
}

#[cfg(test)]
#[cfg(target_arch = "wasm32")]
mod tests;
