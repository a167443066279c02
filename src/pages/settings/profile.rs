//! What a person wants to be called.

use leptos::prelude::*;
use waymark_domain::profile::{self, profile_id};

use crate::{
    pages::shared::draft_field::DraftLine,
    state::notebook_store::use_notebook,
    text::{settings, t},
    widgets::Section,
};

/// The name. The notebook's owner can change while the page is open, so the field follows them.
#[component]
pub(super) fn Profile() -> impl IntoView {
    let me = use_notebook().memo(|notebook| profile_id(notebook.me()));
    view! {
        <Section title=t(settings::Profile)>
            {move || {
                view! {
                    <DraftLine
                        id=me.get()
                        field=profile::NAME
                        label=t(settings::YourName)
                        hint=t(settings::NameHint)
                    />
                }
            }}
        </Section>
    }
}
