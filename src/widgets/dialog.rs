//! A dialog over the page. Escape closes it, and the focus returns to where it was.

use leptos::{ev::MouseEvent, html, prelude::*};

use super::{Icon, IconButton, field::ElementId};
use crate::signal::{Signal, effect};

/// Shows its children in a modal `<dialog>` while `open` is true. They are made anew each time it opens.
#[component]
pub fn Dialog(
    /// Whether it is open.
    #[prop(into)]
    open: Signal<bool>,
    /// Called when the person closes it; set `open` to false there.
    #[prop(into)]
    on_close: Callback<()>,
    /// Its heading.
    #[prop(into)]
    title: Signal<String>,
    /// Name of the button that closes it.
    #[prop(into)]
    close_label: Signal<String>,
    /// Buttons at its end.
    #[prop(optional, into)]
    actions: ViewFn,
    /// What it holds.
    children: ChildrenFn,
) -> impl IntoView {
    let id = ElementId::fresh();
    let dialog = NodeRef::<html::Dialog>::new();
    keep_in_step(dialog, open);
    view! {
        <dialog
            class="dialog"
            aria-labelledby=id.name()
            on:close=move |_| {
                if open.try_get_untracked() == Some(true) {
                    on_close.run(());
                }
            }
            on:click=move |event| close_on_backdrop(&event, dialog)
            node_ref=dialog
        >
            {move || {
                open.get()
                    .then(|| {
                        view! {
                            <div class="dialog-sheet">
                                <h2 class="dialog-title" id=id.name()>{title}</h2>
                                <div class="dialog-body">{children()}</div>
                                <footer class="dialog-actions">{actions.run()}</footer>
                                // Last in the order of Tab, so that the first field has the focus at once.
                                <div class="dialog-close">
                                    <IconButton label=close_label icon=Icon::Close on_click=move |_| close(dialog) />
                                </div>
                            </div>
                        }
                    })
            }}
        </dialog>
    }
}

/// The browser shows a modal dialog only by a call; its contents are in the page before that.
fn keep_in_step(dialog: NodeRef<html::Dialog>, open: Signal<bool>) {
    effect(move || {
        let wanted = open.get();
        let Some(dialog) = dialog.get() else { return };
        if wanted && !dialog.open() {
            // Refused only for a dialog outside the page.
            dialog.show_modal().unwrap_or_default();
        } else if !wanted && dialog.open() {
            dialog.close();
        }
    });
}

fn close(dialog: NodeRef<html::Dialog>) {
    if let Some(dialog) = dialog.get_untracked() {
        dialog.close();
    }
}

/// A click that meets the dialog element itself, and not the sheet in it, was beside the sheet.
fn close_on_backdrop(event: &MouseEvent, dialog: NodeRef<html::Dialog>) {
    let beside = dialog.with_untracked(|dialog| {
        let dialog: Option<&web_sys::EventTarget> = dialog.as_ref().map(AsRef::as_ref);
        dialog.is_some() && event.target().as_ref() == dialog
    });
    if beside {
        close(dialog);
    }
}
