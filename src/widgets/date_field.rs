//! A field for a civil day.

use chrono::{Datelike as _, NaiveDate};
use leptos::{html, prelude::*};
use web_sys::HtmlInputElement;

use super::field::{ElementId, FieldFrame};
use crate::signal::Signal;

/// A labelled field for a day, or for none.
#[component]
pub fn DateField(
    /// The visible label; also the accessible name.
    #[prop(into)]
    label: Signal<String>,
    /// What the field shows.
    #[prop(into)]
    value: Signal<Option<NaiveDate>>,
    /// Called with a whole day, or with nothing once the field is emptied. Never with half-typed years.
    #[prop(into)]
    on_change: Callback<Option<NaiveDate>>,
    /// A sentence under the field that helps to fill it in.
    #[prop(optional, into)]
    hint: Signal<String>,
    /// What is wrong and what to do, or nothing.
    #[prop(optional, into)]
    error: Signal<Option<String>>,
    /// The first day that can be picked.
    #[prop(optional, into)]
    min: Signal<Option<NaiveDate>>,
    /// The last day that can be picked.
    #[prop(optional, into)]
    max: Signal<Option<NaiveDate>>,
    /// Keeps the label for assistive technology only.
    #[prop(optional)]
    hide_label: bool,
    /// To move the focus here.
    #[prop(optional, into)]
    node_ref: NodeRef<html::Input>,
) -> impl IntoView {
    let id = ElementId::fresh();
    let described_by = id.described_by(hint, error);
    view! {
        <FieldFrame id label hint error hide_label>
            <input
                type="date"
                class="input date-input"
                id=id.name()
                min=move || min.get().map(|day| day.to_string())
                max=move || max.get().map(|day| day.to_string())
                aria-describedby=described_by
                aria-invalid=move || error.with(Option::is_some).then_some("true")
                prop:value=move || value.get().map(|day| day.to_string()).unwrap_or_default()
                on:change:target=move |event| hear(&event.target(), on_change)
                node_ref=node_ref
            />
        </FieldFrame>
    }
}

fn hear(input: &HtmlInputElement, on_change: Callback<Option<NaiveDate>>) {
    match entered(&input.value(), input.validity().bad_input()) {
        Entered::Day(day) => on_change.run(Some(day)),
        Entered::Nothing => on_change.run(None),
        Entered::Unfinished => {}
    }
}

#[derive(Debug, PartialEq)]
enum Entered {
    Day(NaiveDate),
    Nothing,
    Unfinished,
}

/// Someone who types the year 2026 passes through the years 2, 20 and 202: those are not meant yet.
fn entered(value: &str, incomplete: bool) -> Entered {
    match day(value) {
        Some(day) if day.year() >= 1000 => Entered::Day(day),
        None if value.is_empty() && !incomplete => Entered::Nothing,
        _ => Entered::Unfinished,
    }
}

/// The form in which every browser hands over a day, `2026-12-18`. chrono's own reader would add 3 kB to the first load.
fn day(value: &str) -> Option<NaiveDate> {
    let mut parts = value.splitn(3, '-');
    let (year, month, day) = (parts.next()?, parts.next()?, parts.next()?);
    NaiveDate::from_ymd_opt(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_year_that_is_still_being_typed_is_not_taken() {
        for half in ["0002-12-18", "0020-12-18", "0202-12-18"] {
            assert_eq!(entered(half, false), Entered::Unfinished);
        }
        let day = NaiveDate::from_ymd_opt(2026, 12, 18).unwrap();
        assert_eq!(entered("2026-12-18", false), Entered::Day(day));
    }

    #[test]
    fn an_empty_field_is_no_day_but_a_half_empty_one_is_unfinished() {
        assert_eq!(entered("", false), Entered::Nothing);
        assert_eq!(entered("", true), Entered::Unfinished);
    }
}
