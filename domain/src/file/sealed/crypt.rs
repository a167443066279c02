//! The key from the passphrase, the text from the key, and the checksum that needs neither. Memory is asked for, never
//! taken for granted.

use argon2::{Algorithm, Argon2, Block, Version};
use blake2::Blake2b;
use blake2::digest::{Digest as _, consts::U32};
use chacha20poly1305::{AeadInOut as _, KeyInit as _, XChaCha20Poly1305};

use super::SealedError;
use super::header::Recipe;

/// The length of the key.
pub(super) const KEY_BYTES: usize = 32;
/// The length of the tag behind the ciphertext.
pub(super) const TAG_BYTES: usize = 16;

/// The text encrypted, and the tag that vouches for it and for the header.
pub(super) fn encrypt(
    text: &str,
    passphrase: &str,
    recipe: &Recipe,
    header: &str,
) -> Result<Vec<u8>, SealedError> {
    let cipher = cipher(passphrase, recipe)?;
    let mut bytes = copy(text.as_bytes(), TAG_BYTES)?;
    let tag = cipher
        .encrypt_inout_detached(&recipe.nonce.into(), header.as_bytes(), bytes.as_mut_slice().into())
        .map_err(|_| SealedError::TooLarge)?;
    bytes.extend_from_slice(&tag);
    Ok(bytes)
}

/// The text, where the tag fits it, the header and the passphrase.
pub(super) fn decrypt(
    ciphertext: &[u8],
    passphrase: &str,
    recipe: &Recipe,
    header: &str,
) -> Result<Vec<u8>, SealedError> {
    let cipher = cipher(passphrase, recipe)?;
    let (body, tag) = ciphertext.split_last_chunk::<TAG_BYTES>().ok_or(SealedError::WrongPassphrase)?;
    let mut bytes = copy(body, 0)?;
    let (nonce, tag) = (recipe.nonce.into(), (*tag).into());
    cipher
        .decrypt_inout_detached(&nonce, header.as_bytes(), bytes.as_mut_slice().into(), &tag)
        .map_err(|_| SealedError::WrongPassphrase)?;
    Ok(bytes)
}

/// BLAKE2b-256, in hexadecimal, over the length of the header (8 bytes, the lowest first), the header and the
/// ciphertext. With the length in front, no two pairs of header and ciphertext are the same bytes.
pub(super) fn checksum(header: &str, ciphertext: &[u8]) -> String {
    let mut hash = Blake2b::<U32>::new();
    hash.update((header.len() as u64).to_le_bytes());
    hash.update(header);
    hash.update(ciphertext);
    hash.finalize().iter().fold(String::new(), |text, byte| format!("{text}{byte:02x}"))
}

/// Makes the key: the one step that takes time, on purpose.
fn cipher(passphrase: &str, recipe: &Recipe) -> Result<XChaCha20Poly1305, SealedError> {
    if passphrase.is_empty() {
        return Err(SealedError::NoPassphrase);
    }
    let mut memory = blocks(recipe.params.block_count())?;
    let mut key = [0; KEY_BYTES];
    // The parameters are checked, so what can still be wrong is a passphrase of more than four gigabytes.
    Argon2::new(Algorithm::Argon2id, Version::V0x13, recipe.params.clone())
        .hash_password_into_with_memory(passphrase.as_bytes(), &recipe.salt, &mut key, &mut memory)
        .map_err(|_| SealedError::NoMemory)?;
    Ok(XChaCha20Poly1305::new(&key.into()))
}

fn blocks(count: usize) -> Result<Vec<Block>, SealedError> {
    let mut blocks = Vec::new();
    blocks.try_reserve_exact(count).map_err(|_| SealedError::NoMemory)?;
    blocks.resize(count, Block::new());
    Ok(blocks)
}

/// A copy with room for some bytes more.
fn copy(bytes: &[u8], more: usize) -> Result<Vec<u8>, SealedError> {
    let mut copy = Vec::new();
    copy.try_reserve_exact(bytes.len() + more).map_err(|_| SealedError::NoMemory)?;
    copy.extend_from_slice(bytes);
    Ok(copy)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn memory_that_is_not_there_is_an_answer_and_no_end() {
        assert_eq!(blocks(usize::MAX / Block::SIZE).unwrap_err(), SealedError::NoMemory);
        assert_eq!(blocks(usize::MAX).unwrap_err(), SealedError::NoMemory);
    }

    #[test]
    fn moving_bytes_between_header_and_ciphertext_changes_the_checksum() {
        assert_ne!(checksum("ab", b"c"), checksum("a", b"bc"));
        assert_eq!(checksum("", b"").len(), 64);
    }
}
