//! What a sealed file says of how it is opened. Nothing passes that costs more than a phone can bear.

use argon2::Params;
use base64ct::{Base64, Encoding as _};
use serde::{Deserialize, Serialize};

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

#[derive(Serialize, Deserialize)]
struct Header {
    format: String,
    version: u64,
    min_reader: u64,
    kdf: Kdf,
    cipher: Cipher,
}

#[derive(Serialize, Deserialize)]
struct Kdf {
    name: String,
    version: u64,
    memory_kib: u64,
    passes: u64,
    lanes: u64,
    salt: String,
}

#[derive(Serialize, Deserialize)]
struct Cipher {
    name: String,
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
        format: FORMAT.to_owned(),
        version: VERSION,
        min_reader: VERSION,
        kdf: Kdf {
            name: KDF.to_owned(),
            version: KDF_VERSION,
            memory_kib: recipe.params.m_cost().into(),
            passes: recipe.params.t_cost().into(),
            lanes: recipe.params.p_cost().into(),
            salt: Base64::encode_string(&recipe.salt),
        },
        cipher: Cipher { name: CIPHER.to_owned(), nonce: Base64::encode_string(&recipe.nonce) },
    };
    // Serializing strings and numbers into memory cannot fail.
    serde_json::to_string(&header).unwrap_or_default()
}

/// Reads a header. It must repeat the two versions that stand outside of it.
pub(super) fn read(text: &str, version: u64, min_reader: u64) -> Result<Recipe, FileError> {
    if text.len() > MAX_HEADER {
        return Err(FileError::Damaged);
    }
    let header: Header = serde_json::from_str(text).map_err(|_| FileError::Damaged)?;
    let says = (header.format.as_str(), header.version, header.min_reader);
    let means = (header.kdf.name.as_str(), header.kdf.version, header.cipher.name.as_str());
    if says != (FORMAT, version, min_reader) || means != (KDF, KDF_VERSION, CIPHER) {
        return Err(FileError::Damaged);
    }
    let params = header.kdf.params()?;
    Ok(Recipe { params, salt: bytes(&header.kdf.salt)?, nonce: bytes(&header.cipher.nonce)? })
}

impl Kdf {
    /// The parameters, where they are neither too costly nor below what Argon2 allows.
    fn params(&self) -> Result<Params, FileError> {
        let work = self.memory_kib.saturating_mul(self.passes);
        let is_bounded = self.memory_kib <= MAX_MEMORY_KIB
            && self.passes <= MAX_PASSES
            && self.lanes <= MAX_LANES
            && work <= MAX_WORK_KIB;
        if !is_bounded {
            return Err(FileError::TooCostly);
        }
        let small = |number: u64| u32::try_from(number).map_err(|_| FileError::TooCostly);
        let (memory, passes, lanes) = (small(self.memory_kib)?, small(self.passes)?, small(self.lanes)?);
        Params::new(memory, passes, lanes, Some(crypt::KEY_BYTES)).map_err(|_| FileError::Damaged)
    }
}

/// Exactly so many bytes, from Base64.
fn bytes<const N: usize>(text: &str) -> Result<[u8; N], FileError> {
    let bytes = Base64::decode_vec(text).map_err(|_| FileError::Damaged)?;
    bytes.try_into().map_err(|_| FileError::Damaged)
}
