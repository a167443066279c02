//! Words that were in the page when the app stopped (`assets/rescue.js`). What belongs to a field goes there; the rest waits
//! until the person is done with it. The storage keeps all of it until the notebook is saved.

use leptos::prelude::*;
use waymark_domain::{
    rescued::{self, Belongs, Rescued},
    store::{KeyValue as _, KeyValueError},
};

use super::{notebook_store::NotebookStore, save_status::SaveStatus};
use crate::browser::storage;

/// A handle to what waits for the person.
#[derive(Clone, Copy, Debug)]
pub struct RescuedWords(RwSignal<Vec<Rescued>>);

impl RescuedWords {
    /// What belongs to no field.
    pub fn waiting(self) -> Vec<Rescued> {
        self.0.get()
    }

    /// The person has what they need of it.
    pub fn done(self) {
        self.0.set(Vec::new());
    }
}

/// Takes in what there is and makes the rest reachable for every page. Where nothing can be read, nothing was rescued.
pub(super) fn provide_rescued(store: NotebookStore) {
    let found = find().unwrap_or_default();
    let (keys, texts): (Vec<_>, Vec<_>) = found.into_iter().unzip();
    if !keys.is_empty() {
        // Whose words they are may be packed.
        store.read_everything();
    }
    let waiting = RwSignal::new(put_back(store, texts.into_iter().flatten()));
    provide_context(RescuedWords(waiting));
    if !keys.is_empty() {
        Effect::new(move |kept: Option<Option<Vec<Rescued>>>| {
            let rest = waiting.get();
            let is_due =
                store.save_status() == SaveStatus::Saved && kept.as_ref() != Some(&Some(rest.clone()));
            if is_due && keep(&keys, &rest).is_ok() { Some(rest) } else { kept.flatten() }
        });
    }
}

/// What waits for the person. Call it while a component is made.
pub fn use_rescued() -> RescuedWords {
    expect_context()
}

fn find() -> Result<Vec<(String, Vec<Rescued>)>, KeyValueError> {
    let storage = storage::open()?;
    let mut found = Vec::new();
    for key in storage.keys()?.into_iter().filter(|key| key.starts_with(rescued::KEYS)) {
        if let Some(texts) = storage.get(&key)?.as_deref().and_then(rescued::read) {
            found.push((key, texts));
        }
    }
    Ok(found)
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
