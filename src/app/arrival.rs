//! What happens when another page opens: its name goes into the tab and is announced, its heading gets the focus.

use leptos::prelude::*;

use crate::{
    browser::dom,
    memo::Memo,
    pages::shared::language::Spoken,
    route::{Navigation, Route},
    signal::effect,
    text::{shell, t, tf},
    widgets::Announcer,
};

/// Watches the route for as long as the app runs.
pub(super) fn greet_arrivals(navigation: ReadSignal<Navigation>, spoken: Spoken, announcer: Announcer) {
    let open = Memo::new(move |_| navigation.with(|navigation| navigation.route.page()));
    effect(move || {
        spoken.get();
        let name = t(open.with(|open| open.declared().name));
        dom::set_title(&tf(shell::Title, &[("page", name)]));
    });
    Effect::new(move |before: Option<Route>| {
        let now = navigation.get();
        let opened = now.route.page();
        if before.is_some_and(|before| before != opened) && now.moved {
            announcer.say(t(opened.declared().name));
            // The page is drawn by another effect of this same turn; the next frame has it.
            request_animation_frame(move || {
                focus_heading();
                dom::scroll_to(now.scroll_top);
            });
        }
        opened
    });
}

/// Moves the focus to the page's heading, from where reading goes on.
pub(super) fn focus_heading() {
    dom::focus_first("main h1");
}
