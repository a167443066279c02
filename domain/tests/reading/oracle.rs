//! What a file is, as the plainest reader would have it: the whole text becomes one JSON value, and everything follows from
//! that. Knows nothing of slices.

use std::collections::BTreeSet;

use serde_json::{Map, Value};
use waymark_domain::file::{
    self, Diary, DiaryError, FileError, Incoming, MAX_BYTES, NotebookFile, Read, SetAside, Thing, Why,
};
use waymark_domain::record::Record;
use waymark_domain::wire::record_from;

pub(super) fn read(bytes: &[u8]) -> Result<Read, FileError> {
    let text = text(bytes)?;
    let diary = |diary| Read::Plain(Incoming::Diary(diary));
    match serde_json::from_str(text) {
        Ok(Value::Object(file)) if file.contains_key("format") => ours(&file),
        Ok(Value::Array(values)) if values.is_empty() => Err(FileError::Empty),
        Ok(Value::Array(values)) => {
            let places = values.into_iter().enumerate().map(|(index, value)| (index + 1, Some(value)));
            entries(places).map(diary).ok_or(FileError::NotWaymark)
        }
        Ok(one) => entries([(1, Some(one))].into_iter()).map(diary).ok_or(FileError::NotWaymark),
        Err(error) => {
            let lines = text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty());
            let values = lines.map(|(index, line)| (index + 1, serde_json::from_str(line).ok()));
            entries(values).map(diary).ok_or(match text.as_bytes()[0] {
                b'{' | b'[' if error.is_eof() => FileError::CutOff,
                b'{' | b'[' if text.contains("\"waymark-") => FileError::Damaged,
                _ => FileError::NotWaymark,
            })
        }
    }
}

/// Files too large for their number of values are not tried here.
fn text(bytes: &[u8]) -> Result<&str, FileError> {
    assert!(bytes.len() <= MAX_BYTES);
    let has_mark = bytes.starts_with(&[0xFF, 0xFE]) || bytes.starts_with(&[0xFE, 0xFF]);
    if has_mark || bytes.iter().take(4).any(|byte| *byte == 0) {
        return Err(FileError::Utf16);
    }
    let text = std::str::from_utf8(bytes).map_err(|error| {
        let is_cut_off = error.error_len().is_none() && bytes[0] == b'{';
        if is_cut_off { FileError::CutOff } else { FileError::NotUtf8 }
    })?;
    let text = text.strip_prefix('\u{FEFF}').unwrap_or(text).trim();
    if text.is_empty() { Err(FileError::Empty) } else { Ok(text) }
}

/// What is whole anyway is read by the one door; a notebook is taken apart here.
fn ours(file: &Map<String, Value>) -> Result<Read, FileError> {
    let mut without_records = file.clone();
    without_records.insert("records".into(), Value::Array(Vec::new()));
    let Read::Plain(Incoming::Notebook(empty)) =
        file::read(Value::Object(without_records).to_string().as_bytes())?
    else {
        return file::read(Value::Object(file.clone()).to_string().as_bytes());
    };
    let values = file.get("records").and_then(Value::as_array).ok_or(FileError::Damaged)?;
    let (mut records, mut set_aside) = (Vec::<(usize, Record)>::new(), Vec::new());
    for (place, value) in (1..).zip(values) {
        let taken = record_from(value).map_err(Why::Unreadable).and_then(|record| {
            if let Some((_, known)) = records.iter_mut().find(|(_, known)| known.id() == record.id()) {
                return known.join(&record).map(drop).map_err(|_| Why::AnotherUnderItsId);
            }
            records.push((place, record));
            Ok(())
        });
        if let Err(why) = taken {
            set_aside.push(SetAside { what: thing(place, value), why });
        }
    }
    Ok(Read::Plain(Incoming::Notebook(NotebookFile { records, set_aside, ..empty })))
}

fn thing(place: usize, value: &Value) -> Thing {
    let text = |name: &str| value.get(name)?.as_str().filter(|text| !text.is_empty()).map(shorten);
    let kind = text("kind");
    let titles = kind.as_deref().map_or(&ANY_TITLES[..], titles);
    Thing { place, title: titles.iter().find_map(|name| text(name)), kind }
}

/// What a person knows a record by, said here once more by hand.
fn titles(kind: &str) -> &'static [&'static str] {
    match kind {
        "goal" | "strategy" => &["title"],
        "profile" | "relationship" => &["name"],
        "step" => &["text"],
        "entry" => &["title", "text", "date"],
        "rating" => &["note", "about_title", "on"],
        "feedback" | "suggestion" => &["text", "about_title"],
        "response" => &["word", "about_title"],
        "sent" | "received" => &[],
        _ => &ANY_TITLES,
    }
}

/// Of a kind that nobody knows: whatever others are known by, in the order of the kinds.
const ANY_TITLES: [&str; 8] = ["name", "title", "text", "note", "about_title", "on", "date", "word"];

fn entries(values: impl Iterator<Item = (usize, Option<Value>)>) -> Option<Diary> {
    let (mut diary, mut known, mut is_diary) = (Diary::default(), BTreeSet::<String>::new(), false);
    for (place, value) in values {
        let looks_like_one = |value: &Value| value.get("date").or(value.get("text")).is_some();
        is_diary |= value.as_ref().is_some_and(looks_like_one);
        let one = value.as_ref().map_or(Err(DiaryError::NotJson), entry);
        match one {
            Ok(mut one) => {
                one.place = place;
                if known.insert(format!("{}\0{}\0{}", one.date, one.title, one.text)) {
                    diary.entries.push(one);
                } else {
                    diary.repeated += 1;
                }
            }
            Err(why) => {
                let named = |name: &&str| Some(shorten(value.as_ref()?.get(name)?.as_str()?));
                let title = ["date", "title", "text"].iter().find_map(named);
                diary
                    .set_aside
                    .push(SetAside { what: Thing { place, kind: None, title }, why: Why::NotAnEntry(why) });
            }
        }
    }
    is_diary.then_some(diary)
}

/// An entry alone is a file of its own.
fn entry(value: &Value) -> Result<file::DiaryEntry, DiaryError> {
    let mut alone = value.as_object().ok_or(DiaryError::NotAnEntry)?.clone();
    alone.remove("format");
    let Ok(Read::Plain(Incoming::Diary(mut diary))) = file::read(Value::Object(alone).to_string().as_bytes())
    else {
        return Err(DiaryError::NoDate);
    };
    match diary.set_aside.pop().map(|aside| aside.why) {
        Some(Why::NotAnEntry(why)) => Err(why),
        _ => Ok(diary.entries.remove(0)),
    }
}

fn shorten(text: &str) -> String {
    text.chars().take(60).collect()
}
