//! What tests share: a stamp with a clock of its own, random notebooks made through the one door, and what a person sees.

#![allow(
    dead_code,
    unreachable_pub,
    clippy::unwrap_used,
    clippy::cast_possible_truncation,
    reason = "each test uses its part of this; a test that cannot go on should say so at once"
)]

pub mod acts;
pub mod changes;
pub mod diary;
pub mod json_schema;
pub mod letters;
pub mod mutants;
pub mod random;
pub mod shapes;
pub mod weekly;

use std::cell::Cell;
use std::collections::BTreeMap;

use chrono::NaiveDate;
use proptest::prelude::ProptestConfig;
use serde_json::Value;
use uuid::Uuid;
use waymark_domain::Notebook;
use waymark_domain::id::{NotebookId, PersonId, RecordId, ReplicaId};
use waymark_domain::stamp::{At, Stamp};

/// One run of the app: a clock that ticks at each look, and ids that count up.
#[derive(Debug, Clone)]
pub struct Run {
    pub now: Cell<u64>,
    pub replica: u64,
    ids: u64,
}

impl Run {
    pub fn new(replica: u64) -> Self {
        Self { now: Cell::new(1_700_000_000_000), replica, ids: 0 }
    }
}

impl Stamp for Run {
    fn now(&self) -> At {
        self.now.set(self.now.get() + 1);
        At(self.now.get())
    }

    fn today(&self) -> NaiveDate {
        day("2026-11-21")
    }

    fn replica(&self) -> ReplicaId {
        ReplicaId(self.replica)
    }

    fn fresh_id(&mut self) -> RecordId {
        self.ids += 1;
        RecordId::new(Uuid::from_u64_pair(self.replica, self.ids))
    }
}

/// So many random cases of a property. Seeds that failed are printed, and no file is left behind.
pub fn cases(number: u32) -> ProptestConfig {
    ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(number) }
}

/// An empty notebook; `number` tells one and its person from others.
pub fn notebook(number: u128) -> Notebook {
    let (id, me) = (Uuid::from_u128(number << 64 | 0xB00C), Uuid::from_u128(number << 64 | 0x3E));
    Notebook::new(NotebookId::new(id), PersonId::new(me))
}

pub fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// What a record shows: every field with a value, and the values offered beside it.
pub type Shown = BTreeMap<String, (Value, Vec<Value>)>;

/// What a person sees of a notebook: everything that is neither erased nor in the trash.
pub fn shown(book: &Notebook) -> BTreeMap<RecordId, Shown> {
    let live =
        book.records().filter(|record| !record.is_erased() && record.value("deleted") != Some(&true.into()));
    let fields = live.map(|record| {
        let fields = record.content().unwrap().fields.iter().filter_map(|(name, register)| {
            let value = register.shown().map(|version| version.value.clone())?;
            let others = register.others().into_iter().map(|version| version.value.clone()).collect();
            (!value.is_null() && value != false).then(|| (name.clone(), (value, others)))
        });
        (record.id(), fields.collect::<Shown>())
    });
    fields.filter(|(_, fields)| !fields.is_empty()).collect()
}
