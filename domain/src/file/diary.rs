//! A diary from elsewhere: JSON Lines of `{"date", "text"}`, or a JSON array of the same. `title`, `tags` and `mood` may
//! be there too; anything else in an entry is passed over.
//!
//! What is read is tidied like typed text. Two entries of a file are one if date, title and text are the same; the first
//! counts.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use serde_json::{Map, Value};
use uuid::Uuid;

use super::set_aside::shorten;
use super::{SetAside, Thing, Why};
use crate::day::parse_day;
use crate::entry;
use crate::field::{Field, Rule, ValueError};
use crate::id::{NotebookId, RecordId};

/// A diary that was read. Every entry is valid.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Diary {
    /// Its entries, in the order of the file, none twice.
    pub entries: Vec<DiaryEntry>,
    /// How many entries stood there again.
    pub repeated: usize,
    /// What could not be read.
    pub set_aside: Vec<SetAside>,
}

/// One entry of a diary.
#[derive(Debug, Clone, PartialEq)]
pub struct DiaryEntry {
    /// Follows from date, title and text alone; the entry's ids in notebooks are derived from it.
    pub(super) key: RecordId,
    /// Its line in the file, or its number in the array; from 1.
    pub place: usize,
    /// The day it is about.
    pub date: NaiveDate,
    /// Its title; may be empty.
    pub title: String,
    /// What was written.
    pub text: String,
    /// Its tags.
    pub tags: Vec<String>,
    /// Mood, 1 to 5.
    pub mood: Option<u8>,
}

/// Why an entry of a diary was not taken.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum DiaryError {
    /// Not JSON.
    #[error("not JSON")]
    NotJson,
    /// JSON, but not an object.
    #[error("not an entry")]
    NotAnEntry,
    /// No date, or one that is not a day of the calendar, written as `2026-11-21`.
    #[error("no date in the form 2026-11-21")]
    NoDate,
    /// Neither text nor title.
    #[error("nothing is written in it")]
    NothingWritten,
    /// A part of it holds what it may not.
    #[error("{field}: {why}")]
    Value {
        /// Which part.
        field: &'static str,
        /// What is wrong with it.
        why: ValueError,
    },
}

/// A diary that is read entry by entry.
#[derive(Debug, Default)]
pub(super) struct DiaryReader {
    diary: Diary,
    keys: BTreeSet<RecordId>,
    is_diary: bool,
}

impl DiaryReader {
    /// Takes in what stands at `place` of the file.
    pub(super) fn take(&mut self, place: usize, value: Result<Value, DiaryError>) {
        self.is_diary = self.is_diary || value.as_ref().is_ok_and(looks_like_an_entry);
        match value.as_ref().map_err(Clone::clone).and_then(|value| entry(place, value)) {
            Ok(entry) if self.keys.insert(entry.key) => self.diary.entries.push(entry),
            Ok(_) => self.diary.repeated += 1,
            Err(why) => {
                let what = Thing { place, kind: None, title: value.ok().as_ref().and_then(beginning) };
                self.diary.set_aside.push(SetAside { what, why: Why::NotAnEntry(why) });
            }
        }
    }

    /// The diary. `None` where nothing looked like an entry, so that this is no diary at all.
    pub(super) fn finish(self) -> Option<Diary> {
        self.is_diary.then_some(self.diary)
    }
}

/// A diary of a single entry, where it is one.
pub(super) fn from_entry(value: Value) -> Option<Diary> {
    from_values([value].into_iter())
}

/// What some values are, if they are a diary.
pub(super) fn from_values(values: impl Iterator<Item = Value>) -> Option<Diary> {
    let mut reader = DiaryReader::default();
    (1..).zip(values).for_each(|(place, value)| reader.take(place, Ok(value)));
    reader.finish()
}

/// Whether somebody seems to have meant it as an entry.
pub(super) fn looks_like_an_entry(value: &Value) -> bool {
    value.get("date").is_some() || value.get("text").is_some()
}

fn beginning(value: &Value) -> Option<String> {
    ["date", "title", "text"].iter().find_map(|name| value.get(name)?.as_str()).map(shorten)
}

fn entry(place: usize, value: &Value) -> Result<DiaryEntry, DiaryError> {
    let wire = value.as_object().ok_or(DiaryError::NotAnEntry)?;
    let date = wire.get("date").and_then(Value::as_str).and_then(parse_day).ok_or(DiaryError::NoDate)?;
    let (title, text) = (text(wire, entry::TITLE)?, text(wire, entry::TEXT)?);
    if title.is_empty() && text.trim().is_empty() {
        return Err(DiaryError::NothingWritten);
    }
    let key = key(date, &title, &text);
    Ok(DiaryEntry { key, place, date, title, text, tags: tags(wire)?, mood: mood(wire)? })
}

/// Neither a title nor a tidied text holds a zero character, so no two entries share a key.
fn key(date: NaiveDate, title: &str, text: &str) -> RecordId {
    let name = format!("{date}\0{title}\0{text}");
    RecordId::derived(NotebookId::new(Uuid::nil()), name.as_bytes())
}

fn text(wire: &Map<String, Value>, field: Field) -> Result<String, DiaryError> {
    match wire.get(field.name) {
        None | Some(Value::Null) => Ok(String::new()),
        Some(Value::String(text)) => tidied(field.name, field.rule, text),
        Some(_) => Err(DiaryError::Value { field: field.name, why: ValueError::Malformed }),
    }
}

fn tidied(field: &'static str, rule: Rule, text: &str) -> Result<String, DiaryError> {
    let value = Value::String(rule.tidy(text));
    rule.check(&value).map_err(|why| DiaryError::Value { field, why })?;
    if let Value::String(text) = value { Ok(text) } else { Ok(String::new()) }
}

fn tags(wire: &Map<String, Value>) -> Result<Vec<String>, DiaryError> {
    let malformed = |why| DiaryError::Value { field: "tags", why };
    let values = match wire.get("tags") {
        None | Some(Value::Null) => return Ok(Vec::new()),
        Some(tags) => tags.as_array().ok_or(malformed(ValueError::Malformed))?,
    };
    if values.len() > entry::TAGS_MAX {
        return Err(malformed(ValueError::TooLong(entry::TAGS_MAX)));
    }
    let tag = |tag: &Value| {
        let text = tag.as_str().ok_or(malformed(ValueError::Malformed))?;
        tidied("tags", entry::TAGS.member, text)
    };
    values.iter().map(tag).collect()
}

fn mood(wire: &Map<String, Value>) -> Result<Option<u8>, DiaryError> {
    let Some(mood) = wire.get("mood") else { return Ok(None) };
    entry::MOOD.rule.check(mood).map_err(|why| DiaryError::Value { field: "mood", why })?;
    Ok(mood.as_u64().and_then(|mood| mood.try_into().ok()))
}

impl Diary {
    /// Its first and last day.
    pub fn days(&self) -> Option<(NaiveDate, NaiveDate)> {
        let days = || self.entries.iter().map(|entry| entry.date);
        Some((days().min()?, days().max()?))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::file::{Incoming, Read, read};

    fn from_lines(text: &str) -> Option<Diary> {
        match read(text.as_bytes()) {
            Ok(Read::Plain(Incoming::Diary(diary))) => Some(diary),
            _ => None,
        }
    }

    fn why(line: &str) -> DiaryError {
        entry(1, &serde_json::from_str(line).unwrap()).unwrap_err()
    }

    #[test]
    fn an_entry_brings_what_it_has() {
        let text = "\n{\"date\":\"2024-02-29\",\"text\":\"One.\\r\\nTwo.\\u0000\",\"title\":\" A day \",\"tags\":[\"sea\"],\"mood\":4,\"x\":1}\n";
        let diary = from_lines(text).unwrap();
        let entry = &diary.entries[0];
        assert_eq!((entry.title.as_str(), entry.text.as_str()), ("A day", "One.\nTwo."));
        assert_eq!((entry.tags.as_slice(), entry.mood), (&["sea".to_owned()][..], Some(4)));
        assert_eq!(entry.date, NaiveDate::from_ymd_opt(2024, 2, 29).unwrap());
    }

    #[test]
    fn a_bad_line_is_named_and_the_rest_comes_in() {
        let diary = from_lines("{\"date\":\"2024-01-01\",\"text\":\"a\"}\n\n{\"date\":\n[1]\n").unwrap();
        let places: Vec<_> = diary.set_aside.iter().map(|aside| aside.what.place).collect();
        assert_eq!((diary.entries.len(), places), (1, vec![3, 4]));
    }

    #[test]
    fn the_same_entry_counts_once_and_any_difference_in_its_words_makes_two() {
        let line = |date: &str, title: &str, text: &str| {
            format!("{{\"date\":\"{date}\",\"title\":\"{title}\",\"text\":\"{text}\"}}\n")
        };
        let (a, b) = (line("2024-01-01", "", "a"), line("2024-01-01", "", "b"));
        let (c, d) = (line("2024-01-02", "", "a"), line("2024-01-01", "a", ""));
        let diary = from_lines(&[a.as_str(), &b, &c, &d, &a].concat()).unwrap();
        assert_eq!((diary.entries.len(), diary.repeated), (4, 1));
    }

    #[test]
    fn every_refusal_has_its_reason() {
        let value = |field, why| DiaryError::Value { field, why };
        assert_eq!(why("[]"), DiaryError::NotAnEntry);
        assert_eq!(why(r#"{"text":"a"}"#), DiaryError::NoDate);
        assert_eq!(why(r#"{"date":"2023-02-29","text":"a"}"#), DiaryError::NoDate);
        assert_eq!(why(r#"{"date":"2023-02-28","text":" "}"#), DiaryError::NothingWritten);
        assert_eq!(why(r#"{"date":"2023-02-28","text":7}"#), value("text", ValueError::Malformed));
        let long = format!(r#"{{"date":"2023-02-28","text":"{}"}}"#, "x".repeat(entry::TEXT_MAX + 1));
        assert_eq!(why(&long), value("text", ValueError::TooLong(entry::TEXT_MAX)));
        let extra = |part: &str| why(&format!(r#"{{"date":"2023-02-28","text":"a",{part}}}"#));
        assert_eq!(extra(r#""mood":6"#), value("mood", ValueError::Malformed));
        assert_eq!(extra(r#""tags":"sea""#), value("tags", ValueError::Malformed));
        assert_eq!(extra(r#""tags":[""]"#), value("tags", ValueError::Empty));
    }
}
