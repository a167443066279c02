//! The random notebooks and files that other tests rely on hold everything there is: every kind, every field and set, every
//! change, every act, and every place of a share file. What is added later is made at random too, or a test here fails.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on should say so at once")]

mod common;

use std::collections::BTreeSet;

use common::acts::{self, ACTS, Done};
use common::changes::{self, CHANGES};
use common::letters::{letter, sender};
use common::random::{Dice, done, edit};
use common::{Run, notebook};
use serde_json::Value;
use waymark_domain::Notebook;
use waymark_domain::kinds::KINDS;
use waymark_domain::mentoring::share::{lists, to_value};
use waymark_domain::shared::{Place, Shape};

/// How files were kept before they were kept whole. Nobody writes it any more.
const OLD: &str = "received file";

/// Everything that was written in a notebook: kinds, fields, and sets by their prefix.
fn written(book: &Notebook, all: &mut BTreeSet<String>) {
    for record in book.records() {
        let names = record.content().into_iter().flat_map(|content| content.fields.keys());
        let names = names.map(|name| name.split_inclusive(':').next().unwrap_or_default());
        all.extend(names.map(|name| format!("{} {name}", record.kind())));
        all.insert(record.kind().to_owned());
    }
}

#[test]
fn every_kind_field_and_set_is_written_in_random_notebooks() {
    let mut met = BTreeSet::new();
    for seed in 0..60 {
        let (mut book, mut run) = (notebook(1), Run::new(seed));
        edit(&mut Dice(seed), &mut book, &mut run, 800);
        written(&book, &mut met);
    }
    let fields = KINDS.iter().flat_map(|table| table.fields).map(|field| (field.kind, field.name));
    let sets = KINDS.iter().flat_map(|table| table.sets).map(|set| (set.kind, set.prefix));
    let expected = fields.chain(sets).map(|(kind, name)| format!("{kind} {name}"));
    let expected = expected.chain(KINDS.iter().map(|table| table.kind.to_owned()));
    let never: Vec<_> = expected.filter(|what| !met.contains(what) && what != OLD).collect();
    assert!(never.is_empty(), "never written: {never:?}");
}

#[test]
fn every_change_and_every_act_happens_in_random_notebooks() {
    let mut met = BTreeSet::new();
    for seed in 0..60 {
        let (mut dice, mut book, mut run) = (Dice(seed), notebook(1), Run::new(seed));
        for _ in 0..400 {
            let Some(done) = done(&mut dice, &book) else { continue };
            let name = match &done {
                Done::Change(one) => changes::name(one),
                Done::Act(one) => acts::name(one),
            };
            if done.apply(&mut book, &mut run).is_ok() {
                met.insert(name);
            }
            if dice.chance(20) {
                common::letters::receive(&mut dice, &mut book, &mut run);
            }
        }
    }
    let never: Vec<_> = CHANGES.iter().chain(ACTS).filter(|name| !met.contains(*name)).collect();
    assert!(never.is_empty(), "never done: {never:?}");
}

/// The places in which something stands, as paths.
fn filled(value: &Value, places: &[Place], at: &str, met: &mut BTreeSet<String>) {
    for place in places {
        let (here, value) = (format!("{at}/{}", place.name), &value[place.name]);
        if value.is_null() {
            continue;
        }
        match &place.shape {
            Shape::Group(places) => filled(value, places, &here, met),
            Shape::Parts(places) => {
                value.as_array().into_iter().flatten().for_each(|part| filled(part, places, &here, met));
            }
            Shape::Fields(_) => {
                met.extend(value.as_object().into_iter().flatten().map(|(name, _)| format!("{here}/{name}")));
            }
            _ => {}
        }
        met.insert(here);
    }
}

/// All places, as paths.
fn all(places: &[Place], at: &str) -> Vec<String> {
    let paths = places.iter().flat_map(|place| {
        let here = format!("{at}/{}", place.name);
        let inside = match &place.shape {
            Shape::Group(places) | Shape::Parts(places) => all(places, &here),
            Shape::Fields(fields) => fields.iter().map(|field| format!("{here}/{}", field.name)).collect(),
            _ => Vec::new(),
        };
        inside.into_iter().chain([here])
    });
    paths.collect()
}

#[test]
fn every_place_of_every_list_is_filled_in_random_files() {
    let (mut dice, mut met, (from, thread)) = (Dice(3), BTreeSet::new(), sender(1));
    for _ in 0..200 {
        let file = to_value(&letter(&mut dice, from, thread));
        for (list, _, places) in lists() {
            let things = file[list].as_array().into_iter().flatten();
            things.for_each(|thing| filled(thing, &places, list, &mut met));
        }
    }
    let expected = lists().into_iter().flat_map(|(list, _, places)| all(&places, list));
    let never: Vec<_> = expected.filter(|place| !met.contains(place)).collect();
    assert!(never.is_empty(), "never filled: {never:?}");
}
