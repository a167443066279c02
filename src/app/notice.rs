//! What a person must know wherever they are, and the one thing to do about it: something is not saved, everything was
//! deleted in another tab (the pages alone would not say why they are empty), or a new version is here.

use leptos::prelude::*;
use waymark_domain::{Notebook, id::RecordId};

use super::arrival::focus_heading;
use crate::{
    memo::Memo,
    pages::{files, shared::kinds::words},
    route::{Route, navigate, use_route},
    state::{
        new_build::{take_over, use_new_build},
        notebook_store::{NotebookStore, use_notebook},
        preferences::use_preferences,
        save_status::{NotSaved, SaveStatus},
    },
    text::{Text, shell, t},
    widgets::{Banner, BannerTone, Button, Icon},
};

#[derive(Clone, Debug, PartialEq)]
enum Notice {
    /// The browser does not store it.
    NotSaved(NotSaved),
    /// The notebook refused something that was written on another page.
    Refused(Route),
    DeletedElsewhere,
    /// It waits for the person to say so.
    NewVersion,
}

/// Stays until it is dealt with. The most urgent one comes first.
#[component]
pub(super) fn NoticeBanner() -> impl IntoView {
    let (store, preferences, route) = (use_notebook(), use_preferences(), use_route());
    let new_build = use_new_build();
    let read = RwSignal::new(0);
    let notice = Memo::new(move |_| {
        let deleted = store.keeper().deleted_elsewhere() > read.get();
        not_saved(store, route)
            .or_else(|| deleted.then_some(Notice::DeletedElsewhere))
            .or_else(|| new_build.is_here().then_some(Notice::NewVersion))
    });
    let act = move |notice: &Notice| match notice {
        Notice::NotSaved(_) => {
            files::back_up(store, preferences);
        }
        Notice::NewVersion => take_over(store),
        Notice::Refused(place) => navigate(place),
        Notice::DeletedElsewhere => {
            read.set(untrack(|| store.keeper().deleted_elsewhere()));
            focus_heading();
        }
    };
    move || {
        notice.get().map(|notice| {
            let Look { text, tone, label, icon } = notice.look();
            view! {
                <Banner text=t(text) tone>
                    <Button label=t(label) icon on_click=move |_| act(&notice) />
                </Banner>
            }
        })
    }
}

struct Look {
    text: Text,
    tone: BannerTone,
    label: Text,
    icon: Icon,
}

impl Notice {
    fn look(&self) -> Look {
        let save =
            |text| Look { text, tone: BannerTone::Warn, label: shell::SaveACopy, icon: Icon::Download };
        match self {
            Self::NotSaved(NotSaved::Full) => save(shell::StorageFull),
            Self::NotSaved(NotSaved::Newer) => save(shell::StorageNewer),
            Self::NotSaved(_) => save(shell::StorageBlocked),
            // A copy would not hold it.
            Self::Refused(_) => Look { label: shell::ShowText, icon: Icon::Edit, ..save(shell::TextRefused) },
            Self::DeletedElsewhere => {
                let text = shell::DeletedElsewhere;
                Look { text, tone: BannerTone::Info, label: shell::Dismiss, icon: Icon::Close }
            }
            Self::NewVersion => {
                let text = shell::NewVersion;
                Look { text, tone: BannerTone::Info, label: shell::ReloadNow, icon: Icon::Redo }
            }
        }
    }
}

fn not_saved(store: NotebookStore, route: Memo<Route>) -> Option<Notice> {
    match store.save_status() {
        SaveStatus::NotSaved(NotSaved::Refused) => {
            let id = store.refused_words()?;
            let place = store.with(|notebook| place_of(notebook, id));
            // On its own page the field says what is the matter.
            route.with(|open| *open != place).then_some(Notice::Refused(place))
        }
        SaveStatus::NotSaved(why) => Some(Notice::NotSaved(why)),
        _ => None,
    }
}

/// The page on which a record's fields are.
fn place_of(notebook: &Notebook, id: RecordId) -> Route {
    let record = notebook.record(id);
    record.and_then(|record| (words(record.kind()).page)(record)).unwrap_or(Route::Settings)
}
