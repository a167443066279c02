//! The schema of the share file, made from the rules of its fields.

use serde_json::{Map, Value, json};
use waymark_domain::field::{Field, Rule};
use waymark_domain::kinds::table;
use waymark_domain::mentoring::share::{LIST_MAX, NUMBER_MAX, lists};
use waymark_domain::mentoring::{Agreement, feedback, relationship};
use waymark_domain::profile;
use waymark_domain::shared::{Place, Shape};

use crate::common::json_schema::{DAY, UUID, of_field};
use crate::common::shapes::is_titled;

pub fn schema() -> Value {
    let all = lists().into_iter();
    let all = all.map(|(list, kind, _)| (list.to_owned(), json!({ "type": "array", "items": of(kind) })));
    let defs = lists().into_iter().map(|(_, kind, places)| (kind.to_owned(), thing(&places)));
    let mut defs: Map<_, _> = defs.collect();
    defs.extend([
        ("id".to_owned(), json!({ "type": "string", "pattern": UUID })),
        ("about".to_owned(), about()),
        ("agreement".to_owned(), agreement()),
    ]);
    let mut properties = json!({
        "format": { "const": "waymark-share" },
        "version": { "type": "integer", "minimum": 1 },
        "min_reader": { "description": "the oldest version that may read it", "const": 1 },
        "app": { "description": "what wrote it" },
        "written": { "type": "string", "pattern": DAY, "format": "date" },
        "thread": of("id"),
        "number": { "type": "integer", "minimum": 1, "maximum": NUMBER_MAX },
        "from": object(&["id"], &[("id", of("id")), ("name", of_field(profile::NAME))]),
        "to": object(&[], &[("id", of("id")), ("name", of_field(profile::NAME))]),
        "as": { "description": "mentee, mentor or both", "type": ["array", "null"], "maxItems": LIST_MAX },
        "message": of_field(relationship::MESSAGE),
        "agreement": or_null(&of("agreement")),
    });
    properties.as_object_mut().unwrap().extend(all);
    json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Waymark share file, version 1",
        "description": "What one person chose to send to another. See share-file.md.",
        "type": "object",
        "required": ["format", "version", "min_reader", "written", "thread", "number", "from", "to"],
        "properties": properties,
        "$defs": defs,
    })
}

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

fn thing(places: &[Place]) -> Value {
    let required = places.iter().filter(|place| place.is_required || is_titled(place));
    let required: Vec<_> = required.map(|place| place.name).collect();
    let members: Vec<_> = places.iter().map(|place| (place.name, in_place(place))).collect();
    object(&required, &members)
}

fn in_place(place: &Place) -> Value {
    match &place.shape {
        Shape::Id => of("id"),
        Shape::Field(Field { rule: Rule::Scale(from, to), .. }) if place.is_required => {
            json!({ "type": "integer", "minimum": from, "maximum": to })
        }
        Shape::Field(field) => of_field(*field),
        Shape::About if place.is_required => of("about"),
        Shape::About => or_null(&of("about")),
        Shape::List(set) if set.member == Rule::Record => list(&of("id")),
        Shape::List(set) => list(&of_field(Field::new(set.kind, place.name, set.member))),
        Shape::Fields(fields) => or_null(&object(&[], &values(fields))),
        Shape::Group(places) => or_null(&thing(places)),
        Shape::Parts(places) => list(&thing(places)),
    }
}

fn values(of: &[Field]) -> Vec<(&'static str, Value)> {
    of.iter().map(|field| (field.name, of_field(*field))).collect()
}

fn about() -> Value {
    let field = |name: &'static str| {
        let rule = table(feedback::KIND).unwrap().rule(&format!("about_{name}")).unwrap();
        (name, of_field(Field::new(feedback::KIND, name, rule)))
    };
    object(&["id"], &[field("kind"), ("id", of("id")), field("title")])
}

fn agreement() -> Value {
    let agreement = Agreement::default();
    object(&[], &values(&agreement.fields().map(|(field, _)| field)))
}
