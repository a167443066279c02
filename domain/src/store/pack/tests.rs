//! A pack reads back as it was written, or not at all.

use uuid::Uuid;

use super::*;
use crate::change::{Change, NewEntry};
use crate::stamp::testing::{TestStamp, notebook};

fn records() -> Vec<Arc<Record>> {
    let (mut book, mut stamp) = (notebook(1), TestStamp::new(1));
    for text in ["Up by four o’clock", "ö🧭\n\u{2028}", "so to bed"] {
        let entry = NewEntry { text: text.into(), tags: vec!["sea".into()], ..NewEntry::default() };
        book.apply(Change::AddEntry(entry), &mut stamp).unwrap();
    }
    let gone = book.records().next().unwrap().id();
    book.apply(Change::Erase(vec![gone]), &mut stamp).unwrap();
    book.records().cloned().collect()
}

fn packed() -> String {
    pack(&lines(&records()), PersonId::new(Uuid::from_u128(1)))
}

#[test]
fn records_come_out_as_they_went_in() {
    let Unpacked { records: unpacked, bytes } = unpack(&packed()).unwrap();
    assert_eq!(bytes, lines(&records()).len());
    assert_eq!(unpacked, records().iter().map(|record| (**record).clone()).collect::<Vec<_>>());
    assert_eq!(writer_of(&packed()), Some(PersonId::new(Uuid::from_u128(1))));
    assert_eq!(unpack(&pack("", PersonId::new(Uuid::nil()))), Ok(Unpacked::default()));
}

/// Every unit replaced by others, every bit of it flipped, every beginning and every end: none reads as a pack.
#[test]
fn nothing_that_was_touched_reads_as_a_pack() {
    let whole = packed();
    let units: Vec<u16> = whole.encode_utf16().collect();
    for place in 0..units.len() {
        let others = (0..16).map(|bit| units[place] ^ 1 << bit).chain([0, u16::from(b':'), 0x1000, 0xFFFF]);
        for other in others.filter(|other| *other != units[place]) {
            let mut touched = units.clone();
            touched[place] = other;
            assert_eq!(unpack(&String::from_utf16_lossy(&touched)), Err(Damaged), "unit {place} as {other}");
        }
        let (before, after) = units.split_at(place);
        assert_eq!(unpack(&String::from_utf16_lossy(before)), Err(Damaged), "cut off at {place}");
        if place > 0 {
            assert_eq!(unpack(&String::from_utf16_lossy(after)), Err(Damaged), "without its first {place}");
            let without = [&before[..place - 1], after].concat();
            assert_eq!(unpack(&String::from_utf16_lossy(&without)), Err(Damaged), "without unit {place}");
        }
    }
}

#[test]
fn what_unfolds_to_more_than_there_may_be_is_refused() {
    let zeros = vec![0; UNFOLDED_MAX + 1];
    let payload = miniz_oxide::deflate::compress_to_vec(&zeros, 1);
    let text = format!("{FORM}:{}:x:{}", check("x", &payload), text15::encode(&payload));
    assert_eq!(unpack(&text), Err(Damaged));
}
