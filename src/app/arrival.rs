//! What happens when another page opens: its name goes into the tab and is announced, its heading gets the focus.

use leptos::prelude::*;

use crate::{
    browser::dom,
    route::{Navigation, Route},
    text::{shell, t, tf},
    widgets::Announcer,
};

use super::page;

/// Watches the route for as long as the app runs.
pub(super) fn greet_arrivals(navigation: ReadSignal<Navigation>, announcer: Announcer) {
    Effect::new(move |before: Option<Route>| {
        let now = navigation.get();
        let opened = now.route.page();
        if before.as_ref() != Some(&opened) {
            let name = t(page::name(&opened));
            dom::set_title(&tf(shell::Title, &[("page", name)]));
            if before.is_some() && now.moved {
                announcer.say(name);
                // The page is drawn by another effect of this same turn; the next frame has it.
                request_animation_frame(move || {
                    focus_heading();
                    dom::scroll_to(now.scroll_top);
                });
            }
        }
        opened
    });
}

/// Moves the focus to the page's heading, from where reading goes on.
pub(super) fn focus_heading() {
    dom::focus_first("main h1");
}
