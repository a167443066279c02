//! Where the app is split in two: everything reached from here alone is a file of its own, loaded behind the first page.

use std::{future::Future, pin::Pin};

use leptos::{prelude::*, wasm_split::SplitLoaderError};

use super::{page, shortcuts::ShortcutList};
use crate::{
    pages::{files, not_erased::NotErased, rescued::RescuedCard, shared::later::Later, today, welcome},
    state, text,
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
        begin: state::start_the_rest,
        under_prompt: today::under_prompt,
        page: page::other_page,
        above_page: || view! { <NotErased /> <RescuedCard /> }.into_any(),
        open_file: || view! { <files::OpenFile /> }.into_any(),
        shortcut_list: |open, set_open| view! { <ShortcutList open set_open /> }.into_any(),
        back_up: files::back_up,
        take_new_build: state::new_build::take_over,
        add_example: welcome::add_example,
    })
}
