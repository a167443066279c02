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

impl Span {
    /// Half way down.
    pub fn middle(self) -> f64 {
        self.top + self.height / 2.0
    }
}

/// A row of a list of which not all may be in the page.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Placed {
    /// Its place in the whole list, from 0.
    pub place: usize,
    /// Where it stands.
    pub span: Span,
}

/// The rows of a list that are in the page, from top to bottom.
pub fn placed(list: &Element) -> Vec<Placed> {
    let Ok(found) = list.query_selector_all("[aria-posinset]") else { return Vec::new() };
    let scrolled = scrolled();
    let row = |i| {
        let row: Element = found.item(i)?.dyn_into().ok()?;
        let place = row.get_attribute("aria-posinset")?.parse::<usize>().ok()?.checked_sub(1)?;
        let rect = row.get_bounding_client_rect();
        Some(Placed { place, span: Span { top: rect.top() + scrolled, height: rect.height() } })
    };
    (0..found.length()).filter_map(row).collect()
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
