//! Living beside other tabs: what they store shows here at once, and what gone ones left behind is tidied up.

use std::collections::BTreeSet;

use gloo_timers::future::TimeoutFuture;
use wasm_bindgen_futures::spawn_local;
use waymark_domain::{id::ReplicaId, store::Folded};

use super::notebook_store::NotebookStore;
use crate::browser::{
    app_prefix, locks,
    other_tabs::{self, News},
    stamp_source::StampSource,
};

/// How long to wait before tidying up, in milliseconds, so that it is in nobody's way.
const BEFORE_TIDYING: u32 = 5_000;
/// What a replica wrote just before it was gone may still be on its way to this tab, for so many milliseconds.
const ON_ITS_WAY: u32 = 1_000;
/// Where there are no locks, a tab that began at the same time has written after so many milliseconds.
const AT_THE_SAME_TIME: u32 = 50;

/// Begins to store, to listen and to tidy up.
pub(super) fn begin(store: NotebookStore) {
    other_tabs::on_leave(move || store.pending().flush_all());
    other_tabs::follow(move |news| hear(store, &news));
    spawn_local(async move {
        take_part(store).await;
        settle(store).await;
        tidy(store).await;
    });
}

/// Tells other tabs that this one is alive. Only then may it write.
async fn take_part(store: NotebookStore) {
    let Some(replica) = store.keeper().ask(|kept| kept.replica()) else { return };
    let alive = locks::take(&lock_of(replica)).await;
    store.keeper().live(alive);
    store.keeper().ask(|kept| kept.let_write(true));
}

/// Agrees with other tabs whose notebook it is, and stores what was changed so far.
async fn settle(store: NotebookStore) {
    let turn = locks::take(&turn()).await;
    if turn.is_none() {
        store.keeper().ask(|kept| kept.settle());
        TimeoutFuture::new(AT_THE_SAME_TIME).await;
    }
    // Where nothing can be written, the notebook lives in memory and every saving tries again.
    let agreed = store.keeper().ask(|kept| kept.settle().unwrap_or(true)).unwrap_or(true);
    if agreed { store.save(&[]) } else { start_over(store) }
}

fn hear(store: NotebookStore, news: &News) {
    if *news == News::Revived {
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
    let notebook = store.keeper().reopen(waymark_domain::stamp::Stamp::replica(&stamp));
    store.replace(notebook, stamp);
    take_part_again(store);
}

/// The notebook is another one now, and this tab another replica.
pub(super) fn take_part_again(store: NotebookStore) {
    spawn_local(async move {
        take_part(store).await;
        store.save(&[]);
    });
}

/// Folds what gone replicas left, as far as there is something to fold and nobody else is at it.
async fn tidy(store: NotebookStore) {
    TimeoutFuture::new(BEFORE_TIDYING).await;
    let Some(_turn) = locks::try_take(&turn()).await else { return };
    while tidy_some(store).await.is_some_and(|folded| folded.more) {}
}

async fn tidy_some(store: NotebookStore) -> Option<Folded> {
    // In this order: whoever wrote a key that is listed before it was asked who lives is alive or gone for good.
    let listed = store.keeper().ask(|kept| kept.list())?.ok()?;
    let living = living().await?;
    TimeoutFuture::new(ON_ITS_WAY).await;
    store.fold(&listed, &living)
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
