//! The areas goals may fall in.

use leptos::prelude::*;
use waymark_domain::{
    Change,
    profile::{self, profile_id},
};

use crate::{
    pages::shared::refusal::refusal,
    state::notebook_store::{NotebookStore, use_notebook},
    text::{settings, t, tf},
    widgets::{Section, TokenField},
};

/// Adding and taking away areas. A goal keeps its area when the area is taken from the list.
#[component]
pub(super) fn Areas() -> impl IntoView {
    let store = use_notebook();
    let areas = store.memo(|notebook| {
        let members = notebook.profile().into_iter().flat_map(|profile| profile.members(profile::AREAS));
        members.map(str::to_owned).collect::<Vec<_>>()
    });
    let error = RwSignal::new(None::<String>);
    let set = move |area: String, on: bool| error.set(mark(store, area, on));
    view! {
        <Section title=t(settings::Areas)>
            <p class="quiet">{t(settings::AreasHint)}</p>
            <TokenField
                label=t(settings::Area)
                tokens=areas
                on_add=move |area| set(area, true)
                on_remove=move |area| set(area, false)
                remove_label=|area: String| tf(settings::RemoveArea, &[("area", &area)])
                max_length=60
            />
            {move || error.get().map(|error| view! { <p class="field-error">{error}</p> })}
        </Section>
    }
}

/// What is wrong with it, if anything.
fn mark(store: NotebookStore, area: String, on: bool) -> Option<String> {
    let id = store.with_untracked(|notebook| profile_id(notebook.me()));
    store.apply(Change::Mark { id, set: profile::AREAS, member: area, on }).err().map(refusal)
}
