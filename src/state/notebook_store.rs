//! The notebook as the pages see it: read through signals, written through one door.

use std::sync::Arc;

use chrono::NaiveDate;
use leptos::prelude::*;
use waymark_domain::{
    ChangeError, Deed, Notebook,
    change::Touched,
    field::Field,
    history::History,
    id::RecordId,
    record::{Record, Saw},
    stamp::Stamp,
    store::Erasing,
};

use super::{
    keeper::Keeper,
    pending::Pending,
    save_status::{NotSaved, SaveStatus},
};
use crate::browser::{clock, stamp_source::StampSource};
use crate::memo::Memo;

type BetweenPeople = Memo<Vec<Arc<Record>>>;
type BoxedRead<T> = Box<dyn Fn(&Notebook) -> T + Send + Sync>;

/// A handle to the notebook.
#[derive(Clone, Copy, Debug)]
pub struct NotebookStore {
    pub(super) notebook: RwSignal<Notebook>,
    /// Where the store lives, and what is between people, once a page asked for it.
    between: StoredValue<(Option<Owner>, Option<BetweenPeople>)>,
    pub(super) history: RwSignal<History>,
    pub(super) stamp: StoredValue<StampSource>,
    today: RwSignal<NaiveDate>,
    pending: Pending,
    keeper: Keeper,
}

impl NotebookStore {
    /// Makes a store around a notebook that was read.
    pub fn new(notebook: Notebook, stamp: StampSource, keeper: Keeper) -> Self {
        Self {
            notebook: RwSignal::new(notebook),
            between: StoredValue::new((Owner::current(), None)),
            history: RwSignal::new(History::default()),
            stamp: StoredValue::new(stamp),
            today: RwSignal::new(clock::today()),
            pending: Pending::new(keeper.safety()),
            keeper,
        }
    }

    /// Reads the notebook; what reads it runs again when it changes.
    pub fn with<R>(self, read: impl FnOnce(&Notebook) -> R) -> R {
        self.notebook.with(read)
    }

    /// Reads the notebook as it is now, once.
    pub fn with_untracked<R>(self, read: impl FnOnce(&Notebook) -> R) -> R {
        self.notebook.with_untracked(read)
    }

    /// Something derived from the notebook, which tells others only when it is different.
    pub fn memo<T: PartialEq + Send + Sync + 'static>(
        self,
        read: impl Fn(&Notebook) -> T + Send + Sync + 'static,
    ) -> Memo<T> {
        self.boxed_memo(Box::new(read))
    }

    /// Something derived from what is between me and other people alone: reading their files is not done again while
    /// something else is written.
    pub fn memo_of_mentoring<T: PartialEq + Send + Sync + 'static>(
        self,
        read: impl Fn(&Notebook) -> T + Send + Sync + 'static,
    ) -> Memo<T> {
        let between = self.between_people();
        Memo::new(move |_| {
            // Read, not only followed: a memo that nobody reads follows nothing itself.
            between.with(|_| self.with_untracked(&read))
        })
    }

    /// One for all pages, since finding it goes through all records.
    fn between_people(self) -> BetweenPeople {
        let (owner, known) = self.between.get_value();
        if let Some(known) = known {
            return known;
        }
        let make = || self.memo(Notebook::between_people);
        let between = owner.map_or_else(make, |owner| owner.with(make));
        self.between.update_value(|it| it.1 = Some(between));
        between
    }

    /// One compiled memo for each type that is read, not one for each place that reads.
    fn boxed_memo<T: PartialEq + Send + Sync + 'static>(self, read: BoxedRead<T>) -> Memo<T> {
        Memo::new(move |_| self.with(&read))
    }

    /// The civil day where the person is; it moves on at midnight.
    pub fn today(self) -> NaiveDate {
        self.today.get()
    }

    /// Asks the clock again which day it is.
    pub fn look_at_the_clock(self) {
        if self.today.get_untracked() != clock::today() {
            self.today.set(clock::today());
        }
    }

    /// Makes a change: the one door. A refused change leaves everything as it was.
    pub fn apply(self, deed: impl Deed) -> Result<Touched, ChangeError> {
        let saw = deed.typed_over().cloned();
        let touched = self.edit(|notebook, stamp| notebook.apply(deed, stamp))?;
        if !touched.undo.is_empty() {
            self.history.update(|history| history.push(&touched, saw.as_ref()));
        }
        Ok(touched)
    }

    /// The versions of a field that a writer sees now.
    pub fn saw(self, id: RecordId, field: Field) -> Saw {
        let saw = |record: &Arc<Record>| record.saw(field.name);
        self.with_untracked(|notebook| notebook.record(id).map(saw).unwrap_or_default())
    }

    /// Texts that are being typed.
    pub fn pending(self) -> Pending {
        self.pending
    }

    /// What keeps the notebook in this browser.
    pub fn keeper(self) -> Keeper {
        self.keeper
    }

    /// Whether everything is stored.
    pub fn save_status(self) -> SaveStatus {
        self.keeper.safety().get().status(self.refused_where(|_| true).is_some())
    }

    /// Whether closing the tab now would lose words that only its memory holds. Where nothing can be stored at all, that
    /// was said from the beginning.
    pub(super) fn would_lose_something(self) -> bool {
        self.refused_words().is_some() || self.save_status() == SaveStatus::NotSaved(NotSaved::Full)
    }

    /// Takes back the last change made in this tab. Says whether anything changed.
    pub fn undo(self) -> bool {
        self.take_back(History::undo)
    }

    /// Does again what was taken back last. Says whether anything changed.
    pub fn redo(self) -> bool {
        self.take_back(History::redo)
    }

    /// Whether there is something to take back.
    pub fn can_undo(self) -> bool {
        self.history.with(History::can_undo)
    }

    /// Whether there is something to do again.
    pub fn can_redo(self) -> bool {
        self.history.with(History::can_redo)
    }

    /// Lets something that makes no edit know the moment and who asks.
    pub(super) fn with_stamp<R>(self, ask: impl FnOnce(&StampSource) -> R) -> R {
        self.stamp.with_value(ask)
    }

    fn take_back(self, turn: fn(&mut History, &mut Notebook, &mut dyn Stamp) -> Touched) -> bool {
        let touched = self.edit(|notebook, stamp| {
            Ok::<_, ChangeError>(turn(&mut self.history.write_untracked(), notebook, stamp))
        });
        self.history.notify();
        touched.is_ok_and(|touched| !touched.records.is_empty())
    }

    /// Lets `edit` change the notebook and tells those who read it, if it did.
    pub(super) fn edit<E>(
        self,
        edit: impl FnOnce(&mut Notebook, &mut StampSource) -> Result<Touched, E>,
    ) -> Result<Touched, E> {
        let mut stamp = self.stamp.write_value();
        let touched = edit(&mut self.notebook.write_untracked(), &mut stamp)?;
        drop(stamp);
        if !touched.records.is_empty() {
            if !self.erased_of(&touched.records).is_empty() {
                self.keeper.ask(|kept| kept.begin_erasing(Erasing::Records));
            }
            self.save(&touched.records);
            self.tell(&touched.records);
        }
        Ok(touched)
    }

    pub(super) fn forget_erased(self, touched: &[RecordId]) {
        let erased = self.erased_of(touched);
        if !erased.is_empty() {
            self.history.update(|history| history.forget(&erased));
            self.keeper.has_erased();
        }
    }

    fn erased_of(self, touched: &[RecordId]) -> Vec<RecordId> {
        let is_erased =
            |notebook: &Notebook, id| notebook.record(id).is_some_and(|record| record.is_erased());
        self.with_untracked(|notebook| {
            touched.iter().copied().filter(|id| is_erased(notebook, *id)).collect()
        })
    }
}

/// Makes the store reachable for every page.
pub fn provide_notebook(store: NotebookStore) {
    provide_context(store);
}

/// The store. Call it while a component is made.
pub fn use_notebook() -> NotebookStore {
    expect_context()
}

#[cfg(test)]
mod tests {
    use waymark_domain::{
        Change,
        change::NewEntry,
        goal,
        mentoring::{Act, Roles},
    };

    use super::*;
    use crate::browser::stamp_source::fresh_identity;

    fn store() -> NotebookStore {
        let (id, me) = fresh_identity();
        NotebookStore::new(Notebook::new(id, me), StampSource::new(), Keeper::none())
    }

    fn titles(store: NotebookStore) -> Vec<String> {
        store.with_untracked(|notebook| notebook.goals().map(|goal| goal.title().to_owned()).collect())
    }

    #[test]
    fn a_change_shows_and_can_be_taken_back_and_done_again() {
        Owner::new().with(|| {
            let store = store();
            assert!(!store.undo() && !store.redo());
            store.apply(Change::AddGoal { title: "Swim".into() }).unwrap();
            assert_eq!(titles(store), ["Swim"]);
            assert!(store.undo() && titles(store).is_empty() && store.can_redo());
            assert!(store.redo() && !store.can_redo());
            assert_eq!(titles(store), ["Swim"]);
        });
    }

    #[test]
    fn what_is_between_people_is_worked_out_again_when_it_changes() {
        Owner::new().with(|| {
            let store = store();
            let people = store.memo_of_mentoring(|notebook| notebook.relationships().len());
            assert_eq!(people.get_untracked(), 0);
            for (count, name) in ["Ben", "Mira"].into_iter().enumerate() {
                let act = Act::AddPerson { name: name.into(), my_roles: Roles::default() };
                store.apply(act).unwrap();
                assert_eq!(people.get_untracked(), count + 1);
            }
        });
    }

    #[test]
    fn a_new_change_forgets_what_could_be_done_again() {
        Owner::new().with(|| {
            let store = store();
            store.apply(Change::AddGoal { title: "Swim".into() }).unwrap();
            store.undo();
            store.apply(Change::AddGoal { title: "Run".into() }).unwrap();
            assert!(!store.can_redo());
        });
    }

    #[test]
    fn what_was_erased_leaves_no_step_that_does_nothing() {
        Owner::new().with(|| {
            let store = store();
            store.apply(Change::AddGoal { title: "Swim".into() }).unwrap();
            let entry = store.apply(Change::AddEntry(NewEntry::default())).unwrap().created.unwrap();
            store.apply(Change::LeaveEntry(entry)).unwrap();
            assert!(store.undo() && titles(store).is_empty() && !store.can_undo());
        });
    }

    #[test]
    fn one_draft_is_taken_back_as_a_whole() {
        Owner::new().with(|| {
            let store = store();
            let id = store.apply(Change::AddGoal { title: "S".into() }).unwrap().created.unwrap();
            let mut saw = store.saw(id, goal::TITLE);
            for title in ["Sw", "Swi", "Swim"] {
                let change = Change::Write { id, field: goal::TITLE, value: title.into(), saw };
                saw = Saw(vec![store.apply(change).unwrap().dot.unwrap()]);
            }
            store.undo();
            assert_eq!(titles(store), ["S"]);
        });
    }
}
