//! The places: a bar within reach of the thumb on phones, a rail at the side where there is room.

use leptos::prelude::*;

use super::arrival;
use crate::{
    route::{Route, use_route},
    text::{Text, shell, t},
    widgets::{Icon, IconView},
};

/// The bar or rail.
#[component]
pub(super) fn Navigation() -> impl IntoView {
    view! {
        <nav class="nav" aria-label=t(shell::MainNavigation)>
            <SkipLink />
            <p class="nav-brand" aria-hidden="true">{t(shell::AppName)}</p>
            <PlaceLink to=Route::Today label=shell::Today icon=Icon::Today />
            <PlaceLink to=Route::Goals label=shell::Goals icon=Icon::Goals />
            <PlaceLink to=Route::journal() label=shell::Journal icon=Icon::Journal />
            <PlaceLink to=Route::Mentoring label=shell::Mentoring icon=Icon::Mentoring />
            <div class="nav-foot only-wide">
                <PlaceLink to=Route::Settings label=shell::Settings icon=Icon::Settings />
            </div>
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

/// On phones the bar has no room for settings; they are in the top line.
#[component]
pub(super) fn PhoneSettings() -> impl IntoView {
    let (href, current) = link_to(Route::Settings);
    view! {
        <div class="only-narrow">
            <a
                class="button icon-button"
                data-tone="plain"
                href=href
                aria-current=current
                aria-label=t(shell::Settings)
                title=t(shell::Settings)
            >
                <IconView icon=Icon::Settings />
            </a>
        </div>
    }
}

#[component]
fn PlaceLink(to: Route, label: Text, icon: Icon) -> impl IntoView {
    let (href, current) = link_to(to);
    view! {
        <a class="nav-link" href=href aria-current=current>
            <IconView icon />
            <span>{t(label)}</span>
        </a>
    }
}

fn link_to(to: Route) -> (String, Signal<Option<&'static str>>) {
    let (href, route) = (to.href(), use_route());
    (href, Signal::derive(move || route.with(|open| belongs_to(open, &to)).then_some("page")))
}

/// A goal belongs to the goals, an entry to the journal, a person to the mentoring.
fn belongs_to(open: &Route, place: &Route) -> bool {
    match open {
        Route::Goal(_) => *place == Route::Goals,
        Route::Entry(_) | Route::Journal(_) => *place == Route::journal(),
        Route::Person(_) | Route::Share(_) => *place == Route::Mentoring,
        _ => open == place,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_inside_a_place_marks_that_place() {
        let id = uuid::Uuid::nil();
        assert!(belongs_to(&Route::Goal(id), &Route::Goals));
        assert!(belongs_to(&Route::parse("#/journal?tag=club"), &Route::journal()));
        assert!(belongs_to(&Route::Entry(id), &Route::journal()));
        assert!(!belongs_to(&Route::NotFound, &Route::Today));
    }
}
