//! The entries next to this one.

use chrono::NaiveDate;
use leptos::prelude::*;
use waymark_domain::{Notebook, id::RecordId};

use crate::{
    browser::intl,
    route::Route,
    state::notebook_store::use_notebook,
    text::{Template, Text, journal, t, tf},
    widgets::{Icon, LinkButton, Tone},
};

type Neighbour = Option<(RecordId, Option<NaiveDate>)>;

/// Links to the entries before and after.
#[component]
pub(super) fn OtherEntries(id: RecordId) -> impl IntoView {
    let neighbours = use_notebook().memo(move |notebook| {
        let found = notebook.neighbours(id);
        (dated(notebook, found.older), dated(notebook, found.newer))
    });
    let older = move || link(neighbours.get().0, journal::Older, journal::OlderUndated, Icon::Back);
    let newer = move || link(neighbours.get().1, journal::Newer, journal::NewerUndated, Icon::Next);
    view! {
        <nav class="row no-print" aria-label=t(journal::OtherEntries)>
            {older}
            <div class="push">{newer}</div>
        </nav>
    }
}

fn dated(notebook: &Notebook, id: Option<RecordId>) -> Neighbour {
    let entry = notebook.entry(id?)?;
    Some((entry.id(), entry.date()))
}

fn link(neighbour: Neighbour, named: Template, unnamed: Text, icon: Icon) -> impl IntoView {
    let today = use_notebook().today();
    neighbour.map(|(id, day)| {
        let label = day
            .map_or_else(|| t(unnamed).to_owned(), |day| tf(named, &[("day", &intl::day_near(day, today))]));
        view! { <LinkButton label href=Route::Entry(id.uuid()).href() tone=Tone::Plain icon /> }
    })
}
