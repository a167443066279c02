//! A line of text in a field of several lines, so that a long one can be read on a phone.

use leptos::ev::KeyboardEvent;

use crate::browser::dom;

/// What is kept has no line ends, so Enter makes none.
pub(super) fn stay_on_one_line(event: &KeyboardEvent) {
    if event.key() == "Enter" && !event.is_composing() && dom::is_writing(event) {
        event.prevent_default();
    }
}
