//! Pausing, closing, and removing everything I hold of a person.

use leptos::prelude::*;
use waymark_domain::{
    Change,
    id::RecordId,
    mentoring::{Act, RelationshipStatus, relationship},
};

use super::words;
use crate::{
    pages::shared::{draft_field::DraftText, refusal::refusal},
    route::{Route, navigate},
    state::notebook_store::use_notebook,
    text::{mentoring, settings, shell, t, tf},
    widgets::{Button, Card, Dialog, Disclosure, Icon, Tone, use_toasts},
};

/// Where it stands, the closing step, and the end of it.
#[component]
pub(super) fn ClosingCard(id: RecordId) -> impl IntoView {
    let (store, toasts) = (use_notebook(), use_toasts());
    let status =
        store.memo(move |notebook| notebook.relationship(id).map(|one| one.status()).unwrap_or_default());
    let removing = RwSignal::new(false);
    let set = move |status| {
        if let Err(error) = store.apply(Act::SetStatus { with: id, status }) {
            toasts.show(refusal(error));
        }
    };
    let buttons = move || {
        match status.get() {
        RelationshipStatus::Active => view! {
            <Button label=t(mentoring::Pause) icon=Icon::Pause on_click=move |_| set(RelationshipStatus::Paused) />
            <Button label=t(mentoring::CloseMentoring) on_click=move |_| set(RelationshipStatus::Closed) />
        }
        .into_any(),
        RelationshipStatus::Paused => view! {
            <Button label=t(mentoring::Resume) on_click=move |_| set(RelationshipStatus::Active) />
            <Button label=t(mentoring::CloseMentoring) on_click=move |_| set(RelationshipStatus::Closed) />
        }
        .into_any(),
        RelationshipStatus::Closed => {
            view! { <Button label=t(mentoring::Resume) on_click=move |_| set(RelationshipStatus::Active) /> }.into_any()
        }
    }
    };
    let field = move |field| view! { <DraftText id field label=words::field(field) /> };
    view! {
        <Card title=t(mentoring::Closing)>
            <p class="quiet">{t(mentoring::ClosingHint)}</p>
            <Disclosure label=t(mentoring::LookBack)>{move || relationship::CLOSING.into_iter().map(field).collect_view()}</Disclosure>
            <div class="row row-tight no-print">{buttons}</div>
            <div class="row no-print">
                <Button
                    label=t(mentoring::RemoveData)
                    icon=Icon::Trash
                    tone=Tone::Danger
                    on_click=move |_| removing.set(true)
                />
            </div>
        </Card>
        <RemoveDialog id open=removing />
    }
}

/// One of the few questions that is asked: what is erased cannot be taken back.
#[component]
fn RemoveDialog(id: RecordId, open: RwSignal<bool>) -> impl IntoView {
    let (store, toasts) = (use_notebook(), use_toasts());
    let name = store
        .memo(move |notebook| notebook.relationship(id).map(|one| one.name().to_owned()).unwrap_or_default());
    let erase = move |_| {
        open.set(false);
        match store.apply(Change::Erase(vec![id])) {
            Ok(_) => navigate(&Route::Mentoring),
            Err(error) => toasts.show(refusal(error)),
        }
    };
    view! {
        <Dialog
            open
            on_close=move |()| open.set(false)
            title=t(mentoring::RemoveData)
            close_label=t(shell::Close)
            actions=move || {
                view! {
                    <Button label=t(settings::Keep) on_click=move |_| open.set(false) />
                    <Button label=t(settings::EraseForGood) tone=Tone::Danger on_click=erase />
                }
            }
        >
            <p>{move || tf(mentoring::RemoveDataWhat, &[("name", &name.get())])}</p>
        </Dialog>
    }
}
