//! Many records in one text, as small as it gets: their JSON lines, compressed (DEFLATE, RFC 1951), at 15 bits a UTF-16
//! unit. `w1:<check>:<by>:<payload>`: the check is over everything behind it, so a pack reads back whole or not at all; `by`
//! is the person who wrote it.

mod text15;

use std::sync::Arc;

use blake2::Blake2b;
use blake2::digest::{Digest as _, consts::U32};

use crate::id::PersonId;
use crate::record::Record;
use crate::wire::{decode_record, encode_record};

/// The form of a pack.
const FORM: &str = "w1";
/// How hard it is compressed: more takes twice as long and gives half a percent.
const LEVEL: u8 = 6;
/// The most bytes that a pack may unfold to: far more than the storage holds, and bounded all the same.
const UNFOLDED_MAX: usize = 32 << 20;

/// A text that is not a pack as it was written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the pack is damaged")]
pub struct Damaged;

/// What was in a pack.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Unpacked {
    /// The records.
    pub records: Vec<Record>,
    /// How many bytes their lines are.
    pub bytes: usize,
}

/// Records as what goes into a pack: a line for each.
pub fn lines(records: &[Arc<Record>]) -> String {
    let mut lines = String::new();
    for record in records {
        lines.push_str(&encode_record(record));
        lines.push('\n');
    }
    lines
}

/// Packs the lines of records.
pub fn pack(lines: &str, by: PersonId) -> String {
    let payload = miniz_oxide::deflate::compress_to_vec(lines.as_bytes(), LEVEL);
    let by = by.to_string();
    format!("{FORM}:{}:{by}:{}", check(&by, &payload), text15::encode(&payload))
}

/// Reads a pack.
pub fn unpack(text: &str) -> Result<Unpacked, Damaged> {
    let mut parts = text.splitn(4, ':');
    let mut part = || parts.next().ok_or(Damaged);
    let (form, expected, by, payload) = (part()?, part()?, part()?, part()?);
    let payload = text15::decode(payload).ok_or(Damaged)?;
    if form != FORM || expected != check(by, &payload) {
        return Err(Damaged);
    }
    let lines = miniz_oxide::inflate::decompress_to_vec_with_limit(&payload, UNFOLDED_MAX);
    let lines = String::from_utf8(lines.map_err(|_| Damaged)?).map_err(|_| Damaged)?;
    let records = lines.lines().map(|line| decode_record(line).map_err(|_| Damaged));
    Ok(Unpacked { records: records.collect::<Result<_, _>>()?, bytes: lines.len() })
}

/// What tells a pack from what stood under its name before; nothing is unpacked.
pub fn check_of(text: &str) -> &str {
    text.split(':').nth(1).unwrap_or_default()
}

/// Who wrote a pack, as it says; nothing is unpacked.
pub fn writer_of(text: &str) -> Option<PersonId> {
    text.split(':').nth(2)?.parse().ok()
}

/// The first 64 bits of a hash.
fn check(by: &str, payload: &[u8]) -> String {
    let hash = Blake2b::<U32>::new().chain_update(by).chain_update(payload).finalize();
    hash.iter().take(8).fold(String::new(), |text, byte| format!("{text}{byte:02x}"))
}

#[cfg(test)]
mod tests;
