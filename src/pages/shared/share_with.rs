//! Choosing, on a thing's own page, whom it is shared with. Nothing is by default, and nothing leaves before a file is made.

use leptos::prelude::*;
use waymark_domain::{
    Notebook,
    id::RecordId,
    mentoring::{Act, RelationshipStatus},
};

use super::refusal::refusal;
use crate::{
    state::notebook_store::use_notebook,
    text::{Template, mentoring, t, tf},
    widgets::{Button, Chip, ChipTone, Disclosure, Gap, Icon, Show, VirtualList, use_toasts},
};

/// A line for each person that mentoring goes on with. Nothing at all while there is nobody.
#[component]
pub fn ShareWith(
    /// What.
    id: RecordId,
) -> impl IntoView {
    let somebody = use_notebook().memo(|notebook: &Notebook| notebook.goes_on_with_someone());
    view! {
        <Show when=move || somebody.get()>
            <div class="share-with no-print">
                <Disclosure label=t(mentoring::ShareWith)>
                    <People id />
                    <p class="field-hint">{t(mentoring::NothingLeaves)}</p>
                </Disclosure>
            </div>
        </Show>
    }
}

#[component]
fn People(id: RecordId) -> impl IntoView {
    let people = use_notebook().memo(|notebook: &Notebook| {
        let all =
            notebook.relationships().into_iter().filter(|one| one.status() != RelationshipStatus::Closed);
        all.map(|one| one.id()).collect::<Vec<_>>()
    });
    view! {
        <VirtualList
            label=t(mentoring::ShareWith)
            items=people
            key=|with| with.uuid().as_u128()
            estimate=|_| 52.0
            gap=Gap::Small
            row=move |with| view! { <Person id with /> }.into_any()
        />
    }
}

/// Shares with one person, or stops it and says what that does not do.
#[component]
fn Person(id: RecordId, with: RecordId) -> impl IntoView {
    let (store, toasts) = (use_notebook(), use_toasts());
    let name = store.memo(move |notebook| notebook.relationship_name(with));
    let on = store.memo(move |notebook| notebook.relationship(with).is_some_and(|one| one.shares(id)));
    let sent = store.memo_of_mentoring(move |notebook| was_sent(notebook, with, id));
    let choose = move |on: bool| match store.apply(Act::Choose { with, id, on }) {
        Ok(_) if !on => toasts.show(t(mentoring::StoppedSharing)),
        Ok(_) => {}
        Err(error) => toasts.show(refusal(error)),
    };
    let said = move |template: Template| name.with(|name| tf(template, &[("name", name)]));
    move || {
        if on.get() {
            view! {
                <div class="row row-tight">
                    <Chip label=said(if sent.get() { mentoring::SharedWith } else { mentoring::WillGoTo }) tone=ChipTone::Flag icon=Icon::Flag />
                    <Button label=t(mentoring::StopSharing) on_click=move |_| choose(false) />
                </div>
            }
            .into_any()
        } else {
            view! {
                <div class="row row-tight">
                    <Button label=said(mentoring::WithName) icon=Icon::Mentoring on_click=move |_| choose(true) />
                </div>
            }
            .into_any()
        }
    }
}

/// Whether a thing was in a file for someone.
fn was_sent(notebook: &Notebook, with: RecordId, id: RecordId) -> bool {
    notebook.sent_to(with).iter().any(|file| file.items().iter().any(|item| item.id == id))
}

/// With whom a thing is shared, or will be with the next file, as chips.
#[component]
pub fn SharedChips(
    /// What.
    id: RecordId,
) -> impl IntoView {
    let names = use_notebook().memo_of_mentoring(move |notebook: &Notebook| {
        let with = notebook.relationships().into_iter().filter(|one| one.shares(id));
        with.map(|one| (one.name().to_owned(), was_sent(notebook, one.id(), id))).collect::<Vec<_>>()
    });
    let chip = |(name, sent): (String, bool)| {
        let label = tf(if sent { mentoring::SharedWith } else { mentoring::WillGoTo }, &[("name", &name)]);
        view! { <Chip label tone=ChipTone::Flag icon=Icon::Flag /> }
    };
    move || names.get().into_iter().map(chip).collect_view()
}
