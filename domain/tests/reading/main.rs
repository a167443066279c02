//! Reading in slices gives the same as reading in one go, and the same as parsing the whole file into one JSON value would:
//! for every kind of file, whole, spoiled and made of nothing but pieces.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on should say so at once")]

#[path = "../common/mod.rs"]
mod common;
mod oracle;

use std::ops::ControlFlow;

use common::letters::{letter, sender};
use common::mutants::{spoil, spoil_bytes};
use common::random::{Dice, grown};
use serde_json::Value;
use waymark_domain::file::{self, FileError, Progress, Read, Reading};
use waymark_domain::mentoring::share;
use waymark_domain::stamp::At;

const NAMES: [&str; 9] = ["format", "records", "date", "text", "me", "version", "goals", "id", ""];

/// Reads in slices of the size that `budget` says; sees that the progress never falls nor goes beyond its end.
fn stepped(bytes: &[u8], mut budget: impl FnMut() -> usize) -> Result<Read, FileError> {
    let (mut reading, mut last) = (Reading::new(bytes), 0);
    loop {
        match reading.step(budget()) {
            ControlFlow::Continue(Progress { done, of }) => {
                assert!(last <= done && done <= of && of == 2 * bytes.len(), "{last}, {done} of {of}");
                last = done;
            }
            ControlFlow::Break(read) => return read,
        }
    }
}

fn agree(dice: &mut Dice, bytes: &[u8]) {
    let expected = oracle::read(bytes);
    let largest = [1, 7, 100, 5_000][dice.below(4)];
    let what = || String::from_utf8_lossy(&bytes[..bytes.len().min(2_000)]).into_owned();
    assert_eq!(file::read(bytes), expected, "in one go: {}", what());
    assert_eq!(stepped(bytes, || dice.below(largest)), expected, "in slices up to {largest}: {}", what());
}

/// A file of some kind.
fn some_file(dice: &mut Dice) -> String {
    let book = || grown(17, 30, 1);
    match dice.below(6) {
        0 | 1 => file::write(&grown(dice.roll(), 24, 1), At(1_700_000_000_000), "test"),
        2 => {
            let (from, thread) = sender(1);
            share::write(&letter(dice, from, thread), "test")
        }
        3 => lines(dice).join("\n"),
        4 => format!("[{}]", lines(dice).join(" , ")),
        _ => serde_json::from_str::<Value>(&file::write(&book(), At(0), "test")).unwrap().to_string(),
    }
}

fn lines(dice: &mut Dice) -> Vec<String> {
    let line = |_| {
        let (day, text) = (1 + dice.below(9), common::random::text(dice));
        let mut line = serde_json::json!({ "date": format!("2024-02-0{day}"), "text": text });
        if dice.chance(4) {
            line["tags"] = serde_json::json!(["sea"]);
        }
        line.to_string()
    };
    (0..6).map(line).collect()
}

#[test]
fn whole_files_and_spoiled_ones_read_the_same_in_any_slices() {
    let mut dice = Dice(1);
    for _ in 0..2_500 {
        let mut text = some_file(&mut dice);
        if let Ok(mut value) = serde_json::from_str::<Value>(&text)
            && dice.chance(2)
        {
            spoil(&mut dice, &mut value, &NAMES);
            text = value.to_string();
        }
        let mut bytes = text.into_bytes();
        match dice.below(4) {
            // Up to 160 of them may go.
            0 if bytes.len() > 160 => spoil_bytes(&mut dice, &mut bytes),
            1 => bytes.truncate(dice.below(bytes.len())),
            _ => {}
        }
        agree(&mut dice, &bytes);
    }
}

#[test]
fn texts_of_nothing_but_pieces_read_the_same_in_any_slices() {
    const PIECES: [&str; 40] = [
        "{",
        "}",
        "[",
        "]",
        ",",
        ":",
        "\"",
        "\\",
        " ",
        "\n",
        "\r\n",
        "\u{A0}",
        "\u{FEFF}",
        "é",
        "\"a\"",
        "\"format\"",
        "\"format\":\"waymark-notebook\",",
        "\"version\":1,\"min_reader\":1,",
        "\"records\"",
        "\"records\":[",
        "\"r\\u0065cords\":",
        "\"date\":\"2024-01-01\"",
        "\"text\":\"a\"",
        "{\"date\":\"2024-01-01\",\"text\":\"b\"}",
        "1",
        "-",
        "1.5",
        "1e999",
        "tru",
        "true",
        "null",
        "\"\\ud800\"",
        "\"\\u12",
        "\"\t\"",
        "{}",
        "[]",
        "[1]",
        "\"waymark-",
        "\u{0}",
        "7x",
    ];
    let mut dice = Dice(2);
    for _ in 0..60_000 {
        let soup: Vec<_> = (0..=dice.below(9)).map(|_| PIECES[dice.below(PIECES.len())]).collect();
        agree(&mut dice, soup.concat().as_bytes());
    }
}

#[test]
fn objects_of_any_members_read_the_same_in_any_slices() {
    const HEADER: &str = "\"version\":1,\"min_reader\":1,\"notebook\":\"00000000-0000-0000-0000-000000000001\",\
                          \"me\":\"00000000-0000-0000-0000-000000000002\"";
    const RECORD: &str = "{\"id\":\"00000000-0000-0000-0000-000000000003\",\"kind\":\"goal\",\
                          \"by\":\"00000000-0000-0000-0000-000000000002\",\"erased\":true}";
    let mut dice = Dice(3);
    for _ in 0..20_000 {
        let list = |dice: &mut Dice| {
            let items = [RECORD, "7", "{}", "[[]]", "\"]\"", "{\"a\":[1,{}],\"title\":\"x\"}"];
            let some: Vec<_> = (0..dice.below(4)).filter_map(|_| dice.pick(&items)).collect();
            some.join([",", " ,\n"][dice.below(2)])
        };
        let member = |dice: &mut Dice| match dice.below(9) {
            0..=2 => format!("\"records\":[{}]", list(dice)),
            3 => format!("\"re\\u0063ords\" : [ {} ]", list(dice)),
            4 => ["\"records\":{}", "\"records\":null", "\"records\":7"][dice.below(3)].to_owned(),
            5 | 6 => "\"format\":\"waymark-notebook\"".to_owned(),
            7 => "\"date\":\"2024-01-01\",\"text\":\"}\"".to_owned(),
            _ => HEADER.to_owned(),
        };
        let members: Vec<_> = (0..=dice.below(6)).map(|_| member(&mut dice)).collect();
        let end = ["}", "}", "}\n", "} x", ",}", "]", ""][dice.below(7)];
        agree(&mut dice, format!("{{{}{end}", members.join(",")).as_bytes());
    }
}

#[test]
fn values_nest_as_deep_as_ever_and_no_deeper() {
    let mut dice = Dice(4);
    let deep = |depth: usize| format!("{}{}", "[".repeat(depth), "]".repeat(depth));
    for depth in 120..132 {
        for around in [
            ["{\"date\":\"2024-01-01\",\"text\":\"a\",\"x\":", "}"],
            ["[{\"date\":\"2024-01-01\",\"text\":\"a\",\"x\":", "}]"],
            ["{\"date\":\"2024-01-01\",\"text\":\"a\",\"records\":[7,", "]}"],
            ["{\"date\":\"2024-01-01\",\"text\":\"a\",\"records\":[7,", ""],
            ["", ""],
            ["7\n{\"date\":\"2024-01-01\",\"text\":\"a\",\"x\":", "}"],
        ] {
            agree(&mut dice, format!("{}{}{}", around[0], deep(depth), around[1]).as_bytes());
        }
    }
}

#[test]
fn a_step_goes_no_further_than_its_budget_and_the_record_it_is_in() {
    const BUDGET: usize = 500;
    let text = file::write(&grown(5, 600, 1), At(0), "test");
    let value: Value = serde_json::from_str(&text).unwrap();
    let records = value["records"].as_array().unwrap().iter();
    let largest = records.map(|record| serde_json::to_string_pretty(record).unwrap().len()).max().unwrap();
    // In the file each line of it stands four columns further in.
    let most = BUDGET + 2 * largest;
    assert!(text.len() > 20 * most, "{} bytes, {most} at most at once", text.len());
    let (mut reading, mut last) = (Reading::new(text.as_bytes()), 0);
    let mut goes_to = |done: usize| {
        assert!(done - last <= most, "{} bytes in one step", done - last);
        last = done;
    };
    while let ControlFlow::Continue(Progress { done, .. }) = reading.step(BUDGET) {
        goes_to(done);
    }
    goes_to(2 * text.len());
}
