//! Contents that nobody ever wrote: any that passes the gate for files, copies that contradict each other among them.

use std::collections::BTreeMap;

use proptest::prelude::*;
use uuid::Uuid;
use waymark_domain::id::{PersonId, RecordId, ReplicaId};
use waymark_domain::record::{Content, Dot, Record, Register, Version, VersionVector};
use waymark_domain::stamp::At;

const REPLICAS: usize = 3;
const COUNTERS: usize = 3;

/// What a copy says of one edit: nothing stands of it, or a value in one of two fields.
type Said = Option<(bool, u8, u8)>;

/// Any content of a small world: how many edits of each replica were seen, and what each of them says. One in eight
/// is erased.
pub fn record() -> impl Strategy<Value = Record> {
    let said = prop::option::of((any::<bool>(), 0_u8..3, 0_u8..3));
    let seen = prop::collection::vec(0..=COUNTERS, REPLICAS);
    let all_said = prop::collection::vec(said, REPLICAS * COUNTERS);
    (seen, all_said, 0_u8..8).prop_map(|(seen, said, erased)| {
        let content = (erased > 0).then(|| content(&seen, &said));
        let (id, by) = (RecordId::new(Uuid::from_u128(1)), PersonId::new(Uuid::from_u128(2)));
        Record::from_content(id, "goal".into(), by, content)
    })
}

fn content(seen: &[usize], said: &[Said]) -> Content {
    let mut vector = VersionVector::default();
    let mut fields: BTreeMap<String, Register> = BTreeMap::new();
    for (replica, highest) in (1..).zip(seen) {
        for counter in 1..=*highest {
            let dot = Dot { replica: ReplicaId(replica), counter: counter as u64 };
            vector.add(dot);
            let nth = (usize::try_from(replica).unwrap() - 1) * COUNTERS + counter - 1;
            if let Some((field, at, value)) = said[nth] {
                let name = if field { "title" } else { "why" };
                let version = Version { dot, at: At(at.into()), value: value.into() };
                fields.entry(name.to_owned()).or_default().insert(version);
            }
        }
    }
    Content { seen: vector, fields }
}

/// Two copies as one.
pub fn joined(a: &Record, b: &Record) -> Record {
    let mut both = a.clone();
    both.join(b).unwrap();
    both
}
