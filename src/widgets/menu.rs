//! Things to do that are not needed all the time: a menu behind a button, a part that unfolds.

use leptos::{ev::MouseEvent, html, prelude::*};

use super::{
    Tone,
    field::ElementId,
    icon::{Icon, IconView},
};
use crate::signal::Signal;

/// A button that opens a small list of actions. Escape or a click elsewhere closes it.
#[component]
pub fn Menu(
    /// Name of the button that opens it.
    #[prop(into)]
    label: Signal<String>,
    /// The picture before the words.
    #[prop(optional)]
    icon: Option<Icon>,
    /// `MenuItem`s.
    children: Children,
) -> impl IntoView {
    let id = ElementId::fresh().name();
    let list = NodeRef::<html::Div>::new();
    let close = move |_| {
        if let Some(list) = list.get_untracked() {
            // Refused only when it is closed already.
            list.hide_popover().unwrap_or_default();
        }
    };
    view! {
        <button
            type="button"
            class="button icon-button"
            data-tone=Tone::Plain.name()
            aria-label=label
            title=label
            popovertarget=id.clone()
        >
            <IconView icon=icon.unwrap_or(Icon::More) />
        </button>
        <div class="menu" id=id popover="auto" role="group" aria-label=label on:click=close node_ref=list>
            {children()}
        </div>
    }
}

/// One action of a menu.
#[component]
pub fn MenuItem(
    /// The visible label; also the accessible name.
    #[prop(into)]
    label: Signal<String>,
    /// What it does.
    #[prop(into)]
    on_click: Callback<MouseEvent>,
    /// The picture before the words.
    #[prop(optional, into)]
    icon: Option<Icon>,
    /// How much it asks for attention.
    #[prop(optional)]
    tone: Tone,
    /// Cannot be chosen now.
    #[prop(optional, into)]
    disabled: Signal<bool>,
) -> impl IntoView {
    view! {
        <button
            type="button"
            class="menu-item"
            data-tone=tone.name()
            disabled=disabled
            on:click=move |event| on_click.run(event)
        >
            {icon.map(|icon| view! { <IconView icon /> })}
            {label}
        </button>
    }
}

/// A part that unfolds under its words. What it holds is made when it is unfolded for the first time, and stays from then on:
/// what is typed there is not lost by folding.
#[component]
pub fn Disclosure(
    /// The visible label; also the accessible name.
    #[prop(into)]
    label: Signal<String>,
    /// Unfolded from the start.
    #[prop(optional)]
    open: bool,
    /// What it holds.
    children: Children,
) -> impl IntoView {
    let details = NodeRef::<html::Details>::new();
    let unfolded = RwSignal::new(open);
    let children = StoredValue::new_local(Some(children));
    let body = move || {
        let make = unfolded.get().then(|| children.try_update_value(Option::take).flatten()).flatten();
        make.map(|make| make())
    };
    let toggled = move |_| {
        let is_open = details.get_untracked().is_some_and(|details| details.open());
        if is_open && !unfolded.get_untracked() {
            unfolded.set(true);
        }
    };
    view! {
        <details class="disclosure" open=open on:toggle=toggled node_ref=details>
            <summary class="disclosure-label"><IconView icon=Icon::Next />{label}</summary>
            <div class="disclosure-body">{body}</div>
        </details>
    }
}
