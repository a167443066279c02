//! A file that was cut, changed or spoiled is refused, or opens to the very same text. It never ends in a panic.

use base64ct::{Base64, Encoding as _};
use serde_json::{Value, json};
use waymark_domain::file::{FileError, SealedError};

use crate::common::random::Dice;
use crate::sealing::{Refused, TEXT, header, open, sealed, with_checksum};

const DAMAGED: Refused = Refused::Unread(FileError::Damaged);

/// Printed over several lines, as files are.
fn printed() -> String {
    serde_json::to_string_pretty(&sealed(&header(), TEXT.as_bytes())).unwrap()
}

/// Says whether the file was refused. Otherwise it must hold the text that was sealed.
fn is_refused(bytes: &[u8]) -> bool {
    let opened = open(bytes);
    assert!(opened.as_ref().is_err() || opened.as_deref() == Ok(TEXT), "{}", String::from_utf8_lossy(bytes));
    opened.is_err()
}

#[test]
fn every_beginning_of_a_file_is_refused() {
    let file = printed();
    for end in 0..file.len() {
        assert!(is_refused(&file.as_bytes()[..end]), "{end}");
    }
    assert_eq!(open(&file[..file.len() / 2]), Err(Refused::Unread(FileError::CutOff)));
    assert_eq!(open(&file).unwrap(), TEXT);
}

#[test]
fn every_byte_that_is_replaced_by_any_other_is_noticed_unless_both_are_white_space() {
    let file = printed().into_bytes();
    let (is_space, mut opened) = (|byte: &&u8| byte.is_ascii_whitespace(), 0);
    for at in 0..file.len() {
        for other in (0..=255).filter(|other| *other != file[at]) {
            let mut bad = file.clone();
            bad[at] = other;
            opened += usize::from(!is_refused(&bad));
        }
    }
    assert_eq!(opened, 3 * file.iter().filter(is_space).count());
}

#[test]
fn a_ciphertext_that_is_cut_or_no_base64_is_damage_whatever_the_checksum() {
    let good = sealed(&header(), TEXT.as_bytes());
    let whole = Base64::decode_vec(good["ciphertext"].as_str().unwrap()).unwrap();
    for length in 0..whole.len() {
        let mut cut = good.clone();
        cut["ciphertext"] = Base64::encode_string(&whole[..length]).into();
        assert_eq!(open(cut.to_string()), Err(DAMAGED), "{length}");
        let why = if length < 16 { DAMAGED } else { Refused::Unopened(SealedError::WrongPassphrase) };
        assert_eq!(open(with_checksum(cut).to_string()), Err(why), "{length}");
    }
    for text in ["*", "AAA", "AAAA\n", " AAAA", "é", "AAAA=", "A-_A"] {
        let mut bad = good.clone();
        bad["ciphertext"] = text.into();
        assert_eq!(open(with_checksum(bad).to_string()), Err(DAMAGED), "{text:?}");
    }
}

#[test]
fn random_mutants_of_the_bytes_never_panic_nor_open_to_something_else() {
    let (file, mut dice, mut refused) = (printed(), Dice(14), 0);
    for _ in 0..6_000 {
        let mut bytes = file.clone().into_bytes();
        for _ in 0..=dice.below(3) {
            let (at, other) = (dice.below(bytes.len()), dice.below(bytes.len()));
            match dice.below(5) {
                0 => bytes[at] ^= 1 << dice.below(8),
                1 => bytes[at] = b"\"{}[]:,\\0x="[dice.below(11)],
                2 => drop(bytes.remove(at)),
                3 => bytes.insert(at, bytes[other]),
                _ => drop(bytes.drain(at.min(other)..at.max(other).min(at.min(other) + 40))),
            }
        }
        refused += usize::from(is_refused(&bytes));
    }
    assert!(refused > 5_000, "{refused}");
}

/// Values that have no business where they are put; none of them makes a key that takes long.
fn odd(dice: &mut Dice) -> Value {
    let values = [
        Value::Null,
        json!(0),
        json!(-1),
        json!(2),
        json!(19.0),
        json!(u64::MAX),
        json!(300_000),
        json!(""),
        json!("AAAA"),
        json!("AAECAwQFBgcICQoLDA0ODw=="),
        json!("argon2id"),
        json!("waymark-sealed"),
        json!([[[]]]),
        json!({}),
    ];
    values[dice.below(values.len())].clone()
}

#[test]
fn random_mutants_of_the_structure_with_a_checksum_that_fits_do_no_better() {
    let places = ["/kdf", "/cipher", "/format", "/version", "/min_reader", "/cipher/name", "/cipher/nonce"];
    let costs = ["/kdf/name", "/kdf/version", "/kdf/memory_kib", "/kdf/passes", "/kdf/lanes", "/kdf/salt"];
    let outside = ["format", "version", "min_reader", "header", "ciphertext"];
    let (good, mut dice, mut refused) = (sealed(&header(), TEXT.as_bytes()), Dice(41), 0);
    for _ in 0..4_000 {
        let (mut bad, mut inside) = (good.clone(), header());
        for _ in 0..=dice.below(2) {
            let place = [&places[..], &costs[..]].concat()[dice.below(places.len() + costs.len())];
            if let Some(part) = inside.pointer_mut(place) {
                *part = odd(&mut dice);
            }
        }
        if dice.chance(4) {
            bad[outside[dice.below(outside.len())]] = odd(&mut dice);
        } else {
            bad["header"] = inside.to_string().into();
        }
        refused += usize::from(is_refused(with_checksum(bad).to_string().as_bytes()));
    }
    assert!(refused > 3_500, "{refused}");
}
