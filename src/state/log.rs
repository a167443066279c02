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
    store::{
        Store,
        log::{Entries, Kept},
    },
};

use super::{keeper::LogState, live, notebook_store::NotebookStore, reading};
use crate::browser::{
    clock,
    database::{Database, Shelf},
    storage::AppStorage,
};

/// How long an entry stays, in milliseconds: localStorage is on the disk long before.
const STAYS: u32 = 24 * 3_600_000;

/// Opens the log, takes in what it has, and from then on puts everything there.
pub(super) fn keep_log(store: NotebookStore) {
    spawn_local(async move {
        let Some(database) = Database::open().await else {
            return store.keeper().set_log(LogState::Missing);
        };
        let entries = entries(&database).await;
        recover_epoch(store, &entries);
        // What is typed meanwhile does not wait for what was lost.
        store.keeper().set_log(LogState::Behind);
        write_whenever_behind(store, database.clone());
        recover(store, entries).await;
        forget_what_is_erased(store, database);
    });
}

/// The moment since which the log has everything.
fn recently() -> At {
    At(clock::now().0.saturating_sub(u64::from(STAYS)))
}

fn write_whenever_behind(store: NotebookStore, database: Database) {
    let is_writing = StoredValue::new(false);
    Effect::new(move || {
        if store.keeper().log() == LogState::Behind && !is_writing.get_value() {
            is_writing.set_value(true);
            let database = database.clone();
            spawn_local(async move {
                let state = if write(store, &database).await {
                    LogState::UpToDate
                } else {
                    LogState::Missing
                };
                is_writing.try_set_value(false);
                store.keeper().set_log(state);
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
    let reopens = store.change_quietly(|kept, notebook| kept.recover_epoch(notebook, entries));
    if reopens == Some(true) {
        live::start_over(store);
    }
}

/// Joins what the storage lost when the browser was last closed in haste.
async fn recover(store: NotebookStore, entries: Entries) {
    reading::read(store).await;
    let begin = |kept: &mut Store<AppStorage>, notebook: &mut Notebook| {
        kept.tell_what_is_missing(notebook, &entries, recently())?;
        kept.begin_recovery(entries)
    };
    let Some(mut recovery) = store.change_quietly(begin) else { return };
    store.keeper().has_news();
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

/// Nothing that was erased stays in the log, and nothing of a notebook that was deleted.
fn forget_what_is_erased(store: NotebookStore, database: Database) {
    let erasures = Memo::new(move |_| store.keeper().erasures());
    Effect::new(move || {
        erasures.track();
        let database = database.clone();
        spawn_local(async move {
            for (name, text) in entries(&database).await {
                let kept = store.change_quietly(|kept, notebook| Ok(kept.kept(notebook, &name, &text)));
                match kept {
                    Some(Kept::Not) => drop(database.remove(Shelf::Log, &[name]).await),
                    Some(Kept::As(text)) => drop(database.put(Shelf::Log, &[dated((name, text))]).await),
                    Some(Kept::Same) | None => {}
                }
            }
        });
    });
}
