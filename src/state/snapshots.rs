//! The notebook as it was before the last imports: whatever comes in, what was there can be had again.

use js_sys::Array;
use wasm_bindgen::{JsCast as _, JsValue};
use waymark_domain::{
    Notebook,
    id::ReplicaId,
    store::{KeyValue as _, Store, memory::Memory},
};

use super::keeper::fresh;
use crate::browser::{
    clock,
    database::{Database, Shelf},
    storage,
};

/// So many are kept.
const RING: usize = 3;

/// What was in this browser's storage at some moment.
#[derive(Clone, Debug)]
pub struct Snapshot {
    /// When, in milliseconds since 1970.
    pub moment: f64,
    texts: Vec<(String, String)>,
}

/// Keeps what is in the storage now; the oldest one goes. Where there is no place for it, undo is still there.
pub(super) async fn take() {
    let (Some(database), Some(texts)) = (Database::open().await, stored()) else { return };
    let (names, texts): (Array, Array) =
        texts.into_iter().map(|(name, text)| (JsValue::from(name), JsValue::from(text))).unzip();
    let name = format!("{:020}", clock::moment());
    database.put(Shelf::Snapshots, &[(name, Array::of2(&names, &texts).into())]).await;
    keep_only(&database, RING).await;
}

/// Removes all but the last ones.
async fn keep_only(database: &Database, count: usize) {
    let mut names = database.names(Shelf::Snapshots).await.unwrap_or_default();
    names.truncate(names.len().saturating_sub(count));
    // What could not be removed now goes the next time.
    database.remove(Shelf::Snapshots, &names).await;
}

/// All that are kept, the last one first.
pub async fn all() -> Vec<Snapshot> {
    let Some(database) = Database::open().await else { return Vec::new() };
    let all = database.all(Shelf::Snapshots).await.unwrap_or_default();
    all.into_iter().rev().filter_map(|(name, value)| snapshot(&name, &value)).collect()
}

/// Forgets all of them.
pub(super) async fn forget() {
    if let Some(database) = Database::open().await {
        keep_only(&database, 0).await;
    }
}

impl Snapshot {
    /// The notebook in it.
    pub fn notebook(&self) -> Option<Notebook> {
        let memory = Memory::default();
        self.texts.iter().try_for_each(|(name, text)| memory.set(name, text)).ok()?;
        let mut opened = Store::open(memory, fresh(), ReplicaId(0)).ok()?;
        opened.store.read_all(&mut opened.notebook).ok()?;
        Some(opened.notebook)
    }
}

fn stored() -> Option<Vec<(String, String)>> {
    let storage = storage::open().ok()?;
    let text = |name: String| {
        let text = storage.get(&name).ok()??;
        Some((name, text))
    };
    Some(storage.keys().ok()?.into_iter().filter_map(text).collect())
}

fn snapshot(name: &str, value: &JsValue) -> Option<Snapshot> {
    let value: &Array = value.dyn_ref()?;
    let strings = |part| {
        let list: Array = value.get(part).dyn_into().ok()?;
        Some(list.iter().filter_map(|text| text.as_string()).collect::<Vec<_>>())
    };
    Some(Snapshot { moment: name.parse().ok()?, texts: strings(0)?.into_iter().zip(strings(1)?).collect() })
}
