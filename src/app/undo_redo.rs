//! Undo and redo, by buttons in the top line and by keys.

use leptos::prelude::*;

use crate::{
    pages::shared::later::use_later,
    signal::Signal,
    state::{
        commands::{Command, Commands, use_commands},
        notebook_store::use_notebook,
    },
    text::{shell, t},
    widgets::{Icon, IconButton, announcer::use_announcer, toast::Toasts},
};

/// Says what the keys for undo and redo do. A message that offered to undo is answered by undoing.
pub(super) fn wire(commands: Commands, toasts: Toasts) {
    let (store, announcer) = (use_notebook(), use_announcer());
    commands.on(Command::Undo, move || {
        store.pending().flush_all();
        let said = if store.undo() { shell::Undone } else { shell::NothingToUndo };
        toasts.clear();
        announcer.say(t(said));
    });
    commands.on(Command::Redo, move || {
        store.pending().flush_all();
        let said = if store.redo() { shell::Redone } else { shell::NothingToRedo };
        announcer.say(t(said));
    });
}

/// The two buttons.
#[component]
pub(super) fn UndoRedo() -> impl IntoView {
    let (store, commands, later) = (use_notebook(), use_commands(), use_later());
    // Who does it comes with the second part.
    let ask = move |command| later.with(move |_| commands.run(command));
    view! {
        <IconButton
            label=t(shell::Undo)
            icon=Icon::Undo
            disabled=Signal::derive(move || !store.can_undo())
            on_click=move |_| ask(Command::Undo)
        />
        <IconButton
            label=t(shell::Redo)
            icon=Icon::Redo
            disabled=Signal::derive(move || !store.can_redo())
            on_click=move |_| ask(Command::Redo)
        />
    }
}
