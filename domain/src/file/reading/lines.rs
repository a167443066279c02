//! A text of which each line is a JSON value of its own.

use std::ops::ControlFlow;

use memchr::memchr;
use serde::de::IgnoredAny;
use serde_json::Value;

use super::parse;
use crate::file::Diary;
use crate::file::diary::{self, DiaryError, DiaryReader};

/// How far the lines are read.
#[derive(Debug, Default)]
pub(super) struct Lines {
    at: usize,
    number: usize,
    /// `None` until the first line that looks like an entry, so that a text of some other kind does not collect a million
    /// reasons why its lines are no entries.
    diary: Option<DiaryReader>,
}

impl Lines {
    pub(super) fn at(&self) -> usize {
        self.at
    }

    /// Reads lines of about `budget` bytes in all. Breaks with the diary; with none where no line looks like an entry.
    pub(super) fn step(&mut self, text: &[u8], budget: usize) -> ControlFlow<Option<Diary>> {
        let until = self.at.saturating_add(budget.max(1));
        while self.at < until {
            if self.at >= text.len() {
                return ControlFlow::Break(self.diary.take().and_then(DiaryReader::finish));
            }
            let rest = &text[self.at..];
            let end = memchr(b'\n', rest).unwrap_or(rest.len());
            self.at = text.len().min(self.at + end + 1);
            self.number += 1;
            self.take(&rest[..end]);
        }
        ControlFlow::Continue(())
    }

    fn take(&mut self, line: &[u8]) {
        if std::str::from_utf8(line).is_ok_and(|line| line.trim().is_empty()) {
            return;
        }
        let value = value(line).ok_or(DiaryError::NotJson);
        match &mut self.diary {
            Some(diary) => diary.take(self.number, value),
            None if value.is_ok_and(|value| diary::looks_like_an_entry(&value)) => {
                *self = Self { diary: Some(DiaryReader::default()), ..Self::default() };
            }
            None => {}
        }
    }
}

/// The value on a line. What is broken shows before any memory is taken: it may be as long as a file.
fn value(line: &[u8]) -> Option<Value> {
    parse::<IgnoredAny>(line).ok()?;
    parse(line).ok()
}
