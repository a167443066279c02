//! Reading a file a slice at a time, so that a page can paint, and stop it, in between. Of a notebook file or a diary no more
//! than one record or entry is ever parsed at once; a share or sealed file becomes one JSON value in memory, which
//! [`super::MAX_BYTES`] and [`super::MAX_VALUES`] bound.

mod check;
mod lines;
mod piece;
mod whole;

use std::borrow::Cow;
use std::ops::{ControlFlow, Range};

use serde::de::DeserializeOwned;

use super::{FileError, Incoming, Progress, Read, open};
use check::Check;
use lines::Lines;
use whole::{End, Whole};

/// A file that is being read.
#[derive(Debug)]
pub struct Reading<'a> {
    bytes: Cow<'a, [u8]>,
    /// Where its text is, once that is known.
    text: Range<usize>,
    phase: Phase,
    /// How far in its text reading was, in any phase.
    furthest: usize,
}

/// The phases follow each other; each goes through the text from its beginning.
#[derive(Debug)]
enum Phase {
    /// Is it a text, and not too much of it?
    Check(Check),
    /// Is it one JSON object or array?
    Whole(Box<Whole>),
    /// Is each line a JSON value of its own?
    Lines { lines: Lines, otherwise: FileError },
}

impl<'a> Reading<'a> {
    /// A file that is about to be read.
    pub fn new(bytes: impl Into<Cow<'a, [u8]>>) -> Self {
        Self { bytes: bytes.into(), text: 0..0, phase: Phase::Check(Check::default()), furthest: 0 }
    }

    /// Continues for about `budget` bytes, and on to the end of the record, entry or line that it is in by then: a
    /// longer one is parsed in one go. Breaks with what the file is, or with why it is refused; do not call it again
    /// after that.
    pub fn step(&mut self, budget: usize) -> ControlFlow<Result<Read, FileError>, Progress> {
        let text = &self.bytes[self.text.clone()];
        match &mut self.phase {
            Phase::Check(check) => match check.step(&self.bytes, budget) {
                ControlFlow::Break(Ok(text)) => {
                    self.phase = begin(&self.bytes[text.clone()]);
                    self.text = text;
                }
                ControlFlow::Break(Err(error)) => return ControlFlow::Break(Err(error)),
                ControlFlow::Continue(()) => {}
            },
            Phase::Whole(whole) => match whole.step(text, budget) {
                ControlFlow::Break(End::Json(read)) => return ControlFlow::Break(read),
                ControlFlow::Break(End::NotJson { cut_off }) => {
                    self.phase = by_line(open::broken(text, cut_off));
                }
                ControlFlow::Continue(()) => {}
            },
            Phase::Lines { lines, otherwise } => {
                if let ControlFlow::Break(diary) = lines.step(text, budget) {
                    let diary = diary.map(|diary| Read::Plain(Incoming::Diary(diary)));
                    return ControlFlow::Break(diary.ok_or(*otherwise));
                }
            }
        }
        ControlFlow::Continue(self.progress())
    }

    fn progress(&mut self) -> Progress {
        let (checked, read) = match &self.phase {
            Phase::Check(check) => (check.at(), 0),
            Phase::Whole(whole) => (self.bytes.len(), whole.at()),
            Phase::Lines { lines, .. } => (self.bytes.len(), lines.at()),
        };
        self.furthest = self.furthest.max(read);
        Progress { done: checked + self.furthest, of: 2 * self.bytes.len() }
    }
}

/// What to try first with a text. Only one that begins like an object or an array can be a single JSON value of any
/// use.
fn begin(text: &[u8]) -> Phase {
    Whole::new(text).map_or_else(|| by_line(FileError::NotWaymark), |whole| Phase::Whole(Box::new(whole)))
}

fn by_line(otherwise: FileError) -> Phase {
    Phase::Lines { lines: Lines::default(), otherwise }
}

/// Parses a part of a text.
fn parse<T: DeserializeOwned>(part: &[u8]) -> serde_json::Result<T> {
    // The text was checked, and parts end beside an ASCII character: each is UTF-8.
    serde_json::from_str(std::str::from_utf8(part).unwrap_or_default())
}
