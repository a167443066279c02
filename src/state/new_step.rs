//! The words of a step that is not added yet. Whoever goes away in the middle of them finds them as a step, at the end of
//! the plan; words that make no step are kept as they are.

use leptos::prelude::*;
use waymark_domain::{Change, ChangeError, id::RecordId, record::Saw, step};

use super::{notebook_store::NotebookStore, refused::Refused};

/// The next step of one goal, while it is typed.
#[derive(Clone, Copy, Debug)]
pub struct NewStep {
    store: NotebookStore,
    goal: RecordId,
    text: RwSignal<String>,
}

impl NewStep {
    /// Make it inside a component: what is typed is added when the component goes, and when the browser's tab may go.
    pub fn new(store: NotebookStore, goal: RecordId) -> Self {
        let kept = store.pending().refused().of(goal, step::TEXT);
        let text = RwSignal::new(kept.map(|kept| kept.text).unwrap_or_default());
        let step = Self { store, goal, text };
        store.pending().before_it_goes(move || step.add_what_is_left());
        step
    }

    /// What is typed so far.
    pub fn text(self) -> String {
        self.text.get()
    }

    /// The person types.
    pub fn typed(self, text: String) {
        self.store.pending().refused().settle(self.goal, step::TEXT);
        self.text.set(text);
    }

    /// Why the words that are kept here make no step.
    pub fn why_kept(self) -> Option<ChangeError> {
        untrack(|| self.store.pending().refused().why(self.goal, step::TEXT))
    }

    /// Adds it and begins the next one. One that is refused stays.
    pub fn add(self) -> Result<(), ChangeError> {
        let text = self.text.try_get_untracked().unwrap_or_default();
        let added = self.store.apply(Change::AddStep { goal: self.goal, text: text.clone() });
        match added {
            Ok(_) => {
                self.text.try_set(String::new());
                Ok(())
            }
            Err(why) => {
                self.keep(text, why);
                Err(why)
            }
        }
    }

    fn keep(self, text: String, why: ChangeError) {
        if !text.trim().is_empty() {
            let refused = Refused { id: self.goal, field: step::TEXT, text, saw: Saw::default(), why };
            self.store.pending().refused().keep(refused);
        }
    }

    fn add_what_is_left(self) {
        let is_left = self.text.try_with_untracked(|text| !text.trim().is_empty());
        if is_left == Some(true) {
            // Words that are refused are kept, so nothing is left to do about them here.
            self.add().unwrap_or_default();
        }
    }
}

#[cfg(test)]
mod tests {
    use waymark_domain::Notebook;

    use super::*;
    use crate::{
        browser::stamp_source::{StampSource, fresh_identity},
        state::keeper::Keeper,
    };

    fn a_goal() -> (NotebookStore, RecordId) {
        let (id, me) = fresh_identity();
        let store = NotebookStore::new(Notebook::new(id, me), StampSource::new(), Keeper::none());
        let goal = store.apply(Change::AddGoal { title: "Swim".into() }).unwrap().created.unwrap();
        (store, goal)
    }

    fn page(store: NotebookStore, goal: RecordId) -> (Owner, NewStep) {
        let page = Owner::new();
        let step = page.with(|| NewStep::new(store, goal));
        (page, step)
    }

    fn steps(store: NotebookStore, goal: RecordId) -> Vec<String> {
        store.with_untracked(|notebook| {
            notebook.steps(goal).iter().map(|step| step.text().to_owned()).collect()
        })
    }

    #[test]
    fn words_that_were_typed_and_not_added_become_a_step_when_the_page_or_the_tab_goes() {
        Owner::new().with(|| {
            let (store, goal) = a_goal();
            let (first, step) = page(store, goal);
            step.typed("Find a pool".into());
            store.pending().flush_all();
            assert_eq!(steps(store, goal), Vec::<String>::new(), "looking away for a moment adds nothing");
            store.pending().finish_all();
            assert_eq!((step.text(), steps(store, goal)), (String::new(), vec!["Find a pool".into()]));
            step.typed("Swim 200 m".into());
            first.cleanup();
            assert_eq!(steps(store, goal), ["Find a pool", "Swim 200 m"]);
        });
    }

    #[test]
    fn words_that_make_no_step_are_kept_and_not_called_saved() {
        Owner::new().with(|| {
            let (store, goal) = a_goal();
            let (first, step) = page(store, goal);
            let long = "é".repeat(step::TEXT.rule.max_length().unwrap() + 1);
            step.typed(long.clone());
            first.cleanup();
            assert_eq!(store.refused_words(), Some(goal));
            let (_again, step) = page(store, goal);
            assert_eq!((step.text(), step.why_kept().is_some()), (long, true));
            step.typed("Shorter".into());
            assert_eq!((step.add(), store.refused_words()), (Ok(()), None));
        });
    }

    #[test]
    fn an_empty_field_adds_nothing_and_keeps_nothing() {
        Owner::new().with(|| {
            let (store, goal) = a_goal();
            let (first, step) = page(store, goal);
            assert!(step.add().is_err());
            first.cleanup();
            assert_eq!((steps(store, goal).len(), store.refused_words()), (0, None));
        });
    }
}
