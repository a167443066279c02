//! Moving a step with a pointer: where it would land, and how far each row makes room.

use crate::browser::rows::Span;

/// A step on its way.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Drag {
    rows: Vec<Span>,
    from: usize,
    /// Where the pointer took hold, and where it is, from the top of the page.
    grip: f64,
    pointer: f64,
}

impl Drag {
    /// The row at `from` is taken at `grip`.
    pub(super) fn new(rows: Vec<Span>, from: usize, grip: f64) -> Option<Self> {
        (from < rows.len()).then_some(Self { rows, from, grip, pointer: grip })
    }

    /// The pointer goes on.
    pub(super) fn go_to(&mut self, pointer: f64) {
        self.pointer = pointer;
    }

    /// Its place among the rows if it were let go now: behind every other row whose middle its own middle has passed.
    pub(super) fn lands_at(&self) -> usize {
        let row = self.rows[self.from];
        let middle = row.top + row.height / 2.0 + self.shift();
        let passed = |(i, other): &(usize, &Span)| *i != self.from && middle > other.top + other.height / 2.0;
        self.rows.iter().enumerate().filter(passed).count()
    }

    /// Whether letting go now would change anything.
    pub(super) fn moves(&self) -> bool {
        self.lands_at() != self.from
    }

    /// How far the row at `place` is drawn from where it stands.
    pub(super) fn offset(&self, place: usize) -> f64 {
        let (from, to, height) = (self.from, self.lands_at(), self.rows[self.from].height);
        if place == from {
            self.shift()
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
        place == self.from
    }

    fn shift(&self) -> f64 {
        self.pointer - self.grip
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Four rows of different heights below each other; the one at `from` is moved down by `by`.
    fn dragged(from: usize, by: f64) -> Drag {
        let heights = [40.0, 80.0, 40.0, 40.0];
        let mut top = 100.0;
        let rows = heights.map(|height| {
            let row = Span { top, height };
            top += height;
            row
        });
        let mut drag = Drag::new(rows.to_vec(), from, 300.0).unwrap();
        drag.go_to(300.0 + by);
        drag
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
    fn a_row_that_is_not_there_cannot_be_taken() {
        assert_eq!(Drag::new(Vec::new(), 0, 0.0), None);
    }
}
