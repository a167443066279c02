//! Keys that do something from anywhere, the dialog that lists them, and when they are off.

mod keys;
mod list;

use leptos::{ev, prelude::*};

use crate::{
    browser::dom,
    route::{PAGES, Page, Route, navigate},
    state::{
        commands::{Command, Commands, use_commands},
        preferences::use_preferences,
    },
};

use self::{
    keys::{Meaning, Press, read},
    list::ShortcutList,
};

/// Listens as long as it stands in the page, and lists all shortcuts for who asks.
#[component]
pub(super) fn Shortcuts() -> impl IntoView {
    let (shortcuts, commands) = (use_preferences().shortcuts(), use_commands());
    let (listed, show_list) = signal(false);
    let going = StoredValue::new(false);
    let listening = window_event_listener(ev::keydown, move |event| {
        if event.default_prevented() || event.is_composing() || dom::is_dialog_open() {
            return;
        }
        let key = event.key();
        let press = Press {
            key: &key,
            command: event.ctrl_key() || event.meta_key(),
            shift: event.shift_key(),
            alt: event.alt_key(),
            writing: dom::is_writing(&event),
            letters: shortcuts.get_untracked(),
            going: going.get_value(),
        };
        let meaning = read(press);
        going.set_value(meaning == Some(Meaning::Go));
        if let Some(meaning) = meaning {
            event.prevent_default();
            act(&meaning, commands, show_list);
        }
    });
    on_cleanup(move || listening.remove());
    view! { <ShortcutList open=listed set_open=show_list /> }
}

fn act(meaning: &Meaning, commands: Commands, show_list: WriteSignal<bool>) {
    match meaning {
        Meaning::List => show_list.set(true),
        Meaning::Go => {}
        Meaning::GoTo(route) => navigate(route),
        Meaning::Do(command) => commands.run(*command),
    }
}

/// Where a letter goes after `g`.
fn place(letter: &str) -> Option<Route> {
    let leads_there = |page: &&Page| page.link.is_some_and(|link| link.letter == letter);
    PAGES.iter().find(leads_there).map(|page| Route::parse(page.address))
}

/// What a letter does by itself.
fn command(letter: &str) -> Option<Command> {
    (letter == "n").then_some(Command::NewEntry)
}
