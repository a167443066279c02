//! Choosing a file: a button, and a place to drop it.

use leptos::{ev::DragEvent, prelude::*};
use web_sys::{File, HtmlInputElement};

use super::{
    Tone,
    icon::{Icon, IconView},
};
use crate::signal::Signal;

/// Looks like a button, and is a labelled file input: keyboards and drivers reach it as one.
#[component]
pub fn FileInput(
    /// The visible label; also the accessible name.
    #[prop(into)]
    label: Signal<String>,
    /// Called with the chosen file.
    #[prop(into)]
    on_file: Callback<File>,
    /// Which files are offered: `.json,.jsonl`.
    #[prop(optional)]
    accept: &'static str,
    /// How much it asks for attention.
    #[prop(optional)]
    tone: Tone,
    /// The picture before the words.
    #[prop(optional, into)]
    icon: Option<Icon>,
) -> impl IntoView {
    view! {
        <label class="button file-input" data-tone=tone.name()>
            <input
                type="file"
                class="visually-hidden"
                accept=accept
                on:change:target=move |event| take(&event.target(), on_file)
            />
            {icon.map(|icon| view! { <IconView icon /> })}
            {label}
        </label>
    }
}

fn take(input: &HtmlInputElement, on_file: Callback<File>) {
    if let Some(file) = input.files().and_then(|files| files.item(0)) {
        on_file.run(file);
        // Otherwise choosing the same file again, after mending it, would not be a change.
        input.set_value("");
    }
}

/// A place where a file can be dropped. It holds the button that does the same.
#[component]
pub fn DropZone(
    /// Called with the dropped file.
    #[prop(into)]
    on_file: Callback<File>,
    /// What it holds.
    children: Children,
) -> impl IntoView {
    let over = RwSignal::new(false);
    let allow = move |event: DragEvent| {
        event.prevent_default();
        over.set(true);
    };
    let drop = move |event: DragEvent| {
        event.prevent_default();
        over.set(false);
        let files = event.data_transfer().and_then(|carried| carried.files());
        if let Some(file) = files.and_then(|files| files.item(0)) {
            on_file.run(file);
        }
    };
    view! {
        <div
            class="drop-zone"
            class:drop-over=over
            on:dragover=allow
            on:dragleave=move |_| over.set(false)
            on:drop=drop
        >
            {children()}
        </div>
    }
}
