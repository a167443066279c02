//! Where the keyboard is. After something is added, moved or taken away, the focus goes on to a place that was chosen.

use leptos::{html::ElementType, prelude::*};
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

/// What takes the focus and can be used.
const CONTROLS: &str = "input, textarea, select, button, summary, a[href]";

/// Focuses the first element that a selector finds, once the page is drawn anew, and scrolls to it. Folded parts that
/// it stands in are unfolded.
pub fn soon(selector: impl Into<String>) {
    let selector = selector.into();
    request_animation_frame(move || {
        let found = document().query_selector(&selector).ok().flatten();
        found.iter().for_each(unfold_around);
        focus_element(found);
    });
}

fn unfold_around(element: &Element) {
    let folded = element.closest("details:not([open])").ok().flatten();
    // The name of an attribute we chose is never refused.
    folded.map_or(Ok(()), |folded| folded.set_attribute("open", "")).unwrap_or_default();
}

/// Focuses an element as soon as it is in the page: for a field that a person has just asked for.
pub fn on_arrival<E>(element: NodeRef<E>)
where
    E: ElementType,
    E::Output: JsCast + Clone + AsRef<HtmlElement> + 'static,
{
    element.on_load(|element| {
        // It is made now and put into the page later in the same turn.
        request_animation_frame(move || focus(Some(&element)));
    });
}

/// Focuses an element that is in the page.
pub fn give<E>(element: NodeRef<E>)
where
    E: ElementType,
    E::Output: JsCast + Clone + AsRef<HtmlElement> + 'static,
{
    if let Some(element) = element.get_untracked() {
        focus(Some(&element));
    }
}

/// Focuses the first control inside an element.
pub fn first_control_in(element: &Element) {
    focus_element(element.query_selector(CONTROLS).ok().flatten());
}

/// Lets `change` happen and gives the focus back to whoever had it: an element that is moved in the page loses it.
pub fn keep(change: impl FnOnce()) {
    let before = document().active_element();
    change();
    request_animation_frame(move || {
        if document().active_element() != before {
            focus_element(before);
        }
    });
}

/// Lets `change` happen. If it takes away what has the focus, the item that it stood in gets it, as `selector` finds it;
/// where that is gone too, the item that came after or before it in its list; else the heading of the page.
pub fn stay_in<T>(selector: &str, change: impl FnOnce() -> T) -> T {
    let find = |selector: &str| document().query_selector(selector).ok().flatten();
    let held = document().active_element();
    let item = find(selector);
    let row = item.as_ref().and_then(|item| item.closest("[role=listitem]").ok().flatten());
    let around = row.map(|row| [row.next_element_sibling(), row.previous_element_sibling()]);
    let in_row = |row: Element| row.first_element_child();
    let done = change();
    request_animation_frame(move || {
        if held.is_some_and(|held| held.is_connected()) {
            return;
        }
        let around = around.into_iter().flatten().flatten().filter_map(in_row);
        let mut places = item.into_iter().chain(around);
        focus_element(places.find(|place| place.is_connected()).or_else(|| find("h1")));
    });
    done
}

fn focus_element(element: Option<Element>) {
    focus(element.and_then(|element| element.dyn_into::<HtmlElement>().ok()).as_ref());
}

fn focus<T: AsRef<HtmlElement>>(element: Option<&T>) {
    if let Some(element) = element {
        // Refused only for an element that cannot take it; then the focus stays where it is.
        element.as_ref().focus().unwrap_or_default();
    }
}
