//! `IndexedDB`: where the browser promises that what it confirmed is still there after a crash. Some browsers have
//! none, or none in private windows; then every call here fails quietly.

use gloo_timers::future::TimeoutFuture;
use js_sys::{Array, Function, Object, Promise, Reflect};
use leptos::prelude::window;
use wasm_bindgen::{JsCast as _, JsValue};
use wasm_bindgen_futures::{JsFuture, future_to_promise, spawn_local};
use web_sys::{IdbDatabase, IdbObjectStore, IdbRequest, IdbTransaction, IdbTransactionMode};

use super::app_prefix;

/// How long a database may take to open, in milliseconds. Some browsers never answer.
const PATIENCE: u32 = 10_000;

/// The shelves of the database: values under names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shelf {
    /// What was stored lately.
    Log,
    /// The notebook as it was before imports.
    Snapshots,
    /// A file that is kept up to date.
    Handles,
}

const SHELVES: [Shelf; 3] = [Shelf::Log, Shelf::Snapshots, Shelf::Handles];

impl Shelf {
    const fn name(self) -> &'static str {
        match self {
            // Its name since before it was called a log.
            Self::Log => "journal",
            Self::Snapshots => "snapshots",
            Self::Handles => "handles",
        }
    }
}

/// The database of this app at its address. Clones are the same one.
#[derive(Clone, Debug)]
pub struct Database {
    database: IdbDatabase,
    /// Comes to something once it can be used no more.
    gone: Promise,
}

impl Database {
    /// Opens it, and makes it where there is none yet; nothing where the browser does not let us.
    pub async fn open() -> Option<Self> {
        let request = window().indexed_db().ok()??.open_with_u32(&app_prefix(), 1).ok()?;
        let making = request.clone();
        let (needs_making, made) =
            (promise_of(|told| making.set_onupgradeneeded(Some(told))), settled(&request));
        // Whichever comes first: a new database is made before it opens.
        let made = Promise::race(&Array::of2(&made, &too_late()));
        let first = Promise::race(&Array::of2(&needs_making, &made));
        JsFuture::from(first).await.ok()?;
        if request.ready_state() == web_sys::IdbRequestReadyState::Done && request.transaction().is_some() {
            let database: IdbDatabase = request.result().ok()?.dyn_into().ok()?;
            for shelf in SHELVES {
                database.create_object_store(shelf.name()).ok()?;
            }
        }
        JsFuture::from(made).await.ok()?;
        Some(Self::giving_way(request.result().ok()?.dyn_into().ok()?))
    }

    /// Whoever deletes the database does not wait for us.
    fn giving_way(database: IdbDatabase) -> Self {
        let asked = promise_of(|told| database.set_onversionchange(Some(told)));
        let closed = promise_of(|told| database.set_onclose(Some(told)));
        let gone = Promise::race(&Array::of2(&asked, &closed));
        let this = Self { database, gone };
        let giving = this.clone();
        spawn_local(async move {
            giving.is_gone().await;
            giving.database.close();
        });
        this
    }

    /// Waits until it can be used no more: somebody deletes it, or the browser closed it.
    pub async fn is_gone(&self) {
        drop(JsFuture::from(self.gone.clone()).await);
    }

    /// Puts values under names, all or none. Says whether the browser promised to keep them through a crash.
    pub async fn put(&self, on: Shelf, entries: &[(String, JsValue)]) -> bool {
        self.change(on, |shelf| {
            entries.iter().try_for_each(|(name, value)| shelf.put_with_key(value, &name.into()).map(drop))
        })
        .await
    }

    /// Removes names. Says whether that worked.
    pub async fn remove(&self, on: Shelf, names: &[String]) -> bool {
        self.change(on, |shelf| names.iter().try_for_each(|name| shelf.delete(&name.into()).map(drop))).await
    }

    /// The names on a shelf, in order.
    pub async fn names(&self, on: Shelf) -> Option<Vec<String>> {
        let store = self.transaction(on, IdbTransactionMode::Readonly)?.object_store(on.name()).ok()?;
        let names: Array = answer(&store.get_all_keys().ok()?).await?.dyn_into().ok()?;
        Some(names.iter().filter_map(|name| name.as_string()).collect())
    }

    /// Everything on a shelf, in the order of the names.
    pub async fn all(&self, on: Shelf) -> Option<Vec<(String, JsValue)>> {
        let store = self.transaction(on, IdbTransactionMode::Readonly)?.object_store(on.name()).ok()?;
        let (names, values) = (store.get_all_keys().ok()?, store.get_all().ok()?);
        let (names, values) = (answer(&names).await?, answer(&values).await?);
        let (names, values): (Array, Array) = (names.dyn_into().ok()?, values.dyn_into().ok()?);
        let as_entry = |(name, value): (JsValue, JsValue)| Some((name.as_string()?, value));
        Some(names.iter().zip(values.iter()).filter_map(as_entry).collect())
    }

    async fn change(&self, on: Shelf, change: impl FnOnce(&IdbObjectStore) -> Result<(), JsValue>) -> bool {
        let Some(transaction) = self.transaction(on, IdbTransactionMode::Readwrite) else { return false };
        let ended = ended(&transaction);
        let changed = transaction.object_store(on.name()).and_then(|shelf| change(&shelf));
        changed.is_ok() && JsFuture::from(ended).await.is_ok()
    }

    /// `web-sys` counts the options as unstable, so they are reached by name.
    fn transaction(&self, on: Shelf, mode: IdbTransactionMode) -> Option<IdbTransaction> {
        let begin: Function = Reflect::get(&self.database, &"transaction".into()).ok()?.dyn_into().ok()?;
        let options = Object::new();
        Reflect::set(&options, &"durability".into(), &"strict".into()).ok()?;
        begin.call3(&self.database, &on.name().into(), &mode.into(), &options).ok()?.dyn_into().ok()
    }
}

/// Rejects after a while.
fn too_late() -> Promise {
    future_to_promise(async {
        TimeoutFuture::new(PATIENCE).await;
        Err(JsValue::NULL)
    })
}

async fn answer(request: &IdbRequest) -> Option<JsValue> {
    JsFuture::from(settled(request)).await.ok()?;
    request.result().ok()
}

/// Resolves when a request succeeds and rejects when it fails.
fn settled(request: &IdbRequest) -> Promise {
    Promise::new(&mut |resolve, reject| {
        request.set_onsuccess(Some(&resolve));
        request.set_onerror(Some(&reject));
    })
}

/// Resolves when a transaction is kept and rejects when it is not.
fn ended(transaction: &IdbTransaction) -> Promise {
    Promise::new(&mut |resolve, reject| {
        transaction.set_oncomplete(Some(&resolve));
        transaction.set_onerror(Some(&reject));
        transaction.set_onabort(Some(&reject));
    })
}

fn promise_of(listen: impl Fn(&Function)) -> Promise {
    Promise::new(&mut |resolve, _| listen(&resolve))
}
