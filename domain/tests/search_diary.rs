//! Searching a real diary lists exactly what a plain text search finds (see `common::diary` for where it is not there).

#![allow(clippy::unwrap_used, reason = "a test that cannot go on should say so at once")]

mod common;

use chrono::NaiveDate;
use common::{Run, diary, notebook};
use waymark_domain::change::NewEntry;
use waymark_domain::search::{Index, Query, snippet};
use waymark_domain::{Change, Notebook};

const ENTRIES: usize = 2_000;

type Diary = Vec<(NaiveDate, String)>;

fn first_entries() -> Diary {
    let entry = |line: &str| {
        let entry: serde_json::Value = serde_json::from_str(line).unwrap();
        (entry["date"].as_str().unwrap().parse().unwrap(), entry["text"].as_str().unwrap().to_owned())
    };
    diary::lines().lines().take(ENTRIES).map(entry).collect()
}

fn notebook_of(diary: &Diary) -> Notebook {
    let (mut book, mut run) = (notebook(1), Run::new(1));
    for (date, text) in diary {
        let entry = NewEntry { date: Some(*date), text: text.clone(), ..NewEntry::default() };
        book.apply(Change::AddEntry(entry), &mut run).unwrap();
    }
    book
}

#[test]
fn a_diary_is_searched_as_plainly_as_its_text() {
    let diary = first_entries();
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
    assert!(!found("lord’s").is_empty());
}

#[test]
fn every_hit_shows_where_it_was_found() {
    let book = notebook_of(&first_entries());
    let query = Query::new("physic");
    let hits = Index::of(&book).search(&query);
    assert!(!hits.is_empty());
    for hit in hits {
        let entry = book.entry(hit.id).unwrap();
        let shown = snippet(entry.texts().next().unwrap(), &query);
        let marked: Vec<_> = shown.pieces.iter().filter(|piece| piece.hit).collect();
        assert!(!marked.is_empty() && marked.iter().all(|piece| piece.text.to_lowercase() == "physic"));
    }
}
