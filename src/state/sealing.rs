//! Locking a file with a passphrase. The salt and the nonce come from the browser, fresh for each file.

use waymark_domain::file::{self, SealedError};

use crate::browser::{dom, stamp_source::fresh_bytes};

/// Seals a text. Lets the page say that it works before the work holds it up for a moment.
pub async fn seal(text: &str, passphrase: &str) -> Result<String, SealedError> {
    dom::painted().await;
    file::seal(text, passphrase, fresh_bytes(), fresh_bytes())
}
