//! A sealed file opens with its passphrase, today and in ten years, and with nothing else.

#![allow(
    clippy::unwrap_used,
    unreachable_pub,
    reason = "a test that cannot go on should say so at once, and what its parts share is its own affair"
)]

#[path = "../common/mod.rs"]
mod common;
mod damage;
mod headers;
mod sealing;

use sealing::{PASSPHRASE, TEXT, header, open, read, sealed};
use serde_json::Value;
use waymark_domain::file::{self, FileError, Incoming, Read, SealedError, seal};

const FIXTURE: &str = include_str!("../fixtures/v1/sealed.waymark.json");
const FIXTURE_PASSPHRASE: &str = "correct horse battery staple";
/// What is sealed in the fixture.
const INSIDE: &str = include_str!("../fixtures/v1/notebook.waymark.json");

#[test]
fn what_was_sealed_comes_back_to_the_letter() {
    for text in [TEXT, "", "\u{FEFF}\u{0}\r\n\u{202E}\u{10FFFF}", &"wäßrig ".repeat(150_000)] {
        let file = seal(text, PASSPHRASE, [3; 16], [5; 24]).unwrap();
        assert!(open(&file).unwrap() == text, "{} bytes", text.len());
    }
}

#[test]
fn a_file_from_another_writer_opens() {
    assert_eq!(open(sealed(&header(), TEXT.as_bytes()).to_string()).unwrap(), TEXT);
}

#[test]
fn the_first_sealed_file_opens_for_ever() {
    let file = read(FIXTURE).unwrap();
    assert_eq!(file.open(FIXTURE_PASSPHRASE).unwrap(), INSIDE);
    assert!(matches!(file.open_file(FIXTURE_PASSPHRASE).unwrap(), Read::Plain(Incoming::Notebook(_))));
    assert_eq!(file.open("correct horse battery stable"), Err(SealedError::WrongPassphrase));
}

#[test]
fn the_same_words_salt_and_nonce_make_the_same_file_byte_by_byte() {
    let file: Value = serde_json::from_str(FIXTURE).unwrap();
    let header: Value = serde_json::from_str(file["header"].as_str().unwrap()).unwrap();
    let bytes =
        |text: &Value| <base64ct::Base64 as base64ct::Encoding>::decode_vec(text.as_str().unwrap()).unwrap();
    let salt = bytes(&header["kdf"]["salt"]).try_into().unwrap();
    let nonce = bytes(&header["cipher"]["nonce"]).try_into().unwrap();
    assert_eq!(seal(INSIDE, FIXTURE_PASSPHRASE, salt, nonce).unwrap(), FIXTURE);
}

#[test]
fn the_documentation_shows_the_header_of_the_first_sealed_file() {
    let page =
        std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/../docs/sealed-file.md")).unwrap();
    let example = page.split("```json\n").nth(1).unwrap().split("```").next().unwrap();
    let (example, fixture): (Value, Value) =
        (serde_json::from_str(example).unwrap(), serde_json::from_str(FIXTURE).unwrap());
    for name in ["format", "version", "min_reader", "header", "checksum"] {
        assert_eq!(example[name], fixture[name], "{name}");
    }
}

#[test]
fn a_passphrase_counts_to_the_last_byte() {
    let file = read(sealed(&header(), TEXT.as_bytes()).to_string()).unwrap();
    let decomposed = PASSPHRASE.replace('ü', "u\u{308}");
    for near in
        [PASSPHRASE.trim(), &PASSPHRASE.to_lowercase(), &decomposed, &PASSPHRASE.replace("  ", " "), " "]
    {
        assert_eq!(file.open(near), Err(SealedError::WrongPassphrase), "{near:?}");
    }
    assert_eq!(file.open(""), Err(SealedError::NoPassphrase));
    assert_eq!(seal(TEXT, "", [0; 16], [0; 24]), Err(SealedError::NoPassphrase));
}

#[test]
fn what_comes_out_is_read_like_any_other_file() {
    let inside = |text: &[u8]| read(sealed(&header(), text).to_string()).unwrap().open_file(PASSPHRASE);
    assert!(matches!(inside(TEXT.as_bytes()), Ok(Read::Plain(Incoming::Diary(_)))));
    assert!(matches!(inside(INSIDE.as_bytes()), Ok(Read::Plain(Incoming::Notebook(_)))));
    for (text, why) in [
        (&b""[..], FileError::Empty),
        (b"Dear diary", FileError::NotWaymark),
        (b"{\"format\": \"waymark-notebook\"", FileError::CutOff),
        (b"caf\xE9", FileError::NotUtf8),
    ] {
        assert_eq!(inside(text), Err(SealedError::Inside(why)));
    }
}

#[test]
fn a_sealed_file_in_a_sealed_file_is_refused() {
    let once = sealed(&header(), TEXT.as_bytes()).to_string();
    let twice = read(sealed(&header(), once.as_bytes()).to_string()).unwrap();
    assert_eq!(twice.open_file(PASSPHRASE), Err(SealedError::SealedAgain));
    assert_eq!(twice.open(PASSPHRASE).unwrap(), once);
}

#[test]
fn a_text_whose_file_could_not_be_opened_is_not_sealed() {
    let long = |bytes: usize| seal(&"x".repeat(bytes), PASSPHRASE, [0; 16], [0; 24]);
    let longest = file::MAX_BYTES / 4 * 3 - 4_096;
    assert!(long(longest).unwrap().len() <= file::MAX_BYTES);
    assert_eq!(long(longest + 1), Err(SealedError::TooLarge));
}
