//! A message that stays until it is dealt with.

use leptos::prelude::*;

use super::icon::{Icon, IconView};
use crate::signal::Signal;

/// How urgent a banner is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum BannerTone {
    /// Good to know.
    #[default]
    Info,
    /// Something is at risk.
    Warn,
}

/// A message with what can be done about it as children.
#[component]
pub fn Banner(
    /// What is the matter, and what to do.
    #[prop(into)]
    text: Signal<String>,
    /// How urgent it is.
    #[prop(optional)]
    tone: BannerTone,
    /// Buttons.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    let (name, icon) = match tone {
        BannerTone::Info => ("info", Icon::Info),
        BannerTone::Warn => ("warn", Icon::Warning),
    };
    view! {
        <div class="banner" data-tone=name role="status">
            <IconView icon />
            <p class="banner-text">{text}</p>
            {children.map(|children| view! { <div class="banner-actions">{children()}</div> })}
        </div>
    }
}
