//! Hashes of what is built: in file names, so that they change with the content, and in the page, so that it is checked.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest as _, Sha256, Sha384};

/// Sixteen hexadecimal digits for a file name.
pub fn short_hash(bytes: &[u8]) -> String {
    let start = Sha256::digest(bytes).iter().take(8).fold(0, |number, byte| number << 8 | u64::from(*byte));
    format!("{start:016x}")
}

/// The value of `integrity` for a file.
pub fn integrity(bytes: &[u8]) -> String {
    format!("sha384-{}", STANDARD.encode(Sha384::digest(bytes)))
}

/// The shorter digest: the content security policy names an inline script by it, the service worker a file.
pub fn digest(bytes: &[u8]) -> String {
    format!("sha256-{}", STANDARD.encode(Sha256::digest(bytes)))
}

#[cfg(test)]
mod tests {
    use super::{integrity, short_hash};

    #[test]
    fn hashes_are_those_that_browsers_make() {
        // printf waymark | sha256sum; printf waymark | openssl dgst -sha384 -binary | base64
        assert_eq!(short_hash(b"waymark"), "fc5e5674ca535729");
        assert_eq!(
            integrity(b"waymark"),
            "sha384-mLLQOywlGhwlP8DJu+NK/h66fBXw4NqVMOALq4yxg1eSinIHWZMD8woqi7JJjbkh"
        );
    }
}
