//! How each act is carried out: as one edit, which happens entirely or not at all.

use chrono::NaiveDate;
use serde_json::Value;

use super::Agreement;
use super::act::Act;
use super::feedback::{self, Nature};
use super::relationship::{self, PARTS, RelationshipStatus, Roles, SHARED, WITH_STEPS};
use super::response::{self, ResponseStatus};
use super::sent::{self, SentItem};
use super::share::ShareFile;
use super::strategy::{self, Sort};
use super::suggestion::{self, Suggested};
use crate::about::{self, About};
use crate::edit::{ChangeError, Edit, Seen};
use crate::field::{Field, ValueError};
use crate::id::RecordId;
use crate::{goal, rating};

impl Edit<'_> {
    pub(super) fn act(&mut self, act: Act) -> Result<(), ChangeError> {
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
        let (is_goal, member) = (self.record(id)?.kind() == goal::KIND, id.to_string());
        self.mark(with, SHARED, &member, on)?;
        if on && is_goal {
            return self.mark(with, WITH_STEPS, &member, true);
        }
        // What went along with it has to be chosen again the next time; it never comes back by itself.
        let parts = if on { &[][..] } else { &PARTS };
        parts.iter().try_for_each(|part| self.mark(with, *part, &member, false))
    }

    fn say(
        &mut self,
        with: RecordId,
        nature: Nature,
        text: &str,
        about: Option<&About>,
    ) -> Result<(), ChangeError> {
        if text.trim().is_empty() {
            return Err(ChangeError::Value(ValueError::Empty));
        }
        let id = self.give(with, feedback::KIND, about)?;
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
        let id = self.give(with, suggestion::KIND, about)?;
        self.set(id, suggestion::WHAT, what.word())?;
        self.set(id, suggestion::TEXT, text)?;
        self.set(id, suggestion::NOTE, note)?;
        self.set(id, suggestion::LINK, &strategy::with_scheme(link))
    }

    fn rate_theirs(
        &mut self,
        with: RecordId,
        goal: &About,
        value: u8,
        note: &str,
    ) -> Result<(), ChangeError> {
        let id = self.give(with, rating::KIND, Some(goal))?;
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
    ) -> Result<RecordId, ChangeError> {
        self.expect_kind(with, relationship::KIND)?;
        let id = self.create(kind);
        self.set(id, Field { kind, ..feedback::WITH }, &with.to_string())?;
        let today = self.stamp.today().to_string();
        self.set(id, Field { kind, ..feedback::ON }, &today)?;
        if let Some(about) = about {
            self.say_about(id, about, kind)?;
        }
        self.mark(with, SHARED, &id.to_string(), true)?;
        Ok(id)
    }

    fn say_about(&mut self, id: RecordId, about: &About, kind: &'static str) -> Result<(), ChangeError> {
        let [kind, of, title] = about::fields(kind);
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
        let id = self.notebook.response_id(with, about.id);
        if self.record(id).is_err() {
            self.create_as(id, response::KIND)?;
            self.mark(with, SHARED, &id.to_string(), true)?;
            self.set(id, response::WITH, &with.to_string())?;
            self.say_about(id, about, response::KIND)?;
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
        self.set(id, strategy::LINK, &strategy::with_scheme(link))?;
        self.set(id, strategy::FROM, from)?;
        let origin = origin.map(|origin| origin.to_string()).unwrap_or_default();
        self.set(id, strategy::ORIGIN, &origin)?;
        Ok(id)
    }

    fn take_agreement(&mut self, with: RecordId, agreement: &Agreement) -> Result<(), ChangeError> {
        agreement.fields().iter().try_for_each(|(field, value)| self.set(with, *field, value))?;
        // They know that it is agreed once they have a copy that says the same.
        self.write(with, relationship::SHARES_AGREEMENT, Value::Bool(true), &Seen::Now)
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
        // What was written meanwhile is for the next file.
        if self.record(with)?.text(relationship::MESSAGE) == file.message {
            self.set(with, relationship::MESSAGE, "")?;
        }
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
