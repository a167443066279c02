//! The trash: what was deleted and can come back, until it is erased.

use std::sync::Arc;

use leptos::prelude::*;
use waymark_domain::{Change, Notebook, kinds::title, record::Record};

use crate::{
    memo::Memo,
    pages::shared::kinds::words,
    signal::effect,
    state::notebook_store::use_notebook,
    text::{settings, shell, t, tf, tn},
    widgets::{Button, Dialog, Each, Icon, IconButton, Section, Show, Tone, use_announcer},
};

/// More are still there, and come into view as these are dealt with.
const SHOWN: usize = 50;

/// What rests in the trash.
#[component]
pub(super) fn Trash() -> impl IntoView {
    let store = use_notebook();
    let trash = store.memo(Notebook::trash);
    let asking = RwSignal::new(false);
    view! {
        <Section title=t(settings::Trash)>
            <Show
                when=move || !trash.with(Vec::is_empty)
                fallback=|| view! { <p class="quiet">{t(settings::TrashEmpty)}</p> }
            >
                <p class="quiet">{move || tn(settings::TrashHolds, trash.with(Vec::len))}</p>
                <ul class="stack stack-tight">
                    <Each
                        each=move || trash.get().into_iter().take(SHOWN)
                        key=|record| (record.id(), record.edited_at())
                        let:record
                    >
                        <TrashRow record />
                    </Each>
                </ul>
                <div class="row">
                    <Button label=t(settings::EmptyTrash) tone=Tone::Danger on_click=move |_| asking.set(true) />
                </div>
            </Show>
            <EmptyTrash asking trash />
        </Section>
    }
}

#[component]
fn TrashRow(record: Arc<Record>) -> impl IntoView {
    let (store, announcer) = (use_notebook(), use_announcer());
    let id = record.id();
    let (kind, title) = (t(words(record.kind()).one), title_of(&record));
    let label = tf(settings::RestoreItem, &[("title", &title)]);
    let restore = move |_| {
        if store.apply(Change::Restore(vec![id])).is_ok() {
            announcer.say(t(settings::Restored));
        }
    };
    view! {
        <li class="trash-row">
            <span><small>{kind}</small> <bdi>{title}</bdi></span>
            <IconButton label icon=Icon::Undo on_click=restore />
        </li>
    }
}

/// Asked, because what is erased cannot be brought back.
#[component]
fn EmptyTrash(asking: RwSignal<bool>, trash: Memo<Vec<Arc<Record>>>) -> impl IntoView {
    let (store, announcer) = (use_notebook(), use_announcer());
    let erasing = RwSignal::new(false);
    let erase = move |_| {
        let ids = trash.with_untracked(|trash| trash.iter().map(|record| record.id()).collect());
        erasing.set(store.apply(Change::Erase(ids)).is_ok());
        asking.set(false);
    };
    effect(move || {
        if erasing.get() && !store.keeper().is_erasing() {
            erasing.set(false);
            announcer.say(t(settings::TrashEmptied));
        }
    });
    view! {
        <Dialog
            open=asking
            on_close=move |()| asking.set(false)
            title=t(settings::EmptyTrash)
            close_label=t(shell::Close)
            actions=move || {
                view! {
                    <Button label=t(settings::Keep) on_click=move |_| asking.set(false) />
                    <Button label=t(settings::EraseForGood) tone=Tone::Danger on_click=erase />
                }
            }
        >
            <p>{move || tn(settings::EmptyTrashWhat, trash.with(Vec::len))}</p>
        </Dialog>
    }
}

/// What a person knows it by, as far as there is room for it.
fn title_of(record: &Record) -> String {
    const SHOWN: usize = 60;
    title(record).chars().take(SHOWN).collect()
}
