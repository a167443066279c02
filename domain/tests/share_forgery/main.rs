//! What comes from others changes nothing of mine: forged files are refused, or what is forged in them is set aside and
//! named; honest ones among them come in whole.
//!
//! A reading order: [`people`] makes notebooks that know each other; [`forge`] makes files that nobody honest made (their
//! [`heads`], their [`items`]), and [`notebooks`] such backups; [`laws`] says what a file may do; [`honest`] what it must do; [`accepting`] what becomes of
//! odd suggestions.

#![allow(
    unreachable_pub,
    clippy::unwrap_used,
    clippy::expect_used,
    reason = "a test that cannot go on should say so at once, and what its parts share is its own affair"
)]

mod accepting;
#[path = "../common/mod.rs"]
mod common;
mod forge;
mod heads;
mod honest;
mod items;
mod laws;
mod notebooks;
mod people;

use std::collections::BTreeMap;

use common::random::Dice;
use common::shapes::list_names;
use forge::{ALL, Fate, Forged, HARMLESS, forge};
use people::{World, json, world};
use serde_json::Value;
use waymark_domain::file::{Recency, ShareOptions, SharePreview, Why};
use waymark_domain::mentoring::{Act, RelationshipStatus};
use waymark_domain::{Change, Notebook};

/// The seeds to try: so many, and five times as many in the full run. `WAYMARK_SEED` asks for one alone.
fn seeds(everyday: u64) -> std::ops::Range<u64> {
    if let Some(seed) = std::env::var("WAYMARK_SEED").ok().and_then(|seed| seed.parse().ok()) {
        return seed..seed + 1;
    }
    0..if std::env::var_os("WAYMARK_FULL").is_some() { 5 * everyday } else { everyday }
}

/// A world and Ana's next file.
fn begun(seed: u64) -> (Dice, World, Value) {
    let (mut dice, mut world) = (Dice(seed ^ 0xF0_96ED), world(seed));
    let next = json(&world.ana.writes(&mut dice));
    (dice, world, next)
}

#[test]
fn a_forged_file_is_refused_or_brings_no_more_than_its_senders_own() {
    let mut met = BTreeMap::new();
    for seed in seeds(100) {
        let (mut dice, world, honest) = begun(seed);
        for (nth, (way, _)) in ALL.iter().enumerate() {
            let forged = forge(&mut dice, &world, nth, &honest);
            println!("{way}");
            *met.entry(*way).or_insert(0) += meets_its_fate(&world, &forged);
        }
    }
    assert!(met.values().all(|met| *met > 0), "{met:?}");
}

/// Opens a forged file. Says how many things of it were named as set aside, or one where all of it was judged at once.
fn meets_its_fate(world: &World, forged: &Forged) -> usize {
    let opened = laws::opens(world, &forged.text, &forged.options);
    let (after, preview) = match (opened, &forged.fate) {
        (Err(why), Fate::Refused(expected)) => {
            assert_eq!(why, *expected);
            return 1;
        }
        (Ok(opened), fate) if !matches!(fate, Fate::Refused(_)) => opened,
        (other, _) => panic!("{other:?}, and not {:?}", forged.fate),
    };
    let is_unknown = forge::is_unknown(&preview.sender);
    assert_eq!(is_unknown, matches!(forged.fate, Fate::Stranger(_)));
    assert_eq!(is_unknown, preview.relationship != world.ana.here);
    nothing_is_silently_dropped(&after, &preview, &forged.text);
    let set_aside = match &forged.fate {
        Fate::Comes(set_aside) | Fate::Stranger(set_aside) => set_aside.clone(),
        Fate::Stands(recency) => {
            assert_eq!(preview.recency, *recency);
            if *recency == Recency::Twin {
                honest::both_are_shown(
                    &after,
                    preview.relationship,
                    &[&forged.text, world.came.last().unwrap()],
                );
            }
            Vec::new()
        }
        Fate::Refused(_) => unreachable!(),
    };
    assert_eq!(sorted(preview.set_aside.iter().map(|aside| &aside.why)), sorted(set_aside.iter()));
    set_aside.len().max(1)
}

fn sorted<'a>(whys: impl Iterator<Item = &'a Why>) -> Vec<String> {
    let mut all: Vec<_> = whys.map(|why| format!("{why:?}")).collect();
    all.sort_unstable();
    all
}

/// Whatever stands in a list came in or is named.
fn nothing_is_silently_dropped(after: &Notebook, preview: &SharePreview, text: &str) {
    let file = json(text);
    let listed: usize =
        list_names().into_iter().filter_map(|list| file.get(list)?.as_array()).map(Vec::len).sum();
    let number = file["number"].as_u64().unwrap();
    let kept = after.received_from(preview.relationship).filter_map(|one| after.file_of(&one));
    let most = kept
        .filter(|file| file.number == number)
        .map(|file| file.items.all().len() + preview.set_aside.len());
    let named = preview.set_aside.iter().filter(|aside| aside.what.place > 0 && aside.what.kind.is_some());
    assert_eq!(named.count(), preview.set_aside.len(), "what is set aside can be found in the file");
    assert!(
        most.into_iter().any(|came| came == listed),
        "of {listed} things some neither came nor were named"
    );
}

#[test]
fn honest_files_come_in_whole_whatever_was_forged_among_them() {
    for seed in seeds(40) {
        let (mut dice, mut world, honest) = begun(seed);
        let mut pure = world.clone();
        let from_ben = pure.ben.writes(&mut dice);
        honest_ones(&mut pure, &honest, &from_ben);
        among_forged(&mut dice, &mut world, &honest, &from_ben);
        for with in [world.ana.here, world.ben.here] {
            assert_eq!(honest::seen(&world.me, with), honest::seen(&pure.me, with), "world {seed}");
        }
    }
}

fn honest_ones(world: &mut World, from_ana: &Value, from_ben: &str) {
    for (text, with) in [(from_ana.to_string().as_str(), world.ana.here), (from_ben, world.ben.here)] {
        let (preview, _) =
            people::open(&mut world.me, text, &ShareOptions::default(), &mut world.run).unwrap();
        assert_eq!((preview.set_aside, preview.recency), (Vec::new(), Recency::Latest));
        honest::all_came(&world.me, with, text);
    }
}

/// The same, with all that is forged, but what Ana herself would have made otherwise.
fn among_forged(dice: &mut Dice, world: &mut World, from_ana: &Value, from_ben: &str) {
    let as_before = world.clone();
    for nth in 0..HARMLESS {
        if nth == HARMLESS / 2 {
            people::open(&mut world.me, from_ben, &ShareOptions::default(), &mut world.run).unwrap();
        }
        let forged = forge(dice, &as_before, nth, from_ana);
        let opened = people::open(&mut world.me, &forged.text, &forged.options, &mut world.run);
        assert_eq!(opened.is_err(), matches!(forged.fate, Fate::Refused(_)));
    }
}

#[test]
fn a_file_of_someone_i_closed_with_or_threw_away_changes_nothing_i_said_of_them() {
    for seed in seeds(40) {
        let (mut dice, mut world, honest) = begun(seed);
        let (with, status) = (world.ana.here, RelationshipStatus::Closed);
        people::apply(&mut world.me, &mut world.run, Act::SetStatus { with, status });
        if dice.chance(2) {
            people::apply(&mut world.me, &mut world.run, Change::Delete(vec![with]));
        }
        let (after, _) = laws::opens(&world, &honest.to_string(), &ShareOptions::default()).unwrap();
        assert_eq!(after.relationship(with).unwrap().status(), RelationshipStatus::Closed);
        honest::all_came(&after, with, &honest.to_string());
    }
}

#[test]
fn honest_files_come_to_the_same_in_any_order_and_twice() {
    let mut tried = 0;
    for seed in seeds(12) {
        let (mut dice, mut world, first) = begun(seed);
        let mut files = vec![first.to_string()];
        files.extend((0..3).map(|_| world.ana.writes(&mut dice)));
        tried += honest::come_to_the_same_in_any_order(&world.me, &world.run, &files, world.ana.here);
        honest::an_old_file_turns_nothing_back(&world);
    }
    assert!(tried >= 24);
}

#[test]
fn a_backup_that_someone_made_by_my_name_comes_in_as_copies_of_nothing_of_mine() {
    for seed in seeds(150) {
        let (mut dice, world) = (Dice(seed ^ 0xBAC), world(seed));
        let text = notebooks::forged(&mut dice, &world);
        assert!(notebooks::comes_in_as_copies(&world, &text) > 0, "world {seed}");
    }
}

#[test]
fn an_odd_suggestion_does_no_more_than_it_says() {
    for seed in seeds(60) {
        let (mut dice, world) = (Dice(seed ^ 0x0DD), world(seed));
        for _ in 0..5 {
            let suggestion = accepting::odd(&mut dice, &world);
            let into = accepting::goes_where_it_should(&world, &suggestion);
            accepting::does_only_what_it_says(&world, &suggestion, into);
            accepting::nothing_goes_where_nothing_is(&mut dice, &world, &suggestion);
        }
    }
}
