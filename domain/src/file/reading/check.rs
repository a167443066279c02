//! From bytes to text: whether a file is UTF-8, and not too large. Separate from parsing, because a JSON value takes up
//! to a hundred times the memory of its text.

use std::ops::{ControlFlow, Range};
use std::str::{Utf8Error, from_utf8};

use crate::file::{FileError, MAX_BYTES, MAX_VALUES};

/// The longest character, in bytes: a slice that is no shorter holds at least one.
const CHARACTER: usize = 4;
const MARK: &str = "\u{FEFF}";

/// How far a file is checked.
#[derive(Debug, Default)]
pub(super) struct Check {
    at: usize,
    /// Where its text is, without a byte order mark and space around it.
    text: Option<Range<usize>>,
    values: Values,
    lines: Lines,
}

impl Check {
    pub(super) fn at(&self) -> usize {
        self.at
    }

    /// Checks about `budget` bytes more. Breaks with where the text is.
    pub(super) fn step(
        &mut self,
        bytes: &[u8],
        budget: usize,
    ) -> ControlFlow<Result<Range<usize>, FileError>> {
        match self.go_on(bytes, budget) {
            Ok(()) if self.at < bytes.len() => ControlFlow::Continue(()),
            Ok(()) => ControlFlow::Break(self.end()),
            Err(error) => ControlFlow::Break(Err(error)),
        }
    }

    fn go_on(&mut self, bytes: &[u8], budget: usize) -> Result<(), FileError> {
        if self.at == 0 {
            begin(bytes)?;
        }
        let end = self.at.saturating_add(budget.max(CHARACTER)).min(bytes.len());
        let slice = &bytes[self.at..end];
        let whole = |error: Utf8Error| match error.error_len() {
            // The last character goes on in the next slice.
            None if end < bytes.len() => Ok(from_utf8(&slice[..error.valid_up_to()]).unwrap_or_default()),
            // It is incomplete, and everything before it is fine.
            None if bytes.starts_with(b"{") => Err(FileError::CutOff),
            _ => Err(FileError::NotUtf8),
        };
        let text = from_utf8(slice).or_else(whole)?;
        self.take(text);
        Ok(())
    }

    fn take(&mut self, text: &str) {
        let mark = if self.at == 0 && text.starts_with(MARK) { MARK.len() } else { 0 };
        let (begin, text) = (self.at + mark, &text[mark..]);
        self.at = begin + text.len();
        self.values.count(text);
        self.lines.count(text);
        let (first, last) = (self.at - text.trim_start().len(), begin + text.trim_end().len());
        if first < last {
            self.text.get_or_insert(first..last).end = last;
        }
    }

    fn end(&mut self) -> Result<Range<usize>, FileError> {
        let text = self.text.take().ok_or(FileError::Empty)?;
        // An indented file has a line for each value, and one for each object and list that ends.
        let is_too_much = self.values.count >= MAX_VALUES || self.lines.count > 2 * MAX_VALUES;
        if is_too_much { Err(FileError::TooLarge) } else { Ok(text) }
    }
}

/// What shows at once.
fn begin(bytes: &[u8]) -> Result<(), FileError> {
    if bytes.len() > MAX_BYTES {
        return Err(FileError::TooLarge);
    }
    let is_utf16 = bytes.starts_with(&[0xFF, 0xFE])
        || bytes.starts_with(&[0xFE, 0xFF])
        || bytes[..bytes.len().min(4)].contains(&0);
    if is_utf16 { Err(FileError::Utf16) } else { Ok(()) }
}

/// Counts the marks that come before a value: at most one fewer than the values a parser would make of the text.
#[derive(Debug, Default)]
struct Values {
    count: usize,
    in_string: bool,
    escaped: bool,
}

impl Values {
    fn count(&mut self, text: &str) {
        for byte in text.bytes() {
            match byte {
                _ if self.escaped => self.escaped = false,
                b'\\' if self.in_string => self.escaped = true,
                b'"' => self.in_string = !self.in_string,
                // No JSON string continues over the end of a line, so one broken line does not distort the count.
                b'\n' => self.in_string = false,
                b',' | b'{' | b'[' if !self.in_string => self.count += 1,
                _ => {}
            }
        }
    }
}

/// Counts lines with something on them.
#[derive(Debug, Default)]
struct Lines {
    count: usize,
    /// Whether the last line counts already.
    counted: bool,
}

impl Lines {
    fn count(&mut self, text: &str) {
        for (nth, part) in text.split('\n').enumerate() {
            self.counted &= nth == 0;
            if !self.counted && !part.trim_start().is_empty() {
                self.counted = true;
                self.count += 1;
            }
        }
    }
}
