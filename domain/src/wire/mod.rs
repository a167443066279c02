//! A record as text. Frozen: what was ever written must be readable for ever.
//!
//! `{"id", "kind", "by", <field>: value …, "edits": {"<field>": "<dot>@<at>"}, "also": {"<field>": [{"value", "edit"}]},
//! "seen": {"<replica>": n}}`; an erased record is `{"id", "kind", "by", "erased": true}`.
//!
//! Notebook files and the store both hold records in this form, and each says its own version of what is around them:
//! [`crate::file`] that of the file, [`crate::store`] that of what is stored. So one can move on without the other.

mod decode;
mod encode;

pub use crate::record::RecordError;
pub(crate) use decode::is_within_limits;
pub use decode::{decode_record, record_from};
pub use encode::encode_record;
pub(crate) use encode::{Shown, Wire};

pub(super) const ID: &str = "id";
pub(super) const KIND: &str = "kind";
pub(super) const BY: &str = "by";
pub(super) const EDITS: &str = "edits";
pub(super) const ALSO: &str = "also";
pub(super) const SEEN: &str = "seen";
pub(super) const ERASED: &str = "erased";

/// Words that no field may be called.
pub(super) const RESERVED: [&str; 7] = [ID, KIND, BY, EDITS, ALSO, SEEN, ERASED];

/// The longest name of a kind.
pub(super) const KIND_MAX: usize = 60;
/// The longest name of a field, members of sets included.
pub(super) const NAME_MAX: usize = 200;
/// The most fields of one record.
pub(crate) const FIELDS_MAX: usize = 5_000;
/// The most versions of one field.
pub(super) const VERSIONS_MAX: usize = 1_000;

#[cfg(test)]
mod tests {
    use serde_json::json;
    use uuid::Uuid;

    use super::*;
    use crate::field::ValueError;
    use crate::id::{PersonId, RecordId, ReplicaId};
    use crate::record::{Record, Saw};
    use crate::stamp::At;

    const RAW: &str = r#"{"id":"00000000-0000-0000-0000-000000000001","kind":"goal","by":"00000000-0000-0000-0000-000000000002","title":"Dive","why":null,"edits":{"title":"0000000000000002:1@8","why":"0000000000000001:3@6"},"also":{"title":[{"value":"Swim far","edit":"0000000000000001:2@7"}]},"seen":{"0000000000000001":3,"0000000000000002":1}}"#;

    fn record() -> Record {
        let (id, by) = (RecordId::new(Uuid::from_u128(1)), PersonId::new(Uuid::from_u128(2)));
        let (one, two) = (ReplicaId(1), ReplicaId(2));
        let mut record = Record::new(id, "goal", by);
        let first = record.write("title", "Swim".into(), &Saw::default(), At(5), one).unwrap();
        record.write("title", "Swim far".into(), &Saw(vec![first]), At(7), one).unwrap();
        record.write("title", "Dive".into(), &Saw(vec![first]), At(8), two).unwrap();
        record.write("why", json!(null), &Saw::default(), At(6), one).unwrap();
        record
    }

    /// The text of `RAW` with one part of it changed.
    fn altered(from: &str, to: &str) -> Result<Record, RecordError> {
        assert!(RAW.contains(from), "{from}");
        decode_record(&RAW.replacen(from, to, 1))
    }

    #[test]
    fn a_record_is_written_for_a_reader_and_reads_back() {
        assert_eq!(encode_record(&record()), RAW);
        assert_eq!(decode_record(RAW), Ok(record()));
    }

    #[test]
    fn an_erased_record_is_nothing_but_the_fact() {
        let mut gone = record();
        gone.erase();
        let text = encode_record(&gone);
        assert!(text.ends_with(r#","erased":true}"#) && text.len() < 150);
        assert_eq!(decode_record(&text), Ok(gone));
        assert_eq!(decode_record(&text.replace("true", "false")), Err(RecordError::History));
        assert_eq!(altered("\"why\"", "\"erased\":true,\"why\""), Err(RecordError::History));
    }

    #[test]
    fn what_a_newer_version_knows_is_carried_verbatim() {
        let text = RAW.replace("\"kind\":\"goal\"", "\"kind\":\"quest\"").replacen(
            "null",
            r#"{"deep":[1.5,-0.0,18446744073709551615,{"z":1,"a":null}]}"#,
            1,
        );
        let read = decode_record(&text).unwrap();
        assert_eq!(decode_record(&encode_record(&read)), Ok(read));
    }

    #[test]
    fn what_does_not_fit_is_refused_with_its_reason() {
        let value = |field: &str, why| Err(RecordError::Value { field: field.into(), why });
        let long = format!("\"{}\"", "x".repeat(201));
        assert_eq!(altered("\"Dive\"", &long), value("title", ValueError::TooLong(200)));
        assert_eq!(altered("\"Swim far\"", "7"), value("title", ValueError::Malformed));
        assert_eq!(altered("\"Dive\"", "null"), value("title", ValueError::Empty));
        assert_eq!(altered("-000000000001\"", "\""), Err(RecordError::NotARecord));
        assert_eq!(altered("\"goal\"", "\"\""), Err(RecordError::NotARecord));
        assert_eq!(altered("\"goal\"", "\"profile\""), Err(RecordError::Misplaced));
        assert_eq!(altered("0001\",\"kind", "0002\",\"kind"), Err(RecordError::Misplaced));
        assert_eq!(altered("}}", "}"), Err(RecordError::NotJson));
        for (from, to) in [
            ("2:1@8", "2:2@8"),                               // not seen
            ("2:1@8", "2:1"),                                 // no time
            ("2:1@8", "2:1@+8"),                              // not as we write it
            ("2:1@8", "2:1@9007199254740992"),                // later than the latest
            ("1:2@7", "2:1@7"),                               // one dot twice in a field
            ("1:2@7", "1:3@7"),                               // one dot in two fields
            ("\"why\":null,", ""),                            // an edit without a field
            ("\"why\":\"0000000000000001:3@6\"", "\"if\":7"), // a field without an edit
            ("\"also\":{\"title\"", "\"also\":{\"area\""),    // a version of a field that is not there
            ("\"value\":", "\"was\":"),
            ("\":3,", "\":0,"),
            ("\":3,", "\":9007199254740992,"),
            ("\"seen\":{\"0", "\"seen\":{\"x"),
            ("\"seen\"", "\"saw\""),
        ] {
            assert_eq!(altered(from, to), Err(RecordError::History), "{from} → {to}");
        }
    }

    #[test]
    fn there_is_a_limit_to_fields_and_versions() {
        let mut many = Record::new(record().id(), "goal", record().by());
        for replica in 0..=VERSIONS_MAX as u64 {
            many.write("if", "x".into(), &Saw::default(), At(1), ReplicaId(replica)).unwrap();
        }
        assert_eq!(decode_record(&encode_record(&many)), Err(RecordError::TooMany));
        let mut wide = Record::new(record().id(), "quest", record().by());
        for field in 0..=FIELDS_MAX {
            wide.write(&field.to_string(), json!(1), &Saw::default(), At(1), ReplicaId(1)).unwrap();
        }
        assert_eq!(decode_record(&encode_record(&wide)), Err(RecordError::TooMany));
    }

    #[test]
    fn no_field_is_called_by_a_reserved_word() {
        for table in crate::kinds::KINDS {
            assert!(table.fields.iter().all(|field| !RESERVED.contains(&field.name)));
            assert!(table.sets.iter().all(|set| set.prefix.ends_with(':')));
        }
    }
}
