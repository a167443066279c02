//! Why a file was not sealed or not opened. Each variant stands for one sentence a person can act on.

use crate::file::FileError;

/// Why a text was not sealed, or a sealed file did not open. What shows without a passphrase, such as damage, is a
/// [`FileError`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum SealedError {
    /// The passphrase is empty.
    #[error("there is no passphrase")]
    NoPassphrase,
    /// Another passphrase than the file was sealed with; trying again helps. A file that someone changed on purpose,
    /// checksum included, gives the same error.
    #[error("this is not the passphrase that the file was sealed with")]
    WrongPassphrase,
    /// There is not enough memory to make the key; closing other programs helps, or another device.
    #[error("there is not enough memory to open or seal the file")]
    NoMemory,
    /// The text is so long that nobody could open the sealed file.
    #[error("the text is too long to be sealed")]
    TooLarge,
    /// The passphrase was right, but what was sealed cannot be read.
    #[error("in the sealed file: {0}")]
    Inside(FileError),
    /// The passphrase was right, and what is sealed is another sealed file.
    #[error("there is another sealed file in the sealed file")]
    SealedAgain,
}
