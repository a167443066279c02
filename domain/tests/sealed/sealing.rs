//! Another writer of sealed files, which asks for whatever it is told to: cheap to open, forged, or wrong.

use argon2::{Algorithm, Argon2, Params, Version};
use base64ct::{Base64, Encoding as _};
use blake2::Blake2b;
use blake2::digest::{Digest as _, consts::U32};
use chacha20poly1305::{AeadInOut as _, KeyInit as _, XChaCha20Poly1305};
use serde_json::{Value, json};
use waymark_domain::file::{self, FileError, Read, SealedError, SealedFile};

pub const PASSPHRASE: &str = "Grüße an  Ana ";
pub const TEXT: &str = "{\"date\": \"2024-02-29\", \"text\": \"Snow — ñandú 👩‍🚀\"}";

/// A header that asks for as little as Argon2 allows.
pub fn header() -> Value {
    json!({
        "format": "waymark-sealed",
        "version": 1,
        "min_reader": 1,
        "kdf": {
            "name": "argon2id", "version": 19, "memory_kib": 8, "passes": 1, "lanes": 1,
            "salt": "AAECAwQFBgcICQoLDA0ODw==",
        },
        "cipher": { "name": "xchacha20-poly1305", "nonce": "AAECAwQFBgcICQoLDA0ODxAREhMUFRYX" },
    })
}

/// `text`, sealed under `header` with [`PASSPHRASE`], as cheaply as [`header`] says whatever `header` says.
pub fn sealed(header: &Value, text: &[u8]) -> Value {
    sealed_under(&header.to_string(), text)
}

/// The same under a header that is any text.
pub fn sealed_under(header: &str, text: &[u8]) -> Value {
    let (salt, nonce): (Vec<u8>, Vec<u8>) = ((0..16).collect(), (0..24).collect());
    let params = Params::new(8, 1, 1, None).unwrap();
    let mut key = [0; 32];
    let mut memory = [argon2::Block::new(); 8];
    Argon2::new(Algorithm::Argon2id, Version::V0x13, params)
        .hash_password_into_with_memory(PASSPHRASE.as_bytes(), &salt, &mut key, &mut memory)
        .unwrap();
    let mut bytes = text.to_vec();
    let nonce = <[u8; 24]>::try_from(nonce).unwrap().into();
    let cipher = XChaCha20Poly1305::new(&key.into());
    let tag = cipher.encrypt_inout_detached(&nonce, header.as_bytes(), bytes.as_mut_slice().into()).unwrap();
    bytes.extend_from_slice(&tag);
    with_checksum(json!({
        "format": "waymark-sealed",
        "version": 1,
        "min_reader": 1,
        "header": header,
        "ciphertext": Base64::encode_string(&bytes),
    }))
}

/// The file with the checksum that fits its header and ciphertext.
pub fn with_checksum(mut file: Value) -> Value {
    let header = file["header"].as_str().unwrap_or_default().to_owned();
    let ciphertext = Base64::decode_vec(file["ciphertext"].as_str().unwrap_or_default()).unwrap_or_default();
    let length = (header.len() as u64).to_le_bytes();
    let hash = Blake2b::<U32>::digest([&length, header.as_bytes(), &ciphertext].concat());
    file["checksum"] = hash.iter().fold(String::new(), |text, byte| format!("{text}{byte:02x}")).into();
    file
}

/// The file with another header, and the checksum that fits.
pub fn with_header(file: &Value, header: &str) -> Value {
    let mut file = file.clone();
    file["header"] = header.into();
    with_checksum(file)
}

/// Why a file was refused, before or after a passphrase was asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refused {
    Unread(FileError),
    Unopened(SealedError),
    NotSealed,
}

pub fn read(bytes: impl AsRef<[u8]>) -> Result<SealedFile, Refused> {
    match file::read(bytes.as_ref()).map_err(Refused::Unread)? {
        Read::Sealed(file) => Ok(file),
        Read::Plain(_) | Read::Share(_) => Err(Refused::NotSealed),
    }
}

/// Reads and opens a file with [`PASSPHRASE`].
pub fn open(bytes: impl AsRef<[u8]>) -> Result<String, Refused> {
    read(bytes)?.open(PASSPHRASE).map_err(Refused::Unopened)
}
