//! The dialog that lists the shortcuts.

use leptos::prelude::*;

use crate::{
    text::{Text, shell, t},
    widgets::Dialog,
};

/// Every shortcut: its keys, and what they do. Keys in one group are pressed together or after each other.
const ROWS: [(&[&str], Text); 9] = [
    (&["n"], shell::KeyNewEntry),
    (&["g", "t"], shell::KeyToday),
    (&["g", "g"], shell::KeyGoals),
    (&["g", "j"], shell::KeyJournal),
    (&["g", "m"], shell::KeyMentoring),
    (&["g", "s"], shell::KeySettings),
    (&["Ctrl/⌘", "Z"], shell::Undo),
    (&["Ctrl/⌘", "Shift", "Z"], shell::Redo),
    (&["?"], shell::KeyList),
];

/// Shown while `open`.
#[component]
pub(super) fn ShortcutList(open: ReadSignal<bool>, set_open: WriteSignal<bool>) -> impl IntoView {
    view! {
        <Dialog
            open
            on_close=move |()| set_open.set(false)
            title=t(shell::Shortcuts)
            close_label=t(shell::Close)
        >
            <dl class="shortcuts">{ROWS.iter().map(|(keys, does)| row(keys, *does)).collect_view()}</dl>
            <p class="quiet">{t(shell::ShortcutsOff)}</p>
        </Dialog>
    }
}

fn row(keys: &'static [&'static str], does: Text) -> impl IntoView {
    let keys = keys.iter().map(|key| view! { <kbd>{*key}</kbd>" " }).collect_view();
    view! {
        <div class="shortcut">
            <dt>{keys}</dt>
            <dd>{t(does)}</dd>
        </div>
    }
}
