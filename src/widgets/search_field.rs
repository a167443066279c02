//! A field to search with.

use leptos::{html, prelude::*};

use super::{
    field::ElementId,
    icon::{Icon, IconView},
};
use crate::signal::Signal;

/// A labelled search field in a `<search>` landmark.
#[component]
pub fn SearchField(
    /// The visible label; also the accessible name.
    #[prop(into)]
    label: Signal<String>,
    /// What the field shows.
    #[prop(into)]
    value: Signal<String>,
    /// Called at every keystroke.
    #[prop(into)]
    on_input: Callback<String>,
    /// Grey words in the empty field. Never the only label.
    #[prop(optional, into)]
    placeholder: Signal<String>,
    /// To move the focus here.
    #[prop(optional, into)]
    node_ref: NodeRef<html::Input>,
) -> impl IntoView {
    let id = ElementId::fresh();
    view! {
        <search class="search">
            <IconView icon=Icon::Search />
            <label class="visually-hidden" for=id.name()>{label}</label>
            <input
                type="search"
                class="search-input"
                id=id.name()
                autocomplete="off"
                placeholder=placeholder
                prop:value=move || value.get()
                on:input:target=move |event| on_input.run(event.target().value())
                node_ref=node_ref
            />
        </search>
    }
}
