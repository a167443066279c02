//! Files that nobody wrote with Waymark: refused with a reason or taken apart record by record, never a panic, never
//! something let in that would not be let in again.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on should say so at once")]

mod common;

use common::mutants::{spoil, spoil_bytes};
use common::random::{Dice, grown};
use common::{Run, notebook, shown};
use serde_json::{Value, json};
use waymark_domain::Notebook;
use waymark_domain::file::{self, FileError, ImportOptions, Incoming, NotebookFile, Read, RecordError, Why};
use waymark_domain::stamp::At;
use waymark_domain::wire::{decode_record, encode_record};

fn backup(book: &Notebook) -> String {
    file::write(book, At(1_700_000_000_000), "test")
}

fn refused(bytes: impl AsRef<[u8]>) -> FileError {
    file::read(bytes.as_ref()).unwrap_err()
}

fn notebook_file(value: &Value) -> NotebookFile {
    match file::read(value.to_string().as_bytes()).unwrap().plain().unwrap() {
        Incoming::Notebook(file) => file,
        Incoming::Diary(_) => panic!("a notebook file was taken for a diary"),
    }
}

/// A backup as JSON, to be spoiled.
fn parsed(book: &Notebook) -> Value {
    serde_json::from_str(&backup(book)).unwrap()
}

/// Reads, plans and imports whatever `bytes` are into `book`, and sees that all is well afterwards. Says whether anything
/// could be read.
fn survives(bytes: &[u8], book: &Notebook) -> bool {
    let Some(incoming) = file::read(bytes).ok().and_then(Read::plain) else { return false };
    let (mut book, mut run) = (book.clone(), Run::new(u64::MAX));
    let before = shown(&book);
    let options = ImportOptions { bring_back: bytes.len().is_multiple_of(2), ..ImportOptions::default() };
    let plan = file::plan(&book, &incoming, &options, &run);
    let touched = book.import(plan).unwrap();
    for record in book.records() {
        assert_eq!(decode_record(&encode_record(record)).as_ref(), Ok(record.as_ref()));
    }
    assert!(before.keys().all(|id| book.record(*id).is_some()) || book.id() != notebook(1).id());
    book.undo(&touched.undo, &mut run);
    for record in book.records() {
        assert_eq!(decode_record(&encode_record(record)).as_ref(), Ok(record.as_ref()));
    }
    true
}

mod as_a_whole {
    use super::*;

    #[test]
    fn each_kind_of_wrong_file_gets_its_own_reason() {
        let header = |format: &str, min_reader: u64| {
            json!({ "format": format, "version": min_reader, "min_reader": min_reader, "records": [] })
                .to_string()
        };
        let utf16: Vec<u8> = "\u{FEFF}{}".encode_utf16().flat_map(u16::to_le_bytes).collect();
        let cases: [(Vec<u8>, FileError); 21] = [
            (b"".into(), FileError::Empty),
            ("\u{FEFF} \r\n".into(), FileError::Empty),
            (b"[]".into(), FileError::Empty),
            (utf16, FileError::Utf16),
            (b"{\0\"\0".into(), FileError::Utf16),
            (b"{\"a\": \"caf\xE9\"}".into(), FileError::NotUtf8),
            (b"\x89PNG\r\n\x1a\n\xff".into(), FileError::NotUtf8),
            (b"Dear diary".into(), FileError::NotWaymark),
            (b"<html></html>".into(), FileError::NotWaymark),
            (b"{}".into(), FileError::NotWaymark),
            (b"7".into(), FileError::NotWaymark),
            (b"[1, 2]".into(), FileError::NotWaymark),
            (b"{\"format\": \"something-else\"}".into(), FileError::NotWaymark),
            (b"{\"format\": 7}".into(), FileError::NotWaymark),
            (b"{\"date\": \"2024".into(), FileError::CutOff),
            (header("waymark-notebook", 2).into(), FileError::Newer),
            (header("waymark-something", 2).into(), FileError::Newer),
            (header("waymark-share", 1).into(), FileError::Damaged),
            (header("waymark-sealed", 1).into(), FileError::Damaged),
            (header("waymark-sealed", 2).into(), FileError::Newer),
            (header("waymark-notebook", 1).into(), FileError::Damaged),
        ];
        for (bytes, expected) in cases {
            assert_eq!(refused(&bytes), expected, "{}", String::from_utf8_lossy(&bytes));
        }
    }

    #[test]
    fn a_header_that_cannot_be_read_refuses_the_file() {
        let good = parsed(&grown(1, 30, 1));
        for name in ["version", "min_reader", "notebook", "me", "records"] {
            for value in [Value::Null, json!(0), json!(-1), json!("x"), json!({}), json!(1.5)] {
                let mut bad = good.clone();
                bad[name] = value;
                assert_eq!(refused(bad.to_string()), FileError::Damaged, "{name}: {}", bad[name]);
            }
        }
        let mut odd = good.clone();
        (odd["written"], odd["app"]) = (json!("yesterday é"), json!([7]));
        assert!(notebook_file(&odd).written.is_none());
    }

    #[test]
    fn damage_in_the_middle_is_told_from_an_early_end() {
        let text = backup(&grown(1, 30, 1));
        let middle = text.find("\"records\"").unwrap();
        assert_eq!(refused(text.replacen("\"records\":", "\"records\"", 1)), FileError::Damaged);
        assert_eq!(refused(&text[..middle]), FileError::CutOff);
        let mut cut = text.clone().into_bytes();
        cut.truncate(text.len() - 20);
        cut.push(0xE2);
        assert_eq!(refused(&cut), FileError::CutOff);
    }

    #[test]
    fn depth_does_no_harm() {
        let deep = |open: &str, close: &str| format!("{}{}", open.repeat(1_000_000), close.repeat(1_000_000));
        for text in [
            deep("[", "]"),
            deep("{\"a\":", "}"),
            "[".repeat(900_000),
            "{\"format\":".repeat(400_000),
            format!("{{\"format\":\"waymark-notebook\",\"records\":{}}}", deep("[", "]")),
        ] {
            assert!(file::read(text.as_bytes()).is_err());
        }
        let line = format!(
            "{{\"date\":\"2024-01-01\",\"text\":\"a\",\"x\":{}}}\n",
            deep("[", "]").split_at(400_000).0
        );
        let Incoming::Diary(diary) =
            file::read(format!("{{\"date\":\"2024-01-01\",\"text\":\"b\"}}\n{line}").as_bytes())
                .unwrap()
                .plain()
                .unwrap()
        else {
            panic!("not a diary")
        };
        assert_eq!((diary.entries.len(), diary.set_aside.len()), (1, 1));
    }

    #[test]
    fn size_and_number_of_values_are_limited_before_parsing() {
        assert_eq!(refused(vec![b'{'; file::MAX_BYTES + 1]), FileError::TooLarge);
        assert_eq!(refused(format!("[{}1]", "1,".repeat(file::MAX_VALUES))), FileError::TooLarge);
        assert_eq!(refused("{}\n".repeat(file::MAX_VALUES + 1)), FileError::TooLarge);
        assert_eq!(refused("x\n".repeat(file::MAX_BYTES / 2)), FileError::TooLarge);
        assert_eq!(refused(" ".repeat(50 << 20)), FileError::Empty);
        assert_eq!(refused("\u{1F600}".repeat(12 << 20)), FileError::NotWaymark);
        let commas = json!([{ "date": "2024-01-01", "text": ",".repeat(90_000) }]).to_string();
        assert!(file::read(commas.as_bytes()).is_ok());
        let long = json!({ "date": "2024-01-01", "text": "x".repeat(50 << 20) }).to_string();
        let Incoming::Diary(diary) = file::read(long.as_bytes()).unwrap().plain().unwrap() else {
            panic!("not a diary")
        };
        assert_eq!((diary.entries.len(), diary.set_aside.len()), (0, 1));
    }
}

mod record_by_record {
    use super::*;

    #[test]
    fn one_bad_record_does_not_spoil_a_file() {
        let book = grown(1, 60, 1);
        let mut spoiled = parsed(&book);
        let records = spoiled["records"].as_array_mut().unwrap();
        let (at, goal) =
            records.iter_mut().enumerate().find(|(_, record)| record["title"].is_string()).unwrap();
        goal["title"] = json!(["not", "text"]);
        let kind = goal["kind"].as_str().unwrap().to_owned();
        let file = notebook_file(&spoiled);
        let [aside] = file.set_aside.as_slice() else { panic!("{:?}", file.set_aside) };
        assert_eq!((aside.what.place, aside.what.kind.as_ref()), (at + 1, Some(&kind)));
        assert!(matches!(&aside.why, Why::Unreadable(RecordError::Value { field, .. }) if field == "title"));
        assert_eq!(file.records.len(), book.records().len() - 1);
    }

    #[test]
    fn a_record_that_stands_twice_is_joined_or_set_aside() {
        let book = grown(1, 60, 1);
        let mut twice = parsed(&book);
        let records = twice["records"].as_array_mut().unwrap();
        let (mut other_kind, count) = (records[1].clone(), records.len());
        other_kind["kind"] = json!("quest");
        records.extend_from_within(..);
        records.push(other_kind);
        let file = notebook_file(&twice);
        assert_eq!((file.records.len(), file.set_aside.len()), (count, 1));
        assert_eq!(file.set_aside[0].why, Why::AnotherUnderItsId);
    }

    #[test]
    fn a_profile_cannot_be_erased_put_where_it_does_not_belong_nor_anything_in_its_place() {
        let mut forged = parsed(&grown(1, 60, 1));
        let me = forged["me"].clone();
        let records = forged["records"].as_array_mut().unwrap();
        let goal = records.iter().position(|record| record["kind"] == "goal").unwrap();
        records[goal]["id"] = me;
        assert_eq!(notebook_file(&forged).set_aside[0].why, Why::Unreadable(RecordError::Misplaced));
        let me = &forged["me"];
        for (name, value) in [("erased", json!(true)), ("deleted", json!(true))] {
            let mut gone = json!({ "id": me, "kind": "profile", "by": me });
            gone[name] = value;
            assert_eq!(waymark_domain::wire::record_from(&gone), Err(RecordError::Misplaced), "{name}");
        }
    }

    #[test]
    fn control_and_direction_characters_stay_data_and_far_times_stay_times() {
        let mut book = parsed(&grown(1, 60, 1));
        let records = book["records"].as_array_mut().unwrap();
        let entry = records
            .iter_mut()
            .find(|record| record["kind"] == "entry" && record["date"].is_string())
            .unwrap();
        let text = "\u{0}\u{1b}[2J\u{202E}\u{2066}<img src=x onerror=alert(1)>\u{FEFF}\u{FFFF}";
        entry["text"] = json!(text);
        entry["edits"]["text"] = json!("00000000000000aa:1@9007199254740991");
        entry["edits"]["date"] = json!("00000000000000aa:2@0");
        entry["date"] = json!("9999-12-31");
        entry["seen"] = json!({ "00000000000000aa": 2 });
        let keep = ["id", "kind", "by", "text", "date", "edits", "seen"];
        let (entry, mut run) = (entry.as_object_mut().unwrap(), Run::new(5));
        entry.retain(|name, _| keep.contains(&name.as_str()));
        entry["edits"].as_object_mut().unwrap().retain(|name, _| keep.contains(&name.as_str()));
        let id = entry["id"].as_str().unwrap().parse().unwrap();
        let mut here = notebook(1);
        let file = Incoming::Notebook(notebook_file(&book));
        here.import(file::plan(&here, &file, &ImportOptions::default(), &run)).unwrap();
        let entry = here.record(id).unwrap();
        assert_eq!(entry.text(waymark_domain::entry::TEXT), text);
        let (field, saw) = (waymark_domain::entry::TEXT, entry.saw("text"));
        here.apply(waymark_domain::Change::Write { id, field, value: "next".into(), saw }, &mut run).unwrap();
        assert_eq!(here.record(id).unwrap().text(field), "next");
        assert!(decode_record(&encode_record(here.record(id).unwrap())).is_ok());
    }
}

mod mutants {
    use super::*;

    const NAMES: [&str; 14] = [
        "id", "kind", "by", "edits", "also", "seen", "erased", "title", "text", "tag:", "goal:x", "deleted",
        "", "date",
    ];

    #[test]
    fn of_the_structure_never_panic_and_let_nothing_in_that_does_not_hold() {
        let (mut dice, mut came_in) = (Dice(13), 0);
        for round in 0..40 {
            let here = grown(round, 24, 1);
            let theirs = grown(round, 36, if dice.chance(3) { 2 } else { 1 });
            let good = parsed(&theirs);
            for _ in 0..150 {
                let mut bad = good.clone();
                for _ in 0..=dice.below(4) {
                    // Most places are in the header, and what is wrong there refuses the file.
                    let in_records = !dice.chance(4) && bad["records"].is_array();
                    let place = if in_records { &mut bad["records"] } else { &mut bad };
                    spoil(&mut dice, place, &NAMES);
                }
                let book = if dice.chance(5) { &theirs } else { &here };
                came_in += usize::from(survives(bad.to_string().as_bytes(), book));
            }
        }
        assert!((3_000..5_900).contains(&came_in), "too few or too many to say anything: {came_in} of 6,000");
    }

    #[test]
    fn of_the_bytes_never_panic() {
        let (mut dice, mut came_in) = (Dice(17), 0);
        let diary = "{\"date\":\"2024-01-01\",\"text\":\"Snow.\",\"tags\":[\"a\"],\"mood\":3}\n".repeat(5);
        for round in 0..40 {
            let here = grown(round, 24, 1);
            let text = if dice.chance(5) { diary.clone() } else { backup(&grown(round, 18, 1)) };
            for _ in 0..150 {
                let mut bytes = text.clone().into_bytes();
                spoil_bytes(&mut dice, &mut bytes);
                came_in += usize::from(survives(&bytes, &here));
            }
        }
        assert!((2_000..5_900).contains(&came_in), "too few or too many to say anything: {came_in} of 6,000");
    }
}
