//! Runs of the app: closed and opened on the same disk, on an older one, on a copy; with a clock that is set.

use waymark_domain::Notebook;
use waymark_domain::wire::{decode_record, encode_record};

use super::law::{Held, Law};
use super::world::{Copy, Place, World};
use crate::common::random::Dice;

/// The time at which every right clock starts.
const NOW: u64 = 1_700_000_000_000;

impl World {
    pub(super) fn restart(&mut self, at: usize) -> Held {
        self.tell(|| format!("{at}: restarts"));
        let copy = self.places[at].copy.clone();
        self.open(at, copy)
    }

    pub(super) fn roll_back(&mut self, at: usize, dice: &mut Dice) -> Held {
        let Some(earlier) = dice.pick(&self.places[at].disk) else { return Ok(()) };
        self.tell(|| format!("{at}: its disk goes back"));
        self.census.met("a store rolled back");
        self.open(at, earlier)
    }

    pub(super) fn clone_disk(&mut self, at: usize, dice: &mut Dice) -> Held {
        let to = dice.below(self.places.len());
        let disk = dice.pick(&self.places[at].disk).unwrap_or_else(|| self.places[at].copy.clone());
        self.tell(|| format!("{at}: its disk is copied to {to}"));
        self.census.met("a store cloned");
        self.open(to, disk.clone())?;
        self.open(at, disk)
    }

    /// Opens the app on what a disk holds: a new run, without drafts or anything to take back.
    fn open(&mut self, at: usize, disk: Copy) -> Held {
        let copy = Copy { book: written_and_read(&disk.book)?, known: disk.known };
        let mut run = self.open_run();
        let old = &self.places[at].run;
        run.now.set(old.now.get());
        if self.reuse_replicas {
            run = old.clone();
        }
        let disk = std::mem::take(&mut self.places[at].disk);
        self.places[at] = Place { disk, ..Place::new(copy, run) };
        Ok(())
    }

    pub(super) fn set_clock(&mut self, at: usize, dice: &mut Dice) {
        const HOUR: u64 = 3_600_000;
        const YEAR: u64 = 365 * 24 * HOUR;
        let year_9999 = 253_402_300_700_000;
        let clocks = [0, NOW - 10 * YEAR, NOW - HOUR, NOW, NOW + HOUR, NOW + YEAR, year_9999, (1 << 53) - 1];
        let now = clocks[dice.below(clocks.len())];
        self.tell(|| format!("{at}: the clock says {now}"));
        self.places[at].run.now.set(now);
    }
}

/// What a disk gives back: every record as text and read again.
fn written_and_read(book: &Notebook) -> Held<Notebook> {
    let mut read = Notebook::new(book.id(), book.me());
    for record in book.records() {
        let back = decode_record(&encode_record(record));
        Law::ReadsBackAsWritten
            .holds(back.as_ref() == Ok(&**record), || format!("{record:?} reads back as {back:?}"))?;
        let read_in = back.is_ok_and(|back| read.join(&back).is_ok());
        Law::ReadsBackAsWritten.holds(read_in, || format!("{record:?} is not taken back"))?;
    }
    Law::ReadsBackAsWritten.holds(read == *book, || "the notebook read back differs".into())?;
    Ok(read)
}
