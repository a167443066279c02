//! How wide an element is, now and after every change of its size.

use leptos::{html, prelude::*};
use wasm_bindgen::{JsCast as _, closure::Closure};
use web_sys::{HtmlDivElement, ResizeObserver};

/// The inner width in CSS pixels; nothing until the element is in the page. Call it while a component is made.
pub fn width_of(element: NodeRef<html::Div>) -> ReadSignal<Option<f64>> {
    let (width, set_width) = signal(None);
    element.on_load(move |element| observe(element, set_width));
    width
}

fn observe(element: HtmlDivElement, width: WriteSignal<Option<f64>>) {
    let target = element.clone();
    let measure = move || {
        width.try_set(Some(f64::from(element.client_width())));
    };
    let hear = Closure::<dyn FnMut()>::new(measure);
    let Ok(observer) = ResizeObserver::new(hear.as_ref().unchecked_ref()) else { return };
    // It reports once right away, so the first measure comes from here as well.
    observer.observe(&target);
    let kept = StoredValue::new_local((observer, hear));
    on_cleanup(move || kept.with_value(|(observer, _)| observer.disconnect()));
}
