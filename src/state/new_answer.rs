//! Words for another person that are not added yet: feedback, a suggestion, a rating of a goal of theirs. Whoever goes away
//! in the middle of them finds them added; nothing leaves before a file is made, and its preview shows them.

use leptos::prelude::*;
use waymark_domain::{
    ChangeError,
    id::RecordId,
    mentoring::{About, Act, feedback::Nature, suggestion::Suggested},
};

use super::notebook_store::NotebookStore;

/// An answer while it is written.
#[derive(Clone, Copy, Debug)]
pub struct NewAnswer {
    store: NotebookStore,
    with: RecordId,
    about: StoredValue<Option<About>>,
    /// What the feedback is for.
    pub nature: RwSignal<Nature>,
    /// The feedback.
    pub text: RwSignal<String>,
    /// What is suggested.
    pub what: RwSignal<Suggested>,
    /// The suggestion.
    pub suggestion: RwSignal<String>,
    /// Where a suggested resource is.
    pub link: RwSignal<String>,
    /// How one sees the goal, 0 to 10.
    pub rating: RwSignal<Option<u8>>,
}

impl NewAnswer {
    /// Make it inside a component: what is written is added when the component goes, and when the browser's tab may go.
    pub fn new(store: NotebookStore, with: RecordId, about: Option<About>, what: Suggested) -> Self {
        let answer = Self {
            store,
            with,
            about: StoredValue::new(about),
            nature: RwSignal::new(Nature::default()),
            text: RwSignal::new(String::new()),
            what: RwSignal::new(what),
            suggestion: RwSignal::new(String::new()),
            link: RwSignal::new(String::new()),
            rating: RwSignal::new(None),
        };
        // Words that are refused stay in their field as long as there is one; nothing else can be done when it goes.
        store.pending().before_it_goes(move || answer.add().map(drop).unwrap_or_default());
        answer
    }

    /// Adds what is written and begins the next one. Says whether there was anything; what is refused stays.
    pub fn add(self) -> Result<bool, ChangeError> {
        let Some(acts) = untrack(|| self.acts()).filter(|acts| !acts.is_empty()) else { return Ok(false) };
        self.store.apply(Act::All(acts))?;
        self.text.try_set(String::new());
        self.suggestion.try_set(String::new());
        self.link.try_set(String::new());
        self.rating.try_set(None);
        Ok(true)
    }

    fn acts(self) -> Option<Vec<Act>> {
        let (with, about) = (self.with, self.about.try_get_value()?);
        let mut acts = Vec::new();
        let text = self.text.try_get()?;
        if !text.trim().is_empty() {
            acts.push(Act::Say { with, nature: self.nature.try_get()?, text, about: about.clone() });
        }
        let suggestion = self.suggestion.try_get()?;
        if !suggestion.trim().is_empty() {
            let (what, link) = (self.what.try_get()?, self.link.try_get()?);
            let (text, note, about) = (suggestion, String::new(), about.clone());
            acts.push(Act::Suggest { with, what, text, note, link, about });
        }
        if let (Some(value), Some(goal)) = (self.rating.try_get()?, about) {
            acts.push(Act::RateTheirs { with, goal, value, note: String::new() });
        }
        Some(acts)
    }
}

#[cfg(test)]
mod tests {
    use waymark_domain::{Notebook, mentoring::Roles};

    use super::*;
    use crate::{
        browser::stamp_source::{StampSource, fresh_identity},
        state::keeper::Keeper,
    };

    fn with_mira() -> (NotebookStore, RecordId) {
        let (id, me) = fresh_identity();
        let store = NotebookStore::new(Notebook::new(id, me), StampSource::new(), Keeper::none());
        let my_roles = Roles { mentor: true, mentee: false };
        let added = store.apply(Act::AddPerson { name: "Mira".into(), my_roles }).unwrap();
        (store, added.created.unwrap())
    }

    #[test]
    fn what_was_written_and_not_added_is_added_when_the_page_goes() {
        Owner::new().with(|| {
            let (store, mira) = with_mira();
            let page = Owner::new();
            let answer = page.with(|| NewAnswer::new(store, mira, None, Suggested::Strategy));
            assert_eq!(answer.add(), Ok(false));
            answer.text.set("Go on like this.".into());
            answer.suggestion.set("Explain it to a friend".into());
            page.cleanup();
            let given = store.with_untracked(|notebook| {
                (notebook.feedback_to(mira).len(), notebook.suggestions_to(mira).len())
            });
            assert_eq!(given, (1, 1));
        });
    }

    #[test]
    fn what_is_refused_stays_and_nothing_of_it_is_added() {
        Owner::new().with(|| {
            let (store, mira) = with_mira();
            let answer = NewAnswer::new(store, mira, None, Suggested::Step);
            answer.text.set("Fine.".into());
            answer.suggestion.set("x".repeat(501));
            assert!(answer.add().is_err());
            assert_eq!(answer.text.get_untracked(), "Fine.");
            assert!(store.with_untracked(|notebook| notebook.feedback_to(mira).is_empty()));
        });
    }
}
