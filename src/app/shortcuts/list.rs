//! The dialog that lists the shortcuts.

use leptos::prelude::*;

use crate::{
    route::PAGES,
    text::{shell, t},
    widgets::Dialog,
};

/// Keys that are pressed together or after each other, and what they do.
type Row = (Vec<&'static str>, &'static str);

/// Every shortcut there is.
fn rows() -> Vec<Row> {
    let row = |keys: &[&'static str], does| (keys.to_vec(), t(does));
    let mut rows = vec![row(&["n"], shell::KeyNewEntry)];
    rows.extend(PAGES.iter().filter_map(|page| {
        let letter = page.link?.letter;
        Some((vec!["g", letter], t(page.name)))
    }));
    rows.extend([
        row(&["Ctrl/⌘", "Z"], shell::Undo),
        row(&["Ctrl/⌘", "Shift", "Z"], shell::Redo),
        row(&["?"], shell::KeyList),
    ]);
    rows
}

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
            <dl class="shortcuts">{rows().into_iter().map(shown).collect_view()}</dl>
            <p class="quiet">{t(shell::ShortcutsOff)}</p>
        </Dialog>
    }
}

fn shown((keys, does): Row) -> impl IntoView {
    let keys = keys.into_iter().map(|key| view! { <kbd>{key}</kbd>" " }).collect_view();
    view! {
        <div class="shortcut">
            <dt>{keys}</dt>
            <dd>{does}</dd>
        </div>
    }
}
