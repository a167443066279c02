//! The first page a person ever sees: a name if they like, an example, an empty notebook, or a file they have.

mod example;

use leptos::prelude::*;
use waymark_domain::{Change, profile};

use crate::{
    browser::focus,
    pages::shared::later::use_later,
    state::{
        notebook_store::{NotebookStore, use_notebook},
        preferences::use_preferences,
    },
    text::{t, welcome},
    widgets::{Button, Card, TextField, Tone},
};

/// Shown while there is nothing in the notebook and nobody has chosen how to start.
#[component]
pub fn WelcomePage() -> impl IntoView {
    let (store, preferences, later) = (use_notebook(), use_preferences(), use_later());
    let name = RwSignal::new(String::new());
    let begin = move || {
        preferences.begin();
        keep_name(store, &name.get_untracked());
        // The button that was pressed is gone with this page; reading goes on at the next one's heading.
        focus::soon("main h1");
    };
    let with_example = move |_| {
        begin();
        later.with(move |later| (later.add_example)(store));
    };
    view! {
        <h1 tabindex="-1">{t(welcome::Heading)}</h1>
        <p>{t(welcome::What)}</p>
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
            {later.view(|later| (later.open_file)())}
        </section>
    }
}

/// Puts the example into the notebook.
pub fn add_example(store: NotebookStore) {
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
