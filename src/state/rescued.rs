//! Words that were in the page when the app stopped (`assets/rescue.js`), or before it was there (`assets/before.js`). What
//! belongs to a field, or begins an entry, goes there; the rest waits until the person is done with it. Storage and log keep
//! all of it until the notebook is saved.

use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;
use waymark_domain::{
    rescued::{self, Belongs, Rescued},
    store::{KeyValue as _, KeyValueError, log::Entries},
};

use super::{log, notebook_store::NotebookStore, save_status::SaveStatus};
use crate::browser::{app_prefix, before, locks, storage};

/// Texts by the names under which they are kept.
type Found = Vec<(String, String)>;

/// A handle to what waits for the person.
#[derive(Clone, Copy, Debug)]
pub struct RescuedWords {
    /// What belongs to no field.
    waiting: RwSignal<Vec<Rescued>>,
    /// Where all of it is kept.
    names: RwSignal<Vec<String>>,
}

impl RescuedWords {
    /// What belongs to no field.
    pub fn waiting(self) -> Vec<Rescued> {
        self.waiting.get()
    }

    /// The person has what they need of it.
    pub fn done(self) {
        self.waiting.set(Vec::new());
    }

    /// Takes in what the storage has, and the log, which may have lost less.
    pub(super) async fn take_in(self, store: NotebookStore, in_log: Entries) {
        let mut found = find().unwrap_or_default();
        for (name, text) in in_log.into_iter().filter(|(name, _)| name.starts_with(rescued::KEYS)) {
            match found.iter_mut().find(|(known, _)| *known == name) {
                Some((_, kept)) if kept.len() >= text.len() => {}
                Some((_, kept)) => *kept = text,
                None => found.push((name, text)),
            }
        }
        leave_to_others(&mut found).await;
        if found.is_empty() {
            return;
        }
        // Whose words they are may be packed.
        store.read_everything();
        let texts = found.iter().filter_map(|(_, text)| rescued::read(text)).flatten();
        self.waiting.try_set(put_back(store, texts));
        self.names.try_set(found.into_iter().map(|(name, _)| name).collect());
    }
}

/// Makes what waits reachable for every page, and removes what is in the notebook once that is saved.
pub(super) fn provide_rescued(store: NotebookStore) {
    let words = RescuedWords { waiting: RwSignal::default(), names: RwSignal::default() };
    provide_context(words);
    Effect::new(move |kept: Option<Option<Vec<Rescued>>>| {
        let (names, rest) = (words.names.get(), words.waiting.get());
        let is_due = !names.is_empty()
            && store.save_status() == SaveStatus::Saved
            && kept.as_ref() != Some(&Some(rest.clone()));
        if is_due && keep(&names, &rest).is_ok() {
            spawn_local(log::forget(names));
            Some(rest)
        } else {
            kept.flatten()
        }
    });
}

/// What waits for the person. Call it while a component is made.
pub fn use_rescued() -> RescuedWords {
    expect_context()
}

/// Where nothing can be read, nothing was rescued.
fn find() -> Result<Found, KeyValueError> {
    let storage = storage::open()?;
    let names = storage.keys()?.into_iter().filter(|name| name.starts_with(rescued::KEYS));
    names.map(|name| Ok((name.clone(), storage.get(&name)?.unwrap_or_default()))).collect()
}

/// Another page that was opened before its app was there has a lock on what is typed in it.
async fn leave_to_others(found: &mut Found) {
    if found.is_empty() {
        return;
    }
    let held = locks::all_held().await.unwrap_or_default();
    let ours = before::begun().map(|entry| format!("{}{entry}", rescued::KEYS));
    found.retain(|(name, _)| Some(name) == ours.as_ref() || !held.contains(&(app_prefix() + name)));
}

/// Gives back what belongs to no field, or was not taken there.
fn put_back(store: NotebookStore, all: impl Iterator<Item = Rescued>) -> Vec<Rescued> {
    let waits = |rescued: &Rescued| match store.with_untracked(|notebook| rescued.belongs(notebook)) {
        Belongs::Here => false,
        Belongs::In(change) => store.apply(change).is_err(),
        Belongs::Nowhere => true,
    };
    all.filter(waits).collect()
}

/// What is left of all of it stands under the first key.
fn keep(keys: &[String], rest: &[Rescued]) -> Result<(), KeyValueError> {
    let storage = storage::open()?;
    let kept = usize::from(!rest.is_empty());
    if let Some(first) = keys.iter().take(kept).next() {
        storage.set(first, &rescued::write(rest))?;
    }
    keys.iter().skip(kept).try_for_each(|key| storage.remove(key))
}

#[cfg(test)]
mod tests {
    use waymark_domain::{Change, Notebook, change::NewEntry, entry};

    use super::*;
    use crate::{
        browser::stamp_source::{StampSource, fresh_identity},
        state::keeper::Keeper,
    };

    #[test]
    fn words_go_to_their_field_and_the_rest_waits() {
        Owner::new().with(|| {
            let (id, me) = fresh_identity();
            let store = NotebookStore::new(Notebook::new(id, me), StampSource::new(), Keeper::none());
            let entry = store.apply(Change::AddEntry(NewEntry::default())).unwrap().created.unwrap();
            let long = "é".repeat(entry::TITLE.rule.max_length().unwrap() + 1);
            let texts = serde_json::json!([
                { "label": "Entry", "text": "I saw the lake.", "record": entry.to_string(), "field": "text" },
                { "label": "Title", "text": long, "record": entry.to_string(), "field": "title" },
                { "label": "Step", "text": "Find a pool" },
            ]);
            let waiting = put_back(store, rescued::read(&texts.to_string()).unwrap().into_iter());
            let labels: Vec<_> = waiting.iter().map(|rescued| rescued.label.as_str()).collect();
            assert_eq!(labels, ["Title", "Step"]);
            let text = |notebook: &Notebook| notebook.record(entry).unwrap().text(entry::TEXT).to_owned();
            assert_eq!(store.with_untracked(text), "I saw the lake.");
        });
    }
}
