//! Follows the address: which route is open now, and how to open another.

use std::cell::Cell;

use leptos::prelude::*;

use super::Route;
use crate::browser::address::{self, Visit};
use crate::memo::Memo;

thread_local! {
    /// For event handlers, which run outside of every component.
    static NAVIGATION: Cell<Option<WriteSignal<Navigation>>> = const { Cell::new(None) };
}

/// The open route, and how it was reached.
#[derive(Clone, Debug, PartialEq)]
pub struct Navigation {
    /// What is open.
    pub route: Route,
    /// Where the page should be scrolled to: the top, or where it was left.
    pub scroll_top: f64,
    /// False until the first navigation, so that opening the app does not move the focus.
    pub moved: bool,
}

/// Starts following the address. Called once, by the app.
pub fn provide_route() -> ReadSignal<Navigation> {
    let first = Navigation { route: Route::parse(&address::hash()), scroll_top: 0.0, moved: false };
    let (navigation, set_navigation) = signal(first);
    let route = Memo::new(move |_| navigation.with(|navigation| navigation.route.clone()));
    provide_context(route);
    NAVIGATION.set(Some(set_navigation));
    address::follow(move |Visit { hash, scroll_top }| {
        set_navigation.set(Navigation { route: Route::parse(&hash), scroll_top, moved: true });
    });
    navigation
}

/// The open route. Only inside the app.
pub fn use_route() -> Memo<Route> {
    expect_context()
}

/// Opens a route, so that “back” returns here.
pub fn navigate(route: &Route) {
    address::set_hash(&route.href());
}

/// Changes the address in place, for a filter that should not fill the history. From anywhere.
pub fn replace(route: &Route) {
    address::replace_hash(&route.href());
    if let Some(navigation) = NAVIGATION.get() {
        navigation.update(|navigation| navigation.route = route.clone());
    }
}
