//! Three years of weekly files from one person, most of which repeat: how much room they take, and that nothing is lost.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on should say so at once")]

#[path = "common/mod.rs"]
mod common;

use std::collections::BTreeSet;
use std::time::Instant;

use common::random::Dice;
use common::{Run, day, notebook};
use serde_json::{Value, json};
use waymark_domain::Notebook;
use waymark_domain::file::{self, Read, ShareOptions, plan_share};
use waymark_domain::id::ReplicaId;
use waymark_domain::store::key::Epoch;
use waymark_domain::store::key_value::{KeyValue, units};
use waymark_domain::store::memory::Memory;
use waymark_domain::store::packing::Need;
use waymark_domain::store::{Identity, Store};

const WEEKS: usize = 156;
/// How many entries are shared at any time, and how many of them are new in a week.
const SHARED: usize = 100;
const NEW: usize = 3;
/// What a browser gives, in UTF-16 units.
const ROOM: usize = 5_242_880;

fn id(number: u64) -> String {
    uuid::Uuid::from_u64_pair(0xABBA, number).to_string()
}

/// Some eight hundred characters of a vocabulary like a person's.
fn words(dice: &mut Dice) -> String {
    let word = |dice: &mut Dice| {
        let rare = dice.below(2_000);
        let number = dice.below(1 + rare);
        let syllables = ["an", "ber", "co", "den", "el", "for", "gi", "hol", "is", "ka", "lo", "men", "ni"];
        let parts = [number % 13, number / 13 % 13, number / 169 % 13].map(|at| syllables[at]);
        parts[..=number.min(2)].concat()
    };
    (0..100).map(|_| word(dice)).collect::<Vec<_>>().join(" ")
}

/// The file of each week: what was shared stays for a while, and one of it is changed.
fn weekly_files() -> Vec<String> {
    let mut dice = Dice(3);
    let mut entries: Vec<Value> = Vec::new();
    let files = (0..WEEKS).map(|week| {
        let new = if week == 0 { SHARED } else { NEW };
        for _ in 0..new {
            let number = dice.roll();
            entries.insert(
                0,
                json!({ "id": id(number), "by": id(1), "date": "2026-11-21", "text": words(&mut dice) }),
            );
        }
        entries.truncate(SHARED);
        let changed = dice.below(SHARED);
        entries[changed]["title"] = format!("Looked at again in week {week}").into();
        json!({
            "format": "waymark-share", "version": 1, "min_reader": 1, "app": "waymark 0.1.0",
            "written": "2026-11-21", "thread": id(2), "number": 20_261_121_001 + week,
            "from": { "id": id(1), "name": "Ana" }, "to": { "name": "Ben" }, "as": ["mentee"],
            "message": format!("This is week {week}."), "entries": entries,
        })
        .to_string()
    });
    files.collect()
}

fn open(book: &mut Notebook, text: &str, run: &mut Run) -> Vec<waymark_domain::id::RecordId> {
    let Read::Share(opened) = file::read(text.as_bytes()).unwrap() else { panic!("no share file") };
    let plan = plan_share(book, &opened, &ShareOptions::default(), run).unwrap();
    book.import(plan).unwrap().records
}

#[test]
fn three_years_of_a_hundred_shared_entries_a_week_take_a_twentieth_of_the_room_and_are_all_there() {
    let (mut book, mut run, kv) = (notebook(2), Run::new(7), Memory::default());
    let identity = Identity { epoch: Epoch::first(1), notebook: book.id(), me: book.me() };
    let mut opened = Store::open(&kv, identity, ReplicaId(7)).unwrap();
    assert!(opened.store.settle().unwrap());
    opened.store.let_write(true);
    let files = weekly_files();
    let begun = Instant::now();
    for text in &files {
        let touched = open(&mut book, text, &mut run);
        opened.store.save(&book, touched);
    }
    let took = begun.elapsed();
    let taken = || -> usize {
        let keys = kv.keys().unwrap();
        keys.iter().map(|key| units(key) + units(&kv.get(key).unwrap().unwrap())).sum()
    };
    let loose = taken();
    let mut packed = |need| {
        let (listed, living) = (opened.store.list().unwrap(), BTreeSet::from([opened.store.replica()]));
        let mut packing = opened.store.plan_packing(&book, &listed, &living, need).unwrap();
        while opened.store.pack_some(&mut book, &mut packing).unwrap().1 {}
    };
    packed(Need::Low);
    let low = taken();
    packed(Need::High);
    let high = taken();
    let with = book.relationships()[0].id();
    let cold = Instant::now();
    let theirs = book.theirs(with);
    let cold = cold.elapsed();
    let warm = Instant::now();
    assert!(std::sync::Arc::ptr_eq(&theirs, &book.theirs(with)));
    let warm = warm.elapsed();
    let next = Instant::now();
    let leaves = book.outgoing(with, day("2026-11-21"), "test").unwrap();
    println!(
        "{WEEKS} files of {} bytes opened in {took:?}; units: {loose} loose, {low} packed as every day, {high} all packed \
         ({:.2} %); read in {cold:?}, once more in {warm:?}; the next file of {} bytes in {:?}",
        files[0].len(),
        100.0 * f64::from(u32::try_from(high).unwrap()) / f64::from(u32::try_from(ROOM).unwrap()),
        leaves.bytes().len(),
        next.elapsed(),
    );
    // What is packed every day leaves up to 128 Ki units of any notebook loose, so what counts is what all of it comes to.
    assert!(high <= ROOM / 20, "{high} units");
    assert_eq!(theirs.things.entries.len(), SHARED + NEW * (WEEKS - 1), "an entry was lost");
    for (received, text) in book.files_from(with).all.iter().rev().zip(&files) {
        let Read::Share(opened) = file::read(text.as_bytes()).unwrap() else { panic!("no share file") };
        assert_eq!(book.file_of(&received.received), Some(opened.file), "a file cannot be read in full");
    }
}
