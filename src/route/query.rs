//! The part of an address behind `?`: which entries of the journal are listed.

use std::fmt::Write as _;

use chrono::NaiveDate;
use uuid::Uuid;
use waymark_domain::day::parse_day;

use super::path::{Given, Path};

/// Which entries of the journal are listed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct JournalFilter {
    /// Only with this tag.
    pub tag: Option<String>,
    /// Only linked to this goal.
    pub goal: Option<Uuid>,
    /// Not before this day.
    pub from: Option<NaiveDate>,
    /// Not after this day.
    pub to: Option<NaiveDate>,
}

impl JournalFilter {
    /// Whether it lets every entry through.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

impl Given for JournalFilter {
    fn read(path: &Path<'_>) -> Option<Self> {
        Some(read(path.query))
    }

    fn write(&self, address: &str) -> String {
        address.to_owned() + &write(self)
    }
}

/// Begins with `?`, or is empty when nothing is filtered.
fn write(filter: &JournalFilter) -> String {
    let parts = [
        ("tag", filter.tag.as_deref().map(encode)),
        ("goal", filter.goal.map(|goal| goal.to_string())),
        ("from", filter.from.map(|day| day.to_string())),
        ("to", filter.to.map(|day| day.to_string())),
    ];
    let mut query = String::new();
    for (name, value) in parts {
        if let Some(value) = value {
            query.push(if query.is_empty() { '?' } else { '&' });
            query.push_str(name);
            query.push('=');
            query.push_str(&value);
        }
    }
    query
}

fn read(query: &str) -> JournalFilter {
    let mut filter = JournalFilter::default();
    for (name, value) in query.split('&').filter_map(|part| part.split_once('=')) {
        match name {
            "tag" => filter.tag = decode(value).filter(|tag| !tag.is_empty()),
            "goal" => filter.goal = Uuid::try_parse(value).ok(),
            "from" => filter.from = parse_day(value),
            "to" => filter.to = parse_day(value),
            _ => {}
        }
    }
    filter
}

/// Percent-encodes every byte that is not unreserved in RFC 3986.
fn encode(text: &str) -> String {
    let mut encoded = String::new();
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) {
            encoded.push(char::from(byte));
        } else {
            // Writing into a string cannot fail.
            write!(encoded, "%{byte:02X}").unwrap_or_default();
        }
    }
    encoded
}

/// `None` when it is not the encoding of any text.
fn decode(text: &str) -> Option<String> {
    let mut bytes = Vec::new();
    let mut rest = text.bytes();
    while let Some(byte) = rest.next() {
        if byte == b'%' {
            let pair = [rest.next()?, rest.next()?];
            bytes.push(u8::from_str_radix(std::str::from_utf8(&pair).ok()?, 16).ok()?);
        } else {
            bytes.push(byte);
        }
    }
    String::from_utf8(bytes).ok()
}
