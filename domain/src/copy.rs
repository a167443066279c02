//! Copying records under other ids: from another notebook, or back from where they were erased.
//!
//! A copy's id follows from the id it is a copy of, so copying twice gives one copy; the copy of an erased copy gets the
//! id after that, and so on.

use std::collections::BTreeMap;

use serde_json::Value;

use crate::field::{KindTable, Rule};
use crate::id::{NotebookId, PersonId, RecordId, ReplicaId};
use crate::kinds::table;
use crate::notebook::Notebook;
use crate::record::{Record, Saw};

/// The id under which a copy of `id` stands in a notebook.
pub(crate) fn copy_id(notebook: NotebookId, id: RecordId) -> RecordId {
    RecordId::derived(notebook, id.uuid().as_bytes())
}

/// `id`, or where that was erased here, the first id after it that was not.
pub(crate) fn free_id(notebook: &Notebook, mut id: RecordId) -> RecordId {
    while notebook.record(id).is_some_and(|record| record.is_erased()) {
        id = copy_id(notebook.id(), id);
    }
    id
}

/// What changes between records and their copies.
#[derive(Debug)]
pub(crate) struct Copying {
    /// Old ids and new ones; ids that are not here stay.
    pub(crate) ids: BTreeMap<RecordId, RecordId>,
    /// The person who owned the originals.
    pub(crate) from: PersonId,
    /// The person who owns the copies.
    pub(crate) to: PersonId,
    /// Who makes them.
    pub(crate) replica: ReplicaId,
}

impl Copying {
    /// A new record that shows what `record` shows, and refers to copies where the original referred to originals.
    pub(crate) fn copy(&self, record: &Record) -> Record {
        let id = self.ids.get(&record.id()).copied().unwrap_or(record.id());
        let mut copy = Record::new(id, record.kind().to_owned(), self.to);
        let table = table(record.kind());
        let fields = record.content().into_iter().flat_map(|content| &content.fields);
        for (name, register) in fields {
            if let Some(shown) = register.shown().filter(|shown| !shown.value.is_null()) {
                let value = self.value(table.and_then(|table| table.rule(name)), &shown.value);
                let name = self.name(table, name);
                copy.write(&name, value, &Saw::default(), shown.at, self.replica);
            }
        }
        copy
    }

    /// A value as the copy holds it.
    pub(crate) fn value(&self, rule: Option<Rule>, value: &Value) -> Value {
        match (rule, value) {
            (Some(Rule::Record), Value::String(id)) => Value::String(self.reference(id)),
            (Some(Rule::Person), Value::String(person)) if *person == self.from.to_string() => {
                Value::String(self.to.to_string())
            }
            _ => value.clone(),
        }
    }

    /// A register's name in the copy: the members of a set are in the names of its registers, so linked records are,
    /// too.
    pub(crate) fn name(&self, table: Option<&KindTable>, name: &str) -> String {
        let sets = table.into_iter().flat_map(|table| table.sets).filter(|set| set.member == Rule::Record);
        let member = sets.into_iter().find_map(|set| Some((set.prefix, name.strip_prefix(set.prefix)?)));
        member.map_or_else(|| name.to_owned(), |(prefix, id)| format!("{prefix}{}", self.reference(id)))
    }

    fn reference(&self, id: &str) -> String {
        let known = id.parse().ok().and_then(|id: RecordId| self.ids.get(&id));
        known.map_or_else(|| id.to_owned(), ToString::to_string)
    }
}
