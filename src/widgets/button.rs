//! Buttons, and links that look like one.

use leptos::{ev::MouseEvent, prelude::*};

use super::icon::{Icon, IconView};
use crate::signal::Signal;

/// How much a button asks for attention.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Tone {
    /// The one thing to do here.
    Primary,
    /// One of several.
    #[default]
    Normal,
    /// Quiet, without a frame.
    Plain,
    /// Takes something away.
    Danger,
}

impl Tone {
    /// The value of `data-tone` that the style knows.
    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::Primary => "primary",
            Self::Normal => "normal",
            Self::Plain => "plain",
            Self::Danger => "danger",
        }
    }
}

/// A button with words, and a picture before them if `icon` is given.
#[component]
pub fn Button(
    /// What it says; also its accessible name.
    #[prop(into)]
    label: Signal<String>,
    /// What it does.
    #[prop(into)]
    on_click: Callback<MouseEvent>,
    /// How much it asks for attention.
    #[prop(optional)]
    tone: Tone,
    /// The picture before the words.
    #[prop(optional, into)]
    icon: Option<Icon>,
    /// Cannot be pressed now. It keeps its focus, so that it does not vanish under a keyboard.
    #[prop(optional, into)]
    disabled: Signal<bool>,
    /// For a button that stays down: whether it is.
    #[prop(optional, into)]
    pressed: Option<Signal<bool>>,
    /// For a button that opens something: whether it is open.
    #[prop(optional, into)]
    expanded: Option<Signal<bool>>,
    /// To move the focus here.
    #[prop(optional, into)]
    node_ref: NodeRef<leptos::html::Button>,
) -> impl IntoView {
    view! {
        <button
            type="button"
            class="button"
            data-tone=tone.name()
            aria-disabled=move || disabled.get().then_some("true")
            aria-pressed=move || pressed.map(|pressed| pressed.get().to_string())
            aria-expanded=move || expanded.map(|expanded| expanded.get().to_string())
            on:click=move |event| press(event, disabled, on_click)
            node_ref=node_ref
        >
            {icon.map(|icon| view! { <IconView icon /> })}
            {label}
        </button>
    }
}

/// A button that is only a picture. Its name is spoken, and shown when the pointer rests on it.
#[component]
pub fn IconButton(
    /// Its accessible name.
    #[prop(into)]
    label: Signal<String>,
    /// The picture before the words.
    icon: Icon,
    /// What it does.
    #[prop(into)]
    on_click: Callback<MouseEvent>,
    /// How much it asks for attention.
    #[prop(optional)]
    tone: Tone,
    /// Cannot be pressed now.
    #[prop(optional, into)]
    disabled: Signal<bool>,
    /// For a button that stays down: whether it is.
    #[prop(optional, into)]
    pressed: Option<Signal<bool>>,
    /// For a button that opens something: whether it is open.
    #[prop(optional, into)]
    expanded: Option<Signal<bool>>,
    /// To move the focus here.
    #[prop(optional, into)]
    node_ref: NodeRef<leptos::html::Button>,
) -> impl IntoView {
    view! {
        <button
            type="button"
            class="button icon-button"
            data-tone=if tone == Tone::Normal { Tone::Plain.name() } else { tone.name() }
            aria-label=label
            title=label
            aria-disabled=move || disabled.get().then_some("true")
            aria-pressed=move || pressed.map(|pressed| pressed.get().to_string())
            aria-expanded=move || expanded.map(|expanded| expanded.get().to_string())
            on:click=move |event| press(event, disabled, on_click)
            node_ref=node_ref
        >
            <IconView icon />
        </button>
    }
}

/// A link to another place, dressed as a button.
#[component]
pub fn LinkButton(
    /// The visible label; also the accessible name.
    #[prop(into)]
    label: Signal<String>,
    /// Where it leads.
    #[prop(into)]
    href: Signal<String>,
    /// How much it asks for attention.
    #[prop(optional)]
    tone: Tone,
    /// The picture before the words.
    #[prop(optional, into)]
    icon: Option<Icon>,
) -> impl IntoView {
    view! {
        <a class="button" data-tone=tone.name() href=href>
            {icon.map(|icon| view! { <IconView icon /> })}
            {label}
        </a>
    }
}

fn press(event: MouseEvent, disabled: Signal<bool>, on_click: Callback<MouseEvent>) {
    if disabled.get_untracked() {
        event.prevent_default();
    } else {
        on_click.run(event);
    }
}
