//! Every part of a header counts: altered alone it is damage, and altered with a new checksum it still opens nothing.

use serde_json::{Value, json};
use waymark_domain::file::{FileError, SealedError};

use crate::sealing::{
    PASSPHRASE, Refused, TEXT, header, open, read, sealed, sealed_under, with_checksum, with_header,
};

const DAMAGED: Refused = Refused::Unread(FileError::Damaged);
const TOO_COSTLY: Refused = Refused::Unread(FileError::TooCostly);
const WRONG: Refused = Refused::Unopened(SealedError::WrongPassphrase);

/// Where something is altered in the header, to what, and what comes of it with a checksum that fits.
fn alterations() -> Vec<(&'static str, Value, Refused)> {
    let (other_salt, other_nonce) = ("AQECAwQFBgcICQoLDA0ODw==", "AQECAwQFBgcICQoLDA0ODxAREhMUFRYX");
    vec![
        ("/format", json!("waymark-notebook"), DAMAGED),
        ("/version", json!(2), DAMAGED),
        ("/min_reader", json!(2), DAMAGED),
        ("/kdf/name", json!("argon2i"), DAMAGED),
        ("/kdf/version", json!(16), DAMAGED),
        ("/kdf/memory_kib", json!(9), WRONG),
        ("/kdf/passes", json!(2), WRONG),
        ("/kdf/lanes", json!(2), DAMAGED),
        ("/kdf/salt", json!(other_salt), WRONG),
        ("/kdf/salt", json!("AAECAwQFBgcICQoLDA0O"), DAMAGED),
        ("/kdf/salt", json!("AAECAwQFBgcICQoLDA0ODxA="), DAMAGED),
        ("/kdf/salt", json!("AAECAwQFBgcICQoLDA0ODw"), DAMAGED),
        ("/kdf/salt", json!("AAECAwQFBgcICQoLDA0ODx=="), DAMAGED),
        ("/cipher/name", json!("chacha20-poly1305"), DAMAGED),
        ("/cipher/nonce", json!(other_nonce), WRONG),
        ("/cipher/nonce", json!("AAECAwQFBgcICQoL"), DAMAGED),
        ("/cipher/nonce", json!("AAECAwQFBgcICQoLDA0ODxAREhMUFRY*"), DAMAGED),
        ("", header_with("/kdf/more", &json!(1)), WRONG),
    ]
}

/// The header with something else in one place.
fn header_with(place: &str, value: &Value) -> Value {
    let mut header = header();
    match header.pointer_mut(place) {
        Some(part) => *part = value.clone(),
        None => header["kdf"]["more"] = value.clone(),
    }
    header
}

#[test]
fn every_part_altered_alone_is_damage() {
    let good = sealed(&header(), TEXT.as_bytes());
    for (place, value, _) in alterations() {
        let mut bad = good.clone();
        bad["header"] = header_with(place, &value).to_string().into();
        assert_eq!(open(bad.to_string()), Err(DAMAGED), "{place}: {value}");
    }
}

#[test]
fn every_part_altered_with_a_checksum_that_fits_opens_nothing() {
    let good = sealed(&header(), TEXT.as_bytes());
    for (place, value, expected) in alterations() {
        let bad = with_header(&good, &header_with(place, &value).to_string());
        assert_eq!(open(bad.to_string()), Err(expected), "{place}: {value}");
    }
    let spaced = with_header(&good, &format!("{} ", header()));
    assert_eq!(open(spaced.to_string()), Err(WRONG));
}

#[test]
fn what_a_header_lacks_or_says_in_another_way_is_damage() {
    let odd = [Value::Null, json!(true), json!("1"), json!(-1), json!(1.5), json!(8.0), json!([]), json!({})];
    let mut tried = 0;
    for place in ["format", "version", "min_reader", "kdf", "cipher"] {
        let mut lacking = header();
        lacking.as_object_mut().unwrap().remove(place);
        assert_eq!(read(sealed(&lacking, b"").to_string()), Err(DAMAGED), "{place}");
    }
    for place in ["/version", "/min_reader", "/kdf/version", "/kdf/memory_kib", "/kdf/passes", "/kdf/lanes"] {
        for value in &odd {
            let file = sealed(&header_with(place, value), b"");
            assert_eq!(read(file.to_string()), Err(DAMAGED), "{place}: {value}");
            tried += 1;
        }
    }
    for text in ["", "null", "[]", "{", "\u{0}", &"[".repeat(4_000), &" ".repeat(5_000_000)] {
        let file = with_header(&sealed(&header(), b""), text);
        assert_eq!(read(file.to_string()), Err(DAMAGED));
        tried += 1;
    }
    assert!(tried > 50);
}

#[test]
fn a_member_that_stands_there_twice_is_damage() {
    let good = sealed(&header(), TEXT.as_bytes());
    let twice = |first: &str, last: &str| {
        let both = format!("\"memory_kib\":{first},\"memory_kib\":{last}");
        let text = header().to_string().replace("\"memory_kib\":8", &both);
        open(with_header(&good, &text).to_string())
    };
    for (first, last) in [("4000000000", "8"), ("8", "4000000000"), ("8", "8")] {
        assert_eq!(twice(first, last), Err(DAMAGED));
    }
}

#[test]
fn what_would_cost_too_much_is_refused_without_a_passphrase() {
    let kdf = |memory: u64, passes: u64, lanes: u64| {
        let mut header = header();
        header["kdf"]["memory_kib"] = memory.into();
        header["kdf"]["passes"] = passes.into();
        header["kdf"]["lanes"] = lanes.into();
        read(sealed(&header, b"").to_string()).map(drop)
    };
    for (memory, passes, lanes) in [
        (4_000_000_000, 1, 1),
        (u64::MAX, u64::MAX, u64::MAX),
        (u64::MAX, 0, 0),
        ((256 << 10) + 1, 1, 1),
        (256 << 10, 4, 1),
        (8, 11, 1),
        (8, 4_294_967_297, 1),
        (64, 1, 5),
        (8, 1, 4_294_967_297),
    ] {
        assert_eq!(kdf(memory, passes, lanes), Err(TOO_COSTLY), "{memory} {passes} {lanes}");
    }
    for (memory, passes, lanes) in [(0, 1, 1), (7, 1, 1), (31, 1, 4), (8, 0, 1), (8, 1, 0), (0, 0, 0)] {
        assert_eq!(kdf(memory, passes, lanes), Err(DAMAGED), "{memory} {passes} {lanes}");
    }
    for (memory, passes, lanes) in [(8, 1, 1), (32, 10, 4), (64 << 10, 10, 1), (256 << 10, 3, 4)] {
        assert_eq!(kdf(memory, passes, lanes), Ok(()), "{memory} {passes} {lanes}");
    }
}

#[test]
fn a_number_that_no_integer_holds_is_refused_too() {
    let good = sealed(&header(), TEXT.as_bytes());
    for number in ["1e30", "99999999999999999999", "-0", "8e0", "0x8", "08"] {
        let text = header().to_string().replace("\"memory_kib\":8", &format!("\"memory_kib\":{number}"));
        assert_eq!(open(with_header(&good, &text).to_string()), Err(DAMAGED), "{number}");
    }
}

#[test]
fn a_header_is_as_long_as_it_may_be_and_no_byte_longer() {
    let of_length = |bytes: usize| {
        let header = header().to_string();
        let spaces = " ".repeat(bytes - header.len());
        open(sealed_under(&format!("{header}{spaces}"), TEXT.as_bytes()).to_string())
    };
    assert_eq!(of_length(4_096).unwrap(), TEXT);
    assert_eq!(of_length(4_097), Err(DAMAGED));
}

#[test]
fn what_stands_outside_must_be_what_the_header_says() {
    let good = sealed(&header(), TEXT.as_bytes());
    for (name, value, expected) in [
        ("version", json!(2), DAMAGED),
        ("version", json!(0), DAMAGED),
        ("version", Value::Null, DAMAGED),
        ("min_reader", json!(2), Refused::Unread(FileError::Newer)),
        ("min_reader", json!(0), DAMAGED),
        ("min_reader", json!("1"), DAMAGED),
        ("format", json!("waymark-notebook"), DAMAGED),
        ("format", json!("sealed"), Refused::Unread(FileError::NotWaymark)),
        ("header", Value::Null, DAMAGED),
        ("header", header(), DAMAGED),
        ("ciphertext", Value::Null, DAMAGED),
        ("checksum", Value::Null, DAMAGED),
    ] {
        let mut bad = good.clone();
        bad[name] = value;
        assert_eq!(open(bad.to_string()), Err(expected), "{name}: {}", bad[name]);
    }
    let mut both = good.clone();
    both["version"] = 2.into();
    let both = with_header(&both, &header_with("/version", &json!(2)).to_string());
    assert_eq!(open(with_checksum(both).to_string()), Err(WRONG));
}

#[test]
fn a_newer_file_that_this_version_may_read_opens() {
    let mut file = sealed(&header_with("/version", &json!(7)), TEXT.as_bytes());
    file["version"] = 7.into();
    assert_eq!(read(file.to_string()).unwrap().open(PASSPHRASE).unwrap(), TEXT);
}
