//! Three notebooks that know each other by honest files: mine, Ana's and Ben's. Everything in them came through the
//! doors that the app has.

use serde_json::Value;
use uuid::Uuid;
use waymark_domain::change::{NewEntry, Touched};
use waymark_domain::file::{
    self, FileError, OpenedShare, Plan, Read, ShareError, ShareOptions, SharePreview, plan_share,
};
use waymark_domain::id::{RecordId, ThreadId};
use waymark_domain::mentoring::feedback::Nature;
use waymark_domain::mentoring::response::ResponseStatus;
use waymark_domain::mentoring::share::{self, ShareFile};
use waymark_domain::mentoring::strategy::Sort;
use waymark_domain::mentoring::suggestion::Suggested;
use waymark_domain::mentoring::{About, Act, Roles};
use waymark_domain::profile::{self, profile_id};
use waymark_domain::{Change, Deed, Notebook, goal};

use crate::common::random::{Dice, edit, text};
use crate::common::{Run, day, notebook};

/// Someone who has to do with me.
#[derive(Debug, Clone)]
pub struct Peer {
    pub book: Notebook,
    pub run: Run,
    /// Our relationship, as it stands with them.
    pub there: RecordId,
    /// Our relationship, as it stands with me.
    pub here: RecordId,
}

/// Everyone.
#[derive(Debug, Clone)]
pub struct World {
    pub me: Notebook,
    pub run: Run,
    pub ana: Peer,
    pub ben: Peer,
    /// Someone I know who has sent nothing yet.
    pub cleo: RecordId,
    /// Someone I know who rests in the trash.
    pub dora: RecordId,
    /// A goal of mine in the trash, and one that is erased.
    pub trashed: RecordId,
    pub erased: RecordId,
    /// The files that came from Ana so far.
    pub came: Vec<String>,
}

pub fn apply(book: &mut Notebook, run: &mut Run, change: impl Deed) -> RecordId {
    let touched = book.apply(change, run).unwrap();
    touched.created.or(touched.records.first().copied()).unwrap_or(RecordId::new(Uuid::nil()))
}

pub fn random_id(dice: &mut Dice) -> Uuid {
    Uuid::from_u64_pair(dice.roll(), dice.roll())
}

pub fn world(seed: u64) -> World {
    println!("world {seed}");
    let mut dice = Dice(seed);
    let (mut me, mut run) = (notebook(1), Run::new(dice.roll()));
    edit(&mut dice, &mut me, &mut run, 25);
    is_called(&mut me, &mut run, "Me");
    let goals = ["Swim", "Pass calculus", "Old", "Gone"];
    let [_, _, trashed, erased] =
        goals.map(|title| apply(&mut me, &mut run, Change::AddGoal { title: title.into() }));
    let goal = me.goals().next().unwrap().id();
    apply(&mut me, &mut run, Change::AddStep { goal, text: "First".into() });
    let strategy = Act::AddStrategy {
        title: "Cards".into(),
        sort: Sort::Strategy,
        text: "Ten a day".into(),
        link: String::new(),
        from: String::new(),
        origin: None,
    };
    apply(&mut me, &mut run, strategy);
    apply(&mut me, &mut run, Change::Delete(vec![trashed]));
    apply(&mut me, &mut run, Change::Erase(vec![erased]));
    let [ana, ben, cleo, dora] = ["Ana", "Ben", "Cleo", "Dora"].map(|name| {
        let my_roles = Roles { mentee: name != "Ben", mentor: name == "Ben" };
        apply(&mut me, &mut run, Act::AddPerson { name: name.into(), my_roles })
    });
    apply(&mut me, &mut run, Change::Delete(vec![dora]));
    for with in [ana, ben] {
        for goal in me.goals().collect::<Vec<_>>() {
            let on = dice.chance(2);
            apply(&mut me, &mut run, Act::Choose { with, id: goal.id(), on });
        }
    }
    let [ana, ben] = [(2, ana), (3, ben)].map(|(number, here)| peer(&mut dice, number, here, &me));
    let mut world = World { me, run, ana, ben, cleo, dora, trashed, erased, came: Vec::new() };
    for _ in 0..=dice.below(3) {
        let (from_ana, from_ben) = (world.ana.writes(&mut dice), world.ben.writes(&mut dice));
        open(&mut world.me, &from_ana, &ShareOptions::default(), &mut world.run).unwrap();
        open(&mut world.me, &from_ben, &ShareOptions::default(), &mut world.run).unwrap();
        world.came.push(from_ana);
        answer(&mut dice, &mut world);
    }
    world
}

fn is_called(book: &mut Notebook, run: &mut Run, name: &str) {
    let id = profile_id(book.me());
    let saw = book.profile().map(|profile| profile.saw(profile::NAME.name)).unwrap_or_default();
    apply(book, run, Change::Write { id, field: profile::NAME, value: name.into(), saw });
}

/// Someone who opens my first file.
fn peer(dice: &mut Dice, number: u128, here: RecordId, me: &Notebook) -> Peer {
    let (mut book, mut their_run) = (notebook(number), Run::new(dice.roll()));
    let file = share::write(&me.share_file(here, day("2026-11-21")).unwrap(), "test");
    let options = ShareOptions { person: None, name: "Me".into() };
    let (preview, _) = open(&mut book, &file, &options, &mut their_run).unwrap();
    is_called(&mut book, &mut their_run, "Peer");
    Peer { book, run: their_run, there: preview.relationship, here }
}

/// I answer something that was given to me.
fn answer(dice: &mut Dice, world: &mut World) {
    let waiting = world.me.inbox();
    let Some(one) = dice.pick(&waiting) else { return };
    let about = About::new("feedback", one.given.id(), "What you said");
    let status = dice.pick(&ResponseStatus::ALL);
    let act = Act::Respond { with: one.relationship.id(), about, status, word: Some("Thanks".into()) };
    apply(&mut world.me, &mut world.run, act);
}

impl Peer {
    pub fn apply(&mut self, change: impl Deed) -> RecordId {
        apply(&mut self.book, &mut self.run, change)
    }

    /// Does this and that, and makes the next file.
    pub fn writes(&mut self, dice: &mut Dice) -> String {
        for _ in 0..2 + dice.below(4) {
            self.does_something(dice);
        }
        self.sends()
    }

    /// Makes the next file.
    pub fn sends(&mut self) -> String {
        let file = self.book.share_file(self.there, day("2026-11-22")).unwrap();
        let with = self.there;
        self.apply(Act::NoteSent { with, file: Box::new(file.clone()) });
        share::write(&file, "test")
    }

    fn does_something(&mut self, dice: &mut Dice) {
        let with = self.there;
        let theirs: Vec<_> =
            self.book.theirs(with).things.goals.iter().map(|copy| copy.item.clone()).collect();
        let about = dice.pick(&theirs).map(|goal| About::new(goal::KIND, goal.id, &goal.title));
        let own: Vec<_> = self.book.goals().map(|goal| goal.id()).collect();
        let line = format!("Line {} {}", dice.below(1_000), text(dice));
        match dice.below(8) {
            0 => drop(self.apply(Act::Say {
                with,
                nature: dice.pick(&Nature::ALL).unwrap(),
                text: line,
                about,
            })),
            1 | 2 => {
                let what = dice.pick(&Suggested::ALL).unwrap();
                let suggest =
                    Act::Suggest { with, what, text: line, note: text(dice), link: String::new(), about };
                self.apply(suggest);
            }
            3 => {
                let Some(goal) = about else { return };
                let value = u8::try_from(dice.below(11)).unwrap();
                self.apply(Act::RateTheirs { with, goal, value, note: line });
            }
            4 => {
                let entry = Change::AddEntry(NewEntry { text: line, ..NewEntry::default() });
                let id = self.apply(entry);
                self.apply(Act::Choose { with, id, on: true });
            }
            5 => {
                let goal = self.apply(Change::AddGoal { title: line.clone() });
                self.apply(Change::AddStep { goal, text: line });
                self.apply(Act::Choose { with, id: goal, on: true });
            }
            6 => {
                let Some(id) = dice.pick(&own) else { return };
                let saw = self.book.record(id).unwrap().saw("title");
                self.apply(Change::Write { id, field: goal::TITLE, value: line.into(), saw });
            }
            _ => {
                let Some(id) = dice.pick(&own) else { return };
                let on = dice.chance(2);
                self.apply(Act::Choose { with, id, on });
            }
        }
    }
}

/// Why a file does not come in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refused {
    File(FileError),
    Share(ShareError),
    /// It is no file from a person.
    Plain,
}

/// Works out what opening a text as a file from a person would do.
pub fn planned(
    book: &Notebook,
    text: &str,
    options: &ShareOptions,
    run: &mut Run,
) -> Result<(Box<OpenedShare>, Plan<SharePreview>), Refused> {
    match file::read(text.as_bytes()).map_err(Refused::File)? {
        Read::Share(opened) => {
            let plan = plan_share(book, &opened, options, run).map_err(Refused::Share)?;
            Ok((opened, plan))
        }
        _ => Err(Refused::Plain),
    }
}

/// Opens a file from a person.
pub fn open(
    book: &mut Notebook,
    text: &str,
    options: &ShareOptions,
    run: &mut Run,
) -> Result<(SharePreview, Touched), Refused> {
    let (_, plan) = planned(book, text, options, run)?;
    let preview = plan.preview.clone();
    Ok((preview, book.import(plan).unwrap()))
}

pub fn read(text: &str) -> ShareFile {
    match file::read(text.as_bytes()).unwrap() {
        Read::Share(opened) => opened.file,
        _ => panic!("no file from a person"),
    }
}

pub fn json(text: &str) -> Value {
    serde_json::from_str(text).unwrap()
}

/// The thread by which a person's files come.
pub fn thread(book: &Notebook, with: RecordId) -> ThreadId {
    book.relationship(with).unwrap().threads().next().unwrap()
}
