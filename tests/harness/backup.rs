//! A notebook file as data: its records, and every version of a field that it holds.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use serde::Deserialize;
use serde_json::Value;

use super::files::json_of;

/// A notebook file that was read.
#[derive(Debug, Clone, PartialEq, Deserialize)]
pub struct Backup(Value);

impl Backup {
    /// Reads one.
    pub fn read(path: &Path) -> Self {
        let file = json_of(path);
        assert_eq!(file["format"], "waymark-notebook", "{} is a notebook file", path.display());
        Self(file)
    }

    /// The same without the moment it was written: equal for equal notebooks.
    pub fn data(&self) -> Value {
        let mut data = self.0.clone();
        data.as_object_mut().expect("an object").remove("written");
        data
    }

    /// What is said in it: every record with every value of each field, and not when or in which browser it was written.
    pub fn content(&self) -> Value {
        let mut records = self.0["records"].as_array().expect("records").clone();
        for record in &mut records {
            let record = record.as_object_mut().expect("a record");
            record.remove("edits");
            record.remove("seen");
            let also = record.get_mut("also").and_then(Value::as_object_mut);
            let versions =
                also.into_iter().flat_map(|also| also.values_mut()).filter_map(Value::as_array_mut);
            for version in versions.flatten().filter_map(Value::as_object_mut) {
                version.remove("edit");
            }
        }
        Value::Array(records)
    }

    /// What the shown text of a field is, of every record of a kind that is neither deleted nor erased.
    pub fn texts(&self, kind: &str, field: &str) -> Vec<&str> {
        self.all(kind).into_iter().filter_map(|record| record[field].as_str()).collect()
    }

    /// Every record by its id.
    pub fn records(&self) -> BTreeMap<String, &Value> {
        let records = self.0["records"].as_array().expect("records");
        records.iter().map(|record| (record["id"].as_str().expect("an id").to_owned(), record)).collect()
    }

    /// The id of the person whose notebook it is.
    pub fn me(&self) -> &str {
        self.0["me"].as_str().expect("whose it is")
    }

    /// The records of a kind that are neither deleted nor erased.
    pub fn all(&self, kind: &str) -> Vec<&Value> {
        let records = self.0["records"].as_array().expect("records");
        let is_live = |record: &&Value| record["deleted"] != true && record["erased"] != true;
        records.iter().filter(|record| record["kind"] == kind).filter(is_live).collect()
    }

    /// The only record of a kind whose `field` holds `value`.
    pub fn the(&self, kind: &str, field: &str, value: &str) -> &Value {
        let mut fitting = self.all(kind);
        fitting.retain(|record| versions(record, field).contains(value));
        assert_eq!(fitting.len(), 1, "one {kind} whose {field} is “{value}”");
        fitting.remove(0)
    }
}

/// Every text that a field of a record holds: the one that is shown, and those written elsewhere meanwhile.
pub fn versions(record: &Value, field: &str) -> BTreeSet<String> {
    let also = record["also"][field].as_array().into_iter().flatten().map(|version| &version["value"]);
    also.chain([&record[field]]).filter_map(Value::as_str).map(str::to_owned).collect()
}
