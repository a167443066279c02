//! What each field may hold. One table for each kind serves the door for edits, the gate for files and the published schema;
//! [`crate::kinds`] has them all.

use std::str::FromStr;

use serde_json::Value;

use crate::day::parse_day;
use crate::id::{PersonId, RecordId};

/// A field of a kind of record, held in one register.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Field {
    /// The kind of record it belongs to; empty for a field of every kind.
    pub kind: &'static str,
    /// Its name in files.
    pub name: &'static str,
    /// What it may hold.
    pub rule: Rule,
    /// Whether search finds its words.
    pub is_searched: bool,
    /// Whether a person knows the record by it. Of several, by the first that holds something.
    pub is_title: bool,
    /// The kind of the record that it names, where its own goes for good with that one.
    pub part_of: Option<&'static str>,
}

impl Field {
    /// A field of a kind.
    pub const fn new(kind: &'static str, name: &'static str, rule: Rule) -> Self {
        Self { kind, name, rule, is_searched: false, is_title: false, part_of: None }
    }

    /// Search finds its words.
    #[must_use]
    pub const fn searched(self) -> Self {
        Self { is_searched: true, ..self }
    }

    /// A person knows the record by it.
    #[must_use]
    pub const fn titled(self) -> Self {
        Self { is_title: true, ..self }
    }

    /// It names a record of `kind`, and its own goes for good with that one.
    #[must_use]
    pub const fn part_of(self, kind: &'static str) -> Self {
        Self { part_of: Some(kind), ..self }
    }
}

/// A set held in one register per member, so that members added and removed concurrently do not affect each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SetField {
    /// The kind of record it belongs to.
    pub kind: &'static str,
    /// What comes before the member in the register's name: `tag:` in `tag:exam`.
    pub prefix: &'static str,
    /// What a member may be.
    pub member: Rule,
    /// What its register holds: whether it is in the set, or what there is to say of it.
    pub value: Rule,
    /// Whether search finds its members.
    pub is_searched: bool,
}

impl SetField {
    /// A set of a kind.
    pub const fn new(kind: &'static str, prefix: &'static str, member: Rule) -> Self {
        Self { kind, prefix, member, value: Rule::Flag, is_searched: false }
    }

    /// There is more to say of a member than that it is in the set.
    #[must_use]
    pub const fn holding(self, value: Rule) -> Self {
        Self { value, ..self }
    }

    /// Search finds its members.
    #[must_use]
    pub const fn searched(self) -> Self {
        Self { is_searched: true, ..self }
    }
}

/// What a value must be. Lengths are in characters (Unicode scalar values).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Rule {
    /// One line that says something: never empty.
    Title(usize),
    /// One line, possibly empty.
    Line(usize),
    /// Text of several lines, possibly empty.
    Text(usize),
    /// One of a few words.
    OneOf(&'static [&'static str]),
    /// A whole number from .. to, both included.
    Scale(u8, u8),
    /// A civil day, `YYYY-MM-DD`.
    Day,
    /// Yes or no.
    Flag,
    /// A place in an order (see [`crate::order`]).
    Place,
    /// The id of a record.
    Record,
    /// The id of a person.
    Person,
    /// A whole number from 0 .., included.
    Number(u64),
    /// A list or an object, kept as it is.
    Data,
}

/// Why a value was not taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum ValueError {
    /// Something must be written here.
    #[error("empty")]
    Empty,
    /// More than the stated maximum of characters.
    #[error("longer than {0} characters")]
    TooLong(usize),
    /// Not of the form this field holds.
    #[error("not of the right form")]
    Malformed,
}

/// The longest id of a template, a prompt or the like.
const WORD: usize = 40;

impl Rule {
    /// Checks a value. `Null`, meaning nothing, is allowed unless the field must have a value.
    pub fn check(self, value: &Value) -> Result<(), ValueError> {
        match (self, value) {
            (Self::Title(_), Value::Null) => Err(ValueError::Empty),
            (_, Value::Null)
            | (Self::Flag, Value::Bool(_))
            | (Self::Data, Value::Array(_) | Value::Object(_)) => Ok(()),
            (Self::Scale(from, to), Value::Number(number)) => {
                let fits = number.as_u64().is_some_and(|n| (u64::from(from)..=u64::from(to)).contains(&n));
                fits.then_some(()).ok_or(ValueError::Malformed)
            }
            (Self::Number(max), Value::Number(number)) => {
                number.as_u64().filter(|number| *number <= max).map(drop).ok_or(ValueError::Malformed)
            }
            (rule, Value::String(text)) => rule.check_text(text),
            _ => Err(ValueError::Malformed),
        }
    }

    /// Brings what was typed into the form that is kept: line ends as `\n`, no other control characters,
    /// and in one-line fields no line ends and no spaces around.
    pub fn tidy(self, typed: &str) -> String {
        let unix = typed.replace("\r\n", "\n").replace('\r', "\n");
        let kept = unix.chars().filter(|c| !c.is_control() || matches!(c, '\n' | '\t'));
        match self {
            Self::Text(_) => kept.collect(),
            _ => kept
                .filter(|c| !turns_direction(*c))
                .map(|c| if c == '\n' || c == '\t' { ' ' } else { c })
                .collect::<String>()
                .trim()
                .to_owned(),
        }
    }

    /// The most characters it takes, where it takes text.
    pub fn max_length(self) -> Option<usize> {
        match self {
            Self::Title(max) | Self::Line(max) | Self::Text(max) => Some(max),
            Self::Place => Some(crate::order::MAX_LENGTH),
            _ => None,
        }
    }

    /// How many characters still fit, once only the last hundredth of the maximum is left. If `text` is longer than
    /// allowed, none do.
    pub fn room_left(self, text: &str) -> Option<usize> {
        let max = self.max_length()?;
        // A text has no more characters than bytes, so counting them is seldom needed.
        if text.len() < max - max / 100 {
            return None;
        }
        let left = max.saturating_sub(text.chars().count());
        (left <= max / 100).then_some(left)
    }

    fn check_text(self, text: &str) -> Result<(), ValueError> {
        // Counting characters is only needed where there are more bytes than characters allowed.
        if let Some(max) = self.max_length()
            && text.len() > max
            && text.chars().count() > max
        {
            return Err(ValueError::TooLong(max));
        }
        let fits = match self {
            Self::Title(_) if text.trim().is_empty() => return Err(ValueError::Empty),
            Self::Title(_) | Self::Line(_) | Self::Text(_) => true,
            Self::OneOf(words) => words.contains(&text),
            Self::Day => parse_day(text).is_some(),
            Self::Place => crate::order::is_place(text),
            Self::Record => RecordId::from_str(text).is_ok(),
            Self::Person => PersonId::from_str(text).is_ok(),
            Self::Scale(..) | Self::Number(_) | Self::Flag | Self::Data => false,
        };
        fits.then_some(()).ok_or(ValueError::Malformed)
    }
}

/// Whether a character turns the direction of what follows it, also beyond the line it stands in (Unicode Bidirectional
/// Algorithm, embeddings, overrides and isolates). No line needs one: letters know their direction.
fn turns_direction(c: char) -> bool {
    matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}

/// A word that names something in a table, such as a template.
pub const WORD_RULE: Rule = Rule::Line(WORD);

/// In the trash; of every kind.
pub const DELETED: Field = Field::new("", "deleted", Rule::Flag);
/// Part of the example, until it is removed; of every kind.
pub const EXAMPLE: Field = Field::new("", "example", Rule::Flag);

/// A kind of record and all its fields.
#[derive(Debug, Clone, Copy)]
pub struct KindTable {
    /// Its name in files.
    pub kind: &'static str,
    /// Its single fields.
    pub fields: &'static [Field],
    /// Its sets.
    pub sets: &'static [SetField],
}

impl KindTable {
    /// Whether search finds anything of it.
    pub fn is_searched(&self) -> bool {
        self.fields.iter().any(|field| field.is_searched) || self.sets.iter().any(|set| set.is_searched)
    }

    /// The fields by which a person knows such a record, best first.
    pub fn titles(&self) -> impl Iterator<Item = Field> {
        self.fields.iter().copied().filter(|field| field.is_title)
    }

    /// The fields that name what such a record goes for good with.
    pub fn wholes(&self) -> impl Iterator<Item = Field> {
        self.fields.iter().copied().filter(|field| field.part_of.is_some())
    }

    /// The rule for the register called `name`, and none for a field that this version does not know.
    pub fn rule(&self, name: &str) -> Option<Rule> {
        let common = [DELETED, EXAMPLE];
        let field = self.fields.iter().chain(&common).find(|field| field.name == name);
        let member = || self.sets.iter().find(|set| name.starts_with(set.prefix)).map(|set| set.value);
        field.map(|field| field.rule).or_else(member)
    }

    /// Checks one register's name and value: a known field holds what it may, an unknown one holds anything.
    pub fn check(&self, name: &str, value: &Value) -> Result<(), ValueError> {
        if let Some((set, member)) =
            self.sets.iter().find_map(|set| Some((set, name.strip_prefix(set.prefix)?)))
        {
            set.member.check_text(member)?;
        }
        self.rule(name).map_or(Ok(()), |rule| rule.check(value))
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn each_rule_takes_what_it_should_and_nothing_else() {
        let id = "0f8fad5b-d9cb-469f-a165-70867728950e";
        let cases = [
            (Rule::Title(3), json!("abc"), Ok(())),
            (Rule::Title(3), json!("äöü"), Ok(())),
            (Rule::Title(3), json!("abcd"), Err(ValueError::TooLong(3))),
            (Rule::Title(3), json!(" "), Err(ValueError::Empty)),
            (Rule::Title(3), json!(null), Err(ValueError::Empty)),
            (Rule::Text(3), json!(null), Ok(())),
            (Rule::Text(3), json!(7), Err(ValueError::Malformed)),
            (Rule::OneOf(&["a"]), json!("a"), Ok(())),
            (Rule::OneOf(&["a"]), json!("b"), Err(ValueError::Malformed)),
            (Rule::Scale(1, 5), json!(5), Ok(())),
            (Rule::Scale(1, 5), json!(0), Err(ValueError::Malformed)),
            (Rule::Scale(1, 5), json!(2.5), Err(ValueError::Malformed)),
            (Rule::Day, json!("2026-02-29"), Err(ValueError::Malformed)),
            (Rule::Flag, json!("true"), Err(ValueError::Malformed)),
            (Rule::Record, json!(id), Ok(())),
            (Rule::Person, json!("me"), Err(ValueError::Malformed)),
        ];
        for (rule, value, expected) in cases {
            assert_eq!(rule.check(&value), expected, "{rule:?} {value}");
        }
    }

    #[test]
    fn typed_text_is_tidied_by_the_kind_of_field() {
        assert_eq!(Rule::Title(9).tidy("  two\r\nlines\u{0} "), "two lines");
        assert_eq!(Rule::Text(9).tidy(" two\r\nlines\u{7}\t"), " two\nlines\t");
        assert_eq!(Rule::Line(9).tidy("\u{202E}neB\u{202C} \u{2066}x\u{2069}"), "neB x");
    }

    #[test]
    fn the_room_left_is_told_only_near_the_end() {
        let room = |length| Rule::Text(1_000).room_left(&"é".repeat(length));
        assert_eq!([room(0), room(600), room(989)], [None; 3]);
        assert_eq!([room(990), room(1_000), room(1_001)], [Some(10), Some(0), Some(0)]);
        assert_eq!(Rule::Day.room_left("2026-11-21"), None);
    }
}
