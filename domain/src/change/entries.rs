//! Edits of the journal: beginning an entry, and leaving one.

use super::{ChangeError, NewEntry};
use crate::edit::Edit;
use crate::entry;
use crate::id::RecordId;
use crate::journal::{self, Remains};
use crate::template::Template;

impl Edit<'_> {
    pub(crate) fn add_entry(&mut self, new: &NewEntry) -> Result<RecordId, ChangeError> {
        let id = match new.id {
            Some(id) => self.create_as(id, entry::KIND).map(|()| id)?,
            None => self.create(entry::KIND),
        };
        self.fill_entry(id, new)?;
        Ok(id)
    }

    pub(crate) fn fill_entry(&mut self, id: RecordId, new: &NewEntry) -> Result<(), ChangeError> {
        let date = new.date.unwrap_or_else(|| self.stamp.today());
        self.set(id, entry::DATE, &date.to_string())?;
        self.set(id, entry::TITLE, &new.title)?;
        self.set(id, entry::TEXT, &new.text)?;
        self.set(id, entry::TEMPLATE, if new.template == Template::Free { "" } else { new.template.word() })?;
        self.set(id, entry::PROMPT, &new.prompt)?;
        new.tags.iter().try_for_each(|tag| self.mark(id, entry::TAGS, tag, true))?;
        new.goals.iter().try_for_each(|goal| self.mark(id, entry::GOALS, &goal.to_string(), true))
    }

    pub(crate) fn leave_entry(&mut self, id: RecordId) -> Result<(), ChangeError> {
        self.expect_kind(id, entry::KIND)?;
        let record = self.record(id)?;
        match journal::remains(record) {
            Remains::Emptied if record.is_live() => self.set_deleted(id, true),
            Remains::Nothing => self.erase(id),
            _ => Ok(()),
        }
    }
}
