//! The log: what is stored is also put where a crash of the browser does not reach, and read again at the next start.
//! localStorage alone would lose what it has not written to the disk yet, which may be minutes of work.

use gloo_timers::future::TimeoutFuture;
use js_sys::Array;
use leptos::prelude::*;
use wasm_bindgen::{JsCast as _, JsValue};
use wasm_bindgen_futures::spawn_local;
use waymark_domain::{
    Notebook,
    stamp::At,
    store::{Erasing, Kept, Store, key::ERASING, log::Entries},
};

use super::{
    durability::LogState,
    erasing::Look,
    live,
    notebook_store::NotebookStore,
    rescued::{RescuedWords, use_rescued},
    unpacking,
};
use crate::browser::{
    clock,
    database::{Database, Shelf},
};
use crate::signal::effect;

/// How long an entry stays, in milliseconds: localStorage is on the disk long before.
const STAYS: u32 = 24 * 3_600_000;

/// Opens the log, takes in what it has, and from then on puts everything there. Where another program deletes it, a new one
/// takes its place.
pub(super) fn keep_log(store: NotebookStore) {
    let (open, rescued) = (StoredValue::new_local(None), use_rescued());
    write_whenever_behind(store, open);
    spawn_local(async move {
        let mut known = Known::Nothing;
        while let Some(database) = Database::open().await {
            open.try_set_value(Some(database.clone()));
            match known {
                Known::Nothing => take_in(store, &database, rescued).await,
                Known::All => put_again(store).await,
            }
            known = Known::All;
            database.is_gone().await;
            store.keeper().log_is(LogState::Opening);
        }
        store.keeper().log_is(LogState::Missing);
        if known == Known::Nothing {
            go_on_erasing(store, None);
            rescued.take_in(store, Entries::new()).await;
        }
    });
}

/// What of the log was read in this run of the app.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Known {
    Nothing,
    All,
}

async fn take_in(store: NotebookStore, database: &Database, rescued: RescuedWords) {
    let entries = entries(database).await;
    recover_epoch(store, &entries);
    let erasing = Erasing::in_log(&entries);
    // What is typed meanwhile does not wait for what was lost.
    store.keeper().log_is(LogState::Behind);
    let typed_before = entries.clone();
    recover(store, entries).await;
    go_on_erasing(store, erasing);
    rescued.take_in(store, typed_before).await;
}

/// The log is a new one: what was written lately goes there again.
async fn put_again(store: NotebookStore) {
    unpacking::read(store).await;
    store.change_quietly(|kept, notebook| kept.tell_what_is_missing(notebook, &Entries::new(), recently()));
    store.keeper().log_is(LogState::Behind);
}

/// What was erased before the app was gone, here or in the log, is erased everywhere now.
fn go_on_erasing(store: NotebookStore, in_log: Option<Erasing>) {
    store.keeper().ask(|kept| {
        let begun = kept.erasing().max(in_log);
        begun.inspect(|what| kept.begin_erasing(*what));
        if begun == Some(Erasing::Everything) {
            // What cannot be removed now is found by the looks that follow, but for settings.
            kept.delete_the_rest().unwrap_or_default();
        }
    });
    store.keeper().has_erased();
}

/// The moment since which the log has everything.
fn recently() -> At {
    At(clock::now().0.saturating_sub(u64::from(STAYS)))
}

fn write_whenever_behind(store: NotebookStore, open: StoredValue<Option<Database>, LocalStorage>) {
    let is_writing = StoredValue::new(false);
    effect(move || {
        if store.keeper().log() == LogState::Behind && !is_writing.get_value() {
            let Some(database) = open.get_value() else { return };
            is_writing.set_value(true);
            spawn_local(async move {
                let state =
                    if write(store, &database).await { LogState::UpToDate } else { LogState::Missing };
                is_writing.try_set_value(false);
                if store.keeper().safety().now().log == LogState::Behind {
                    store.keeper().log_is(state);
                }
            });
        }
    });
}

/// Puts everything there that was stored since. Says whether it is kept.
async fn write(store: NotebookStore, database: &Database) -> bool {
    loop {
        let news = store.keeper().ask(Store::take_news).unwrap_or_default();
        if news.is_empty() {
            return true;
        }
        if !database.put(Shelf::Log, &news.into_iter().map(dated).collect::<Vec<_>>()).await {
            return false;
        }
    }
}

/// An entry with its moment.
fn dated((name, text): (String, String)) -> (String, JsValue) {
    (name, Array::of2(&clock::moment().into(), &text.into()).into())
}

fn undated((name, value): (String, JsValue)) -> Option<(f64, String, String)> {
    let value: Array = value.dyn_into().ok()?;
    Some((value.get(0).as_f64()?, name, value.get(1).as_string()?))
}

/// What the log has, without what is too old to matter.
async fn entries(database: &Database) -> Entries {
    let all = database.all(Shelf::Log).await.unwrap_or_default();
    let oldest = clock::moment() - f64::from(STAYS);
    let (kept, old): (Vec<_>, Vec<_>) =
        all.into_iter().filter_map(undated).partition(|(moment, ..)| *moment > oldest);
    if !old.is_empty() {
        // What stays is tried again at the next start.
        database.remove(Shelf::Log, &old.into_iter().map(|(_, name, _)| name).collect::<Vec<_>>()).await;
    }
    kept.into_iter().map(|(_, name, text)| (name, text)).collect()
}

/// Opens again where the storage lost whose notebook it is. Before anything is written: what is logged of a notebook that
/// was begun since must not stand in the way of the one that was lost.
fn recover_epoch(store: NotebookStore, entries: &Entries) {
    let along = store.change_quietly(|kept, notebook| kept.recover_epoch(notebook, entries)).flatten();
    if let Some(along) = along {
        live::start_over(store);
        let came = store.change_quietly(|_, notebook| Ok(notebook.take_from(&along))).unwrap_or_default();
        store.tell(&came);
        store.save(&came);
    }
}

/// Joins what the storage lost when the browser was last closed in haste.
async fn recover(store: NotebookStore, entries: Entries) {
    unpacking::read(store).await;
    let begin = |kept: &mut Store, notebook: &mut Notebook| {
        kept.tell_what_is_missing(notebook, &entries, recently())?;
        kept.begin_recovery(entries)
    };
    let Some(mut recovery) = store.change_quietly(begin) else { return };
    let mut changed = Vec::new();
    while let Some(Some(more)) =
        store.change_quietly(|kept, notebook| kept.recover_some(notebook, &mut recovery))
    {
        if !more.is_empty() {
            changed.extend(more);
            TimeoutFuture::new(0).await;
        }
    }
    if !changed.is_empty() {
        store.tell(&changed);
        store.save(&[]);
    }
}

/// Looks for what was erased, and for what belongs to a notebook that was deleted, and removes it.
pub(super) async fn look(store: NotebookStore) -> Look {
    let Some(database) = Database::open().await else {
        return if store.keeper().safety().now().log == LogState::Missing {
            Look::Clean
        } else {
            Look::Refused
        };
    };
    // What is on its way there comes first.
    if !write(store, &database).await {
        return Look::Refused;
    }
    let Some(all) = database.all(Shelf::Log).await else { return Look::Refused };
    let (mut over, mut blanked) = (Vec::new(), Vec::new());
    for (_, name, text) in all.into_iter().filter_map(undated) {
        let kept = store.keeper().ask(|kept| store.with_untracked(|book| kept.kept(book, &name, &text)));
        match kept {
            Some(Kept::Not) => over.push(name),
            Some(Kept::As(text)) => blanked.push(dated((name, text))),
            Some(Kept::Same) | None => {}
        }
    }
    if over.is_empty() && blanked.is_empty() {
        return Look::Clean;
    }
    Look::after(database.remove(Shelf::Log, &over).await && database.put(Shelf::Log, &blanked).await)
}

/// Erasing has ended: its mark goes. One that stays is looked at again at the next start.
pub(super) async fn forget_erasing() {
    forget(vec![ERASING.to_owned()]).await;
}

/// Removes what has these names; what stays is looked at again at the next start.
pub(super) async fn forget(names: Vec<String>) {
    if let Some(database) = Database::open().await {
        database.remove(Shelf::Log, &names).await;
    }
}
