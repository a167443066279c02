//! What the storage and other tabs do to the notebook that the pages see.

use std::collections::BTreeSet;

use leptos::prelude::*;
use waymark_domain::{
    Notebook,
    change::Touched,
    history::History,
    id::{RecordId, ReplicaId},
    store::{Folded, Heard, Store, fold::Listed},
};

use super::{live, notebook_store::NotebookStore};
use crate::browser::{stamp_source::StampSource, storage::AppStorage};

impl NotebookStore {
    /// Stores what was touched. Where everything was deleted in another tab meanwhile, this one starts over.
    pub(super) fn save(self, touched: &[RecordId]) {
        if !self.with_untracked(|notebook| self.keeper().save(notebook, touched)) {
            live::start_over(self);
        }
    }

    /// Joins what was heard of other tabs. Says whether this is still our notebook.
    pub(super) fn take_in(self, join: impl FnOnce(&mut Store<AppStorage>, &mut Notebook) -> Heard) -> bool {
        let heard = self.keeper().ask(|kept| join(kept, &mut self.notebook.write_untracked()));
        let Some(heard) = heard else { return true };
        let changed = self.keeper().heard(heard);
        changed.as_deref().inspect(|changed| self.tell(changed)).is_some()
    }

    /// Folds what gone replicas left; see [`Store::fold`].
    pub(super) fn fold(self, listed: &Listed, living: &BTreeSet<ReplicaId>) -> Option<Folded> {
        let fold = |kept: &mut Store<AppStorage>| {
            kept.fold(&mut self.notebook.write_untracked(), listed, living).ok()
        };
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
