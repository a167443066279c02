//! The notebook as it was before the last imports: whatever comes in, what was there can be had again.

use js_sys::Array;
use wasm_bindgen::{JsCast as _, JsValue};
use waymark_domain::{
    Notebook,
    id::ReplicaId,
    store::{self, Kept, KeyValue as _, Store, memory::Memory},
};

use super::{erasing::Look, keeper::fresh, notebook_store::NotebookStore};
use crate::browser::{
    clock,
    database::{Database, Shelf},
    storage,
    turns::Turns,
};

/// So many are kept.
const RING: usize = 3;

/// Names and texts.
type Texts = Vec<(String, String)>;

/// What was in this browser's storage at some moment.
#[derive(Clone, Debug)]
pub struct Snapshot {
    /// When, in milliseconds since 1970.
    pub moment: f64,
    texts: Texts,
}

/// Keeps what is in the storage now; the oldest one goes. Where there is no place for it, undo is still there.
pub(super) async fn take() {
    let (Some(database), Some(texts)) = (Database::open().await, stored()) else { return };
    let name = format!("{:020}", clock::moment());
    database.put(Shelf::Snapshots, &[(name, value_of(texts))]).await;
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

/// Looks for what was erased and removes it.
pub(super) async fn look(store: NotebookStore) -> Look {
    // Where there is no database, nothing was ever put there.
    let Some(database) = Database::open().await else { return Look::Clean };
    let Some(all) = database.all(Shelf::Snapshots).await else { return Look::Refused };
    let mut blanked = Vec::new();
    for (name, value) in all {
        if let Some(texts) = strings_of(&value)
            && let Some(less) = without_erased(store, texts).await
        {
            blanked.push((name, value_of(less)));
        }
    }
    if blanked.is_empty() {
        return Look::Clean;
    }
    Look::after(database.put(Shelf::Snapshots, &blanked).await)
}

/// The texts without what was erased; nothing where nothing of it is there.
async fn without_erased(notebook: NotebookStore, texts: Texts) -> Option<Texts> {
    let (mut less, mut was_any, mut turns) = (Vec::new(), false, Turns::begin());
    for (name, text) in texts {
        let kept = notebook.with_untracked(|notebook| store::without_erased(notebook, &name, &text));
        was_any |= kept != Kept::Same;
        match kept {
            Kept::Same => less.push((name, text)),
            Kept::As(text) => less.push((name, text)),
            Kept::Not => {}
        }
        if turns.is_over() {
            turns.give().await;
        }
    }
    was_any.then_some(less)
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
        let mut opened = <Store>::open(Box::new(memory), fresh(), ReplicaId(0)).ok()?;
        opened.store.read_all(&mut opened.notebook).ok()?;
        Some(opened.notebook)
    }
}

fn stored() -> Option<Texts> {
    let storage = storage::open().ok()?;
    let text = |name: String| {
        let text = storage.get(&name).ok()??;
        Some((name, text))
    };
    Some(storage.keys().ok()?.into_iter().filter_map(text).collect())
}

fn snapshot(name: &str, value: &JsValue) -> Option<Snapshot> {
    Some(Snapshot { moment: name.parse().ok()?, texts: strings_of(value)? })
}

fn value_of(texts: Texts) -> JsValue {
    let (names, texts): (Array, Array) =
        texts.into_iter().map(|(name, text)| (JsValue::from(name), JsValue::from(text))).unzip();
    Array::of2(&names, &texts).into()
}

fn strings_of(value: &JsValue) -> Option<Texts> {
    let value: &Array = value.dyn_ref()?;
    let strings = |part| {
        let list: Array = value.get(part).dyn_into().ok()?;
        Some(list.iter().filter_map(|text| text.as_string()).collect::<Vec<_>>())
    };
    Some(strings(0)?.into_iter().zip(strings(1)?).collect())
}
