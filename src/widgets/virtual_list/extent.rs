//! Where each row of a long list lies, and which of them are shown. Pure arithmetic.

use std::{collections::BTreeSet, ops::Range};

/// More rows than this are never in the page, however small they are.
const MOST_ROWS: usize = 56;
/// A list that is no longer than this is in the page as a whole: the browser's own search finds everything in it.
const WHOLE: usize = 40;

/// Every row's key and top edge, in order.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Extent {
    keys: Vec<u128>,
    /// One more than keys: the last is where the list ends.
    edges: Vec<f64>,
}

/// The rows in the page.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Shown {
    pub(super) rows: Vec<ShownRow>,
    /// The height of everything below the last of them.
    pub(super) after: f64,
}

#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct ShownRow {
    pub(super) key: u128,
    pub(super) index: usize,
    /// The height of the rows that are left out between this one and the one before it.
    pub(super) gap: f64,
}

impl Shown {
    pub(super) fn row(&self, key: u128) -> Option<ShownRow> {
        self.rows.iter().find(|row| row.key == key).copied()
    }
}

impl Extent {
    pub(super) fn new(rows: impl Iterator<Item = (u128, f64)>) -> Self {
        let (mut keys, mut edges, mut end) = (Vec::new(), vec![0.0], 0.0);
        for (key, height) in rows {
            keys.push(key);
            end += height;
            edges.push(end);
        }
        Self { keys, edges }
    }

    pub(super) fn len(&self) -> usize {
        self.keys.len()
    }

    pub(super) fn index_of(&self, key: u128) -> Option<usize> {
        self.keys.iter().position(|known| *known == key)
    }

    /// The rows that touch the stretch between two distances from the list's top.
    pub(super) fn between(&self, top: f64, bottom: f64) -> Range<usize> {
        let last = self.len();
        if last <= WHOLE {
            return 0..last;
        }
        let start = self.edges.partition_point(|edge| *edge <= top).saturating_sub(1).min(last);
        let end = self.edges.partition_point(|edge| *edge < bottom).clamp(start, last);
        start..end.min(start + MOST_ROWS)
    }

    /// The rows of a range, and those that must not leave the page because they have the focus or are carried.
    pub(super) fn show(&self, range: Range<usize>, held: impl IntoIterator<Item = u128>) -> Shown {
        let range = range.start.min(self.len())..range.end.min(self.len());
        let held = held.into_iter().filter_map(|key| self.index_of(key));
        let (mut rows, mut filled) = (Vec::new(), 0);
        for index in range.chain(held).collect::<BTreeSet<_>>() {
            rows.push(ShownRow { key: self.keys[index], index, gap: self.edge(index) - self.edge(filled) });
            filled = index + 1;
        }
        Shown { rows, after: self.edge(self.len()) - self.edge(filled) }
    }

    /// Where a row begins, measured from the list's top.
    pub(super) fn edge(&self, index: usize) -> f64 {
        self.edges.get(index).copied().unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Rows 0, 1, 2, … of 100 pixels each.
    fn hundreds(count: u128) -> Extent {
        Extent::new((0..count).map(|key| (key, 100.0)))
    }

    #[test]
    fn only_rows_near_the_window_are_shown() {
        let diary = hundreds(3415);
        assert_eq!(diary.between(100_000.0, 101_000.0), 1000..1010);
        assert_eq!(diary.between(-500.0, 250.0), 0..3);
        assert_eq!(diary.between(341_450.0, 350_000.0), 3414..3415);
        assert_eq!(diary.between(-900.0, -100.0), 0..0);
    }

    #[test]
    fn the_rows_and_the_gaps_are_as_tall_as_the_whole_list() {
        let diary = Extent::new((0..3415_u32).map(|key| (u128::from(key), f64::from(40 + key % 7))));
        let whole = diary.edge(diary.len());
        for (range, held) in
            [(0..9, None), (700..720, Some(3)), (700..720, Some(3000)), (3400..3415, Some(3401))]
        {
            let shown = diary.show(range, held);
            let rows: f64 = shown
                .rows
                .iter()
                .map(|row| row.gap + f64::from(40 + u32::try_from(row.index % 7).unwrap()))
                .sum();
            assert!((rows + shown.after - whole).abs() < 0.001);
            assert!(held.is_none_or(|key| shown.row(key).is_some()), "the row with the focus stays");
        }
    }

    #[test]
    fn a_short_list_is_there_as_a_whole() {
        let most = u128::try_from(WHOLE).unwrap();
        assert_eq!(hundreds(most).between(-900.0, -100.0), 0..WHOLE);
        assert_eq!(hundreds(most + 1).between(-900.0, -100.0), 0..0);
    }

    #[test]
    fn tiny_rows_do_not_fill_the_page() {
        let tiny = Extent::new((0..10_000).map(|key| (key, 1.0)));
        assert!(tiny.between(0.0, 5000.0).len() <= 60);
    }

    #[test]
    fn a_list_that_got_shorter_shows_what_is_left() {
        assert_eq!(hundreds(3).show(1..40, Some(30)).rows.len(), 2);
        assert_eq!(hundreds(0).show(0..12, None), Shown { rows: vec![], after: 0.0 });
    }
}
