//! What the storage and other tabs do to the notebook that the pages see.

use std::collections::BTreeSet;

use leptos::prelude::*;
use waymark_domain::{
    Notebook,
    change::Touched,
    entry,
    history::History,
    id::{RecordId, ReplicaId},
    journal::{Remains, remains},
    record::Record,
    store::{Folded, Heard, Store, fold::Listed},
};

use super::{live, notebook_store::NotebookStore};
use crate::browser::stamp_source::StampSource;

impl NotebookStore {
    /// Stores what was touched. Where everything was deleted in another tab meanwhile, this one starts over.
    pub(super) fn save(self, touched: &[RecordId]) {
        let save = |notebook: &Notebook| self.keeper().save(notebook, &worth_storing(notebook, touched));
        if !self.with_untracked(save) {
            live::start_over(self);
        }
    }

    /// Joins what was heard of other tabs. Says whether this is still our notebook.
    pub(super) fn take_in(self, join: impl FnOnce(&mut Store, &mut Notebook) -> Heard) -> bool {
        let heard = self.keeper().ask(|kept| join(kept, &mut self.notebook.write_untracked()));
        let Some(heard) = heard else { return true };
        let changed = self.keeper().heard(heard);
        changed.as_deref().inspect(|changed| self.tell(changed)).is_some()
    }

    /// Folds what gone replicas left; see [`Store::fold`].
    pub(super) fn fold(self, listed: &Listed, living: &BTreeSet<ReplicaId>) -> Option<Folded> {
        let fold = |kept: &mut Store| kept.fold(&mut self.notebook.write_untracked(), listed, living).ok();
        let folded = self.keeper().ask(fold).flatten()?;
        self.tell(&folded.changed);
        Some(folded)
    }

    /// Shows the notebook as an import left it.
    pub(super) fn show(self, after: Notebook, touched: &Touched) {
        *self.notebook.write_untracked() = after;
        self.history.update(|history| history.push(touched, None));
        self.tell(&touched.records);
    }

    /// Shows another notebook; nothing of the one before can be brought back here.
    pub(super) fn replace(self, notebook: Notebook, stamp: StampSource) {
        self.pending().refused().forget_all();
        self.stamp.set_value(stamp);
        self.history.set(History::default());
        self.notebook.set(notebook);
    }

    /// Tells those who read the notebook that these records are different.
    pub(super) fn tell(self, changed: &[RecordId]) {
        if !changed.is_empty() {
            self.forget_erased(changed);
            self.notebook.notify();
        }
    }
}

/// An entry in which nothing was ever written lives in memory only: it would go when its page is left, and a tab that is
/// closed instead never says so. The first word stores all of it.
fn worth_storing(notebook: &Notebook, touched: &[RecordId]) -> Vec<RecordId> {
    let is_only_begun = |record: &Record| record.kind() == entry::KIND && remains(record) == Remains::Nothing;
    let is_worth = |id: &RecordId| !notebook.record(*id).is_some_and(|record| is_only_begun(record));
    touched.iter().copied().filter(is_worth).collect()
}

#[cfg(test)]
mod tests {
    use waymark_domain::{Change, change::NewEntry, field::Field, record::Saw};

    use super::*;
    use crate::browser::stamp_source::fresh_identity;

    #[test]
    fn an_entry_is_stored_from_its_first_word_on() {
        let (id, me) = fresh_identity();
        let (mut notebook, mut stamp) = (Notebook::new(id, me), StampSource::new());
        let goal = notebook.apply(Change::AddGoal { title: "Swim".into() }, &mut stamp).unwrap();
        assert_eq!(worth_storing(&notebook, &goal.records), goal.records);
        let new = NewEntry { prompt: "What went well?".into(), ..NewEntry::default() };
        let id = notebook.apply(Change::AddEntry(new), &mut stamp).unwrap().created.unwrap();
        let write =
            |field: Field, value: &str| Change::Write { id, field, value: value.into(), saw: Saw::default() };
        notebook.apply(write(entry::DATE, "2024-02-29"), &mut stamp).unwrap();
        assert_eq!(worth_storing(&notebook, &[id]), []);
        notebook.apply(write(entry::TEXT, "I stayed."), &mut stamp).unwrap();
        assert_eq!(worth_storing(&notebook, &[id]), [id]);
        notebook.apply(write(entry::TEXT, ""), &mut stamp).unwrap();
        assert_eq!(worth_storing(&notebook, &[id]), [id], "what once was written can be brought back");
    }
}
