//! When, who and fresh ids, from the browser: the one place where the clock and randomness are asked.

use chrono::NaiveDate;
use uuid::{Builder, Uuid};
use waymark_domain::{
    id::{NotebookId, PersonId, RecordId, ReplicaId},
    stamp::{At, Stamp},
};

use super::clock;

/// Stamps the edits of this run of the app.
#[derive(Debug)]
pub struct StampSource {
    replica: ReplicaId,
}

impl StampSource {
    /// A new run: a replica that nobody was before.
    pub fn new() -> Self {
        let mut bytes = [0; 8];
        fill_random(&mut bytes);
        Self { replica: ReplicaId(u64::from_le_bytes(bytes)) }
    }
}

impl Default for StampSource {
    fn default() -> Self {
        Self::new()
    }
}

impl Stamp for StampSource {
    fn now(&self) -> At {
        clock::now()
    }

    fn today(&self) -> NaiveDate {
        clock::today()
    }

    fn replica(&self) -> ReplicaId {
        self.replica
    }

    fn fresh_id(&mut self) -> RecordId {
        RecordId::new(fresh_uuid())
    }
}

/// The identity of a new notebook and of the person it belongs to.
pub fn fresh_identity() -> (NotebookId, PersonId) {
    (NotebookId::new(fresh_uuid()), PersonId::new(fresh_uuid()))
}

/// A random number, for names that must not meet.
pub fn fresh_u64() -> u64 {
    let mut bytes = [0; 8];
    fill_random(&mut bytes);
    u64::from_le_bytes(bytes)
}

/// Random bytes, for a salt or the like.
pub fn fresh_bytes<const N: usize>() -> [u8; N] {
    let mut bytes = [0; N];
    fill_random(&mut bytes);
    bytes
}

fn fresh_uuid() -> Uuid {
    let mut bytes = [0; 16];
    fill_random(&mut bytes);
    Builder::from_random_bytes(bytes).into_uuid()
}

/// The browser's own generator. It exists wherever WebAssembly does, also on plain HTTP.
#[cfg(target_arch = "wasm32")]
fn fill_random(bytes: &mut [u8]) {
    let crypto = web_sys::window().and_then(|window| window.crypto().ok());
    if crypto.is_none_or(|crypto| crypto.get_random_values_with_u8_array(bytes).is_err()) {
        for byte in bytes {
            #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "0 ≤ x < 256")]
            let random = (js_sys::Math::random() * 256.0) as u8;
            *byte = random;
        }
    }
}

/// Outside a browser, for tests of the app's own logic: numbers that are never given twice in one process.
#[cfg(not(target_arch = "wasm32"))]
fn fill_random(bytes: &mut [u8]) {
    use std::hash::{BuildHasher, RandomState};
    for chunk in bytes.chunks_mut(8) {
        let random = RandomState::new().hash_one(0).to_le_bytes();
        chunk.copy_from_slice(&random[..chunk.len()]);
    }
}
