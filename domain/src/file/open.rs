//! What a file says that it is, and the reason behind a failed parse.

use memchr::memmem;
use serde_json::{Map, Value};

use super::{FileError, notebook_file, rescue, sealed};
use crate::mentoring::share;

/// What a file calls itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Format {
    Notebook,
    Share,
    Sealed,
    Rescue,
}

/// The format that a file claims to have, and the version to read it as: its own, or the newest known here where it says
/// that this one can read it.
pub(super) fn format(file: &Map<String, Value>) -> Result<(Format, u64), FileError> {
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
        (Some(format), Some(_), Some(version)) => Ok((format, version.min(ours))),
        (Some(_), ..) => Err(FileError::Damaged),
        (None, ..) => Err(FileError::NotWaymark),
    }
}

/// Why a text is not JSON: it may be no more than `cut_off`.
pub(super) fn broken(text: &[u8], cut_off: bool) -> FileError {
    if !text.starts_with(b"{") && !text.starts_with(b"[") {
        FileError::NotWaymark
    } else if cut_off {
        FileError::CutOff
    } else if memmem::find(text, b"\"waymark-").is_some() {
        FileError::Damaged
    } else {
        FileError::NotWaymark
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn of(name: &str, version: u64, min_reader: u64) -> Result<(Format, u64), FileError> {
        let file = json!({ "format": name, "version": version, "min_reader": min_reader });
        format(file.as_object().unwrap())
    }

    #[test]
    fn a_file_is_read_as_its_own_version_or_the_newest_that_is_known() {
        for name in [notebook_file::FORMAT, share::FORMAT, sealed::FORMAT, rescue::FORMAT] {
            assert_eq!(of(name, 1, 1).map(|(_, version)| version), Ok(1));
            assert_eq!(of(name, 7, 1).map(|(_, version)| version), Ok(1));
            assert_eq!(of(name, 7, 2), Err(FileError::Newer));
        }
    }

    #[test]
    fn every_version_that_is_written_is_read() {
        let formats = [
            (notebook_file::FORMAT, notebook_file::VERSION),
            (share::FORMAT, share::VERSION),
            (sealed::FORMAT, sealed::VERSION),
            (rescue::FORMAT, rescue::VERSION),
        ];
        for (name, newest) in formats {
            for version in 1..=newest {
                let file = json!({ "format": name, "version": version, "min_reader": version });
                let read = crate::file::read(file.to_string().as_bytes());
                assert_eq!(
                    read,
                    Err(FileError::Damaged),
                    "{name} {version} has nothing in it, and is not newer"
                );
            }
        }
    }
}
