//! A file that only a passphrase opens. What is read here is whole and its cost is bounded before any key is made, so
//! damage and a wrong passphrase are told apart. `docs/sealed-file.md` says the same for other programs.

mod crypt;
mod error;
mod header;

pub use error::SealedError;

use base64ct::{Base64, Encoding as _};
use serde::Serialize;
use serde_json::{Map, Value};

use super::{FileError, MAX_BYTES, Read};
use header::Recipe;

/// What a sealed file says it is.
pub(super) const FORMAT: &str = "waymark-sealed";
/// The version written, and the newest that is read.
pub(super) const VERSION: u64 = 1;
/// The longest text that is sealed, in bytes: Base64 makes four of three, and the file must be small enough to be opened.
const MAX_TEXT: usize = MAX_BYTES / 4 * 3 - 4_096;

/// A sealed file that was read: undamaged, as far as can be told without the passphrase, and not too costly to open.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SealedFile {
    /// The header as it was in the file: the tag authenticates exactly these bytes, along with the text.
    header: String,
    recipe: Recipe,
    /// The encrypted text, with the tag behind it.
    ciphertext: Vec<u8>,
}

#[derive(Serialize)]
struct Envelope<'a> {
    format: &'a str,
    version: u64,
    min_reader: u64,
    header: &'a str,
    ciphertext: String,
    checksum: String,
}

/// Seals `text`, the text of a notebook or share file, as a file of its own. Whoever knows the passphrase can open it,
/// nobody else can, and nobody can bring back a passphrase that was forgotten.
///
/// The passphrase counts byte by byte, as UTF-8: nothing is trimmed, and no two ways to write a letter are made one. An
/// empty one is refused. `salt` and `nonce` must be random, and new for each file.
///
/// Takes about as long as opening, and 64 MiB of memory while it lasts.
pub fn seal(text: &str, passphrase: &str, salt: [u8; 16], nonce: [u8; 24]) -> Result<String, SealedError> {
    if text.len() > MAX_TEXT {
        return Err(SealedError::TooLarge);
    }
    let recipe = Recipe::new(salt, nonce);
    let header = header::write(&recipe);
    let ciphertext = crypt::encrypt(text, passphrase, &recipe, &header)?;
    let file = Envelope {
        format: FORMAT,
        version: VERSION,
        min_reader: VERSION,
        header: &header,
        ciphertext: Base64::encode_string(&ciphertext),
        checksum: crypt::checksum(&header, &ciphertext),
    };
    // Serializing strings and numbers into memory cannot fail.
    Ok(serde_json::to_string_pretty(&file).unwrap_or_default())
}

/// Reads a file that calls itself sealed. No key is made here, whatever the file asks for.
pub(super) fn read(file: &Map<String, Value>) -> Result<SealedFile, FileError> {
    let number = |name: &str| file.get(name).and_then(Value::as_u64).filter(|number| *number > 0);
    let text = |name: &str| file.get(name).and_then(Value::as_str).ok_or(FileError::Damaged);
    let min_reader = number("min_reader").ok_or(FileError::Damaged)?;
    let version = number("version").ok_or(FileError::Damaged)?;
    let header = text("header")?;
    let ciphertext = Base64::decode_vec(text("ciphertext")?).map_err(|_| FileError::Damaged)?;
    if ciphertext.len() < crypt::TAG_BYTES || crypt::checksum(header, &ciphertext) != text("checksum")? {
        return Err(FileError::Damaged);
    }
    let recipe = header::read(header, version, min_reader)?;
    Ok(SealedFile { header: header.to_owned(), recipe, ciphertext })
}

impl SealedFile {
    /// The text that was sealed. It is as foreign as any other: read it with [`super::Reading`] and
    /// [`SealedFile::inside`], or use [`SealedFile::open_file`].
    ///
    /// For the passphrase see [`seal`]. Takes a second or so, and up to 256 MiB of memory while it lasts; where there is
    /// not as much, [`SealedError::NoMemory`] says so.
    pub fn open(&self, passphrase: &str) -> Result<String, SealedError> {
        let text = crypt::decrypt(&self.ciphertext, passphrase, &self.recipe, &self.header)?;
        String::from_utf8(text).map_err(|_| SealedError::Inside(FileError::NotUtf8))
    }

    /// The file that was sealed, read like any other, in one go; see [`SealedFile::inside`].
    pub fn open_file(&self, passphrase: &str) -> Result<Read, SealedError> {
        let text = self.open(passphrase)?;
        Self::inside(super::read(text.as_bytes()))
    }

    /// What came of reading the text that was sealed. One that is sealed once more is refused, so nobody is asked for
    /// passphrases without end.
    pub fn inside(read: Result<Read, FileError>) -> Result<Read, SealedError> {
        match read.map_err(SealedError::Inside)? {
            Read::Sealed(_) => Err(SealedError::SealedAgain),
            inside => Ok(inside),
        }
    }
}
