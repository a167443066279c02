//! What was not chosen never leaves: no private word stands in a file for someone else, and nothing private shows in how
//! the file looks.
//!
//! A reading order: [`table`] says which fields leave, and when; [`oracle`] works out from it what may leave of a
//! notebook; [`generator`] makes notebooks full of secrets, and [`canary`] finds these again; [`change`] makes one thing
//! different; [`laws`] hold the files against the oracle.

#![allow(
    unreachable_pub,
    clippy::unwrap_used,
    clippy::expect_used,
    reason = "a test that cannot go on should say so at once, and what its parts share is its own affair"
)]

mod canary;
mod change;
#[path = "../common/mod.rs"]
mod common;
mod found;
mod generator;
mod laws;
mod oracle;
mod table;

use common::random::Dice;
use laws::Census;
use table::Leaves;
use waymark_domain::file::{self, Incoming, Read};
use waymark_domain::stamp::At;

/// The seeds to try: so many, and ten times as many in the full run. `WAYMARK_SEED` asks for one alone.
fn seeds(everyday: u64) -> std::ops::Range<u64> {
    if let Some(seed) = std::env::var("WAYMARK_SEED").ok().and_then(|seed| seed.parse().ok()) {
        return seed..seed + 1;
    }
    0..if std::env::var_os("WAYMARK_FULL").is_some() { 10 * everyday } else { everyday }
}

fn is_one_alone() -> bool {
    std::env::var_os("WAYMARK_SEED").is_some()
}

#[test]
fn what_is_said_of_fields_is_said_of_fields_that_there_are() {
    table::every_row_is_a_field();
}

#[test]
fn the_notebooks_are_such_as_a_backup_brings_back_whole() {
    for seed in seeds(100) {
        let world = generator::world(seed);
        let text = file::write(&world.book, At(0), "test");
        let Read::Plain(Incoming::Notebook(file)) = file::read(text.as_bytes()).unwrap() else {
            panic!("not a notebook")
        };
        assert_eq!((file.set_aside, file.records.len()), (Vec::new(), world.book.records().len()));
    }
}

#[test]
fn no_secret_leaves_that_was_not_chosen() {
    let files = seeds(10_600).filter(|seed| laws::only_what_was_chosen_leaves(*seed)).count();
    assert!(files >= 10_000 || is_one_alone(), "{files} files");
    let all: Vec<_> = seeds(100).filter_map(laws::secrets_in_all).collect();
    let (in_notebooks, in_files) = all.iter().fold((0, 0), |sum, one| (sum.0 + one.0, sum.1 + one.1));
    println!("{files} files; in {} of them {in_files} secrets of {in_notebooks}", all.len());
    assert!(in_files * 5 < in_notebooks && in_files > 10 * all.len());
}

#[test]
fn nothing_but_what_was_chosen_decides_how_a_file_looks() {
    let mut census = Census::new();
    seeds(1_600).for_each(|seed| laws::only_what_was_chosen_decides(seed, &mut census));
    let (silent, heard) = census.values().fold((0, 0), |(s, h), met| (s + met.silent, h + met.heard));
    println!("{silent} pairs that differ in private, {heard} that differ in what was chosen");
    if !is_one_alone() {
        assert!(silent >= 10_000);
        everything_was_made_different(&census);
    }
}

/// Every field was made different where it is private, and where it is chosen; so was everything beside fields.
fn everything_was_made_different(census: &Census) {
    let met = |what: &str| census.get(what).copied().unwrap_or_default();
    for (kind, name, leaves) in table::all() {
        let (what, is_profile) = (format!("{kind} {name}"), kind == "profile");
        let stays_sometimes = !is_profile || leaves == Leaves::Never;
        assert!(met(&what).silent > 0 || !stays_sometimes, "{what} never differed in private");
        let leaves_sometimes = leaves != Leaves::Never && what != "profile deleted";
        assert_eq!(met(&what).heard > 0, leaves_sometimes, "{what}: {:?}", met(&what));
    }
    for (what, _) in change::OTHER {
        assert!(met(what).silent > 0, "{what}: never in private");
    }
}

#[test]
fn a_sealed_file_opens_to_the_same_text_and_shows_nothing_of_it() {
    assert!(seeds(12).filter(|seed| laws::a_sealed_file_shows_nothing(*seed)).count() > 0);
}

#[test]
fn a_leak_would_be_found() {
    let mut dice = Dice(1);
    let secret = generator::secret(&mut dice);
    let text = format!("{{\"a\": \"x {secret}\\ny\", \"b\": \"{}\"}}", generator::uuid(&mut dice));
    assert_eq!(canary::secrets(&text).len(), 2);
    assert!(canary::secrets(&text).contains(secret.as_str()));
    for word in ["waymark-share", "did-not-help", "learned-from-you", "min_reader", "confidential"] {
        assert!(canary::secrets(word).is_empty(), "{word}");
    }
}
