//! A box to tick.

use leptos::prelude::*;

use super::field::{ElementId, Hint};
use crate::signal::Signal;

/// A box to tick with its words beside it, and a second line under them if `hint` is given.
#[component]
pub fn Checkbox(
    /// The visible label; also the accessible name.
    #[prop(into)]
    label: Signal<String>,
    /// Whether it is ticked.
    #[prop(into)]
    checked: Signal<bool>,
    /// Called with the new value.
    #[prop(into)]
    on_change: Callback<bool>,
    /// A sentence under the field that helps to fill it in.
    #[prop(optional, into)]
    hint: Signal<String>,
) -> impl IntoView {
    let id = ElementId::fresh();
    let described_by = id.described_by(hint, Signal::from(None));
    view! {
        <div class="checkbox">
            <input
                type="checkbox"
                class="checkbox-box"
                id=id.name()
                aria-describedby=described_by
                prop:checked=move || checked.get()
                on:change:target=move |event| on_change.run(event.target().checked())
            />
            <label class="checkbox-label" dir="auto" for=id.name()>{label}</label>
            <Hint id hint />
        </div>
    }
}
