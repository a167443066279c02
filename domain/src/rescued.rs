//! Words that were in the page's fields when the app stopped, or before it was there, and where they belong after a reload.
//! Nothing in the notebook gives way to them: they replace at most the text that they continue.

use chrono::NaiveDate;
use serde::Serialize;
use serde_json::Value;

use crate::change::{Change, NewEntry};
use crate::day::parse_day;
use crate::field::Field;
use crate::id::RecordId;
use crate::kinds::table;
use crate::notebook::Notebook;
use crate::profile;
use crate::record::{Saw, Version};

/// What the names begin with under which rescued words are kept.
pub const KEYS: &str = "rescued:";

/// What stood in one field of the page, as `assets/rescue.js` and `assets/before.js` write it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Rescued {
    /// What the field was called.
    pub label: String,
    /// What was in it.
    pub text: String,
    /// The record it belonged to, if to one.
    #[serde(skip_serializing_if = "Option::is_none")]
    record: Option<String>,
    /// The field of that record.
    #[serde(skip_serializing_if = "Option::is_none")]
    field: Option<String>,
    /// The day on which this began an entry, if it did: it was typed before the app was there.
    #[serde(skip_serializing_if = "Option::is_none")]
    day: Option<String>,
    /// The question above that entry.
    #[serde(skip_serializing_if = "Option::is_none")]
    prompt: Option<String>,
}

/// Where words belong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Belongs {
    /// They are in the notebook.
    Here,
    /// In a field that holds something else. This puts them there, next to any text that they do not continue.
    In(Change),
    /// In no field there is: the person decides.
    Nowhere,
}

/// Reads what was rescued at one time. Nothing if it is in another form.
pub fn read(text: &str) -> Option<Vec<Rescued>> {
    list(&serde_json::from_str(text).ok()?)
}

/// The same, from parsed JSON.
pub(crate) fn list(value: &Value) -> Option<Vec<Rescued>> {
    value.as_array()?.iter().map(Rescued::of).collect()
}

/// The text to keep of what waits for the person.
pub fn write(rescued: &[Rescued]) -> String {
    serde_json::to_string(rescued).unwrap_or_default()
}

impl Rescued {
    /// Part by part: a type to be read as a whole would take a reader of its own in the app.
    fn of(value: &Value) -> Option<Self> {
        let text = |name: &str| value.get(name)?.as_str().map(str::to_owned);
        let optional = |name: &str| match value.get(name) {
            None | Some(Value::Null) => Some(None),
            Some(_) => text(name).map(Some),
        };
        Some(Self {
            label: text("label")?,
            text: text("text")?,
            record: optional("record")?,
            field: optional("field")?,
            day: optional("day")?,
            prompt: optional("prompt")?,
        })
    }

    /// Where these words belong in a notebook.
    pub fn belongs(&self, notebook: &Notebook) -> Belongs {
        self.place(notebook).unwrap_or(Belongs::Nowhere)
    }

    /// The entry that these words began and its day, if they were typed before the app was there.
    pub(crate) fn begins(&self) -> Option<(RecordId, NaiveDate)> {
        Some((self.record.as_ref()?.parse().ok()?, parse_day(self.day.as_ref()?)?))
    }

    fn place(&self, notebook: &Notebook) -> Option<Belongs> {
        if let Some((id, day)) = self.begins() {
            return Some(self.begin(notebook, id, day));
        }
        let id: RecordId = self.record.as_ref()?.parse().ok()?;
        let record = notebook.record(id).map(AsRef::as_ref);
        let kind = match record {
            Some(record) => record.is_live().then(|| record.kind())?,
            // A profile begins with its first word.
            None => (id == profile::profile_id(notebook.me())).then_some(profile::KIND)?,
        };
        let field = text_field(kind, self.field.as_ref()?)?;
        let versions = record.map_or(&[][..], |record| record.versions(field.name));
        let text = field.rule.tidy(&self.text);
        if versions.iter().any(|version| words(version) == text) {
            return Some(Belongs::Here);
        }
        let goes_on = versions.iter().filter(|version| text.starts_with(words(version)));
        let saw = Saw(goes_on.map(|version| version.dot).collect());
        Some(Belongs::In(Change::Write { id, field, value: text.into(), saw }))
    }

    /// The app made the entry under that very id if it got so far: then all of it is there, or was deleted since.
    fn begin(&self, notebook: &Notebook, id: RecordId, day: NaiveDate) -> Belongs {
        if notebook.record(id).is_some() || self.text.trim().is_empty() {
            return Belongs::Here;
        }
        let (text, prompt) = (self.text.clone(), self.prompt.clone().unwrap_or_default());
        let entry = NewEntry { id: Some(id), date: Some(day), text, prompt, ..NewEntry::default() };
        Belongs::In(Change::AddEntry(entry))
    }
}

fn text_field(kind: &str, name: &str) -> Option<Field> {
    let is_it = |field: &&Field| field.name == name && field.rule.max_length().is_some();
    table(kind)?.fields.iter().find(is_it).copied()
}

fn words(version: &Version) -> &str {
    version.value.as_str().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::change::NewEntry;
    use crate::entry;
    use crate::stamp::testing::{TestStamp, notebook};

    fn of(record: RecordId, field: &str, text: &str) -> Rescued {
        let (label, text, record, field) =
            ("Entry".into(), text.into(), Some(record.to_string()), Some(field.into()));
        Rescued { label, text, record, field, day: None, prompt: None }
    }

    fn with_entry(text: &str) -> (Notebook, TestStamp, RecordId) {
        let (mut book, mut stamp) = (notebook(1), TestStamp::new(1));
        let new = NewEntry { text: text.into(), ..NewEntry::default() };
        let id = book.apply(Change::AddEntry(new), &mut stamp).unwrap().created.unwrap();
        (book, stamp, id)
    }

    /// The texts of the entry, the shown one first, once the words were put where they belong.
    fn texts_with(held: &str, rescued: &str) -> Vec<String> {
        let (mut book, mut stamp, id) = with_entry(held);
        let rescued = of(id, "text", rescued);
        if let Belongs::In(change) = rescued.belongs(&book) {
            book.apply(change, &mut stamp).unwrap();
        }
        assert_eq!(rescued.belongs(&book), Belongs::Here);
        let record = book.record(id).unwrap();
        let others = record.others(entry::TEXT);
        let others = others.iter().map(|version| words(version).to_owned());
        [record.text(entry::TEXT).to_owned()].into_iter().chain(others).collect()
    }

    #[test]
    fn words_stand_beside_what_they_do_not_begin_with() {
        assert_eq!(texts_with("I saw the lake.", "I saw the lake."), ["I saw the lake."]);
        assert_eq!(texts_with("I s", "I saw the lake."), ["I saw the lake."]);
        assert_eq!(texts_with("", "I saw the lake."), ["I saw the lake."]);
        assert_eq!(texts_with("Written elsewhere.", "I saw"), ["I saw", "Written elsewhere."]);
        assert_eq!(texts_with("I saw the lake.", "I saw"), ["I saw", "I saw the lake."]);
        assert_eq!(texts_with("Two\nlines", "Two\r\nlines"), ["Two\nlines"]);
    }

    #[test]
    fn a_name_typed_first_of_all_goes_into_the_profile() {
        let (mut book, mut stamp) = (notebook(1), TestStamp::new(1));
        let profile = profile::profile_id(book.me());
        let name = of(profile, profile::NAME.name, "Ana");
        let Belongs::In(change) = name.belongs(&book) else { panic!("it belongs into the profile") };
        book.apply(change, &mut stamp).unwrap();
        assert_eq!(book.record(profile).unwrap().text(profile::NAME), "Ana");
    }

    #[test]
    fn what_was_typed_before_the_app_was_there_is_one_entry_of_its_day() {
        let (mut book, mut stamp) = (notebook(1), TestStamp::new(1));
        let id = RecordId::new(uuid::Uuid::from_u128(7));
        let begun = |text: &str| {
            let (day, prompt) = (Some("2024-02-29".into()), Some("What went well?".into()));
            Rescued { day, prompt, ..of(id, "text", text) }
        };
        assert_eq!(begun(" ").belongs(&book), Belongs::Here);
        let Belongs::In(change) = begun("I saw the lake.").belongs(&book) else {
            panic!("it begins an entry")
        };
        assert_eq!(book.apply(change, &mut stamp).unwrap().created, Some(id));
        let record = book.record(id).unwrap();
        let held = [entry::TEXT, entry::DATE, entry::PROMPT].map(|field| record.text(field));
        assert_eq!(held, ["I saw the lake.", "2024-02-29", "What went well?"]);
        assert_eq!(begun("I saw the lake.").belongs(&book), Belongs::Here);
        // What the person did with it since stays.
        book.apply(Change::Delete(vec![id]), &mut stamp).unwrap();
        assert_eq!(begun("I saw the lake.").belongs(&book), Belongs::Here);
        book.apply(Change::Erase(vec![id]), &mut stamp).unwrap();
        assert_eq!(begun("I saw the lake.").belongs(&book), Belongs::Here);
    }

    #[test]
    fn words_without_a_field_to_go_to_wait_for_the_person() {
        let (mut book, mut stamp, id) = with_entry("I saw");
        let gone = RecordId::new(uuid::Uuid::nil());
        let all = [of(gone, "text", "x"), of(id, "no such", "x"), of(id, "date", "2026-01-01")];
        for rescued in all {
            assert_eq!(rescued.belongs(&book), Belongs::Nowhere, "{rescued:?}");
        }
        book.apply(Change::Delete(vec![id]), &mut stamp).unwrap();
        assert_eq!(of(id, "text", "I saw the lake.").belongs(&book), Belongs::Nowhere);
        let step = read(r#"[{"label":"Step","text":"Find a pool"}]"#).unwrap();
        assert_eq!(step[0].belongs(&book), Belongs::Nowhere);
        assert_eq!(read(&write(&step)), Some(step));
    }

    #[test]
    fn what_is_in_another_form_is_not_read() {
        let one = |rest: &str| read(&format!(r#"[{{"label":"Step","text":"Find a pool"{rest}}}]"#));
        assert_eq!(one(r#","record":null,"field":null,"day":null,"prompt":null,"more":[7]"#), one(""));
        for rest in [r#","record":7"#, r#","field":[]"#, r#","day":true"#, r#","prompt":{}"#] {
            assert_eq!(one(rest), None, "{rest}");
        }
        let lacking = [r#"[{"label":"Step"}]"#, r#"[{"text":"x"}]"#, r#"[{"label":null,"text":"x"}]"#];
        for text in ["", "null", "{}", "[7]", "[[]]"].into_iter().chain(lacking) {
            assert_eq!(read(text), None, "{text}");
        }
        assert_eq!(read("[]"), Some(Vec::new()));
    }
}
