//! From bytes to text, and from a failed parse to a reason. Everything here takes time linear in the file.

use serde_json::{Map, Value};

use super::{FileError, MAX_BYTES, MAX_VALUES, notebook_file, rescue, sealed, share};

/// What a file calls itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Format {
    Notebook,
    Share,
    Sealed,
    Rescue,
}

/// The format of a file that calls itself something, where this version reads it.
pub(super) fn format(file: &Map<String, Value>) -> Result<Format, FileError> {
    let number = |name: &str| file.get(name).and_then(Value::as_u64).filter(|number| *number > 0);
    let name = file.get("format").and_then(Value::as_str).unwrap_or_default();
    let (format, ours) = match name {
        notebook_file::FORMAT => (Some(Format::Notebook), notebook_file::VERSION),
        share::FORMAT => (Some(Format::Share), share::VERSION),
        sealed::FORMAT => (Some(Format::Sealed), sealed::VERSION),
        rescue::FORMAT => (Some(Format::Rescue), rescue::VERSION),
        name if name.starts_with("waymark-") => (None, notebook_file::VERSION),
        _ => return Err(FileError::NotWaymark),
    };
    match (format, number("min_reader"), number("version")) {
        (_, Some(min_reader), _) if min_reader > ours => Err(FileError::Newer),
        (Some(format), Some(_), Some(_)) => Ok(format),
        (Some(_), ..) => Err(FileError::Damaged),
        (None, ..) => Err(FileError::NotWaymark),
    }
}

/// The text of a file that is not too large, without a byte order mark.
pub(super) fn text(bytes: &[u8]) -> Result<&str, FileError> {
    if bytes.len() > MAX_BYTES {
        return Err(FileError::TooLarge);
    }
    if bytes.starts_with(&[0xFF, 0xFE])
        || bytes.starts_with(&[0xFE, 0xFF])
        || bytes[..bytes.len().min(4)].contains(&0)
    {
        return Err(FileError::Utf16);
    }
    let text = std::str::from_utf8(bytes).map_err(|error| match error.error_len() {
        // The last character is incomplete, and everything before it is fine.
        None if bytes.starts_with(b"{") => FileError::CutOff,
        _ => FileError::NotUtf8,
    })?;
    let text = text.strip_prefix('\u{FEFF}').unwrap_or(text).trim();
    if text.is_empty() {
        return Err(FileError::Empty);
    }
    // An indented file has a line for each value, and one for each object and list that ends.
    let lines = text.lines().filter(|line| !line.trim_start().is_empty());
    let is_too_much = count_values(text) > MAX_VALUES || lines.count() > 2 * MAX_VALUES;
    if is_too_much { Err(FileError::TooLarge) } else { Ok(text) }
}

/// Why a text is not JSON.
pub(super) fn broken(text: &str, error: &serde_json::Error) -> FileError {
    if !text.starts_with(['{', '[']) {
        FileError::NotWaymark
    } else if error.is_eof() {
        FileError::CutOff
    } else if text.contains("\"waymark-") {
        FileError::Damaged
    } else {
        FileError::NotWaymark
    }
}

/// At least as many values as a parser would make of `text`. Kept apart from parsing, since a value takes up to a
/// hundred times the memory of its text.
fn count_values(text: &str) -> usize {
    let (mut count, mut in_string, mut escaped) = (1, false, false);
    for byte in text.bytes() {
        match byte {
            _ if escaped => escaped = false,
            b'\\' if in_string => escaped = true,
            b'"' => in_string = !in_string,
            // No JSON string goes over the end of a line, so one broken line of many does not spoil the count.
            b'\n' => in_string = false,
            b',' | b'{' | b'[' if !in_string => count += 1,
            _ => {}
        }
    }
    count
}
