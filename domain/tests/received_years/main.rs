//! Three years of weekly files from one person, most of which repeat: how much room they take on each day, that nothing is
//! lost, and that the order in which they were opened makes no difference to anything that is seen.
#![allow(
    unreachable_pub,
    clippy::unwrap_used,
    clippy::cast_precision_loss,
    reason = "a test that cannot go on should say so at once"
)]

#[path = "../common/mod.rs"]
mod common;
mod device;

use common::random::{Dice, exchange};
use common::weekly::{NEW, SHARED, weekly_files};
use device::{Device, read};
use waymark_domain::Notebook;
use waymark_domain::mentoring::share::ShareFile;
use waymark_domain::mentoring::{Files, Theirs};
use waymark_domain::store::memory::Memory;
use waymark_domain::store::packing::Need;

/// What a browser gives, in UTF-16 units.
const ROOM: usize = 5_242_880;
/// What the files of one person may take of it.
const PART: usize = ROOM / 20;
/// After how many weeks the app is closed and opened again.
const RELOAD: usize = 8;

fn files() -> Vec<String> {
    let mut dice = Dice(3);
    weekly_files(1, &mut |end| dice.below(end))
}

fn percent(units: usize) -> String {
    format!("{units} units = {:.2} %", 100.0 * units as f64 / ROOM as f64)
}

#[test]
fn on_no_day_do_three_years_of_files_take_more_than_a_twentieth_of_the_room() {
    let (kv, files) = (Memory::default(), files());
    let mut device = Device::new(&kv, 7);
    for (week, text) in files.iter().enumerate() {
        device.receive(text);
        device.tidy(Need::Low);
        if week % RELOAD == 0 {
            device.reload();
        }
    }
    let low = device.taken();
    device.tidy(Need::High);
    let high = device.taken();
    println!("at most {}; at last {}; all packed {}", percent(device.most), percent(low), percent(high));
    assert!(device.most <= PART, "{}", percent(device.most));
    is_all_there(&device.book, &files);
    device.reload();
}

#[test]
fn whatever_the_order_the_same_is_seen_and_no_more_room_is_taken() {
    let files = files();
    let orders = orders(files.len());
    let kvs = orders.each_ref().map(|_| Memory::default());
    let devices: Vec<_> = orders
        .into_iter()
        .zip(&kvs)
        .zip(7..)
        .map(|((order, kv), replica)| {
            let mut device = Device::new(kv, replica);
            for at in order {
                device.receive(&files[at]);
                device.tidy(Need::Low);
            }
            device
        })
        .collect();
    let first = seen(&devices[0].book);
    for device in &devices {
        println!("at most {}", percent(device.most));
        assert!(device.most <= PART, "{}", percent(device.most));
        assert!(seen(&device.book) == first, "the order is seen");
        assert!(is_once(things(&device.book)), "a thing is kept twice");
    }
    for (at, one) in devices.iter().enumerate() {
        for other in &devices[at + 1..] {
            let (mut here, mut there) = (one.book.clone(), other.book.clone());
            exchange(&other.book, &mut here);
            exchange(&one.book, &mut there);
            assert!(here == there && seen(&here) == first, "a join loses something");
            let sum = things(&one.book).len() + things(&other.book).len();
            assert!(things(&here).len() <= sum, "a join makes more of a thing than there were");
        }
    }
}

/// As they were sent, the last first, one as chance has it, and every other one late.
fn orders(files: usize) -> [Vec<usize>; 4] {
    let all: Vec<usize> = (0..files).collect();
    let mut shuffled = all.clone();
    let mut dice = Dice(5);
    (1..files).rev().for_each(|at| shuffled.swap(at, dice.below(at + 1)));
    let (even, odd): (Vec<_>, Vec<_>) = all.iter().partition(|at| *at % 2 == 0);
    [all.clone(), all.into_iter().rev().collect(), shuffled, [even, odd].concat()]
}

/// Everything that is shown of the person's files, and each of them in full.
fn seen(book: &Notebook) -> (Theirs, Files, Vec<ShareFile>) {
    let with = book.relationships()[0].id();
    let files = Files::clone(&book.files_from(with));
    let whole = files.all.iter().map(|one| book.file_of(&one.received).unwrap()).collect();
    (Theirs::clone(&book.theirs(with)), Files { all: Vec::new(), ..files }, whole)
}

/// Everything that stands with any file.
fn things(book: &Notebook) -> Vec<String> {
    let registers = book.records().flat_map(|record| &record.content().unwrap().fields);
    let parts = registers.filter(|(name, _)| name.starts_with("items:"));
    let texts = parts.flat_map(|(_, part)| part.shown().unwrap().value.as_str().unwrap().lines());
    texts.map(str::to_owned).collect()
}

fn is_once(mut things: Vec<String>) -> bool {
    let all = things.len();
    things.sort_unstable();
    things.dedup();
    all == things.len()
}

/// Every thing once, and every file in full.
fn is_all_there(book: &Notebook, files: &[String]) {
    let with = book.relationships()[0].id();
    assert_eq!(book.theirs(with).things.entries.len(), SHARED + NEW * (files.len() - 1), "an entry was lost");
    let came = &book.files_from(with).all;
    let kept: Vec<_> = came.iter().rev().map(|one| book.file_of(&one.received)).collect();
    let whole: Vec<_> = files.iter().map(|text| Some(read(text))).collect();
    assert!(kept == whole, "a file cannot be read in full");
}
