//! How a person starts, below the first place to write: a name if they like, an example, an empty notebook, or a file they
//! have.

mod example;

use leptos::prelude::*;
use waymark_domain::{Change, profile};

use crate::{
    browser::focus,
    pages::files::OpenFile,
    state::{
        notebook_store::{NotebookStore, use_notebook},
        preferences::use_preferences,
    },
    text::{t, welcome},
    widgets::{Button, Card, TextField, Tone},
};

/// Shown while there is nothing in the notebook and nobody has chosen how to start.
#[component]
pub fn Beginnings() -> impl IntoView {
    let (store, preferences) = (use_notebook(), use_preferences());
    let name = RwSignal::new(String::new());
    let begin = move || {
        preferences.begin();
        keep_name(store, &name.get_untracked());
        // The button that was pressed is gone with this page; reading goes on at the next one's heading.
        focus::soon("main h1");
    };
    let with_example = move |_| {
        begin();
        add_example(store);
    };
    view! {
        <Card>
            <TextField
                label=t(welcome::YourName)
                hint=t(welcome::NameHint)
                value=name
                on_input=move |typed| name.set(typed)
                on_enter=move |_| begin()
                max_length=100
            />
            <div class="row">
                <Button label=t(welcome::StartEmpty) tone=Tone::Primary on_click=move |_| begin() />
                <Button label=t(welcome::StartWithExample) on_click=with_example />
            </div>
        </Card>
        <section class="stack">
            <h2>{t(welcome::HaveABackup)}</h2>
            <OpenFile />
        </section>
    }
}

fn add_example(store: NotebookStore) {
    let (goals, entries) = example::example(untrack(|| store.today()));
    // The example's own sentences always fit.
    store.apply(Change::AddExample(goals, entries)).map(drop).unwrap_or_default();
}

fn keep_name(store: NotebookStore, name: &str) {
    if !name.trim().is_empty() {
        let id = store.with_untracked(|notebook| profile::profile_id(notebook.me()));
        let saw = store.saw(id, profile::NAME);
        // The field takes no more than a name may hold, so there is nothing to refuse.
        store
            .apply(Change::Write { id, field: profile::NAME, value: name.into(), saw })
            .map(drop)
            .unwrap_or_default();
    }
}
