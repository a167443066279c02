//! A field with a list to choose one from.

use leptos::prelude::*;

use super::field::{ElementId, FieldFrame};

use crate::memo::Memo;
use crate::signal::Signal;

/// A labelled list of choices. `options` holds each value with its words.
#[component]
pub fn SelectField<T>(
    /// The visible label; also the accessible name.
    #[prop(into)]
    label: Signal<String>,
    /// What the field shows.
    #[prop(into)]
    value: Signal<T>,
    /// What can be chosen: value and words.
    #[prop(into)]
    options: Signal<Vec<(T, String)>>,
    /// Called with the new value.
    #[prop(into)]
    on_change: Callback<T>,
    /// A sentence under the field that helps to fill it in.
    #[prop(optional, into)]
    hint: Signal<String>,
    /// What is wrong and what to do, or nothing.
    #[prop(optional, into)]
    error: Signal<Option<String>>,
    /// Keeps the label for assistive technology only.
    #[prop(optional)]
    hide_label: bool,
) -> impl IntoView
where
    T: Clone + PartialEq + Send + Sync + 'static,
{
    let words = Memo::new(move |_| {
        options.with(|all| all.iter().map(|(_, words)| words.clone()).collect::<Vec<_>>())
    });
    let chosen = Memo::new(move |_| {
        value.with(|value| options.with(|all| all.iter().position(|(option, _)| option == value)))
    });
    let choose = move |index: usize| {
        let option = options.with_untracked(|all| all.get(index).map(|(option, _)| option.clone()));
        if let Some(option) = option {
            on_change.run(option);
        }
    };
    view! { <SelectByIndex label words chosen choose=Callback::new(choose) hint error hide_label /> }
}

/// The same for any type, so that it stands in the program once.
#[component]
fn SelectByIndex(
    label: Signal<String>,
    words: Memo<Vec<String>>,
    chosen: Memo<Option<usize>>,
    choose: Callback<usize>,
    hint: Signal<String>,
    error: Signal<Option<String>>,
    hide_label: bool,
) -> impl IntoView {
    let id = ElementId::fresh();
    let described_by = id.described_by(hint, error);
    let option = move |(index, words): (usize, String)| {
        // Selected by each option itself: a value set on the list would come before its options are there.
        view! { <option value=index.to_string() prop:selected=move || chosen.get() == Some(index)>{words}</option> }
    };
    view! {
        <FieldFrame id label hint error hide_label>
            <select
                class="input select"
                id=id.name()
                aria-describedby=described_by
                on:change:target=move |event| {
                    if let Ok(index) = event.target().value().parse() {
                        choose.run(index);
                    }
                }
            >
                {move || words.get().into_iter().enumerate().map(option).collect_view()}
            </select>
        </FieldFrame>
    }
}
