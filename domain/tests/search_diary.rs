//! Searching a real diary lists exactly what a plain text search finds. Where the diary is not there (it lies beside the
//! repository, or where `WAYMARK_DATA` says), a generated one stands in, and the test says so.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on should say so at once")]
use std::path::Path;

use chrono::{Days, NaiveDate};
use uuid::Uuid;
use waymark_domain::change::NewEntry;
use waymark_domain::id::{NotebookId, PersonId, RecordId, ReplicaId};
use waymark_domain::search::{Index, Query, snippet};
use waymark_domain::stamp::{At, Stamp};
use waymark_domain::{Change, Notebook};

const ENTRIES: usize = 2_000;

type Diary = Vec<(NaiveDate, String)>;

fn diary() -> Diary {
    let beside = concat!(env!("CARGO_MANIFEST_DIR"), "/../../shared/data");
    let folder = std::env::var("WAYMARK_DATA").unwrap_or_else(|_| beside.to_owned());
    let Ok(lines) = std::fs::read_to_string(Path::new(&folder).join("pepys-diary.jsonl")) else {
        println!("no diary in {folder}: searching a generated one");
        return generated();
    };
    let entry = |line: &str| {
        let entry: serde_json::Value = serde_json::from_str(line).unwrap();
        (entry["date"].as_str().unwrap().parse().unwrap(), entry["text"].as_str().unwrap().to_owned())
    };
    lines.lines().take(ENTRIES).map(entry).collect()
}

/// Two hundred words a day; the physician comes on every third.
fn generated() -> Diary {
    let words = ["to", "my", "Lord’s", "office", "cousin", "physick", "café", "“dined”\n", "£5", "abroad"];
    let entry = |day: usize| {
        let mut text: Vec<_> =
            (0..200).map(|i| words[(day * 31 + i * i * 7 + day * i) % words.len()]).collect();
        if day.is_multiple_of(3) {
            text.push(if day.is_multiple_of(2) { "the Physician" } else { "physicians" });
        }
        (NaiveDate::from_ymd_opt(1660, 1, 10).unwrap() + Days::new(day as u64), text.join(" "))
    };
    (0..ENTRIES).map(entry).collect()
}

fn notebook_of(diary: &Diary) -> Notebook {
    let mut book = Notebook::new(NotebookId::new(Uuid::from_u128(1)), PersonId::new(Uuid::from_u128(2)));
    let mut clock = Clock(0);
    for (date, text) in diary {
        let entry = NewEntry { date: Some(*date), text: text.clone(), ..NewEntry::default() };
        book.apply(Change::AddEntry(entry), &mut clock).unwrap();
    }
    book
}

#[test]
fn a_diary_is_searched_as_plainly_as_its_text() {
    let diary = diary();
    let book = notebook_of(&diary);
    let index = Index::of(&book);
    let found = |word: &str| -> Vec<NaiveDate> {
        let hits = index.search(&Query::new(word));
        hits.iter().map(|hit| book.entry(hit.id).unwrap().date().unwrap()).collect()
    };
    for word in ["physician", "PHYSICIAN", "office", "\"to my\"", "Lord’s", "not-to-be-found"] {
        let plain = word.trim_matches('"').to_lowercase();
        let holds = |text: &str| text.replace('\n', " ").to_lowercase().contains(&plain);
        let expected = diary.iter().rev().filter(|(_, text)| holds(text)).map(|(date, _)| *date);
        assert_eq!(found(word), expected.collect::<Vec<_>>(), "{word}");
    }
    assert!(!found("physician").is_empty());
}

#[test]
fn every_hit_shows_where_it_was_found() {
    let book = notebook_of(&diary());
    let query = Query::new("physician");
    for hit in Index::of(&book).search(&query) {
        let entry = book.entry(hit.id).unwrap();
        let shown = snippet(entry.texts().next().unwrap(), &query);
        let marked: Vec<_> = shown.pieces.iter().filter(|piece| piece.hit).collect();
        assert!(!marked.is_empty() && marked.iter().all(|piece| piece.text.to_lowercase() == "physician"));
    }
}

struct Clock(u64);

impl Stamp for Clock {
    fn now(&self) -> At {
        At(self.0)
    }

    fn today(&self) -> NaiveDate {
        NaiveDate::default()
    }

    fn replica(&self) -> ReplicaId {
        ReplicaId(1)
    }

    fn fresh_id(&mut self) -> RecordId {
        self.0 += 1;
        RecordId::new(Uuid::from_u128(self.0.into()))
    }
}
