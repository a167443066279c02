//! The published schema of the notebook file follows from the table of kinds, and says of each value what the gate says.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on should say so at once")]

mod common;

use common::json_schema::{EDIT, REPLICA, SAYS_SOMETHING, UUID, accepts, of_field};
use common::random::grown;
use serde_json::{Map, Value, json};
use waymark_domain::field::{DELETED, EXAMPLE, Field, KindTable, Rule};
use waymark_domain::kinds::{KINDS, Kind};
use waymark_domain::stamp::At;
use waymark_domain::{file, profile};

const PATH: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../docs/notebook-v1.schema.json");

fn schema() -> Value {
    let id = json!({ "$ref": "#/$defs/id" });
    let mut defs = json!({
        "id": { "type": "string", "pattern": UUID },
        "edit": { "description": "replica:counter@time in milliseconds since 1970", "type": "string", "pattern": EDIT },
        "record": record(),
    });
    for table in KINDS {
        defs[table.kind] = kind(table);
    }
    json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Waymark notebook file, version 1",
        "description": "A full backup of one person's notebook. See notebook-file.md.",
        "type": "object",
        "required": ["format", "version", "min_reader", "notebook", "me", "records"],
        "properties": {
            "format": { "const": "waymark-notebook" },
            "version": { "type": "integer", "minimum": 1 },
            "min_reader": { "description": "the oldest version that may read it", "const": 1 },
            "app": { "description": "what wrote it" },
            "written": { "description": "when (RFC 3339, UTC)" },
            "notebook": id,
            "me": id,
            "records": { "type": "array", "items": { "$ref": "#/$defs/record" } },
        },
        "$defs": defs,
    })
}

fn record() -> Value {
    let id = json!({ "$ref": "#/$defs/id" });
    let edits = json!({ "type": "object", "additionalProperties": { "$ref": "#/$defs/edit" } });
    let version = json!({ "type": "object", "required": ["value", "edit"], "properties": { "edit": { "$ref": "#/$defs/edit" } } });
    let also = json!({ "type": "object", "additionalProperties": { "type": "array", "items": version } });
    let counter = json!({ "type": "integer", "minimum": 1, "maximum": At::MAX.0 });
    let seen =
        json!({ "type": "object", "propertyNames": { "pattern": REPLICA }, "additionalProperties": counter });
    let kinds = KINDS.iter().map(|table| {
        json!({
            "if": { "properties": { "kind": { "const": table.kind } } },
            "then": { "$ref": format!("#/$defs/{}", table.kind) },
        })
    });
    json!({
        "type": "object",
        "required": ["id", "kind", "by"],
        "properties": {
            "id": id,
            "kind": { "type": "string", "pattern": SAYS_SOMETHING, "maxLength": 60 },
            "by": id,
            "edits": edits,
            "also": also,
            "seen": seen,
            "erased": { "const": true },
        },
        "allOf": kinds.collect::<Vec<_>>(),
    })
}

fn kind(table: &KindTable) -> Value {
    let fields = table.fields.iter().chain(&[DELETED, EXAMPLE]);
    let properties: Map<_, _> = fields.map(|field| (field.name.to_owned(), of_field(*field))).collect();
    let sets: Map<_, _> = table
        .sets
        .iter()
        .map(|set| {
            let held = Field::new(set.kind, set.prefix, set.value);
            (format!("^{}", set.prefix), of_field(held))
        })
        .collect();
    let about = Kind::of(table.kind).map(Kind::about);
    let mut schema = json!({ "description": about, "properties": properties });
    if !sets.is_empty() {
        schema["patternProperties"] = sets.into();
    }
    if table.kind == profile::KIND {
        schema["not"] = json!({ "anyOf": [{ "required": ["erased"] }, { "required": [DELETED.name] }] });
    }
    schema
}

#[test]
fn the_published_schema_is_the_one_that_follows_from_the_kinds() {
    let now = format!("{}\n", serde_json::to_string_pretty(&schema()).unwrap());
    if std::env::var_os("WAYMARK_WRITE_DOCS").is_some() {
        std::fs::write(PATH, &now).unwrap();
    }
    let published = std::fs::read_to_string(PATH).unwrap_or_default();
    assert!(
        published == now,
        "docs/notebook-v1.schema.json is stale: run the tests once with WAYMARK_WRITE_DOCS=1"
    );
}

#[test]
fn our_own_files_are_what_the_schema_says() {
    let schema = schema();
    let fixture = include_str!("fixtures/v1/notebook.waymark.json").to_owned();
    let grown = (0..40).map(|seed| file::write(&grown(seed, 60, 1), At(1_700_000_000_000), "test"));
    for text in grown.chain([fixture]) {
        assert!(accepts(&schema, &schema, &serde_json::from_str(&text).unwrap()), "{text}");
    }
}

#[test]
fn the_examples_in_the_documentation_read_as_they_say() {
    let page =
        std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/../docs/notebook-file.md")).unwrap();
    let mut examples = page.split("```json\n").skip(1).map(|rest| rest.split("```").next().unwrap());
    let (notebook, diary) = (examples.next().unwrap(), examples.next().unwrap());
    assert!(accepts(&schema(), &schema(), &serde_json::from_str(notebook).unwrap()));
    let file::Incoming::Notebook(notebook) = file::read(notebook.as_bytes()).unwrap().plain().unwrap() else {
        panic!("a diary")
    };
    assert_eq!((notebook.records.len(), notebook.set_aside.len()), (2, 0));
    let file::Incoming::Diary(diary) = file::read(diary.as_bytes()).unwrap().plain().unwrap() else {
        panic!("a notebook")
    };
    assert_eq!((diary.entries.len(), diary.set_aside.len()), (1, 0));
}

/// A record with one field, as the file has it.
fn with_field(kind: &str, name: &str, value: &Value) -> Value {
    let by = "0f8fad5b-d9cb-469f-a165-70867728950e";
    let id = if kind == profile::KIND { by } else { "7c9e6679-7425-40de-944b-e07fc1f90ae7" };
    let edits = json!({ name: "00000000000000aa:1@5" });
    json!({ "id": id, "kind": kind, "by": by, name: value, "edits": edits, "seen": { "00000000000000aa": 1 } })
}

#[test]
fn the_schema_and_the_gate_agree_on_every_field() {
    let schema = schema();
    let wanted = &schema["$defs"]["record"];
    let samples = [
        json!(null),
        json!(true),
        json!(false),
        json!(0),
        json!(1),
        json!(5),
        json!(6),
        json!(10),
        json!(11),
        json!(-1),
        json!(2.5),
        json!(""),
        json!(" "),
        json!("active"),
        json!("todo"),
        json!("2024-02-29"),
        json!("V"),
        json!("V0"),
        json!("0f8fad5b-d9cb-469f-a165-70867728950e"),
        json!("x".repeat(60)),
        json!("é".repeat(201)),
        json!("x".repeat(100_001)),
        json!([]),
        json!({}),
    ];
    let mut compared = 0;
    for table in KINDS {
        let names = table.fields.iter().chain(&[DELETED, EXAMPLE]).map(|field| field.name.to_owned());
        let sets = table.sets.iter().map(|set| match set.member {
            Rule::Record => format!("{}0f8fad5b-d9cb-469f-a165-70867728950e", set.prefix),
            _ => format!("{}exam", set.prefix),
        });
        for (name, value) in
            names.chain(sets).flat_map(|name| samples.iter().map(move |value| (name.clone(), value)))
        {
            let record = with_field(table.kind, &name, value);
            let gate = waymark_domain::wire::record_from(&record);
            assert_eq!(
                accepts(&schema, wanted, &record),
                gate.is_ok(),
                "{} {name} {value}: {gate:?}",
                table.kind
            );
            compared += 1;
        }
    }
    assert!(compared > 1_000);
}

#[test]
fn the_schema_refuses_what_is_not_a_record() {
    let schema = schema();
    let good = with_field("goal", "title", &json!("Swim"));
    let refuses = |record: &Value| !accepts(&schema, &schema["$defs"]["record"], record);
    assert!(!refuses(&good));
    for (name, value) in [
        ("id", json!("me")),
        ("kind", json!("")),
        ("by", json!(null)),
        ("edits", json!({ "title": "soon" })),
        ("also", json!({ "title": [{ "value": 1 }] })),
        ("seen", json!({ "aa": 1 })),
        ("seen", json!({ "00000000000000aa": 0 })),
        ("erased", json!(false)),
    ] {
        let mut bad = good.clone();
        bad[name] = value;
        assert!(refuses(&bad), "{name}");
        assert!(waymark_domain::wire::record_from(&bad).is_err(), "{name}");
    }
}
