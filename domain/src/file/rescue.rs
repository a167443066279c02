//! What the screen saves that is left when the app has stopped (`assets/rescue.js`): the names and texts of the storage as
//! they are, and the words in the page. The notebook in it is opened like a backup. Words that it does not hold, those that
//! the storage kept for it among them, become entries of that day, named after their fields; the same ones however often the
//! file is opened. Without a notebook, they are a diary.

use chrono::NaiveDate;
use serde_json::{Map, Value, json};
use uuid::Uuid;

use super::{Diary, FileError, Incoming, NotebookFile, diary};
use crate::day::parse_day;
use crate::entry;
use crate::id::{NotebookId, PersonId, RecordId, ReplicaId};
use crate::notebook::Notebook;
use crate::record::{Record, Saw};
use crate::rescued::{self, Belongs, Rescued};
use crate::stamp::At;
use crate::store::key::{Epoch, IDENTITY, epoch_of};
use crate::store::memory::Memory;
use crate::store::prefixed::CAPACITY;
use crate::store::{Contents, Identity, KeyValue as _, OpenError, Opened, Store};

/// What such a file says it is.
pub(super) const FORMAT: &str = "waymark-rescue";
/// The version written, and the newest that is read.
pub(super) const VERSION: u64 = 1;

/// No run of the app has this name, so whatever is written under it can only come from the words in such a file.
const NO_REPLICA: ReplicaId = ReplicaId(0);
/// The most characters of a field's name that stay.
const LABEL_MAX: usize = 100;

/// Reads a file whose format and version were checked.
pub(super) fn read(file: &Map<String, Value>) -> Result<Incoming, FileError> {
    let keys = file.get("keys").and_then(Value::as_object).ok_or(FileError::Damaged)?;
    let day = file.get("day").and_then(Value::as_str).and_then(parse_day).ok_or(FileError::Damaged)?;
    let mut texts = file.get("texts").and_then(rescued::list).ok_or(FileError::Damaged)?;
    texts.extend(kept_in(keys));
    if !keys.keys().any(|name| is_of_a_notebook(name)) {
        return words_alone(&texts, day).map(Incoming::Diary);
    }
    let mut notebook = notebook_in(keys)?;
    for rescued in texts {
        if rescued.belongs(&notebook) != Belongs::Here {
            for entry in entries_of(&notebook, &rescued, day) {
                notebook.join(&entry).map_err(|_| FileError::Damaged)?;
            }
        }
    }
    let records = (1..).zip(notebook.records().map(|record| Record::clone(record))).collect();
    let (notebook, me) = (notebook.id(), notebook.me());
    let file = NotebookFile { notebook, me, written: Some(day), records, set_aside: Vec::new() };
    Ok(Incoming::Notebook(file))
}

/// What waited in the storage: it was rescued before, or typed before the app was there.
fn kept_in(keys: &Map<String, Value>) -> Vec<Rescued> {
    let kept = keys.iter().filter(|(name, _)| name.starts_with(rescued::KEYS));
    kept.filter_map(|(_, text)| rescued::read(text.as_str()?)).flatten().collect()
}

/// Settings and words may stand in a storage before any notebook does.
fn is_of_a_notebook(name: &str) -> bool {
    name == IDENTITY || epoch_of(name).is_some()
}

/// Where a browser stored nothing, the words are a diary of one day.
fn words_alone(texts: &[Rescued], day: NaiveDate) -> Result<Diary, FileError> {
    let entry =
        |rescued: &Rescued| json!({ "date": day.to_string(), "title": rescued.label, "text": rescued.text });
    diary::from_values(texts.iter().map(entry)).ok_or(FileError::Damaged)
}

fn notebook_in(keys: &Map<String, Value>) -> Result<Notebook, FileError> {
    let kv = Memory::default();
    // More than that never came out of a browser's storage.
    kv.set_quota(CAPACITY);
    for (key, text) in keys {
        kv.set(key, text.as_str().ok_or(FileError::Damaged)?).map_err(|_| FileError::TooLarge)?;
    }
    let nobody = Identity {
        epoch: Epoch::first(0),
        notebook: NotebookId::new(Uuid::nil()),
        me: PersonId::new(Uuid::nil()),
    };
    let Opened { mut store, mut notebook, contents, .. } = <Store>::open(Box::new(kv), nobody, NO_REPLICA)
        .map_err(|error| match error {
            OpenError::Newer => FileError::Newer,
            OpenError::Storage(_) => FileError::Damaged,
        })?;
    store.read_all(&mut notebook).map_err(|_| FileError::Damaged)?;
    if contents == Contents::Loaded { Ok(notebook) } else { Err(FileError::Damaged) }
}

/// One entry, or as many as such a long text needs.
fn entries_of(notebook: &Notebook, rescued: &Rescued, day: NaiveDate) -> Vec<Record> {
    let begun = rescued.begins();
    let day = begun.map_or(day, |(_, day)| day);
    // What began an entry is no field of anything.
    let title = if begun.is_some() { "" } else { &rescued.label };
    let title: String = entry::TITLE.rule.tidy(title).chars().take(LABEL_MAX).collect();
    let text: Vec<char> = entry::TEXT.rule.tidy(&rescued.text).chars().collect();
    let entry = |(number, part): (usize, &[char])| {
        let text: String = part.iter().collect();
        let name = format!("{FORMAT} {day} {title} {number} {text}");
        let begun = begun.filter(|_| number == 0).map(|(id, _)| id);
        let id = begun.unwrap_or_else(|| RecordId::derived(notebook.id(), name.as_bytes()));
        let mut record = Record::new(id, entry::KIND, notebook.me());
        let values = [(entry::DATE, day.to_string()), (entry::TITLE, title.clone()), (entry::TEXT, text)];
        for (field, value) in values {
            record.write(field.name, value.into(), &Saw::default(), At(0), NO_REPLICA);
        }
        record
    };
    text.chunks(entry::TEXT_MAX).enumerate().map(entry).collect()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::change::{Change, NewEntry};
    use crate::file::{self, Incoming};
    use crate::stamp::Stamp as _;
    use crate::stamp::testing::{TestStamp, notebook};

    /// What a browser stores of a notebook with one entry, and the entry.
    fn stored() -> (Map<String, Value>, Notebook, RecordId) {
        let (mut book, mut stamp) = (notebook(1), TestStamp::new(1));
        let new = NewEntry { text: "I saw".into(), ..NewEntry::default() };
        let id = book.apply(Change::AddEntry(new), &mut stamp).unwrap().created.unwrap();
        let identity = Identity { epoch: Epoch::first(7), notebook: book.id(), me: book.me() };
        let kv = Memory::default();
        let mut store = Store::open(&kv, identity, stamp.replica()).unwrap().store;
        store.settle().unwrap();
        store.let_write(true);
        store.save(&book, book.records().map(|record| record.id()));
        let keys = kv.keys().unwrap().into_iter();
        let keys = keys.map(|key| (key.clone(), kv.get(&key).unwrap().unwrap().into())).collect();
        (keys, book, id)
    }

    fn opened(keys: &Map<String, Value>, texts: &Value) -> Result<NotebookFile, FileError> {
        let file = json!({
            "format": FORMAT, "version": 1, "min_reader": 1, "day": "2026-11-21", "keys": keys, "texts": texts,
        });
        match file::read(file.to_string().as_bytes())?.plain().unwrap() {
            Incoming::Notebook(file) => Ok(file),
            Incoming::Diary(_) => panic!("it is a notebook"),
        }
    }

    #[test]
    fn the_notebook_in_it_is_whole_and_words_it_does_not_hold_are_entries() {
        let (mut keys, book, id) = stored();
        keys.insert("preferences".into(), "{}".into());
        let long = "é".repeat(entry::TEXT_MAX + 1);
        let texts = json!([
            { "label": "Entry", "text": "I saw", "record": id.to_string(), "field": "text" },
            { "label": "Entry", "text": "I saw the lake", "record": id.to_string(), "field": "text" },
            { "label": "Step", "text": long },
        ]);
        let file = opened(&keys, &texts).unwrap();
        assert_eq!((file.notebook, file.me), (book.id(), book.me()));
        let mut back = notebook(1);
        for (_, record) in &file.records {
            back.join(record).unwrap();
        }
        assert_eq!(back.record(id), book.record(id));
        let texts = back.entries().filter(|entry| entry.id() != id).map(|entry| {
            (entry.title().to_owned(), entry.texts().map(|text| text.chars().count()).sum::<usize>())
        });
        let mut texts: Vec<_> = texts.collect();
        texts.sort();
        assert_eq!(texts, [("Entry".into(), 14), ("Step".into(), 1), ("Step".into(), entry::TEXT_MAX)]);
        assert_eq!(opened(&keys, &json!([])).unwrap().records.len(), book.records().len());
    }

    #[test]
    fn opening_it_twice_brings_nothing_more() {
        let (keys, ..) = stored();
        let texts = json!([{ "label": "Step", "text": "Find a pool" }]);
        assert_eq!(opened(&keys, &texts), opened(&keys, &texts));
    }

    #[test]
    fn words_that_waited_in_the_storage_come_along_and_what_began_an_entry_is_that_entry() {
        let (mut keys, ..) = stored();
        let id = RecordId::new(Uuid::from_u128(7));
        let begun = json!([{
            "label": "Entry", "text": "I saw the sea", "record": id.to_string(), "field": "text",
            "day": "2024-02-29", "prompt": "What went well?",
        }]);
        keys.insert(format!("{}{id}", rescued::KEYS), begun.to_string().into());
        keys.insert(format!("{}1", rescued::KEYS), r#"[{"label":"Step","text":"Find a pool"}]"#.into());
        let file = opened(&keys, &begun).unwrap();
        let mut found: Vec<_> = file.records.iter().map(|(_, record)| record).collect();
        found.retain(|record| record.text(entry::TEXT) != "I saw");
        found.sort_by_key(|record| record.text(entry::TEXT));
        let said = found.iter().map(|it| [entry::TEXT, entry::TITLE, entry::DATE].map(|of| it.text(of)));
        let said: Vec<_> = said.collect();
        assert_eq!(said, [["Find a pool", "Step", "2026-11-21"], ["I saw the sea", "", "2024-02-29"]]);
        assert_eq!(found[1].id(), id);
    }

    #[test]
    fn words_from_where_nothing_was_stored_are_a_diary() {
        let texts = json!([{ "label": "Entry", "text": "I saw the lake" }]);
        let keys = json!({ "preferences": "{}" });
        let file = json!({
            "format": FORMAT, "version": 1, "min_reader": 1, "day": "2026-11-21", "keys": keys, "texts": texts,
        });
        let Incoming::Diary(diary) = file::read(file.to_string().as_bytes()).unwrap().plain().unwrap() else {
            panic!("it is a diary")
        };
        let found: Vec<_> = diary
            .entries
            .iter()
            .map(|it| (it.date.to_string(), it.title.as_str(), it.text.as_str()))
            .collect();
        assert_eq!(found, [("2026-11-21".into(), "Entry", "I saw the lake")]);
    }

    #[test]
    fn what_holds_no_notebook_is_refused() {
        let (mut keys, ..) = stored();
        let only = Map::from_iter([("preferences".to_owned(), "{}".into())]);
        assert_eq!(opened(&only, &json!([])), Err(FileError::Damaged));
        assert_eq!(opened(&keys, &json!("words")), Err(FileError::Damaged));
        let huge = "x".repeat(CAPACITY);
        keys.insert("r:".into(), huge.into());
        assert_eq!(opened(&keys, &json!([])), Err(FileError::TooLarge));
    }
}
