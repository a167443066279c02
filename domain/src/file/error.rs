//! Why a file was refused. Each variant stands for one sentence that tells a person what to do.

/// Why a file was refused as a whole.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum FileError {
    /// There is nothing in it.
    #[error("the file is empty")]
    Empty,
    /// More bytes than [`super::MAX_BYTES`], or more values than [`super::MAX_VALUES`].
    #[error("the file is too large")]
    TooLarge,
    /// UTF-16, as some editors save: saving it as UTF-8 helps.
    #[error("the file is UTF-16; save it as UTF-8")]
    Utf16,
    /// Some other encoding, or no text at all.
    #[error("the file is not UTF-8 text")]
    NotUtf8,
    /// Not a notebook file, a sealed file, nor a diary.
    #[error("not a Waymark file")]
    NotWaymark,
    /// It ends too early: a download or a copy that was cut off.
    #[error("the file is cut off")]
    CutOff,
    /// Part of it is not what was written.
    #[error("the file is damaged")]
    Damaged,
    /// It asks for a newer reader.
    #[error("made by a newer Waymark")]
    Newer,
    /// A sealed file that asks for more memory or time than any of ours, and perhaps more than there is.
    #[error("opening the sealed file would cost too much")]
    TooCostly,
}
