//! Where a JSON value ends, judging only by its strings and brackets. Whether it is valid shows when it is parsed.

use memchr::memchr2;

/// How deep values may nest: `serde_json` reads no deeper.
const DEPTH_MAX: usize = 127;

/// A value, of which the end is looked for.
#[derive(Debug)]
pub(super) struct Piece {
    pub(super) start: usize,
    /// How far it was looked at.
    pub(super) at: usize,
    /// In how many objects and arrays it stands.
    outer: usize,
    /// In how many `at` stands.
    depth: usize,
    in_string: bool,
}

/// What looking for the end found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Edge {
    /// The value ends before `at`.
    Ended,
    /// The text ends first.
    CutOff,
    /// It nests too deep.
    TooDeep,
    /// There is more to look at.
    Further,
}

impl Piece {
    /// A value that begins at `start`, inside of `outer` objects and arrays.
    pub(super) fn new(start: usize, outer: usize) -> Self {
        Self { start, at: start, outer, depth: outer, in_string: false }
    }

    /// Looks for its end, up to `until`.
    pub(super) fn go_on(&mut self, text: &[u8], until: usize) -> Edge {
        let until = until.min(text.len());
        while self.at < until {
            let edge = if self.in_string { self.string(text, until) } else { self.outside(text[self.at]) };
            if edge != Edge::Further {
                return edge;
            }
        }
        if self.at < text.len() { Edge::Further } else { Edge::CutOff }
    }

    /// Goes to what ends a string or escapes its next character.
    fn string(&mut self, text: &[u8], until: usize) -> Edge {
        let Some(found) = memchr2(b'"', b'\\', &text[self.at..until]) else {
            self.at = until;
            return Edge::Further;
        };
        self.at += found + 1;
        if text[self.at - 1] == b'\\' {
            self.at = text.len().min(self.at + 1);
            return Edge::Further;
        }
        self.in_string = false;
        self.edge()
    }

    fn outside(&mut self, byte: u8) -> Edge {
        let ends_before = matches!(byte, b',' | b']' | b'}' | b' ' | b'\n' | b'\r' | b'\t');
        if ends_before && self.depth == self.outer {
            return Edge::Ended;
        }
        self.at += 1;
        match byte {
            b'"' => self.in_string = true,
            b'{' | b'[' if self.depth == DEPTH_MAX => return Edge::TooDeep,
            b'{' | b'[' => self.depth += 1,
            b'}' | b']' => {
                self.depth -= 1;
                return self.edge();
            }
            _ => {}
        }
        Edge::Further
    }

    /// Behind the end of a string, an object or an array.
    fn edge(&self) -> Edge {
        if self.depth == self.outer { Edge::Ended } else { Edge::Further }
    }
}
