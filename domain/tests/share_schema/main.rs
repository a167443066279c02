//! The published schema of the share file follows from the rules, and says of each value what the gate says.

#![allow(
    clippy::unwrap_used,
    unreachable_pub,
    reason = "a test that cannot go on should say so at once, and what its parts share is its own affair"
)]

#[path = "../common/mod.rs"]
mod common;
mod gate;
mod schema;

use common::json_schema::accepts;
use common::letters::{letter, opened, sender};
use common::random::Dice;
use schema::schema;
use serde_json::{Map, Value, json};
use waymark_domain::file::OpenedShare;
use waymark_domain::mentoring::share::write;

const PATH: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../docs/share-v1.schema.json");
const PAGE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../docs/share-file.md");
const SHARE: &str = include_str!("../fixtures/v1/share.waymark.json");
const REPLY: &str = include_str!("../fixtures/v1/share-reply.waymark.json");
fn read(text: &str) -> OpenedShare {
    opened(text.as_bytes()).unwrap()
}

fn parsed(text: &str) -> Value {
    serde_json::from_str(text).unwrap()
}

/// The schema with nothing allowed that it does not name.
fn closed(schema: &Value) -> Value {
    match schema {
        Value::Object(keywords) => {
            let mut all: Map<_, _> =
                keywords.iter().map(|(name, value)| (name.clone(), closed(value))).collect();
            if all.get("type") == Some(&json!("object")) {
                all.insert("additionalProperties".into(), false.into());
            }
            all.into()
        }
        Value::Array(values) => values.iter().map(closed).collect(),
        other => other.clone(),
    }
}

#[test]
fn the_published_schema_is_the_one_that_follows_from_the_rules() {
    let now = format!("{}\n", serde_json::to_string_pretty(&schema()).unwrap());
    if std::env::var_os("WAYMARK_WRITE_DOCS").is_some() {
        std::fs::write(PATH, &now).unwrap();
    }
    let published = std::fs::read_to_string(PATH).unwrap_or_default();
    assert!(
        published == now,
        "docs/share-v1.schema.json is stale: run the tests once with WAYMARK_WRITE_DOCS=1"
    );
}

#[test]
fn our_own_files_are_what_the_schema_says_and_hold_nothing_that_it_does_not_name() {
    let (schema, mut dice) = (closed(&schema()), Dice(5));
    let (from, thread) = sender(1);
    let letters = (0..400).map(|_| write(&letter(&mut dice, from, thread), "test"));
    for text in letters.chain([SHARE.to_owned(), REPLY.to_owned()]) {
        assert!(accepts(&schema, &schema, &parsed(&text)), "{text}");
    }
    let mut more = parsed(SHARE);
    more["goals"][0]["private_note"] = json!("x");
    assert!(!accepts(&schema, &schema, &more));
}

#[test]
fn a_file_reads_as_it_was_written() {
    let (mut dice, (from, thread)) = (Dice(7), sender(1));
    for _ in 0..400 {
        let file = letter(&mut dice, from, thread);
        let back = read(&write(&file, "test"));
        assert_eq!((&back.file, back.set_aside.len()), (&file, 0));
    }
}

#[test]
fn the_examples_in_the_documentation_read_as_they_say() {
    let page = std::fs::read_to_string(PAGE).unwrap();
    let mut examples = page.split("```json\n").skip(1).map(|rest| rest.split("```").next().unwrap());
    for fixture in [SHARE, REPLY] {
        let example = examples.next().unwrap();
        assert_eq!(example, fixture);
        assert!(accepts(&schema(), &schema(), &parsed(example)));
        assert_eq!(read(example).set_aside, []);
    }
    assert_eq!(examples.next(), None);
}

/// Written once by version 1. They are never written again: what reads them may change, the files may not.
#[test]
fn the_first_files_that_were_shared_read_for_ever() {
    let (share, reply) = (read(SHARE).file, read(REPLY).file);
    assert_eq!((share.from.name.as_str(), share.to.name.as_str(), share.number), ("Ana", "Ben", 1));
    assert_eq!((share.roles.mentee, share.roles.mentor, share.written.to_string().as_str()), {
        (true, false, "2026-11-21")
    });
    let (goal, entry) = (&share.items.goals[0], &share.items.entries[0]);
    assert_eq!(
        (goal.title.as_str(), goal.steps.len(), entry.title.as_str()),
        ("Pass calculus", 2, "Study group")
    );
    assert_eq!((entry.goals.as_slice(), share.items.all().len()), (&[goal.id][..], 3));
    assert_eq!((reply.thread, reply.to.id, reply.items.all().len()), (share.thread, Some(share.from.id), 5));
    assert_eq!(reply.items.feedback[0].about.as_ref().unwrap().id, goal.id);
    assert_eq!((reply.items.suggestions[0].what.word(), reply.items.views[0].value), ("step", 6));
    assert_eq!(reply.items.responses[0].about.id, share.items.feedback[0].id);
    for (text, file) in [(SHARE, share), (REPLY, reply)] {
        assert_eq!(write(&file, "waymark 0.1.0"), text.trim_end());
    }
}

#[test]
fn the_schema_refuses_a_header_that_the_gate_refuses() {
    let schema = schema();
    let removed = [json!(null)];
    let bad_ids = [json!("me"), json!(7), json!({})];
    for (place, values) in [
        ("thread", &bad_ids[..]),
        ("number", &[json!(0), json!(-1), json!(1.5), json!("1"), json!(1_u64 << 53)]),
        ("written", &[json!("soon"), json!(7)]),
        ("from", &[json!({}), json!({ "id": "me" }), json!({ "name": "Ana" })]),
        ("to", &[json!([]), json!({ "id": "me" }), json!({ "id": null }), json!({ "name": 7 })]),
        ("as", &[json!("mentor"), json!({})]),
        ("message", &[json!(7), json!("x".repeat(20_001))]),
        ("agreement", &[json!([]), json!({ "cadence": 7 }), json!({ "end_on": "soon" })]),
        ("goals", &[json!({}), json!("x"), json!(7)]),
        ("version", &removed),
    ] {
        for value in values {
            let mut file = parsed(SHARE);
            file[place] = value.clone();
            assert!(opened(file.to_string().as_bytes()).is_none(), "{place} {value}");
            assert!(!accepts(&schema, &schema, &file), "{place} {value}");
        }
    }
}
