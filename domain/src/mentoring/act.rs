//! Everything that can be done in mentoring, beside writing and marking fields. All of it goes through the one door,
//! [`Notebook::apply`](crate::Notebook::apply).

use std::fmt;

use chrono::NaiveDate;
use serde_json::Value;

use super::about::{self, About};
use super::accept::Into;
use super::feedback::{self, Nature};
use super::relationship::{self, RelationshipStatus, Roles, SHARED, WITH_STEPS};
use super::response::{self, Response, ResponseStatus};
use super::sent::{self, SentItem};
use super::strategy::{self, Sort};
use super::suggestion::{self, Suggested};
use super::{Agreement, with_field};
use crate::change::{Change, ChangeError};
use crate::edit::{Edit, Seen};
use crate::file::share::{ShareFile, SharedSuggestion};
use crate::id::RecordId;
use crate::{goal, rating};

/// Something done in mentoring. `with` is the relationship.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Act {
    /// Add a person by name.
    AddPerson {
        /// What I call them.
        name: String,
        /// What I am to them.
        my_roles: Roles,
    },
    /// Choose a thing for sharing, or stop sharing it. A goal comes with its steps until they are taken out.
    Choose {
        /// With whom.
        with: RecordId,
        /// What.
        id: RecordId,
        /// In or out.
        on: bool,
    },
    /// Write feedback, a question, a thank-you. It is chosen for the next file.
    Say {
        /// To whom.
        with: RecordId,
        /// What it is for.
        nature: Nature,
        /// The words.
        text: String,
        /// What it is about; nothing in general.
        about: Option<About>,
    },
    /// Suggest a step, a strategy or a resource. It is chosen for the next file.
    Suggest {
        /// To whom.
        with: RecordId,
        /// What it is.
        what: Suggested,
        /// The step, or the name of the strategy or resource.
        text: String,
        /// Why, or how; may be empty.
        note: String,
        /// Where a resource is; may be empty.
        link: String,
        /// What it is about; nothing in general.
        about: Option<About>,
    },
    /// Rate a goal of theirs as I see it. It is chosen for the next file.
    RateTheirs {
        /// Whose goal.
        with: RecordId,
        /// The goal.
        goal: About,
        /// 0 to 10.
        value: u8,
        /// A word on it; may be empty.
        note: String,
    },
    /// Say what became of something they gave me, or a word back. It is chosen for the next file, unless it says no more
    /// than that it was read.
    Respond {
        /// To whom.
        with: RecordId,
        /// What they gave.
        about: About,
        /// What became of it; nothing leaves it as it was.
        status: Option<ResponseStatus>,
        /// A word back; nothing leaves it as it was.
        word: Option<String>,
    },
    /// Accept a suggestion: from now on it is mine.
    Accept {
        /// From whom.
        with: RecordId,
        /// What they suggested.
        suggestion: Box<SharedSuggestion>,
        /// Where a step goes.
        into: Into,
    },
    /// Write down what works.
    AddStrategy {
        /// What it is called.
        title: String,
        /// What it is.
        sort: Sort,
        /// How it works; may be empty.
        text: String,
        /// Where more of it is; may be empty.
        link: String,
        /// Who it came from; may be empty.
        from: String,
        /// The card it came from.
        origin: Option<RecordId>,
    },
    /// Take over their copy of the agreement.
    TakeAgreement {
        /// With whom.
        with: RecordId,
        /// Theirs, in my words.
        agreement: Agreement,
    },
    /// Note that a file was saved. Cannot be taken back: the file is out.
    NoteSent {
        /// To whom.
        with: RecordId,
        /// The file.
        file: Box<ShareFile>,
    },
    /// Close, pause or take up a relationship again. Everything stays readable.
    SetStatus {
        /// Which one.
        with: RecordId,
        /// Where it stands now.
        status: RelationshipStatus,
    },
    /// Several at once, or none of them.
    All(Vec<Act>),
}

/// An act on its way to the notebook. It brings the function that carries it out, so that only who makes one needs that
/// function: the first part of the app does not (ADR 9).
#[derive(Clone)]
pub struct Deed {
    act: Act,
    carry_out: fn(Act, &mut Edit<'_>) -> Result<(), ChangeError>,
}

impl Deed {
    pub(crate) fn carry_out(self, edit: &mut Edit<'_>) -> Result<(), ChangeError> {
        (self.carry_out)(self.act, edit)
    }
}

impl fmt::Debug for Deed {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.act.fmt(formatter)
    }
}

impl PartialEq for Deed {
    fn eq(&self, other: &Self) -> bool {
        self.act == other.act
    }
}

impl Eq for Deed {}

impl From<Act> for Change {
    fn from(act: Act) -> Self {
        Self::Mentoring(Deed { act, carry_out: |act, edit| edit.act(act) })
    }
}

impl Edit<'_> {
    fn act(&mut self, act: Act) -> Result<(), ChangeError> {
        match act {
            Act::AddPerson { name, my_roles } => self.add_person(&name, my_roles),
            Act::Choose { with, id, on } => self.choose(with, id, on),
            Act::Say { with, nature, text, about } => self.say(with, nature, &text, about.as_ref()),
            Act::Suggest { with, what, text, note, link, about } => {
                self.suggest(with, what, [&text, &note, &link], about.as_ref())
            }
            Act::RateTheirs { with, goal, value, note } => self.rate_theirs(with, &goal, value, &note),
            Act::Respond { with, about, status, word } => {
                self.respond(with, &about, status, word.as_deref()).map(drop)
            }
            Act::Accept { with, suggestion, into } => self.accept(with, &suggestion, into),
            Act::AddStrategy { title, sort, text, link, from, origin } => {
                self.add_strategy(&title, sort, &text, &link, (&from, origin)).map(drop)
            }
            Act::TakeAgreement { with, agreement } => self.take_agreement(with, &agreement),
            Act::NoteSent { with, file } => self.note_sent(with, &file),
            Act::SetStatus { with, status } => self.set_relationship_status(with, status),
            Act::All(acts) => acts.into_iter().try_for_each(|act| self.act(act)),
        }
    }

    fn add_person(&mut self, name: &str, my_roles: Roles) -> Result<(), ChangeError> {
        let id = self.create(relationship::KIND);
        self.set(id, relationship::NAME, name)?;
        self.set(id, relationship::STATUS, RelationshipStatus::Active.word())?;
        self.set_roles(id, my_roles)?;
        let thread = self.stamp.fresh_id().to_string();
        self.mark(id, relationship::THREADS, &thread, true)
    }

    pub(crate) fn set_roles(&mut self, id: RecordId, roles: Roles) -> Result<(), ChangeError> {
        for (field, is) in [(relationship::MENTORS_ME, roles.mentee), (relationship::I_MENTOR, roles.mentor)]
        {
            if is {
                self.write(id, field, Value::Bool(true), &Seen::Now)?;
            }
        }
        Ok(())
    }

    fn choose(&mut self, with: RecordId, id: RecordId, on: bool) -> Result<(), ChangeError> {
        let is_goal = self.record(id)?.kind() == goal::KIND;
        self.mark(with, SHARED, &id.to_string(), on)?;
        if is_goal { self.mark(with, WITH_STEPS, &id.to_string(), on) } else { Ok(()) }
    }

    fn say(
        &mut self,
        with: RecordId,
        nature: Nature,
        text: &str,
        about: Option<&About>,
    ) -> Result<(), ChangeError> {
        if text.trim().is_empty() {
            return Err(ChangeError::Value(crate::field::ValueError::Empty));
        }
        let id = self.give(with, feedback::KIND, about, feedback::ABOUT)?;
        self.set(id, feedback::NATURE, nature.word())?;
        self.set(id, feedback::TEXT, text)
    }

    fn suggest(
        &mut self,
        with: RecordId,
        what: Suggested,
        [text, note, link]: [&str; 3],
        about: Option<&About>,
    ) -> Result<(), ChangeError> {
        let id = self.give(with, suggestion::KIND, about, suggestion::ABOUT)?;
        self.set(id, suggestion::WHAT, what.word())?;
        self.set(id, suggestion::TEXT, text)?;
        self.set(id, suggestion::NOTE, note)?;
        self.set(id, suggestion::LINK, link)
    }

    fn rate_theirs(
        &mut self,
        with: RecordId,
        goal: &About,
        value: u8,
        note: &str,
    ) -> Result<(), ChangeError> {
        let id = self.give(with, rating::KIND, Some(goal), rating::ABOUT)?;
        self.write(id, rating::VALUE, value.into(), &Seen::Now)?;
        self.set(id, rating::NOTE, note)?;
        let me = self.notebook.me().to_string();
        self.set(id, rating::RATED_BY, &me)
    }

    /// Makes something for a person, dated today and chosen for the next file.
    fn give(
        &mut self,
        with: RecordId,
        kind: &'static str,
        about: Option<&About>,
        fields: [crate::field::Field; 3],
    ) -> Result<RecordId, ChangeError> {
        self.expect_kind(with, relationship::KIND)?;
        let id = self.create(kind);
        self.set(id, with_field(kind), &with.to_string())?;
        let today = self.stamp.today().to_string();
        self.set(id, crate::field::Field { kind, ..feedback::ON }, &today)?;
        self.say_about(id, about, fields)?;
        self.mark(with, SHARED, &id.to_string(), true)?;
        Ok(id)
    }

    fn say_about(
        &mut self,
        id: RecordId,
        about: Option<&About>,
        [kind, of, title]: [crate::field::Field; 3],
    ) -> Result<(), ChangeError> {
        let Some(about) = about else { return Ok(()) };
        let about = About::new(&about.kind, about.id, &about.title);
        self.set(id, kind, &about.kind)?;
        self.set(id, of, &about.id.to_string())?;
        self.set(id, title, &about.title)
    }

    pub(super) fn respond(
        &mut self,
        with: RecordId,
        about: &About,
        status: Option<ResponseStatus>,
        word: Option<&str>,
    ) -> Result<RecordId, ChangeError> {
        self.expect_kind(with, relationship::KIND)?;
        let id = Response::id_for(self.notebook.me(), with, about.id);
        if self.record(id).is_err() {
            self.create_as(id, response::KIND);
            self.set(id, response::WITH, &with.to_string())?;
            self.say_about(id, Some(about), response::ABOUT)?;
        }
        self.expect_kind(id, response::KIND)?;
        self.set_deleted(id, false)?;
        let today = self.stamp.today().to_string();
        self.set(id, response::ON, &today)?;
        if let Some(status) = status {
            self.set(id, response::STATUS, status.word())?;
        }
        if let Some(word) = word {
            self.set(id, response::WORD, word)?;
        }
        let says_something = response::says_something(self.record(id)?);
        self.mark(with, SHARED, &id.to_string(), says_something)?;
        Ok(id)
    }

    pub(super) fn add_strategy(
        &mut self,
        title: &str,
        sort: Sort,
        text: &str,
        link: &str,
        (from, origin): (&str, Option<RecordId>),
    ) -> Result<RecordId, ChangeError> {
        let id = self.create(strategy::KIND);
        self.set(id, strategy::TITLE, title)?;
        self.set(id, strategy::SORT, sort.word())?;
        self.set(id, strategy::TEXT, text)?;
        self.set(id, strategy::LINK, link)?;
        self.set(id, strategy::FROM, from)?;
        let origin = origin.map(|origin| origin.to_string()).unwrap_or_default();
        self.set(id, strategy::ORIGIN, &origin)?;
        Ok(id)
    }

    fn take_agreement(&mut self, with: RecordId, agreement: &Agreement) -> Result<(), ChangeError> {
        agreement.fields().iter().try_for_each(|(field, value)| self.set(with, *field, value))
    }

    fn note_sent(&mut self, with: RecordId, file: &ShareFile) -> Result<(), ChangeError> {
        self.expect_kind(with, relationship::KIND)?;
        let id = self.create(sent::KIND);
        self.set(id, sent::WITH, &with.to_string())?;
        self.write(id, sent::NUMBER, file.number.into(), &Seen::Now)?;
        self.set(id, sent::ON, &file.written.to_string())?;
        self.set(id, sent::MESSAGE, &file.message)?;
        let items = file.items.all().into_iter().map(|item| SentItem::of(item).to_json());
        self.write(id, sent::ITEMS, items.collect(), &Seen::Now)?;
        self.set(with, relationship::MESSAGE, "")?;
        self.never_take_back();
        Ok(())
    }

    fn set_relationship_status(
        &mut self,
        with: RecordId,
        status: RelationshipStatus,
    ) -> Result<(), ChangeError> {
        self.expect_kind(with, relationship::KIND)?;
        self.set(with, relationship::STATUS, status.word())?;
        let closed_on = if status == RelationshipStatus::Closed { Some(self.stamp.today()) } else { None };
        self.set(
            with,
            relationship::CLOSED_ON,
            &closed_on.map(|day: NaiveDate| day.to_string()).unwrap_or_default(),
        )
    }
}

/// The three fields of what something is about, for kinds outside of this module.
pub(crate) const fn about_fields(kind: &'static str) -> [crate::field::Field; 3] {
    about::fields(kind)
}
