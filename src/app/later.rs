//! Where the app is split in two: everything reached from here alone is a file of its own, loaded behind the first page.

use std::{future::Future, pin::Pin};

use leptos::{prelude::*, wasm_split::SplitLoaderError};

use super::{notice::NoticeBanner, shortcuts::Shortcuts, undo_redo};
use crate::{
    pages::{
        journal::begin_entry, not_erased::NotErased, other_page, rescued::RescuedCard, shared::later::Later,
        today, welcome::Beginnings,
    },
    state::{
        self,
        commands::{Command, use_commands},
        notebook_store::NotebookStore,
    },
    text::{self, shell, t},
    widgets::{toast::ToastArea, use_toasts},
};

/// Fetches the second part and its words; nothing if the network does not have both.
pub(super) fn load() -> Pin<Box<dyn Future<Output = Option<Later>>>> {
    Box::pin(async {
        let words = text::fetch_rest();
        let part = second_part().await.ok()?;
        words.await.map(|()| part)
    })
}

#[leptos::wasm_split::wasm_split(later, wasm_split_path = ::leptos::wasm_split, fallible)]
#[allow(
    clippy::unnecessary_wraps,
    reason = "what fails is the fetching, which the macro puts before the body"
)]
fn second_part() -> Result<Later, SplitLoaderError> {
    Ok(Later {
        begin,
        under_prompt: today::under_prompt,
        under_welcome: || view! { <Beginnings /> }.into_any(),
        page: other_page,
        above_page: || view! { <NoticeBanner /> <NotErased /> <RescuedCard /> }.into_any(),
        over_page: || {
            view! {
                <ToastArea toasts=use_toasts() dismiss_label=t(shell::Dismiss) />
                <Shortcuts />
            }
            .into_any()
        },
    })
}

fn begin(store: NotebookStore) {
    let (commands, toasts) = (use_commands(), use_toasts());
    undo_redo::wire(commands, toasts);
    commands.on(Command::NewEntry, move || begin_entry(store, toasts));
    state::start_the_rest(store);
}
