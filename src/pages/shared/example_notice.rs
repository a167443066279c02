//! Says that the example is an example, and takes it away with one tap.

use leptos::prelude::*;
use waymark_domain::Change;

use crate::{
    state::notebook_store::use_notebook,
    text::{t, today},
    widgets::{Banner, Button, Show, use_announcer},
};

/// Shown as long as the example is there.
#[component]
pub fn ExampleNotice() -> impl IntoView {
    let store = use_notebook();
    let announcer = use_announcer();
    let shown = store.memo(|notebook| notebook.example().next().is_some());
    let remove = move |_| {
        if store.apply(Change::RemoveExample).is_ok() {
            announcer.say(t(today::ExampleRemoved));
        }
    };
    view! {
        <Show when=move || shown.get()>
            <Banner text=t(today::ExampleNotice)>
                <Button label=t(today::RemoveExample) on_click=remove />
            </Banner>
        </Show>
    }
}
