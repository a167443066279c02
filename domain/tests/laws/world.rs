//! The places in which one notebook is kept, each with the run of the app that is open there, and what it remembers.

use std::collections::BTreeSet;
use std::rc::Rc;

use waymark_domain::Notebook;
use waymark_domain::field::Field;
use waymark_domain::history::History;
use waymark_domain::id::RecordId;
use waymark_domain::record::Saw;

use super::action::{Action, Kind};
use super::census::Census;
use super::law::Held;
use super::log::{Known, Log};
use super::steps::Steps;
use crate::common::random::Dice;
use crate::common::{Run, notebook};

/// A state of the notebook, and the edits it holds.
#[derive(Debug, Clone)]
pub struct Copy {
    pub book: Notebook,
    pub known: Known,
}

/// A text someone types, and what it started from: for the app, and for the log.
#[derive(Debug, Clone)]
pub struct Draft {
    pub record: RecordId,
    pub field: Field,
    pub saw: Saw,
    pub seen: BTreeSet<usize>,
}

/// One place.
#[derive(Debug)]
pub struct Place {
    pub copy: Copy,
    /// Earlier states of its disk.
    pub disk: Vec<Copy>,
    pub run: Run,
    pub drafts: Vec<Draft>,
    pub history: History,
    pub steps: Steps,
}

/// All places, and the copies on their way between them.
#[derive(Debug)]
pub struct World {
    pub places: Vec<Place>,
    pub mail: Vec<Copy>,
    pub log: Log,
    pub census: Census,
    /// What happened, in words, where someone wants to read it.
    pub story: Option<Vec<String>>,
    /// Lets a run that is opened again keep its old name. The app never does; the laws must notice.
    pub reuse_replicas: bool,
    runs: u64,
}

impl World {
    pub fn new(places: usize) -> Self {
        let mut world = Self {
            places: Vec::new(),
            mail: Vec::new(),
            log: Log::default(),
            census: Census::default(),
            story: None,
            reuse_replicas: false,
            runs: 0,
        };
        for _ in 0..places {
            let run = world.open_run();
            world.places.push(Place::new(Copy { book: notebook(1), known: Known::new() }, run));
        }
        world
    }

    /// Lets one thing happen.
    pub fn act(&mut self, action: Action) -> Held {
        let (at, mut dice) = (action.place % self.places.len(), Dice(action.seed));
        match action.kind {
            Kind::Change => self.change(at, &mut dice)?,
            Kind::BeginDraft => self.begin_draft(at, &mut dice),
            Kind::TypeDraft => self.type_draft(at, &mut dice)?,
            Kind::BackAndForth => self.back_and_forth(at, &mut dice)?,
            Kind::Send => self.mail.push(self.places[at].copy.clone()),
            Kind::Receive => self.receive(at, &mut dice)?,
            Kind::HearFromFirst => self.hear_from(at, 0, &mut dice)?,
            Kind::Import => self.import(at, &mut dice)?,
            Kind::ImportDiary => self.import_diary(at, &mut dice)?,
            Kind::Exchange => self.exchange(at, &mut dice)?,
            Kind::Restart => self.restart(at)?,
            Kind::RollBack => self.roll_back(at, &mut dice)?,
            Kind::Clone => self.clone_disk(at, &mut dice)?,
            Kind::SetClock => self.set_clock(at, &mut dice),
            Kind::Forge => self.forge(at, &mut dice)?,
            Kind::Join => self.join_every_way(&mut dice)?,
        }
        if dice.chance(3) {
            let place = &mut self.places[at];
            place.disk.push(place.copy.clone());
        }
        Ok(())
    }

    /// Notes down what happens, for whoever reads the history of a broken law.
    pub fn tell(&mut self, told: impl FnOnce() -> String) {
        if let Some(story) = &mut self.story {
            story.push(told());
        }
    }

    pub(super) fn open_run(&mut self) -> Run {
        self.runs += 1;
        // Random names: which of two dots is the greater says nothing about which came first.
        Run::new(Dice(self.runs).roll())
    }
}

impl Place {
    pub(super) fn new(copy: Copy, run: Run) -> Self {
        let (history, steps) = (History::default(), Steps::default());
        Self { copy, disk: Vec::new(), run, drafts: Vec::new(), history, steps }
    }
}

impl Copy {
    /// What this copy holds of a record, to be changed.
    pub fn holding(&mut self, record: RecordId) -> &mut super::log::Holding {
        Rc::make_mut(self.known.entry(record).or_default())
    }
}
