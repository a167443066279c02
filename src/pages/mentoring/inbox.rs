//! What waits for an answer, from whoever gave it.

use std::collections::BTreeSet;

use leptos::prelude::*;
use waymark_domain::{Notebook, id::RecordId};

use crate::{
    pages::shared::given::GivenList,
    route::Route,
    state::notebook_store::use_notebook,
    text::{mentoring, t, tn},
    widgets::{Icon, LinkButton, Section, Show},
};

/// On the page “Mentoring”. Nothing while nothing waits. What is answered stays until the page goes: there may be a word
/// to write back.
#[component]
pub(super) fn Inbox() -> impl IntoView {
    let waited = StoredValue::new(BTreeSet::<RecordId>::new());
    let waiting = use_notebook().memo_of_mentoring(move |notebook| {
        waited.update_value(|waited| waited.extend(notebook.inbox().iter().map(|one| one.given.id())));
        let mut given = notebook.given();
        given.retain(|one| waited.with_value(|waited| waited.contains(&one.given.id())));
        given
    });
    view! {
        <Show when=move || !waiting.with(Vec::is_empty)>
            <Section title=t(mentoring::Inbox)>
                <GivenList label=t(mentoring::Inbox) given=waiting />
            </Section>
        </Show>
    }
}

/// On Today: how much waits, and the way there.
#[component]
pub fn InboxCard() -> impl IntoView {
    let count = use_notebook().memo_of_mentoring(|notebook: &Notebook| notebook.inbox().len());
    move || {
        let count = Some(count.get()).filter(|count| *count > 0)?;
        Some(view! {
            <section class="card" aria-labelledby="inbox-card">
                <h2 id="inbox-card">{t(mentoring::FromOthers)}</h2>
                <p>{tn(mentoring::InboxCount, count)}</p>
                <div class="row">
                    <LinkButton label=t(mentoring::ReadThem) icon=Icon::Words href=Route::Mentoring.href() />
                </div>
            </section>
        })
    }
}
