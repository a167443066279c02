//! The places: a bar within reach of the thumb on phones, a rail at the side where there is room.

use leptos::prelude::*;

use super::arrival;
use crate::{
    route::{Link, PAGES, Page, Place, Route, use_route},
    signal::Signal,
    text::{shell, t},
    widgets::IconView,
};

/// The bar or rail.
#[component]
pub(super) fn Navigation() -> impl IntoView {
    view! {
        <nav class="nav" aria-label=t(shell::MainNavigation)>
            <SkipLink />
            <p class="nav-brand" aria-hidden="true">{t(shell::AppName)}</p>
            {links(Place::Bar, place_link)}
            <div class="nav-foot only-wide">{links(Place::Foot, place_link)}</div>
        </nav>
    }
}

/// Jumps over the navigation. Its address is the open page's own, so that it never leads away.
#[component]
fn SkipLink() -> impl IntoView {
    let route = use_route();
    view! {
        <a
            class="skip-link"
            href=move || route.with(Route::href)
            on:click=move |event| {
                event.prevent_default();
                arrival::focus_heading();
            }
        >
            {t(shell::SkipToContent)}
        </a>
    }
}

/// On phones the bar has no room for the foot of the rail; that is in the top line.
#[component]
pub(super) fn PhoneSettings() -> impl IntoView {
    view! { <div class="only-narrow">{links(Place::Foot, icon_link)}</div> }
}

/// The links that stand in a place.
fn links(place: Place, show: fn(&'static Page, Link) -> AnyView) -> Vec<AnyView> {
    let all = PAGES.iter().filter_map(|page| page.link.map(|link| (page, link)));
    all.filter(|(_, link)| link.place == place).map(|(page, link)| show(page, link)).collect()
}

fn place_link(page: &'static Page, link: Link) -> AnyView {
    view! {
        <a class="nav-link" href=page.href() aria-current=current(page)>
            <IconView icon=link.icon />
            <span>{t(page.name)}</span>
        </a>
    }
    .into_any()
}

fn icon_link(page: &'static Page, link: Link) -> AnyView {
    view! {
        <a
            class="button icon-button"
            data-tone="plain"
            href=page.href()
            aria-current=current(page)
            aria-label=t(page.name)
            title=t(page.name)
        >
            <IconView icon=link.icon />
        </a>
    }
    .into_any()
}

/// Marks the link of the place that one is at.
fn current(page: &'static Page) -> Signal<Option<&'static str>> {
    let route = use_route();
    Signal::derive(move || route.with(|open| open.declared().is_beside(page)).then_some("page"))
}
