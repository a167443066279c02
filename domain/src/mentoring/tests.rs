//! What the acts do, and what is seen of them on both sides.

mod accepting;
mod agreeing;
mod claims;
mod copies;
mod erasing;
mod giving;
mod refused;
mod sending;
mod sharing;
mod together;
mod versions;

use crate::change::{Change, ChangeError, NewEntry, Touched};
use crate::edit::Deed;
use crate::field::Field;
use crate::file::{self, Read, ShareOptions, SharePreview, plan_share};
use crate::goal;
use crate::id::RecordId;
use crate::mentoring::feedback::Nature;
use crate::mentoring::share::{self, ShareFile};
use crate::mentoring::suggestion::Suggested;
use crate::mentoring::{About, Act, Roles, Theirs};
use crate::notebook::Notebook;
use crate::profile;
use crate::stamp::testing::{TestStamp, notebook};

/// The number of the first file of the day that the stamps of these tests live in.
const FIRST: u64 = 20_261_121_001;

const MENTEE: Roles = Roles { mentee: true, mentor: false };
const MENTOR: Roles = Roles { mentee: false, mentor: true };

/// Someone with a notebook.
struct Person {
    book: Notebook,
    stamp: TestStamp,
}

impl Person {
    fn new(name: &str, number: u64) -> Self {
        let mut person = Self { book: notebook(number.into()), stamp: TestStamp::new(number) };
        let id = profile::profile_id(person.book.me());
        person.write(id, profile::NAME, name);
        person
    }

    fn ana() -> Self {
        Self::new("Ana", 1)
    }

    fn ben() -> Self {
        Self::new("Ben", 2)
    }

    fn apply(&mut self, change: impl Deed) -> Touched {
        self.book.apply(change, &mut self.stamp).unwrap()
    }

    /// Tries a change that is refused, and sees that it did nothing.
    fn refused(&mut self, change: impl Deed) -> ChangeError {
        let before = self.book.clone();
        let error = self.book.apply(change, &mut self.stamp).unwrap_err();
        assert_eq!(self.book, before);
        error
    }

    fn undo(&mut self, touched: &Touched) {
        self.book.undo(&touched.undo, &mut self.stamp);
    }

    fn write(&mut self, id: RecordId, field: Field, value: impl std::convert::Into<serde_json::Value>) {
        let saw = self.book.record(id).map(|record| record.saw(field.name)).unwrap_or_default();
        self.apply(Change::Write { id, field, value: value.into(), saw });
    }

    fn knows(&mut self, name: &str, my_roles: Roles) -> RecordId {
        self.apply(Act::AddPerson { name: name.into(), my_roles }).created.unwrap()
    }

    fn goal(&mut self, title: &str, steps: &[&str]) -> RecordId {
        let goal = self.apply(Change::AddGoal { title: title.into() }).created.unwrap();
        for text in steps {
            self.apply(Change::AddStep { goal, text: (*text).into() });
        }
        goal
    }

    fn entry(&mut self, text: &str) -> RecordId {
        let entry = NewEntry { text: text.into(), tags: vec!["exam".into()], ..NewEntry::default() };
        self.apply(Change::AddEntry(entry)).created.unwrap()
    }

    fn choose(&mut self, with: RecordId, id: RecordId, on: bool) -> Touched {
        self.apply(Act::Choose { with, id, on })
    }

    fn say(&mut self, with: RecordId, text: &str, about: impl std::convert::Into<Option<About>>) -> RecordId {
        let act = Act::Say { with, nature: Nature::FeedForward, text: text.into(), about: about.into() };
        self.apply(act).created.unwrap()
    }

    fn suggest(
        &mut self,
        with: RecordId,
        what: Suggested,
        text: &str,
        about: impl std::convert::Into<Option<About>>,
    ) -> RecordId {
        let link = if what == Suggested::Resource { "https://example.edu" } else { "" };
        let (text, note, link) = (text.into(), "It worked for me.".into(), link.into());
        let about = about.into();
        self.apply(Act::Suggest { with, what, text, note, link, about }).created.unwrap()
    }

    /// The next file for someone, as it would leave.
    fn file(&self, with: RecordId) -> ShareFile {
        self.book.share_file(with, self.stamp.today).unwrap()
    }

    /// Sends the next file, and notes that it was sent.
    fn send(&mut self, with: RecordId) -> String {
        let file = self.file(with);
        self.apply(Act::NoteSent { with, file: Box::new(file.clone()) });
        share::write(&file, "test")
    }

    fn preview(&mut self, text: &str) -> SharePreview {
        let Read::Share(opened) = file::read(text.as_bytes()).unwrap() else { panic!("no share file") };
        plan_share(&self.book, &opened, &ShareOptions::default(), &mut self.stamp).unwrap().preview
    }

    fn open(&mut self, text: &str) -> Touched {
        self.open_from(text, None)
    }

    /// Opens a file, as one from `person` where its thread is not known.
    fn open_from(&mut self, text: &str, person: Option<RecordId>) -> Touched {
        let Read::Share(opened) = file::read(text.as_bytes()).unwrap() else { panic!("no share file") };
        let options = ShareOptions { person, ..ShareOptions::default() };
        let plan = plan_share(&self.book, &opened, &options, &mut self.stamp).unwrap();
        self.book.import(plan).unwrap()
    }

    /// The one person there is.
    fn other(&self) -> RecordId {
        let all = self.book.relationships();
        assert_eq!(all.len(), 1);
        all[0].id()
    }

    fn theirs(&self) -> Theirs {
        Theirs::clone(&self.book.theirs(self.other()))
    }
}

fn about(goal: RecordId, title: &str) -> About {
    About::new(goal::KIND, goal, title)
}

/// Ana has a goal with two steps and shares it with Ben, who has opened her first file.
fn acquainted() -> (Person, Person, RecordId) {
    let (mut ana, mut ben) = (Person::ana(), Person::ben());
    let with = ana.knows("Ben", MENTEE);
    let goal = ana.goal("Pass calculus", &["Sheet 1", "Sheet 2"]);
    ana.choose(with, goal, true);
    ben.open(&ana.send(with));
    (ana, ben, goal)
}
