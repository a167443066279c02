//! Small labels: a status, a tag, a link to a goal.

use leptos::{html, prelude::*};

use super::icon::{Icon, IconView};
use crate::signal::Signal;

/// What a chip stands for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ChipTone {
    /// A fact.
    #[default]
    Quiet,
    /// Something that is on, or well under way.
    On,
    /// Someone was here.
    Flag,
    /// Something to look at.
    Warn,
}

impl ChipTone {
    const fn name(self) -> &'static str {
        match self {
            Self::Quiet => "quiet",
            Self::On => "on",
            Self::Flag => "flag",
            Self::Warn => "warn",
        }
    }
}

/// A small label; a link when `href` is given; with a button that removes it when `on_remove` is given.
#[component]
pub fn Chip(
    /// The visible label; also the accessible name.
    #[prop(into)]
    label: Signal<String>,
    /// What it stands for.
    #[prop(optional)]
    tone: ChipTone,
    /// The picture before the words.
    #[prop(optional, into)]
    icon: Option<Icon>,
    /// Where it leads.
    #[prop(optional, into)]
    href: Option<String>,
    /// Called by the button that removes it.
    #[prop(optional, into)]
    on_remove: Option<Callback<()>>,
    /// Name of that button, with the chip's own words in it: “Remove club”.
    #[prop(optional, into)]
    remove_label: Signal<String>,
    /// To move the focus to the button that removes it.
    #[prop(optional, into)]
    remove_ref: NodeRef<html::Button>,
) -> impl IntoView {
    let icon = icon.map(|icon| view! { <IconView icon /> });
    let words = match href {
        Some(href) => view! { <a class="chip-words" dir="auto" href=href>{label}</a> }.into_any(),
        None => view! { <span class="chip-words" dir="auto">{label}</span> }.into_any(),
    };
    view! {
        <span class="chip" data-tone=tone.name()>
            {icon}
            {words}
            {on_remove
                .map(|on_remove| {
                    view! {
                        <button
                            type="button"
                            class="chip-remove"
                            aria-label=remove_label
                            on:click=move |_| on_remove.run(())
                            node_ref=remove_ref
                        >
                            <IconView icon=Icon::Close />
                        </button>
                    }
                })}
        </span>
    }
}

/// Chips beside each other, as a list. Wrap each one in `<li>`.
#[component]
pub fn ChipList(
    /// Names the list for assistive technology.
    #[prop(optional, into)]
    label: Signal<String>,
    /// What it holds.
    children: Children,
) -> impl IntoView {
    let label = move || Some(label.get()).filter(|label| !label.is_empty());
    view! { <ul class="chips" aria-label=label>{children()}</ul> }
}
