//! The page itself: its title, its focus, its scroll position, its theme.

use leptos::prelude::*;
use wasm_bindgen::JsCast as _;
use web_sys::HtmlElement;

/// Puts the page's name into the tab.
pub fn set_title(title: &str) {
    document().set_title(title);
}

/// Focuses the first element that a selector finds, without scrolling to it.
pub fn focus_first(selector: &str) {
    let found = document().query_selector(selector).ok().flatten();
    if let Some(element) = found.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        let options = web_sys::FocusOptions::new();
        options.set_prevent_scroll(true);
        element.focus_with_options(&options).unwrap_or_default();
    }
}

/// Waits until what was changed is painted: a timer that comes after the next frame.
pub async fn painted() {
    /// Longer than a frame, in milliseconds.
    const FRAME: u32 = 40;
    gloo_timers::future::TimeoutFuture::new(FRAME).await;
}

/// How far the page is scrolled.
pub fn scroll_top() -> f64 {
    window().scroll_y().unwrap_or_default()
}

/// Scrolls the page.
pub fn scroll_to(top: f64) {
    window().scroll_to_with_x_and_y(0.0, top);
}

/// Sets or removes an attribute of `<html>`.
pub fn set_root_attribute(name: &str, value: Option<&str>) {
    let Some(root) = document().document_element() else { return };
    let done = match value {
        Some(value) => root.set_attribute(name, value),
        None => root.remove_attribute(name),
    };
    // Only a name with a space in it is refused.
    done.unwrap_or_default();
}

/// An attribute of `<html>`.
pub fn root_attribute(name: &str) -> Option<String> {
    document().document_element()?.get_attribute(name)
}

/// Whether a modal dialog is in front of the page.
pub fn is_dialog_open() -> bool {
    document().query_selector("dialog:modal").ok().flatten().is_some()
}

/// The words that are selected in a text area; nothing where only the cursor is.
pub fn selected_text(area: &web_sys::HtmlTextAreaElement) -> String {
    let edge =
        |edge: Result<Option<u32>, wasm_bindgen::JsValue>| edge.ok().flatten().unwrap_or_default() as usize;
    let (start, end) = (edge(area.selection_start()), edge(area.selection_end()));
    if start >= end {
        return String::new();
    }
    // Browsers count in UTF-16 units.
    let units: Vec<u16> = area.value().encode_utf16().skip(start).take(end - start).collect();
    String::from_utf16_lossy(&units)
}

/// Whether a key pressed now would go into a field the person is writing in.
pub fn is_writing(event: &web_sys::Event) -> bool {
    let target = event.target().and_then(|target| target.dyn_into::<HtmlElement>().ok());
    target.is_some_and(|element| {
        let kind = element.get_attribute("type").unwrap_or_default();
        let types_text = !matches!(kind.as_str(), "checkbox" | "radio" | "button" | "file" | "range");
        match element.tag_name().as_str() {
            "TEXTAREA" | "SELECT" => true,
            "INPUT" => types_text,
            _ => element.is_content_editable(),
        }
    })
}
