//! A field for several lines that grows with what is written in it.

use leptos::{html, prelude::*};
use wasm_bindgen::JsValue;
use web_sys::{HtmlElement, HtmlTextAreaElement};

use super::{
    field::{ElementId, FieldFrame},
    text_field::run,
};
use crate::signal::{Signal, effect};

/// How a text area looks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Writing {
    /// A framed field like the others.
    #[default]
    Field,
    /// A page to write on: serif, without a frame.
    Page,
}

/// A labelled field for several lines.
#[component]
pub fn TextArea(
    /// The visible label; also the accessible name.
    #[prop(into)]
    label: Signal<String>,
    /// What the field shows.
    #[prop(into)]
    value: Signal<String>,
    /// Called at every keystroke.
    #[prop(optional, into)]
    on_input: Option<Callback<String>>,
    /// Called on leaving the field after a change.
    #[prop(optional, into)]
    on_commit: Option<Callback<String>>,
    /// A sentence under the field that helps to fill it in.
    #[prop(optional, into)]
    hint: Signal<String>,
    /// What is wrong and what to do, or nothing.
    #[prop(optional, into)]
    error: Signal<Option<String>>,
    /// Grey words in the empty field. Never the only label.
    #[prop(optional, into)]
    placeholder: Signal<String>,
    /// Keeps the label for assistive technology only.
    #[prop(optional)]
    hide_label: bool,
    /// A framed field, or a page to write on.
    #[prop(optional)]
    writing: Writing,
    /// To move the focus here.
    #[prop(optional, into)]
    node_ref: NodeRef<html::Textarea>,
) -> impl IntoView {
    let id = ElementId::fresh();
    let described_by = id.described_by(hint, error);
    grow_with(value, node_ref);
    view! {
        <FieldFrame id label hint error hide_label>
            <textarea
                class=match writing {
                    Writing::Field => "input text-area",
                    Writing::Page => "text-area writing-page",
                }
                id=id.name()
                rows="2"
                placeholder=move || Some(placeholder.get()).filter(|text| !text.is_empty())
                aria-describedby=described_by
                aria-invalid=move || error.with(Option::is_some).then_some("true")
                prop:value=move || value.get()
                on:input:target=move |event| {
                    grow(&event.target());
                    run(on_input, event.target().value());
                }
                on:change:target=move |event| run(on_commit, event.target().value())
                node_ref=node_ref
            />
        </FieldFrame>
    }
}

/// Fits the height again when the text changes from outside.
fn grow_with(value: Signal<String>, node_ref: NodeRef<html::Textarea>) {
    effect(move || {
        value.with(|_| ());
        if let Some(area) = node_ref.get() {
            grow(&area);
        }
    });
}

/// Browsers that know `field-sizing: content` do this by themselves, and without a layout per keystroke.
fn grow(area: &HtmlTextAreaElement) {
    thread_local! {
        static BY_ITSELF: bool = web_sys::css::supports_with_value("field-sizing", "content").unwrap_or(false);
    }
    if BY_ITSELF.with(|by_itself| *by_itself) {
        return;
    }
    let style = HtmlElement::style(area);
    let fit = |height: &str| -> Result<(), JsValue> { style.set_property("block-size", height) };
    if fit("auto").is_ok() {
        fit(&format!("{}px", area.scroll_height() + 2)).unwrap_or_default();
    }
}
