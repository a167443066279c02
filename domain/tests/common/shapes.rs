//! Things of a share file as JSON, made from what the kinds declare: with everything that may stand in one, or with no more
//! than must.

use serde_json::{Map, Value, json};
use uuid::Uuid;
use waymark_domain::entry::TEMPLATE;
use waymark_domain::field::{Field, Rule, SetField};
use waymark_domain::id::{PersonId, RecordId};
use waymark_domain::mentoring::About;
use waymark_domain::mentoring::share::lists;
use waymark_domain::shared::{Place, Shape};
use waymark_domain::template::Template;

use super::random::{Dice, text};

pub const DAYS: [&str; 4] = ["0001-01-01", "2024-02-29", "2026-11-21", "9999-12-31"];

/// The names of the lists of a share file.
pub fn list_names() -> Vec<&'static str> {
    lists().into_iter().map(|(list, ..)| list).collect()
}

/// Some text as its field keeps it; a title is never empty.
pub fn words(dice: &mut Dice, field: Field) -> String {
    match (field.rule, field.rule.tidy(&text(dice))) {
        (Rule::Title(_), text) if text.is_empty() => "Untitled".to_owned(),
        (_, text) => text,
    }
}

pub fn one<T: Clone>(dice: &mut Dice, of: &[T]) -> T {
    of[dice.below(of.len())].clone()
}

/// One of a few ids, so that files speak of the same things; kinds and people do not share theirs.
fn id(dice: &mut Dice, by: PersonId, kind: usize) -> RecordId {
    RecordId::new(Uuid::from_u64_pair(by.uuid().as_u64_pair().0 << 8 | kind as u64, dice.below(8) as u64))
}

/// Where the list of a kind stands among all.
fn number(kind: &str) -> usize {
    lists().iter().position(|(_, of, _)| *of == kind).unwrap_or(lists().len())
}

/// Some things of each list: everything that can stand there stands there now and then.
pub fn things(dice: &mut Dice, by: PersonId) -> Map<String, Value> {
    let mut all = Map::new();
    for (list, kind, places) in lists() {
        let mut things: Vec<Value> = Vec::new();
        for _ in 0..dice.below(4) {
            let mut thing = thing(dice, by, &places);
            thing["id"] = id(dice, by, number(kind)).to_string().into();
            if things.iter().all(|other| other["id"] != thing["id"]) {
                things.push(thing);
            }
        }
        all.insert(list.to_owned(), things.into());
    }
    all
}

fn thing(dice: &mut Dice, by: PersonId, places: &[Place]) -> Value {
    let mut thing = Map::new();
    for place in places {
        if place.is_required || is_titled(place) || dice.chance(2) {
            thing.insert(place.name.to_owned(), value(dice, by, place));
        }
    }
    thing.into()
}

fn value(dice: &mut Dice, by: PersonId, place: &Place) -> Value {
    match &place.shape {
        Shape::Id if place.name == "by" => by.to_string().into(),
        Shape::Id => RecordId::new(Uuid::from_u64_pair(77, dice.roll())).to_string().into(),
        Shape::Field(field) => in_field(dice, *field),
        Shape::About => about(dice, by),
        Shape::List(set) => (0..dice.below(3)).map(|_| member(dice, by, *set)).collect(),
        Shape::Fields(fields) => {
            let some = fields.iter().filter(|_| dice.chance(2)).copied().collect::<Vec<_>>();
            some.into_iter().map(|field| (field.name.to_owned(), in_field(dice, field))).collect()
        }
        Shape::Group(places) => thing(dice, by, places),
        Shape::Parts(places) => (0..dice.below(4)).map(|_| thing(dice, by, places)).collect(),
    }
}

fn in_field(dice: &mut Dice, field: Field) -> Value {
    match field.rule {
        _ if field == TEMPLATE => one(dice, &Template::WORDS).into(),
        Rule::OneOf(words) => one(dice, words).into(),
        Rule::Scale(from, to) => (usize::from(from) + dice.below(usize::from(to - from) + 1)).into(),
        Rule::Day => one(dice, &DAYS).into(),
        _ => words(dice, field).into(),
    }
}

fn member(dice: &mut Dice, by: PersonId, set: SetField) -> Value {
    match set.member {
        Rule::Record => id(dice, by, number("goal")).to_string().into(),
        _ => format!("tag {}", dice.below(3)).into(),
    }
}

fn about(dice: &mut Dice, by: PersonId) -> Value {
    let kind = one(dice, &["goal", "entry", "feedback", "quest"]);
    let about = About::new(kind, id(dice, by, number(kind)), &text(dice));
    json!({ "kind": kind, "id": about.id.to_string(), "title": about.title })
}

/// A title is never empty, and so never left out.
pub fn is_titled(place: &Place) -> bool {
    matches!(place.shape, Shape::Field(Field { rule: Rule::Title(_), .. }))
}

/// No more than must stand there, and the parts in which something may.
pub fn least(places: &[Place], by: &Value) -> Value {
    let id = "7c9e6679-7425-40de-944b-e07fc1f90ae7";
    let mut thing = Map::new();
    for place in places {
        let value = match &place.shape {
            Shape::Id if place.name == "by" => by.clone(),
            Shape::Id => json!(id),
            Shape::Field(Field { rule: Rule::Scale(from, _), .. }) if place.is_required => (*from + 1).into(),
            Shape::Field(_) if is_titled(place) => json!("Swim"),
            Shape::About => json!({ "kind": "goal", "id": id, "title": "Swim" }),
            Shape::Fields(_) => json!({}),
            Shape::Group(places) => least(places, by),
            Shape::Parts(places) => json!([least(places, by)]),
            Shape::Field(_) | Shape::List(_) => continue,
        };
        thing.insert(place.name.to_owned(), value);
    }
    thing.into()
}
