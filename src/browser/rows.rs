//! Where the rows of a list stand on the page, for moving one of them with a finger or a pointer.

use leptos::prelude::*;
use wasm_bindgen::JsCast as _;
use web_sys::{Element, PointerEvent};

/// How near to the window's edge a pointer lets the page scroll, and how far at each move, in CSS pixels.
const EDGE: f64 = 72.0;
const SCROLL: f64 = 14.0;

/// Where a row stands, from the top of the whole page.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Span {
    /// Its upper edge.
    pub top: f64,
    /// Its height.
    pub height: f64,
}

/// The rows inside a list that a selector finds, from top to bottom.
pub fn spans(list: &Element, selector: &str) -> Vec<Span> {
    let Ok(found) = list.query_selector_all(selector) else { return Vec::new() };
    let rows = (0..found.length()).filter_map(|i| found.item(i)?.dyn_into::<Element>().ok());
    let scrolled = scrolled();
    rows.map(|row| row.get_bounding_client_rect())
        .map(|rect| Span { top: rect.top() + scrolled, height: rect.height() })
        .collect()
}

/// How far down the page a pointer is, whatever is scrolled.
pub fn pointer_y(event: &PointerEvent) -> f64 {
    f64::from(event.client_y()) + scrolled()
}

/// From now on the pointer belongs to the element the event is for, wherever it goes.
pub fn hold_pointer(event: &PointerEvent) {
    let target = event.current_target().and_then(|target| target.dyn_into::<Element>().ok());
    if let Some(target) = target {
        // Refused only for a pointer that is gone.
        target.set_pointer_capture(event.pointer_id()).unwrap_or_default();
    }
}

/// Scrolls the page a little while the pointer is near its upper or lower edge.
pub fn scroll_near_edge(event: &PointerEvent) {
    let y = f64::from(event.client_y());
    let height = window().inner_height().ok().and_then(|height| height.as_f64()).unwrap_or_default();
    if y < EDGE {
        window().scroll_by_with_x_and_y(0.0, -SCROLL);
    } else if y > height - EDGE {
        window().scroll_by_with_x_and_y(0.0, SCROLL);
    }
}

fn scrolled() -> f64 {
    window().scroll_y().unwrap_or_default()
}
