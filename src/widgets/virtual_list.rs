//! A long list of which only the part near the window is in the page.
//!
//! Rows are as tall as what is in them. A row that was never shown counts with its estimate; once shown, it is measured,
//! and the page is scrolled by the difference if it lies above what the person is looking at, so that nothing jumps.

mod extent;
mod memory;
mod rows;
mod scrolling;

use leptos::{html, prelude::*};

use self::{extent::Extent, memory::Heights, rows::Rows, scrolling::Scrolling};

use crate::memo::Memo;
use crate::signal::{Signal, effect};

/// How far apart rows are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Gap {
    /// Rows that have their own gaps inside.
    #[default]
    None,
    /// Lines.
    Small,
    /// Cards.
    Medium,
}

impl Gap {
    const fn name(self) -> &'static str {
        match self {
            Self::None => "none",
            Self::Small => "small",
            Self::Medium => "medium",
        }
    }
}

/// A keyed list that scrolls with the page.
///
/// `key` is a number of the item's own; a row is made once for each key, so what can change inside a row must be read from
/// signals. A row that opens a group may begin with the group's heading.
#[component]
pub fn VirtualList<T>(
    /// Names the list for assistive technology.
    #[prop(into)]
    label: Signal<String>,
    /// All items, in order.
    #[prop(into)]
    items: Signal<Vec<T>>,
    /// A number that no other item has.
    key: fn(&T) -> u128,
    /// About how tall the row will be, in CSS pixels.
    estimate: fn(&T) -> f64,
    /// Makes a row.
    #[prop(into)]
    row: Callback<T, AnyView>,
    /// Under this name the measured heights are kept for the next time the list is shown, so that “back” finds its place.
    #[prop(optional)]
    remember_as: &'static str,
    /// How far apart the rows are.
    #[prop(optional)]
    gap: Gap,
    /// A row that stays in the page wherever the window is, as one with the focus does.
    #[prop(optional, into)]
    kept: Signal<Option<u128>>,
) -> impl IntoView
where
    T: Clone + Send + Sync + 'static,
{
    let measures = Memo::new(move |_| {
        items.with(|items| items.iter().map(|item| (key(item), estimate(item))).collect::<Vec<_>>())
    });
    let make = move |wanted: u128| {
        let place = measures.with_untracked(|all| all.iter().position(|(key, _)| *key == wanted));
        let item = place.and_then(|place| items.with_untracked(|items| items.get(place).cloned()));
        item.map_or_else(|| ().into_any(), |item| row.run(item))
    };
    view! { <KeyedRows label measures make=Callback::new(make) remember_as gap kept /> }
}

/// The same for any item, so that it stands in the program once.
#[component]
fn KeyedRows(
    label: Signal<String>,
    measures: Memo<Vec<(u128, f64)>>,
    make: Callback<u128, AnyView>,
    remember_as: &'static str,
    gap: Gap,
    kept: Signal<Option<u128>>,
) -> impl IntoView {
    let heights = Heights::remembered(remember_as);
    let extent = Memo::new(move |_| measures.with(|measures| heights.extent(measures)));
    let scrolling = Scrolling::new(extent, heights, kept);
    let list = NodeRef::<html::Div>::new();
    let rows = StoredValue::new_local(Rows::new(make));
    let draw = move || {
        if let Some(list) = list.get() {
            let total = extent.with(Extent::len);
            scrolling.shown().with(|shown| rows.update_value(|rows| rows.show(&list, shown, total)));
        }
    };
    effect(draw);
    scrolling.print(move || untrack(draw));
    // Their owners must not be dropped while the owner of this list is letting go of what it holds.
    on_cleanup(move || drop(rows.try_update_value(Rows::take)));
    scrolling.follow(list);
    view! {
        <div
            class="virtual-list"
            role="list"
            data-gap=gap.name()
            aria-label=label
            on:focusin=move |event| scrolling.hold(event.target())
            on:focusout=move |event| scrolling.hold(event.related_target())
            node_ref=list
        ></div>
    }
}
