//! The notebook of a mentor to whom eight people have sent a file a week for three years, and the same without any of them.

use std::cell::Cell;
use std::fs;
use std::path::{Path, PathBuf};

use chrono::NaiveDate;
use uuid::Uuid;
use waymark_domain::change::NewEntry;
use waymark_domain::file::{self, Read, ShareOptions, plan_share};
use waymark_domain::id::{NotebookId, PersonId, RecordId, ReplicaId};
use waymark_domain::stamp::{At, Stamp};
use waymark_domain::{Change, Notebook};

use super::weekly::weekly_files;
use crate::harness::Dice;

/// How many of them there are.
pub const PEOPLE: usize = 8;
/// What the mentor wrote last.
pub const NEWEST: &str = "What I wrote last, for all to see";
/// The mentor's own goal.
pub const GOAL: &str = "Listen more";
const ENTRIES: usize = 100;

/// Three files.
pub struct Mentees {
    /// The notebook without anything received.
    pub without: PathBuf,
    /// The notebook with everything but the last file of the first person.
    pub with: PathBuf,
    /// That file.
    pub last: PathBuf,
}

impl Mentees {
    /// Makes them in a folder, as the app would make them.
    pub fn in_folder(folder: &Path) -> Self {
        let mut run = Run { now: Cell::new(1_700_000_000_000), ids: 0 };
        let mut notebook = own(&mut run);
        let without = write(folder, "without", &notebook);
        let mut dice = Dice::any("mentees");
        let mut last = String::new();
        for person in 0..PEOPLE {
            let mut files = weekly_files(person, &mut |end| dice.below(end));
            if person == 0 {
                last = files.pop().expect("many files");
            }
            for text in files {
                receive(&mut notebook, &text, &mut run);
            }
        }
        let with = write(folder, "with", &notebook);
        let path = folder.join("last.waymark-share.json");
        fs::write(&path, last).expect("the file can be written");
        Self { without, with, last: path }
    }
}

fn own(run: &mut Run) -> Notebook {
    let mut notebook = Notebook::new(NotebookId::new(Uuid::from_u128(1)), PersonId::new(Uuid::from_u128(2)));
    let goal = Change::AddGoal { title: GOAL.into() };
    notebook.apply(goal, run).expect("a goal");
    for number in 0..ENTRIES {
        let text =
            if number + 1 == ENTRIES { NEWEST.into() } else { format!("Of evening {number}. ").repeat(40) };
        notebook.apply(Change::AddEntry(NewEntry { text, ..NewEntry::default() }), run).expect("an entry");
    }
    notebook
}

fn receive(notebook: &mut Notebook, text: &str, run: &mut Run) {
    let Ok(Read::Share(opened)) = file::read(text.as_bytes()) else { panic!("no share file") };
    let plan = plan_share(notebook, &opened, &ShareOptions::default(), run).expect("a plan");
    notebook.import(plan).expect("an import");
}

fn write(folder: &Path, name: &str, notebook: &Notebook) -> PathBuf {
    let path = folder.join(format!("{name}.waymark.json"));
    fs::write(&path, file::write(notebook, At(1_700_000_000_000), "bench"))
        .expect("the notebook can be written");
    path
}

/// A clock that ticks at each look, and ids that count up.
struct Run {
    now: Cell<u64>,
    ids: u128,
}

impl Stamp for Run {
    fn now(&self) -> At {
        self.now.set(self.now.get() + 1);
        At(self.now.get())
    }

    fn today(&self) -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, 11, 21).unwrap_or_default()
    }

    fn replica(&self) -> ReplicaId {
        ReplicaId(7)
    }

    fn fresh_id(&mut self) -> RecordId {
        self.ids += 1;
        RecordId::new(Uuid::from_u128((1 << 64) + self.ids))
    }
}
