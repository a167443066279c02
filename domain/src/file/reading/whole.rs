//! A text that is one JSON object or array, taken member by member: the records of a notebook file and the entries of a
//! diary are parsed one by one, and what they were parsed from is dropped at once.

use std::mem::take;
use std::ops::ControlFlow;

use serde_json::{Map, Value};

use super::parse;
use super::piece::{Edge, Piece};
use crate::file::diary::DiaryReader;
use crate::file::notebook_file::Records;
use crate::file::{FileError, Incoming, Read, read_object};

/// The member of a notebook file that is taken apart.
const RECORDS: &str = "records";

/// How far the text is read.
#[derive(Debug)]
pub(super) struct Whole {
    at: usize,
    inside: Inside,
    expect: Expect,
    piece: Option<Piece>,
    /// The name of the member that is read.
    name: String,
    /// The number of the record or entry that is read, from 1.
    place: usize,
    /// All members of an object except the list of records. As everywhere, of two with the same name the last counts.
    members: Map<String, Value>,
    records: Option<Records>,
    entries: DiaryReader,
}

/// What stands around the next value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Inside {
    /// The object that the text is.
    Object,
    /// The list of records in it.
    Records,
    /// The array that the text is.
    Array,
}

/// What may come next.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Expect {
    /// A member, or the end of it all.
    First,
    /// A member.
    Member,
    /// What stands between a name and its value.
    Colon,
    /// The value behind a name.
    Value,
    /// A comma, or the end.
    Next,
    /// Nothing but space.
    Nothing,
}

/// How it ended.
#[derive(Debug)]
pub(super) enum End {
    /// It is JSON, and this is what it is.
    Json(Result<Read, FileError>),
    /// It is not JSON. `cut_off`: the text ends inside a value.
    NotJson { cut_off: bool },
}

const BROKEN: ControlFlow<End> = ControlFlow::Break(End::NotJson { cut_off: false });
const CUT_OFF: ControlFlow<End> = ControlFlow::Break(End::NotJson { cut_off: true });

impl Whole {
    /// Reads a text that begins like an object or an array.
    pub(super) fn new(text: &[u8]) -> Option<Self> {
        let inside = match text.first()? {
            b'{' => Inside::Object,
            b'[' => Inside::Array,
            _ => return None,
        };
        Some(Self {
            at: 1,
            inside,
            expect: Expect::First,
            piece: None,
            name: String::new(),
            place: 0,
            members: Map::new(),
            records: None,
            entries: DiaryReader::default(),
        })
    }

    pub(super) fn at(&self) -> usize {
        self.at
    }

    /// Reads about `budget` bytes more.
    pub(super) fn step(&mut self, text: &[u8], budget: usize) -> ControlFlow<End> {
        let until = self.at.saturating_add(budget.max(1));
        while self.at < until {
            match self.piece.take() {
                Some(piece) => self.go_on(piece, text, until)?,
                None => self.between(text)?,
            }
        }
        ControlFlow::Continue(())
    }

    /// What stands between names and values.
    fn between(&mut self, text: &[u8]) -> ControlFlow<End> {
        let Some(byte) = text.get(self.at) else {
            return if self.expect == Expect::Nothing {
                ControlFlow::Break(End::Json(self.end()))
            } else {
                CUT_OFF
            };
        };
        match (self.expect, byte) {
            (_, b' ' | b'\n' | b'\r' | b'\t') => {}
            (Expect::First | Expect::Next, b'}') if self.inside == Inside::Object => {
                self.expect = Expect::Nothing;
            }
            (Expect::First | Expect::Next, b']') if self.inside == Inside::Array => {
                self.expect = Expect::Nothing;
            }
            (Expect::First | Expect::Next, b']') if self.inside == Inside::Records => {
                (self.inside, self.expect) = (Inside::Object, Expect::Next);
            }
            (Expect::Next, b',') => self.expect = Expect::Member,
            (Expect::Colon, b':') => self.expect = Expect::Value,
            (Expect::Value, b'[') if self.name == RECORDS => {
                (self.inside, self.expect, self.place) = (Inside::Records, Expect::First, 0);
                self.records = Some(Records::default());
            }
            (Expect::Nothing | Expect::Next | Expect::Colon, _) => return BROKEN,
            (Expect::First | Expect::Member, byte) if self.inside == Inside::Object && *byte != b'"' => {
                return BROKEN;
            }
            (Expect::First | Expect::Member | Expect::Value, _) => {
                let outer = if self.inside == Inside::Records { 2 } else { 1 };
                self.piece = Some(Piece::new(self.at, outer));
                return ControlFlow::Continue(());
            }
        }
        self.at += 1;
        ControlFlow::Continue(())
    }

    /// Goes on with a name or a value.
    fn go_on(&mut self, mut piece: Piece, text: &[u8], until: usize) -> ControlFlow<End> {
        let edge = piece.go_on(text, until);
        self.at = piece.at;
        match edge {
            Edge::Further => self.piece = Some(piece),
            Edge::TooDeep => return BROKEN,
            Edge::Ended | Edge::CutOff => {
                if self.take(&text[piece.start..piece.at]).is_err() {
                    // Why is known only with what comes behind it.
                    let cut_off = parse::<Value>(&text[piece.start..]).is_err_and(|error| error.is_eof());
                    return ControlFlow::Break(End::NotJson { cut_off });
                }
            }
        }
        ControlFlow::Continue(())
    }

    /// Takes a name or a value in.
    fn take(&mut self, part: &[u8]) -> serde_json::Result<()> {
        match (self.inside, self.expect) {
            (Inside::Object, Expect::Value) => {
                let value = parse(part)?;
                if self.name == RECORDS {
                    self.records = None;
                }
                self.members.insert(take(&mut self.name), value);
            }
            (Inside::Object, _) => {
                // It begins with a quotation mark, so it is a text or no JSON.
                if let Value::String(name) = parse(part)? {
                    self.name = name;
                }
                self.expect = Expect::Colon;
                return Ok(());
            }
            (Inside::Records, _) => {
                self.place += 1;
                if let Some(records) = &mut self.records {
                    records.take(self.place, &parse(part)?);
                }
            }
            (Inside::Array, _) => {
                self.place += 1;
                self.entries.take(self.place, Ok(parse(part)?));
            }
        }
        self.expect = Expect::Next;
        Ok(())
    }

    /// What the text is.
    fn end(&mut self) -> Result<Read, FileError> {
        match self.inside {
            Inside::Array if self.place == 0 => Err(FileError::Empty),
            Inside::Array => {
                let diary = take(&mut self.entries).finish().ok_or(FileError::NotWaymark)?;
                Ok(Read::Plain(Incoming::Diary(diary)))
            }
            Inside::Object | Inside::Records => read_object(take(&mut self.members), self.records.take()),
        }
    }
}
