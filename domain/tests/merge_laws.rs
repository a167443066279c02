//! The laws of the notebook (see `docs/adr/0003-causal-records.md`), over random histories of several copies of it.
//!
//! Every run plays the same 10,000 histories; `WAYMARK_FULL=1` plays ten times as many and some new ones, and
//! `WAYMARK_SEED=<n>` one alone.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test that cannot go on should say so at once")]
#![allow(unreachable_pub, reason = "the parts of this test speak to each other")]

mod common;
mod laws;

use std::hash::{BuildHasher, RandomState};

use common::cases;
use common::changes::CHANGES;
use laws::census::EXPECTED;
use laws::forged::{joined, record};
use laws::run::{Rules, play_all};
use proptest::prelude::*;

/// The seeds to play: the same in every run; in the full one also some that nobody has seen yet.
fn seeds() -> Vec<u64> {
    if let Some(seed) = std::env::var("WAYMARK_SEED").ok().and_then(|seed| seed.parse().ok()) {
        return vec![seed];
    }
    if std::env::var_os("WAYMARK_FULL").is_none() {
        return (0..10_000).collect();
    }
    let first = RandomState::new().hash_one("new histories");
    println!("new histories from seed {first}");
    (0..100_000).chain((0..5_000).map(|nth| first.wrapping_add(nth))).collect()
}

#[test]
fn the_laws_hold_over_random_histories() {
    let seeds = seeds();
    let census = play_all(&seeds, Rules::default()).unwrap_or_else(|broken| panic!("{broken}"));
    println!("{} histories met:\n{census}", seeds.len());
    let never: Vec<_> = EXPECTED.iter().chain(CHANGES).filter(|what| census.count(what) == 0).collect();
    assert!(never.is_empty() || seeds.len() == 1, "the histories never met {never:?}");
}

#[test]
fn a_replica_that_is_used_again_breaks_a_law() {
    let seeds: Vec<_> = (0..200).collect();
    let broken = play_all(&seeds, Rules { reuse_replicas: true }).unwrap_err();
    assert!(broken.contains("no dot stands for two edits"), "{broken}");
}

proptest! {
    #![proptest_config(cases(5_000))]

    #[test]
    fn copies_that_contradict_each_other_still_join_to_the_same_in_any_order(
        a in record(), b in record(), c in record(),
    ) {
        prop_assert_eq!(joined(&a, &b), joined(&b, &a));
        prop_assert_eq!(joined(&joined(&a, &b), &c), joined(&a, &joined(&b, &c)));
        prop_assert_eq!(joined(&a, &a), a.clone());
        prop_assert_eq!(joined(&joined(&a, &b), &b), joined(&a, &b));
    }
}
