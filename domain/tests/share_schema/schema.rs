//! The schema of the share file, made from the rules of its fields.

use serde_json::{Map, Value, json};
use waymark_domain::entry::{self, SELF_CHECKS};
use waymark_domain::field::{Field, Rule};
use waymark_domain::file::share::{LIST_MAX, NUMBER_MAX};
use waymark_domain::kinds::table;
use waymark_domain::mentoring::{Agreement, feedback, relationship, response, strategy, suggestion};
use waymark_domain::template::Template;
use waymark_domain::{goal, profile, rating, step};

use crate::common::json_schema::{DAY, UUID, of_field};

/// The lists of a file and what each holds.
pub const LISTS: [(&str, &str); 7] = [
    ("goals", goal::KIND),
    ("entries", entry::KIND),
    ("strategies", strategy::KIND),
    ("feedback", feedback::KIND),
    ("suggestions", suggestion::KIND),
    ("ratings", rating::KIND),
    ("responses", response::KIND),
];

pub fn schema() -> Value {
    let lists = LISTS.map(|(list, kind)| (list.to_owned(), json!({ "type": "array", "items": of(kind) })));
    let mut properties = json!({
        "format": { "const": "waymark-share" },
        "version": { "type": "integer", "minimum": 1 },
        "min_reader": { "description": "the oldest version that may read it", "const": 1 },
        "app": { "description": "what wrote it" },
        "written": { "type": "string", "pattern": DAY, "format": "date" },
        "thread": of("id"),
        "number": { "type": "integer", "minimum": 1, "maximum": NUMBER_MAX },
        "from": object(&["id"], &[("id", of("id")), ("name", value(profile::NAME))]),
        "to": object(&[], &[("id", of("id")), ("name", value(profile::NAME))]),
        "as": { "description": "mentee, mentor or both", "type": ["array", "null"], "maxItems": LIST_MAX },
        "message": value(relationship::MESSAGE),
        "agreement": or_null(&of("agreement")),
    });
    properties.as_object_mut().unwrap().extend(lists);
    json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Waymark share file, version 1",
        "description": "What one person chose to send to another. See share-file.md.",
        "type": "object",
        "required": ["format", "version", "min_reader", "written", "thread", "number", "from", "to"],
        "properties": properties,
        "$defs": {
            "id": { "type": "string", "pattern": UUID },
            "about": about(),
            "agreement": agreement(),
            "goal": shared_goal(),
            "step": part(&["text"], &[step::TEXT, step::STATUS, step::DUE, step::DONE_ON]),
            "self-check": part(&["value"], &[rating::VALUE, rating::ON, rating::NOTE]),
            "entry": shared_entry(),
            "strategy": item(&["title"], fields(&[strategy::SORT, strategy::TITLE, strategy::TEXT, strategy::LINK])),
            "feedback": on_something(&[], &[feedback::NATURE, feedback::TEXT, feedback::ON]),
            "suggestion": on_something(
                &["text"],
                &[suggestion::WHAT, suggestion::TEXT, suggestion::NOTE, suggestion::LINK, suggestion::ON],
            ),
            "rating": on_one_thing(&["about", "value"], &[rating::VALUE, rating::ON, rating::NOTE]),
            "response": on_one_thing(&["about"], &[response::STATUS, response::WORD, response::ON]),
        },
    })
}

type Members = Vec<(&'static str, Value)>;

pub fn of(def: &str) -> Value {
    json!({ "$ref": format!("#/$defs/{def}") })
}

fn or_null(schema: &Value) -> Value {
    json!({ "anyOf": [schema, { "type": "null" }] })
}

fn list(items: &Value) -> Value {
    json!({ "type": ["array", "null"], "maxItems": LIST_MAX, "items": items })
}

fn object(required: &[&str], members: &[(&'static str, Value)]) -> Value {
    let properties: Map<_, _> = members.iter().map(|(name, one)| ((*name).to_owned(), one.clone())).collect();
    json!({ "type": "object", "required": required, "properties": properties })
}

/// A field's value; a self-check is nothing without its number.
fn value(field: Field) -> Value {
    match field.rule {
        Rule::Scale(from, to) if field == rating::VALUE => {
            json!({ "type": "integer", "minimum": from, "maximum": to })
        }
        _ => of_field(field),
    }
}

fn fields(of: &[Field]) -> Members {
    of.iter().map(|field| (field.name, value(*field))).collect()
}

/// A part of a thing: it has an id and belongs to whoever the thing belongs to.
fn part(required: &[&str], of_it: &[Field]) -> Value {
    object(&[&["id"], required].concat(), &[vec![("id", of("id"))], fields(of_it)].concat())
}

fn item(required: &[&str], members: Members) -> Value {
    let own = vec![("id", of("id")), ("by", of("id"))];
    object(&[&["id", "by"], required].concat(), &[own, members].concat())
}

fn on_something(required: &[&str], of_it: &[Field]) -> Value {
    item(required, [vec![("about", or_null(&of("about")))], fields(of_it)].concat())
}

fn on_one_thing(required: &[&str], of_it: &[Field]) -> Value {
    item(required, [vec![("about", of("about"))], fields(of_it)].concat())
}

fn about() -> Value {
    let field = |name: &'static str| {
        let rule = table(feedback::KIND).unwrap().rule(&format!("about_{name}")).unwrap();
        (name, value(Field::new(feedback::KIND, name, rule)))
    };
    object(&["id"], &[field("kind"), ("id", of("id")), field("title")])
}

fn agreement() -> Value {
    let agreement = Agreement::default();
    object(&[], &fields(&agreement.fields().map(|(field, _)| field)))
}

fn shared_goal() -> Value {
    let plan = object(&[], &fields(&[goal::IF, goal::THEN]));
    let own = [goal::TITLE, goal::STATUS, goal::WHY, goal::CRITERION, goal::AREA, goal::TARGET];
    let parts =
        vec![("plan", or_null(&plan)), ("steps", list(&of("step"))), ("ratings", list(&of("self-check")))];
    item(&["title"], [fields(&own), parts].concat())
}

fn shared_entry() -> Value {
    let answers: Vec<_> = Template::ALL.into_iter().flat_map(Template::parts).copied().collect();
    let own = [entry::DATE, entry::TITLE, entry::TEMPLATE, entry::PROMPT, entry::TEXT];
    let tag = value(Field::new(entry::KIND, "tags", entry::TAGS.member));
    let parts = vec![
        ("answers", or_null(&object(&[], &fields(&answers)))),
        ("tags", list(&tag)),
        ("checks", or_null(&object(&[], &fields(&SELF_CHECKS)))),
        ("goals", list(&of("id"))),
    ];
    item(&[], [fields(&own), parts].concat())
}
