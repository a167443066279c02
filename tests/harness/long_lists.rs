//! A notebook file in which every list is long: people, cards, goals, the steps and the self-checks of one goal.

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::{Map, Value, json};

/// Who is in it and what.
pub const PEOPLE: usize = 512;
/// Cards of what worked.
pub const CARDS: usize = 512;
/// Goals, the one with the long plan included.
pub const GOALS: usize = 500;
/// Steps of one goal.
pub const STEPS: usize = 2_000;
/// Self-checks of the same goal.
pub const CHECKS: usize = 600;
/// The goal with the long plan, which is to be reached first.
pub const LONG_GOAL: &str = "The long way";

const ME: &str = "9d3c8e70-1b52-4c6f-8e1d-2f4a6b8c0d13";

/// Writes the file into `folder`.
pub fn file_in(folder: &Path) -> PathBuf {
    let path = folder.join("long-lists.waymark.json");
    let file = json!({
        "format": "waymark-notebook",
        "version": 1,
        "min_reader": 1,
        "app": "waymark 0.1.0",
        "written": "2026-11-21T18:04:05Z",
        "notebook": "5b0f2c9e-7d41-4f0a-9a57-0c6d1e3f8a21",
        "me": ME,
        "records": records(),
    });
    fs::write(&path, file.to_string()).expect("the file can be written");
    path
}

fn records() -> Vec<Value> {
    let goal = id("goal", 0);
    let mut all = Vec::new();
    all.extend((0..PEOPLE).map(|n| {
        let name = format!("Person {n:03}");
        record("relationship", n, json!({ "name": name, "mentors_me": true, "status": "active" }))
    }));
    all.extend((0..CARDS).map(|n| {
        let title = format!("Card {n:03}");
        record("strategy", n, json!({ "title": title, "sort": "strategy", "text": "It worked twice." }))
    }));
    all.extend((0..GOALS).map(|n| {
        let (title, target) =
            if n == 0 { (LONG_GOAL.into(), Some("2030-01-01")) } else { (format!("Goal {n:03}"), None) };
        record(
            "goal",
            n,
            json!({ "title": title, "status": "active", "set_on": "2026-11-01", "target": target }),
        )
    }));
    all.extend((0..STEPS).map(|n| {
        let status = if n < 20 { "done" } else { "todo" };
        let text = format!("Step {n:04}");
        record(
            "step",
            n,
            json!({ "goal": goal, "text": text, "status": status, "order": format!("{n:04}V") }),
        )
    }));
    let first: chrono::NaiveDate = "2025-01-01".parse().expect("a day");
    all.extend((0..CHECKS).map(|n| {
        let on = (first + chrono::Days::new(n as u64)).to_string();
        record("rating", n, json!({ "goal": goal, "value": n % 11, "on": on, "note": "", "rated_by": ME }))
    }));
    all
}

/// A record as it is when it was written once, in one browser.
fn record(kind: &str, n: usize, fields: Value) -> Value {
    let Value::Object(fields) = fields else { panic!("fields are an object") };
    let mut record = Map::new();
    let edits = fields.keys().zip(1..).map(|(name, edit)| {
        (name.clone(), json!(format!("00000000deadbeef:{edit}@{}", 1_795_284_000_000_u64 + n as u64)))
    });
    let seen = fields.len();
    record.insert("edits".into(), Value::Object(edits.collect()));
    record.insert("id".into(), id(kind, n).into());
    record.insert("kind".into(), kind.into());
    record.insert("by".into(), ME.into());
    record.insert("seen".into(), json!({ "00000000deadbeef": seen }));
    record.extend(fields);
    Value::Object(record)
}

fn id(kind: &str, n: usize) -> String {
    let kind = kind.bytes().fold(0_u32, |sum, byte| sum * 7 + u32::from(byte));
    format!("{kind:08x}-3c5f-4e83-9d2e-{n:012x}")
}
