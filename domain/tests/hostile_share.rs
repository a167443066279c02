//! Share files that nobody wrote with Waymark: refused with a reason or taken apart item by item, never a panic, never
//! more than words, and over in a moment.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on should say so at once")]

mod common;

use std::time::{Duration, Instant};

use common::letters::{letter, opened, sender};
use common::mutants::{spoil, spoil_bytes};
use common::random::{Dice, grown};
use common::{Run, day, notebook};
use serde_json::{Value, json};
use waymark_domain::Notebook;
use waymark_domain::file::share::{OpenedShare, to_value, write};
use waymark_domain::file::{self, FileError, ShareOptions, Why, decode_record, encode_record, plan_share};
use waymark_domain::id::RecordId;
use waymark_domain::mentoring::strategy::is_link;

const LISTS: [&str; 7] =
    ["goals", "entries", "strategies", "feedback", "suggestions", "ratings", "responses"];

fn share(seed: u64) -> Value {
    let (from, thread) = sender(1);
    to_value(&letter(&mut Dice(seed), from, thread))
}

fn refused(bytes: impl AsRef<[u8]>) -> FileError {
    file::read(bytes.as_ref()).unwrap_err()
}

/// Imports a file, and says with whom.
fn import(book: &mut Notebook, opened: &OpenedShare, run: &mut Run) -> RecordId {
    let plan = plan_share(book, opened, &ShareOptions::default(), run).unwrap();
    let with = plan.preview.relationship;
    book.import(plan).unwrap();
    with
}

/// Looks at everything there is to see.
fn look(book: &Notebook) {
    let (given, goals) = (book.given(), book.goals().take(2).map(|goal| goal.id()));
    assert!(book.inbox().len() <= given.len());
    for id in goals.chain(given.iter().filter_map(|one| Some(one.given.about()?.id)).take(3)) {
        let (_, _) = (book.given_about(id), book.seen_by_others(id));
    }
    for one in book.relationships() {
        let (_, _) = (book.theirs(one.id()).news(), book.agreement_state(one.id()));
        let (file, _) = (book.share_file(one.id(), day("2026-11-21")).unwrap(), book.ledger(one.id()));
        assert!(file.items.all().iter().all(|item| item.by() == book.me()), "only what is mine leaves");
    }
}

fn decodes_again(book: &Notebook) {
    for record in book.records() {
        assert_eq!(decode_record(&encode_record(record)).as_ref(), Ok(record.as_ref()));
    }
}

/// Reads, plans, imports, looks, takes back. Whether something came in.
fn survives(bytes: &[u8], book: &Notebook) -> bool {
    let (Some(opened), mut run) = (opened(bytes), Run::new(u64::MAX)) else { return false };
    let (mut after, options) = (book.clone(), ShareOptions::default());
    let plan = plan_share(&after, &opened, &options, &mut run);
    assert_eq!(after, *book);
    let Ok(plan) = plan else { return false };
    let (with, from) = (plan.preview.relationship, opened.file.from.id);
    let touched = after.import(plan).unwrap();
    look(&after);
    decodes_again(&after);
    let changed: Vec<_> =
        after.records().filter(|record| book.record(record.id()) != Some(*record)).collect();
    assert!(changed.iter().all(|one| matches!(one.kind(), "relationship" | "received")));
    assert!(changed.len() <= 2, "a person and their file, whatever is in it");
    assert!(
        after.received_from(with).all(|one| one
            .file()
            .unwrap()
            .items
            .all()
            .iter()
            .all(|item| item.by() == from))
    );
    after.undo(&touched.undo, &mut run);
    look(&after);
    decodes_again(&after);
    assert_eq!(after.relationships().len(), book.relationships().len());
    true
}

mod mutants {
    use super::*;

    const NAMES: [&str; 16] = [
        "id",
        "by",
        "from",
        "to",
        "thread",
        "number",
        "goals",
        "feedback",
        "suggestions",
        "ratings",
        "about",
        "title",
        "text",
        "value",
        "",
        "agreement",
    ];

    /// A notebook of someone who knows the sender, or does not.
    fn here(round: u64) -> Notebook {
        let (mut book, mut run) = (grown(round, 30, 1), Run::new(77));
        if round.is_multiple_of(2) {
            import(&mut book, &opened(share(round).to_string().as_bytes()).unwrap(), &mut run);
        }
        book
    }

    #[test]
    fn of_the_structure_never_panic_and_bring_nothing_but_words() {
        let (mut dice, mut came_in) = (Dice(23), 0);
        for round in 0..60 {
            let (here, good) = (here(round), share(round + 100));
            for _ in 0..100 {
                let mut bad = good.clone();
                for _ in 0..=dice.below(4) {
                    // Most places are in the header, and what is wrong there refuses the file.
                    let list = dice.pick(&LISTS).filter(|list| !dice.chance(4) && bad[*list].is_array());
                    let place = match list {
                        Some(list) => &mut bad[list],
                        None => &mut bad,
                    };
                    spoil(&mut dice, place, &NAMES);
                }
                came_in += usize::from(survives(bad.to_string().as_bytes(), &here));
            }
        }
        assert!((1_500..5_900).contains(&came_in), "too few or too many to say anything: {came_in} of 6,000");
    }

    #[test]
    fn of_the_bytes_never_panic() {
        let (mut dice, mut came_in, (from, thread)) = (Dice(29), 0, sender(1));
        for round in 0..40 {
            let (here, good) = (here(round), write(&letter(&mut Dice(round), from, thread), "test"));
            for _ in 0..100 {
                let mut bytes = good.clone().into_bytes();
                spoil_bytes(&mut dice, &mut bytes);
                came_in += usize::from(survives(&bytes, &here));
            }
        }
        assert!((400..3_900).contains(&came_in), "too few or too many to say anything: {came_in} of 4,000");
    }

    #[test]
    fn of_what_is_kept_never_panic_either() {
        let (mut dice, mut run) = (Dice(31), Run::new(5));
        for round in 0..20 {
            let mut book = notebook(1);
            let with = import(&mut book, &opened(share(round).to_string().as_bytes()).unwrap(), &mut run);
            let kept = book.records().find(|record| record.kind() == "received").unwrap().clone();
            for _ in 0..50 {
                let mut bad: Value = serde_json::from_str(&encode_record(&kept)).unwrap();
                spoil(&mut dice, &mut bad["file"], &NAMES);
                let Ok(record) = file::record_from(&bad) else { continue };
                let mut other = Notebook::new(book.id(), book.me());
                other.join(book.record(with).unwrap()).unwrap();
                other.join(&record).unwrap();
                look(&other);
            }
        }
    }
}

mod too_much {
    use super::*;

    /// A share file with `list` in it.
    fn with_list(name: &str, list: &str) -> String {
        let mut head = share(1);
        for name in LISTS {
            head.as_object_mut().unwrap().remove(name);
        }
        head.to_string().replacen('{', &format!("{{\"{name}\":{list},"), 1)
    }

    fn tiny(count: usize) -> String {
        let by = sender(1).0;
        let item = |n| format!("{{\"id\":\"{n:08x}-0000-4000-8000-000000000000\",\"by\":\"{by}\"}}");
        format!("[{}]", (0..count).map(item).collect::<Vec<_>>().join(","))
    }

    #[test]
    fn depth_does_no_harm() {
        let deep = |open: &str, close: &str| format!("{}{}", open.repeat(1_000_000), close.repeat(1_000_000));
        for list in [
            deep("[", "]"),
            deep("{\"a\":", "}"),
            format!("[{{\"steps\":{}}}]", deep("[", "]")),
            "[".repeat(900_000),
        ] {
            assert!(file::read(with_list("goals", &list).as_bytes()).is_err());
        }
    }

    #[test]
    fn a_million_items_are_refused_and_what_is_below_that_is_over_in_a_moment() {
        assert_eq!(refused(with_list("feedback", &format!("[{}{{}}]", "{},".repeat(1_000_000)))), {
            FileError::TooLarge
        });
        assert_eq!(refused(with_list("feedback", &tiny(340_000))), FileError::TooLarge);
        let begun = Instant::now();
        let (mut book, mut run) = (notebook(1), Run::new(1));
        let with =
            import(&mut book, &opened(with_list("feedback", &tiny(150_000)).as_bytes()).unwrap(), &mut run);
        assert_eq!((book.theirs(with).feedback.len(), book.inbox().len()), (150_000, 150_000));
        let took = begun.elapsed();
        assert!(took < Duration::from_secs(30), "time grows with the square of the items: {took:?}");
    }

    #[test]
    fn items_that_are_none_are_all_set_aside() {
        let opened = opened(with_list("goals", &format!("[{}7]", "7,".repeat(300_000))).as_bytes()).unwrap();
        assert_eq!((opened.set_aside.len(), opened.file.items.all().len()), (300_001, 0));
    }

    #[test]
    fn fifty_megabytes_of_words_are_set_aside_where_they_do_not_fit() {
        let by = sender(1).0;
        let long = "x".repeat(50 << 20);
        let id = "7c9e6679-7425-40de-944b-e07fc1f90ae7";
        let list = format!("[{{\"id\":\"{id}\",\"by\":\"{by}\",\"text\":\"{long}\"}}]");
        let one = opened(with_list("feedback", &list).as_bytes()).unwrap();
        assert!(matches!(one.set_aside[0].why, Why::Unreadable(_)));
        let item = |n| {
            format!(
                "{{\"id\":\"{n:08x}-0000-4000-8000-000000000000\",\"by\":\"{by}\",\"text\":\"{}\"}}",
                &long[..20_000]
            )
        };
        let list = format!("[{}]", (0..2_500).map(item).collect::<Vec<_>>().join(","));
        let (mut book, mut run) = (notebook(1), Run::new(1));
        let with = import(&mut book, &opened(with_list("feedback", &list).as_bytes()).unwrap(), &mut run);
        assert_eq!(book.theirs(with).feedback.len(), 2_500);
        decodes_again(&book);
    }

    #[test]
    fn lists_that_are_no_lists_and_numbers_that_are_too_large_refuse_the_file() {
        for name in LISTS {
            for value in ["{}", "7", "null", "\"x\"", "true"] {
                assert_eq!(refused(with_list(name, value)), FileError::Damaged, "{name} {value}");
            }
        }
        for number in
            ["9007199254740992", "18446744073709551615", "18446744073709551616", "1e400", "-1", "0", "1.0"]
        {
            let text = share(1).to_string();
            let at = text.find("\"number\":").unwrap() + 9;
            let bad = format!("{}{number}{}", &text[..at], &text[at + 1..]);
            assert!(file::read(bad.as_bytes()).is_err(), "{number}");
        }
        let mut largest = share(1);
        largest["number"] = json!((1_u64 << 53) - 1);
        assert!(survives(largest.to_string().as_bytes(), &notebook(1)));
    }

    #[test]
    fn of_two_parts_with_one_id_the_first_counts() {
        let (by, id) = (sender(1).0, "7c9e6679-7425-40de-944b-e07fc1f90ae7");
        let step = |text: &str| json!({ "id": id, "text": text });
        let rating = |value: u8| json!({ "id": id, "value": value });
        let (steps, ratings) = ([step("a"), step("b")], [rating(1), rating(2)]);
        let goal = json!({ "id": id, "by": by, "title": "Swim", "steps": steps, "ratings": ratings });
        let entry = json!({ "id": id, "by": by, "text": "x", "tags": ["a", "a"], "goals": [id, id] });
        let goal = opened(with_list("goals", &json!([goal, goal]).to_string()).as_bytes()).unwrap();
        assert_eq!(goal.set_aside[0].why, Why::AnotherUnderItsId);
        let goal = &goal.file.items.goals[0];
        assert_eq!((goal.steps.len(), goal.steps[0].text.as_str(), goal.ratings.len()), (1, "a", 1));
        let entry = opened(with_list("entries", &json!([entry]).to_string()).as_bytes()).unwrap();
        let entry = &entry.file.items.entries[0];
        assert_eq!((entry.tags.len(), entry.goals.len()), (1, 1));
    }
}

mod scripts {
    use waymark_domain::field::Rule;

    use super::*;

    const SCRIPTS: [&str; 12] = [
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "\"><svg/onload=alert(1)>",
        "javascript:alert(1)",
        "{{constructor.constructor('alert(1)')()}}",
        "</textarea><iframe srcdoc='<script>alert(1)</script>'>",
        "&lt;script&gt;&#x3C;script&#x3E;",
        "\u{202E}\u{2066}gpj.exe\u{2069}",
        "\u{0}\u{1b}[2J\u{7f}\u{85}<b>bold</b>\r\nnext\ttab",
        "=HYPERLINK(\"https://example.edu\",\"x\")",
        "'; DROP TABLE notes; --",
        "\u{FEFF}\u{2028}${alert(1)}\u{FFFF}",
    ];

    /// Puts `text` wherever the file holds a free text.
    fn fill(value: &mut Value, text: &str) {
        const FREE: [&str; 20] = [
            "name",
            "message",
            "title",
            "text",
            "why",
            "criterion",
            "area",
            "if",
            "then",
            "note",
            "prompt",
            "link",
            "word",
            "cadence",
            "channel",
            "i_expect",
            "they_expect",
            "confidential",
            "limits",
            "what",
        ];
        match value {
            Value::Object(map) => {
                let is_choice = map.contains_key("by") && map.contains_key("what");
                for (name, value) in map {
                    if FREE.contains(&name.as_str()) && value.is_string() && !(is_choice && name == "what") {
                        *value = text.into();
                    } else {
                        fill(value, text);
                    }
                }
            }
            Value::Array(items) => items.iter_mut().for_each(|item| fill(item, text)),
            _ => {}
        }
    }

    /// Every text in a value.
    fn texts(value: &Value, all: &mut Vec<String>) {
        match value {
            Value::Object(map) => map.values().for_each(|value| texts(value, all)),
            Value::Array(items) => items.iter().for_each(|item| texts(item, all)),
            Value::String(text) => all.push(text.clone()),
            _ => {}
        }
    }

    #[test]
    fn stay_words_in_every_field() {
        let mut met = 0;
        for (seed, script) in (0..40).flat_map(|seed| SCRIPTS.iter().map(move |script| (seed, *script))) {
            let mut file = share(seed);
            fill(&mut file, script);
            let opened = opened(file.to_string().as_bytes()).unwrap();
            assert_eq!(opened.set_aside, []);
            let (mut book, mut run) = (notebook(1), Run::new(1));
            let with = import(&mut book, &opened, &mut run);
            let (line, text) = (Rule::Line(500).tidy(script), Rule::Text(500).tidy(script));
            let theirs = book.theirs(with);
            assert_eq!(theirs.message, if file["message"].is_string() { text.as_str() } else { "" });
            assert!(theirs.goals.iter().all(|copy| copy.item.title == line));
            assert!(theirs.suggestions.iter().all(|copy| copy.item.text == line));
            assert!(theirs.strategies.iter().all(|copy| copy.item.title == line));
            let (mut before, mut after) = (Vec::new(), Vec::new());
            texts(&file, &mut before);
            texts(&to_value(&opened.file), &mut after);
            let whole = |texts: &[String]| texts.iter().filter(|one| **one == line || **one == text).count();
            let put = before.iter().filter(|one| *one == script).count();
            assert_eq!((whole(&after), after.len()), (put, before.len()), "{script}");
            assert_eq!(
                to_value(&opened.file)["goals"].as_array().map(Vec::len).unwrap_or_default(),
                theirs.goals.len()
            );
            met += put;
        }
        assert!(met > 5_000, "{met}");
    }

    #[test]
    fn are_no_links() {
        for text in [
            "javascript:alert(1)",
            "JaVaScRiPt:alert(1)",
            "\u{1}javascript:alert(1)",
            "java\tscript:alert(1)",
            "javascript://https://example.edu/%0Aalert(1)",
            "data:text/html,<script>alert(1)</script>",
            "vbscript:msgbox(1)",
            "blob:https://example.edu/1",
            "file:///etc/passwd",
            "filesystem:https://example.edu/x",
            "view-source:https://example.edu",
            "about:blank",
            "//example.edu",
            "/\\example.edu",
            "http://example.edu",
            "https:example.edu",
            "https:/example.edu",
            "https:\\\\example.edu",
            " https://example.edu",
            "https://example.edu\n",
            "https://exa mple.edu",
            "https://example.edu\u{0}",
            "https://example.edu/\u{2028}x",
            "https://example.edu/\u{A0}x",
            "https://",
            "mailto:",
            "ｈttps://example.edu",
            "https\u{200B}://example.edu",
            "éhttps://example.edu",
            "",
        ] {
            assert!(!is_link(text), "{text:?}");
        }
        for text in ["https://example.edu", "HTTPS://example.edu/a?b#c", "MailTo:ana@example.edu"] {
            assert!(is_link(text), "{text:?}");
        }
    }
}
