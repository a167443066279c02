//! The rows that are in the page: made when they come near the window, taken away when they leave it.
//!
//! A row that stays is never taken out and put back, not even for a moment: it would lose the focus in it. That is why the
//! rows are kept by hand here and not by `<For>`, which moves rows that stay when others are added before them.

use std::any::Any;

use leptos::{mount::mount_to, prelude::*};
use wasm_bindgen::JsCast as _;
use web_sys::{HtmlDivElement, HtmlElement, Node};

use super::extent::{Shown, ShownRow};

/// The attribute by which a row is known, in hexadecimal.
pub(super) const KEY: &str = "data-key";

pub(super) struct Rows {
    /// What the rows' own signals and callbacks live under.
    owner: Option<Owner>,
    make: Callback<u128, AnyView>,
    present: Vec<Row>,
}

struct Row {
    key: u128,
    element: HtmlElement,
    /// Ends the row's view when it is dropped.
    _view: Box<dyn Any>,
}

impl Drop for Row {
    fn drop(&mut self) {
        self.element.remove();
    }
}

impl Rows {
    pub(super) fn new(make: Callback<u128, AnyView>) -> Self {
        Self { owner: Owner::current(), make, present: Vec::new() }
    }

    /// Brings the list in line with what should be shown.
    pub(super) fn show(&mut self, list: &HtmlDivElement, shown: &Shown, total: usize) {
        self.present.retain(|row| shown.row(row.key).is_some());
        let mut next: Option<Node> = list.first_child();
        for row in &shown.rows {
            let element = self.element(row.key);
            if next.as_ref() == element.as_ref().map(AsRef::as_ref) {
                next = next.and_then(|node| node.next_sibling());
            } else if let Some(element) = element.or_else(|| self.add(row.key)) {
                // Refused only when `next` is not in the list, where it was found just now.
                list.insert_before(&element, next.as_ref()).map(|_| ()).unwrap_or_default();
            }
            if let Some(element) = self.element(row.key) {
                place(&element, *row, total);
            }
        }
        set_length(list, "padding-block-end", shown.after);
    }

    /// Hands all rows over, to be dropped.
    pub(super) fn take(&mut self) -> impl Sized + use<> {
        std::mem::take(&mut self.present)
    }

    fn element(&self, key: u128) -> Option<HtmlElement> {
        self.present.iter().find(|row| row.key == key).map(|row| row.element.clone())
    }

    fn add(&mut self, key: u128) -> Option<HtmlElement> {
        let element: HtmlElement = document().create_element("div").ok()?.dyn_into().ok()?;
        element.set_class_name("virtual-row");
        set_attribute(&element, "role", "listitem");
        set_attribute(&element, KEY, &format!("{key:x}"));
        let (make, parent) = (self.make, element.clone());
        let mount = move || -> Box<dyn Any> { Box::new(mount_to(parent, move || make.run(key))) };
        let view = match &self.owner {
            Some(owner) => owner.with(mount),
            None => mount(),
        };
        self.present.push(Row { key, element: element.clone(), _view: view });
        Some(element)
    }
}

/// Says where the row stands in the whole list, to eyes and to assistive technology.
fn place(element: &HtmlElement, row: ShownRow, total: usize) {
    set_length(element, "margin-block-start", row.gap);
    set_attribute(element, "aria-posinset", &(row.index + 1).to_string());
    set_attribute(element, "aria-setsize", &total.to_string());
}

fn set_length(element: &HtmlElement, property: &str, length: f64) {
    // A length in pixels is never refused.
    HtmlElement::style(element).set_property(property, &format!("{length}px")).unwrap_or_default();
}

fn set_attribute(element: &HtmlElement, name: &str, value: &str) {
    if element.get_attribute(name).as_deref() != Some(value) {
        // Only a name with a space in it is refused.
        element.set_attribute(name, value).unwrap_or_default();
    }
}
