//! Reading a share file's head: everything but what its lists hold.

use serde_json::{Map, Value};

use super::{Items, NUMBER_MAX, Party, Recipient, ShareFile};
use crate::day::parse_day;
use crate::mentoring::{Agreement, Roles, relationship};
use crate::profile;
use crate::record::RecordError;
use crate::shared::Reader;

/// A share file without what its lists hold; nothing where it is damaged.
pub fn head(file: &Map<String, Value>) -> Option<ShareFile> {
    head_of(Reader(file)).ok()
}

fn head_of(file: Reader) -> Result<ShareFile, RecordError> {
    let number = file.0.get("number").and_then(Value::as_u64);
    let number = number.filter(|number| (1..=NUMBER_MAX).contains(number)).ok_or(RecordError::NotARecord)?;
    let written = file.0.get("written").and_then(Value::as_str).and_then(|text| parse_day(text.get(..10)?));
    let from = file.part("from")?.ok_or(RecordError::NotARecord)?;
    let to = file.part("to")?.ok_or(RecordError::NotARecord)?;
    let roles = file.list("as", |word| Ok(word.as_str().unwrap_or_default().to_owned()), String::clone)?;
    let has = |word: &str| roles.iter().any(|role| role == word);
    Ok(ShareFile {
        thread: file.id("thread")?,
        number,
        written: written.ok_or(RecordError::NotARecord)?,
        from: Party { id: from.id("id")?, name: from.text(profile::NAME)? },
        to: Recipient {
            id: to.0.contains_key("id").then(|| to.id("id")).transpose()?,
            name: to.text(profile::NAME)?,
        },
        roles: Roles { mentee: has("mentee"), mentor: has("mentor") },
        message: file.text(relationship::MESSAGE)?,
        agreement: file.part("agreement")?.map(agreement).transpose()?.filter(|one| !one.is_empty()),
        items: Items::default(),
    })
}

fn agreement(from: Reader) -> Result<Agreement, RecordError> {
    Ok(Agreement {
        i_expect: from.text(relationship::I_EXPECT)?,
        they_expect: from.text(relationship::THEY_EXPECT)?,
        cadence: from.text(relationship::CADENCE)?,
        channel: from.text(relationship::CHANNEL)?,
        confidential: from.text(relationship::CONFIDENTIAL)?,
        limits: from.text(relationship::LIMITS)?,
        review_on: from.day(relationship::REVIEW_ON)?,
        end_on: from.day(relationship::END_ON)?,
    })
}
