//! The frame around a copy of something that someone shared: how it stands to their latest file, and a way to remove it.

use std::hash::{DefaultHasher, Hash as _, Hasher as _};

use leptos::prelude::*;
use waymark_domain::{
    Change,
    id::RecordId,
    mentoring::{Copied, Standing, relationship, share::Item},
};

use super::words;
use crate::{
    pages::shared::refusal::refusal,
    state::notebook_store::{NotebookStore, use_notebook},
    text::{mentoring, shell, t, tf},
    widgets::{Chip, ChipTone, Icon, IconButton, Toasts, use_toasts},
};

/// By what a copy is known in a list: another text makes another row.
pub(super) fn key<T: Item>(copy: &Copied<T>) -> u128 {
    let mut hasher = DefaultHasher::new();
    (copy.item.json(), copy.standing as u8).hash(&mut hasher);
    copy.item.id().uuid().as_u128() ^ u128::from(hasher.finish())
}

/// Says what is new, different, or not in the latest file.
#[component]
pub(super) fn StandingChip(standing: Standing) -> impl IntoView {
    words::standing(standing).map(|words| {
        let tone = if standing == Standing::NotInLatest { ChipTone::Quiet } else { ChipTone::Flag };
        view! { <Chip label=t(words) tone /> }
    })
}

/// Takes the copy out of view for good; the file it came in stays as it is. Its label is made by [`remove_copy`].
#[component]
pub(super) fn RemoveCopy(with: RecordId, id: RecordId, label: String) -> impl IntoView {
    let (store, toasts) = (use_notebook(), use_toasts());
    view! { <IconButton label icon=Icon::Trash on_click=move |_| remove(store, toasts, with, id) /> }
}

/// `Remove this copy: Pass calculus`
pub(super) fn remove_copy(title: &str) -> String {
    tf(mentoring::RemoveCopy, &[("title", title)])
}

fn remove(store: NotebookStore, toasts: Toasts, with: RecordId, id: RecordId) {
    let mark = move |on| {
        store.apply(Change::Mark { id: with, set: relationship::REMOVED, member: id.to_string(), on })
    };
    match mark(true) {
        Ok(_) => toasts.offer(t(mentoring::CopyRemoved), t(shell::Undo), move || {
            // Bringing back what is shown again already changes nothing.
            mark(false).map(drop).unwrap_or_default();
        }),
        Err(error) => toasts.show(refusal(error)),
    }
}
