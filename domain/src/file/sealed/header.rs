//! What a sealed file says of how it is opened. Nothing passes that costs more than a phone can bear.

use argon2::Params;
use base64ct::{Base64, Encoding as _};
use serde::Serialize;
use serde_json::Value;

use super::{FORMAT, VERSION, crypt};
use crate::file::FileError;

/// The longest header that is read, in bytes; ours has some 330.
const MAX_HEADER: usize = 4_096;
/// The most memory that a key may take, in KiB: 256 MiB.
const MAX_MEMORY_KIB: u64 = 256 << 10;
/// The most passes over that memory.
const MAX_PASSES: u64 = 10;
/// The most lanes.
const MAX_LANES: u64 = 4;
/// The most memory times passes, in KiB: four times what our own files take.
const MAX_WORK_KIB: u64 = 3 * MAX_MEMORY_KIB;

const KDF: &str = "argon2id";
/// Argon2's own version, 1.3.
const KDF_VERSION: u64 = 19;
const CIPHER: &str = "xchacha20-poly1305";
/// What our own files ask for: the second choice of RFC 9106, 64 MiB and three passes, but with one lane instead of four,
/// since a browser has one thread for it.
const OURS: Params = match Params::new(64 << 10, 3, 1, Some(crypt::KEY_BYTES)) {
    Ok(params) => params,
    Err(_) => panic!("these are parameters that Argon2 allows"),
};

/// How the key is made from the passphrase, and the text from the ciphertext.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Recipe {
    /// What Argon2id takes; within the limits above.
    pub(super) params: Params,
    /// Makes equal passphrases give different keys.
    pub(super) salt: [u8; 16],
    /// Makes equal texts give different ciphertexts.
    pub(super) nonce: [u8; 24],
}

#[derive(Serialize)]
struct Header {
    format: &'static str,
    version: u64,
    min_reader: u64,
    kdf: Kdf,
    cipher: Cipher,
}

#[derive(Serialize)]
struct Kdf {
    name: &'static str,
    version: u64,
    memory_kib: u64,
    passes: u64,
    lanes: u64,
    salt: String,
}

#[derive(Serialize)]
struct Cipher {
    name: &'static str,
    nonce: String,
}

impl Recipe {
    /// The one for a new file.
    pub(super) const fn new(salt: [u8; 16], nonce: [u8; 24]) -> Self {
        Self { params: OURS, salt, nonce }
    }
}

/// The header as text.
pub(super) fn write(recipe: &Recipe) -> String {
    let header = Header {
        format: FORMAT,
        version: VERSION,
        min_reader: VERSION,
        kdf: Kdf {
            name: KDF,
            version: KDF_VERSION,
            memory_kib: recipe.params.m_cost().into(),
            passes: recipe.params.t_cost().into(),
            lanes: recipe.params.p_cost().into(),
            salt: Base64::encode_string(&recipe.salt),
        },
        cipher: Cipher { name: CIPHER, nonce: Base64::encode_string(&recipe.nonce) },
    };
    // Serializing strings and numbers into memory cannot fail.
    serde_json::to_string(&header).unwrap_or_default()
}

/// Reads a header. It must repeat the two versions that stand outside of it.
pub(super) fn read(text: &str, version: u64, min_reader: u64) -> Result<Recipe, FileError> {
    if text.len() > MAX_HEADER {
        return Err(FileError::Damaged);
    }
    // Part by part: a type to be read as a whole would take a reader of its own in the app.
    let header = serde_json::from_str(text).map_err(|_| FileError::Damaged)?;
    let (kdf, cipher) = (part(&header, "kdf")?, part(&header, "cipher")?);
    let says = (string(&header, "format")?, number(&header, "version")?, number(&header, "min_reader")?);
    let means = (string(kdf, "name")?, number(kdf, "version")?, string(cipher, "name")?);
    let costs = (number(kdf, "memory_kib")?, number(kdf, "passes")?, number(kdf, "lanes")?);
    let (salt, nonce) = (string(kdf, "salt")?, string(cipher, "nonce")?);
    if says != (FORMAT, version, min_reader) || means != (KDF, KDF_VERSION, CIPHER) {
        return Err(FileError::Damaged);
    }
    Ok(Recipe { params: params(costs)?, salt: bytes(salt)?, nonce: bytes(nonce)? })
}

fn part<'a>(whole: &'a Value, name: &str) -> Result<&'a Value, FileError> {
    whole.get(name).ok_or(FileError::Damaged)
}

fn string<'a>(whole: &'a Value, name: &str) -> Result<&'a str, FileError> {
    part(whole, name)?.as_str().ok_or(FileError::Damaged)
}

fn number(whole: &Value, name: &str) -> Result<u64, FileError> {
    part(whole, name)?.as_u64().ok_or(FileError::Damaged)
}

/// What Argon2id takes of memory, passes and lanes, where they are neither too costly nor below what it allows.
fn params((memory_kib, passes, lanes): (u64, u64, u64)) -> Result<Params, FileError> {
    let work = memory_kib.saturating_mul(passes);
    let is_bounded =
        memory_kib <= MAX_MEMORY_KIB && passes <= MAX_PASSES && lanes <= MAX_LANES && work <= MAX_WORK_KIB;
    if !is_bounded {
        return Err(FileError::TooCostly);
    }
    let small = |number: u64| u32::try_from(number).map_err(|_| FileError::TooCostly);
    Params::new(small(memory_kib)?, small(passes)?, small(lanes)?, Some(crypt::KEY_BYTES))
        .map_err(|_| FileError::Damaged)
}

/// Exactly so many bytes, from Base64.
fn bytes<const N: usize>(text: &str) -> Result<[u8; N], FileError> {
    let bytes = Base64::decode_vec(text).map_err(|_| FileError::Damaged)?;
    bytes.try_into().map_err(|_| FileError::Damaged)
}
