//! The next file for one person, made once for the whole page: what is counted, previewed and compared with earlier files is
//! what is saved, byte for byte.

use std::sync::Arc;

use leptos::prelude::*;
use waymark_domain::{
    by_id::ById,
    id::RecordId,
    mentoring::{
        Leaving, Outgoing, Since,
        ledger::sent_last,
        sent::{Sent, SentItem},
    },
};

use crate::{
    memo::Memo,
    state::{APP, notebook_store::use_notebook},
};

/// Made by the page, found by its parts. It is worked out when it is first asked for, and again when it would be different.
#[derive(Clone, Copy, Debug)]
pub(super) struct NextFile {
    outgoing: Memo<Option<Arc<Outgoing>>>,
    leaving: Memo<Leaving>,
    sent: Memo<Vec<Sent>>,
    sent_last: Memo<ById<SentItem>>,
}

impl NextFile {
    /// Makes it for the parts of a page.
    pub(super) fn provide(with: RecordId) -> Self {
        let store = use_notebook();
        let outgoing = Memo::new(move |_| {
            let today = store.today();
            store.with(|notebook| notebook.outgoing(with, today, APP)).map(Arc::new)
        });
        let leaving = Memo::new(move |_| {
            outgoing.with(|it| it.as_ref().map(|it| Leaving::of(it.file())).unwrap_or_default())
        });
        let sent = store.memo(move |notebook| notebook.sent_to(with));
        let sent_last = Memo::new(move |_| sent.with(|sent| sent_last(sent)));
        let next = Self { outgoing, leaving, sent, sent_last };
        provide_context(next);
        next
    }

    /// The one of this page.
    pub(super) fn here() -> Self {
        expect_context()
    }

    /// The file as it would leave now. Nothing where there is no such person.
    pub(super) fn get(self) -> Option<Arc<Outgoing>> {
        self.outgoing.get()
    }

    /// The same, asked once.
    pub(super) fn now(self) -> Option<Arc<Outgoing>> {
        self.outgoing.get_untracked()
    }

    /// Something derived from it.
    pub(super) fn memo<T: PartialEq + Default + Send + Sync + 'static>(
        self,
        read: impl Fn(&Outgoing) -> T + Send + Sync + 'static,
    ) -> Memo<T> {
        Memo::new(move |_| self.outgoing.with(|it| it.as_deref().map(&read).unwrap_or_default()))
    }

    /// The files that left for this person, the last one first.
    pub(super) fn sent(self) -> Memo<Vec<Sent>> {
        self.sent
    }

    /// What happened to a thing since it was in one of those.
    pub(super) fn since(self, item: &SentItem) -> Since {
        self.leaving.with(|leaving| leaving.since(item))
    }

    /// What happened to a thing since it was sent last; nothing where it never was.
    pub(super) fn since_sent(self, id: RecordId) -> Option<Since> {
        self.sent_last.with(|all| all.get(id).map(|item| self.since(item)))
    }
}

#[cfg(test)]
mod tests {
    use waymark_domain::{
        Change, Notebook,
        mentoring::{Act, Roles},
    };

    use super::*;
    use crate::{
        browser::stamp_source::{StampSource, fresh_identity},
        state::{
            keeper::Keeper,
            notebook_store::{NotebookStore, provide_notebook},
        },
    };

    #[test]
    fn the_file_is_made_once_and_again_only_when_it_is_another() {
        Owner::new().with(|| {
            let (id, me) = fresh_identity();
            let store = NotebookStore::new(Notebook::new(id, me), StampSource::new(), Keeper::none());
            provide_notebook(store);
            let add = Act::AddPerson { name: "Ben".into(), my_roles: Roles::default() };
            let with = store.apply(add).unwrap().created.unwrap();
            let next = NextFile::provide(with);
            let (previewed, saved) = (next.get().unwrap(), NextFile::here().now().unwrap());
            assert!(Arc::ptr_eq(&previewed, &saved), "it was made twice");
            let goal = store.apply(Change::AddGoal { title: "Swim".into() }).unwrap().created.unwrap();
            assert_eq!(next.now().unwrap(), previewed, "what is not chosen makes no other file");
            store.apply(Act::Choose { with, id: goal, on: true }).unwrap();
            let shown = next.get().unwrap();
            assert!(shown.bytes().contains("Swim") && !previewed.bytes().contains("Swim"));
            assert!(Arc::ptr_eq(&shown, &next.now().unwrap()));
            let day = shown.file().written.to_string();
            assert!(
                shown.name().contains(&day) && shown.bytes().contains(&day),
                "one day in it and in its name"
            );
        });
    }
}
