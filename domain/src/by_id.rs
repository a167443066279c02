//! What is known of records, by their ids: put in order once, and only looked up from then on. A `BTreeMap` of each kind of
//! value would bring all that changing one takes (`docs/performance.md`).

use std::mem::swap;

use crate::id::RecordId;
use crate::sorting::sort_by_key;

/// Values by the ids of records.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ById<V>(Vec<(RecordId, V)>);

impl<V> ById<V> {
    /// What there is of a record.
    pub fn get(&self, id: RecordId) -> Option<&V> {
        self.0.binary_search_by_key(&id, |(id, _)| *id).ok().map(|place| &self.0[place].1)
    }

    /// All there is, in the order of the ids.
    pub fn iter(&self) -> impl Iterator<Item = (RecordId, &V)> {
        self.0.iter().map(|(id, value)| (*id, value))
    }
}

/// Of several values for one record the last counts.
impl<V> FromIterator<(RecordId, V)> for ById<V> {
    fn from_iter<I: IntoIterator<Item = (RecordId, V)>>(values: I) -> Self {
        let mut values: Vec<_> = values.into_iter().collect();
        sort_by_key(&mut values, |(id, _)| *id);
        values.dedup_by(|next, kept| {
            let is_same = next.0 == kept.0;
            if is_same {
                swap(next, kept);
            }
            is_same
        });
        Self(values)
    }
}

impl<V> Default for ById<V> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;

    #[test]
    fn of_several_values_for_one_record_the_last_counts() {
        let [one, two, three] = [1, 2, 3].map(|n| RecordId::new(Uuid::from_u128(n)));
        let by_id: ById<_> =
            [(two, 'a'), (one, 'b'), (two, 'c'), (two, 'd'), (one, 'e')].into_iter().collect();
        assert_eq!((by_id.get(one), by_id.get(two), by_id.get(three)), (Some(&'e'), Some(&'d'), None));
        assert_eq!(by_id.iter().collect::<Vec<_>>(), [(one, &'e'), (two, &'d')]);
    }
}
