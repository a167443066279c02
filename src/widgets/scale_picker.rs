//! A scale to place oneself on: 1 to 5, or 0 to 10. Nothing is chosen until the person chooses.

use std::ops::RangeInclusive;

use leptos::prelude::*;

use super::{Button, Tone, field::ElementId};
use crate::signal::Signal;

/// A group of numbered choices with a way to take the choice back.
#[component]
pub fn ScalePicker(
    /// The question, as the group's name.
    #[prop(into)]
    label: Signal<String>,
    /// The numbers to choose from.
    range: RangeInclusive<u8>,
    /// What is chosen, if anything.
    #[prop(into)]
    value: Signal<Option<u8>>,
    /// Called with the new value.
    #[prop(into)]
    on_change: Callback<Option<u8>>,
    /// What the least number means.
    #[prop(into)]
    low: Signal<String>,
    /// What the greatest number means.
    #[prop(into)]
    high: Signal<String>,
    /// Name of the button that takes the choice back.
    #[prop(into)]
    clear_label: Signal<String>,
) -> impl IntoView {
    let id = ElementId::fresh();
    let (least, greatest) = (*range.start(), *range.end());
    view! {
        <fieldset class="scale" aria-describedby=id.part("ends")>
            <legend class="field-label">{label}</legend>
            <div class="scale-points">
                {range.map(|number| view! { <Point group=id.name() number value on_change /> }).collect_view()}
            </div>
            <p class="scale-ends" id=id.part("ends")>
                <span>{least}" "{low}</span>
                <span>{greatest}" "{high}</span>
            </p>
            {move || {
                let clear = move |_| on_change.run(None);
                value.get().map(|_| view! { <Button label=clear_label on_click=clear tone=Tone::Plain /> })
            }}
        </fieldset>
    }
}

#[component]
fn Point(
    group: String,
    number: u8,
    value: Signal<Option<u8>>,
    on_change: Callback<Option<u8>>,
) -> impl IntoView {
    view! {
        <label class="scale-point">
            <input
                type="radio"
                name=group
                value=number.to_string()
                prop:checked=move || value.get() == Some(number)
                on:change=move |_| on_change.run(Some(number))
            />
            <span>{number}</span>
        </label>
    }
}
