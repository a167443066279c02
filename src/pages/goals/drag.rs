//! Moving a step with a pointer: where it would land, and how far each row makes room.

use crate::browser::rows::Placed;

/// A step on its way.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Drag {
    rows: Vec<Placed>,
    from: Placed,
    /// How far below its upper edge the row was taken hold of.
    grip: f64,
    /// Where the pointer is, from the top of the page.
    pointer: f64,
}

impl Drag {
    /// The row at `from` is taken by a pointer. `rows` are those in the page, in order.
    pub(super) fn new(rows: Vec<Placed>, from: usize, pointer: f64) -> Option<Self> {
        let from = row_at(&rows, from)?;
        Some(Self { rows, from, grip: pointer - from.span.top, pointer })
    }

    /// The pointer goes on. Other rows may be in the page by now.
    pub(super) fn go_to(&mut self, pointer: f64, rows: Vec<Placed>) {
        self.pointer = pointer;
        if let Some(from) = row_at(&rows, self.from.place) {
            (self.from, self.rows) = (from, rows);
        }
    }

    /// Its place among the rows if it were let go now: behind every other row whose middle its own middle has passed.
    pub(super) fn lands_at(&self) -> usize {
        let middle = self.pointer - self.grip + self.from.span.height / 2.0;
        let from = self.from.place;
        let others = || self.rows.iter().filter(|row| row.place != from);
        match others().rfind(|other| middle > other.span.middle()) {
            Some(passed) if passed.place < from => passed.place + 1,
            Some(passed) => passed.place,
            None => others().next().map_or(from, |first| first.place.min(from)),
        }
    }

    /// Whether letting go now would change anything.
    pub(super) fn moves(&self) -> bool {
        self.lands_at() != self.from.place
    }

    /// How far the row at `place` is drawn from where it stands.
    pub(super) fn offset(&self, place: usize) -> f64 {
        let (from, to, height) = (self.from.place, self.lands_at(), self.from.span.height);
        if place == from {
            self.pointer - self.grip - self.from.span.top
        } else if from < place && place <= to {
            -height
        } else if to <= place && place < from {
            height
        } else {
            0.0
        }
    }

    /// Whether the row at `place` is the one on its way.
    pub(super) fn carries(&self, place: usize) -> bool {
        place == self.from.place
    }
}

fn row_at(rows: &[Placed], place: usize) -> Option<Placed> {
    rows.iter().find(|row| row.place == place).copied()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::browser::rows::Span;

    /// Rows of these heights below each other, the first at `place`; the one at `from` is moved down by `by`.
    fn dragged_among(heights: &[f64], place: usize, from: usize, by: f64) -> Drag {
        let mut top = 100.0;
        let row = |(i, height): (usize, &f64)| {
            let span = Span { top, height: *height };
            top += height;
            Placed { place: place + i, span }
        };
        let rows: Vec<_> = heights.iter().enumerate().map(row).collect();
        let mut drag = Drag::new(rows.clone(), from, 300.0).unwrap();
        drag.go_to(300.0 + by, rows);
        drag
    }

    /// One of four rows of different heights, all there are.
    fn dragged(from: usize, by: f64) -> Drag {
        dragged_among(&[40.0, 80.0, 40.0, 40.0], 0, from, by)
    }

    #[test]
    fn a_row_lands_behind_those_whose_middle_it_has_passed() {
        for (from, by, to) in [
            (0, 0.0, 0),
            (0, 59.0, 0),
            (0, 61.0, 1),
            (0, 900.0, 3),
            (1, -59.0, 1),
            (1, -61.0, 0),
            (3, -39.0, 3),
            (3, -41.0, 2),
            (3, -900.0, 0),
        ] {
            assert_eq!(dragged(from, by).lands_at(), to, "from {from} by {by}");
            assert_eq!(dragged(from, by).moves(), from != to);
        }
    }

    #[test]
    fn the_rows_between_make_room_for_it() {
        let offsets = |drag: &Drag| (0..4).map(|place| drag.offset(place)).collect::<Vec<_>>();
        assert_eq!(offsets(&dragged(0, 110.0)), [110.0, -40.0, 0.0, 0.0]);
        assert_eq!(offsets(&dragged(3, -150.0)), [0.0, 40.0, 40.0, -150.0]);
        assert_eq!(offsets(&dragged(1, 0.0)), [0.0; 4]);
    }

    #[test]
    fn places_count_in_the_whole_list_where_only_a_part_of_it_is_in_the_page() {
        for (by, to) in [(-900.0, 700), (-41.0, 701), (0.0, 702), (61.0, 703), (900.0, 703)] {
            assert_eq!(dragged_among(&[40.0; 4], 700, 702, by).lands_at(), to, "by {by}");
        }
    }

    #[test]
    fn a_row_lands_where_the_pointer_is_though_other_rows_are_in_the_page_by_now() {
        let row = |place, top| Placed { place, span: Span { top, height: 40.0 } };
        let mut drag = Drag::new(vec![row(2, 80.0), row(3, 120.0)], 2, 90.0).unwrap();
        // Scrolled far down: the row itself is still there, and those around the pointer.
        drag.go_to(4030.0, vec![row(2, 80.0), row(99, 3960.0), row(100, 4000.0), row(101, 4040.0)]);
        assert_eq!(drag.lands_at(), 100);
        // What was thought to be 80 high above it is 100: everything is drawn 20 lower, the pointer too.
        drag.go_to(4050.0, vec![row(2, 100.0), row(99, 3980.0), row(100, 4020.0), row(101, 4060.0)]);
        assert_eq!((drag.lands_at(), drag.offset(2)), (100, 4050.0 - 10.0 - 100.0));
    }

    #[test]
    fn a_row_that_is_not_there_cannot_be_taken() {
        assert_eq!(Drag::new(Vec::new(), 0, 0.0), None);
    }
}
