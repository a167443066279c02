//! Follows the window and the rows' real heights, and decides which rows are in the page.

use std::ops::Range;

use leptos::{ev, html, leptos_dom::helpers::WindowListenerHandle, prelude::*};
use wasm_bindgen::{JsCast as _, closure::Closure};
use web_sys::{Element, EventTarget, HtmlDivElement, ResizeObserver};

use super::{
    extent::{Extent, Shown},
    memory::Heights,
    rows::KEY,
};

use crate::memo::Memo;
use crate::signal::{Signal, effect};

/// How far beyond the window rows are ready, in CSS pixels: a flick of the finger, a few presses of Tab.
const READY: f64 = 600.0;
/// What unfolded parts of a row are known by.
const UNFOLDED: &str = "details[open], [aria-expanded=\"true\"]";
/// Rows in the page until the window is known.
const FIRST: Range<usize> = 0..12;

/// A handle to one list's position.
#[derive(Clone, Copy)]
pub(super) struct Scrolling {
    extent: Memo<Extent>,
    heights: Heights,
    range: RwSignal<Range<usize>>,
    /// Paper shows every row.
    printing: RwSignal<bool>,
    held: RwSignal<Option<u128>>,
    /// Rows in which something is unfolded.
    unfolded: RwSignal<Vec<u128>>,
    shown: Memo<Shown>,
    width: StoredValue<f64>,
}

impl Scrolling {
    pub(super) fn new(extent: Memo<Extent>, heights: Heights, kept: Signal<Option<u128>>) -> Self {
        let (range, printing) = (RwSignal::new(FIRST), RwSignal::new(false));
        let (held, unfolded) = (RwSignal::new(None), RwSignal::new(Vec::new()));
        let shown = Memo::new(move |_| {
            extent.with(|extent| {
                let range = if printing.get() { 0..extent.len() } else { range.get() };
                extent.show(range, held.get().into_iter().chain(kept.get()).chain(unfolded.get()))
            })
        });
        Self { extent, heights, range, printing, held, unfolded, shown, width: StoredValue::new(0.0) }
    }

    pub(super) fn shown(self) -> Memo<Shown> {
        self.shown
    }

    /// Keeps the row that has the focus, or is about to get it, in the page, wherever the page is scrolled to.
    pub(super) fn hold(self, focused: Option<EventTarget>) {
        let focused = focused.and_then(|target| target.dyn_into::<Element>().ok());
        let row = focused.and_then(|target| target.closest(".virtual-row").ok().flatten());
        // A row that goes with its page says so too.
        self.held.try_set(row.as_ref().and_then(key_of));
    }

    /// Looks again whenever the window moves, the list changes or a row turns out to be of another height.
    pub(super) fn follow(self, list: NodeRef<html::Div>) {
        let look = move || {
            if let Some(list) = list.try_get_untracked().flatten() {
                self.look(&list);
            }
        };
        on_any_scroll(look);
        let resized = window_event_listener(ev::resize, move |_| look());
        on_cleanup(move || resized.remove());
        effect(move || {
            self.extent.track();
            look();
        });
        list.on_load(move |list| self.measure_when_resized(list));
    }

    /// Paper gets every row: `draw` puts them into the page before the browser goes on.
    pub(super) fn print(self, draw: impl Fn() + 'static) {
        let prints = window_event_listener(ev::beforeprint, move |_| {
            self.printing.set(true);
            draw();
        });
        let printed = window_event_listener(ev::afterprint, move |_| self.printing.set(false));
        on_cleanup(move || [prints, printed].into_iter().for_each(WindowListenerHandle::remove));
    }

    fn look(self, list: &HtmlDivElement) {
        let above = -list.get_bounding_client_rect().top();
        let height = window().inner_height().ok().and_then(|height| height.as_f64()).unwrap_or(800.0);
        let range =
            self.extent.with_untracked(|extent| extent.between(above - READY, above + height + READY));
        if self.range.get_untracked() != range {
            self.unfolded.set(unfolded_rows(list));
            self.range.set(range);
        }
    }

    /// The list itself is as tall as its rows, so one observer hears of them all.
    fn measure_when_resized(self, list: HtmlDivElement) {
        let target = list.clone();
        let hear = Closure::<dyn FnMut()>::new(move || {
            if !self.range.is_disposed() {
                self.measure(&list);
            }
        });
        let Ok(observer) = ResizeObserver::new(hear.as_ref().unchecked_ref()) else { return };
        observer.observe(&target);
        let kept = StoredValue::new_local((observer, hear));
        on_cleanup(move || kept.with_value(|(observer, _)| observer.disconnect()));
    }

    fn measure(self, list: &HtmlDivElement) {
        let bounds = list.get_bounding_client_rect();
        if (bounds.width() - self.width.get_value()).abs() > 0.5 {
            if self.width.get_value() > 0.0 {
                self.heights.forget();
            }
            self.width.set_value(bounds.width());
        }
        let measured = measure_rows(list);
        let shift = self.extent.with_untracked(|extent| shift_above(extent, &measured, -bounds.top()));
        if self.heights.note(&measured) {
            if shift.abs() > 0.5 {
                scroll_by(list, shift);
            }
            self.look(list);
        }
    }
}

/// By how much the rows above the window's top edge differ from what they were thought to be.
fn shift_above(extent: &Extent, measured: &[(u128, f64)], window_top: f64) -> f64 {
    let difference = |(key, height): &(u128, f64)| {
        let index = extent.index_of(*key)?;
        let thought = extent.edge(index + 1) - extent.edge(index);
        (extent.edge(index + 1) <= window_top).then_some(height - thought)
    };
    measured.iter().filter_map(difference).sum()
}

/// Hears the page scroll, and a dialog that the list may stand in.
fn on_any_scroll(look: impl Fn() + 'static) {
    let hear = Closure::<dyn Fn()>::new(look);
    let listener = hear.as_ref().unchecked_ref();
    // Refused only for an event without a name.
    window().add_event_listener_with_callback_and_bool("scroll", listener, true).unwrap_or_default();
    let kept = StoredValue::new_local(hear);
    on_cleanup(move || {
        kept.with_value(|hear| {
            let listener = hear.as_ref().unchecked_ref();
            window()
                .remove_event_listener_with_callback_and_bool("scroll", listener, true)
                .unwrap_or_default();
        });
    });
}

/// Scrolls what the list stands in.
fn scroll_by(list: &HtmlDivElement, shift: f64) {
    match list.closest("dialog").ok().flatten() {
        Some(dialog) => dialog.scroll_by_with_x_and_y(0.0, shift),
        None => window().scroll_by_with_x_and_y(0.0, shift),
    }
}

/// What a person unfolded stays as it is, wherever they scroll.
fn unfolded_rows(list: &HtmlDivElement) -> Vec<u128> {
    let rows = list.children();
    let is_unfolded = |row: &Element| row.query_selector(UNFOLDED).is_ok_and(|found| found.is_some());
    let row = |index| key_of(&rows.item(index).filter(is_unfolded)?);
    (0..rows.length()).filter_map(row).collect()
}

fn measure_rows(list: &HtmlDivElement) -> Vec<(u128, f64)> {
    let rows = list.children();
    let row = |index| {
        let row = rows.item(index)?;
        let height = row.get_bounding_client_rect().height();
        Some((key_of(&row)?, height)).filter(|_| height > 0.0)
    };
    (0..rows.length()).filter_map(row).collect()
}

fn key_of(row: &Element) -> Option<u128> {
    u128::from_str_radix(&row.get_attribute(KEY)?, 16).ok()
}
