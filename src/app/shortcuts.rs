//! Keys that do something from anywhere, the dialog that lists them, and when they keep still.

mod keys;
mod list;

use leptos::{ev, prelude::*};

use crate::{
    browser::dom,
    route::{Route, navigate},
    state::{
        commands::{Command, Commands},
        preferences::Preferences,
    },
};

use self::keys::{Meaning, Press, read};
pub(super) use self::list::ShortcutList;

/// Listens for as long as the app runs; `show_list` opens the list of shortcuts.
pub(super) fn listen(preferences: Preferences, commands: Commands, show_list: WriteSignal<bool>) {
    let shortcuts = preferences.shortcuts();
    let going = StoredValue::new(false);
    window_event_listener(ev::keydown, move |event| {
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
}

fn act(meaning: &Meaning, commands: Commands, show_list: WriteSignal<bool>) {
    match meaning {
        Meaning::List => show_list.set(true),
        Meaning::Go => {}
        Meaning::GoTo(route) => navigate(route),
        Meaning::Do(command) => commands.run(*command),
    }
}

/// A place and the letter that goes there after `g`.
const PLACES: [(&str, fn() -> Route); 4] =
    [("t", || Route::Today), ("g", || Route::Goals), ("j", Route::journal), ("s", || Route::Settings)];

/// What a single letter does.
const LETTERS: [(&str, Command); 1] = [("n", Command::NewEntry)];
