//! A field that gathers short words, such as tags.

use leptos::{ev::KeyboardEvent, html, prelude::*};
use wasm_bindgen::JsCast as _;
use web_sys::HtmlElement;

use super::{
    Chip, Each,
    field::{ElementId, Hint},
    text_field::is_enter,
};
use crate::signal::Signal;

/// Type and press Enter or a comma to add; each token has a button that removes it.
#[component]
pub fn TokenField(
    /// The visible label; also the accessible name.
    #[prop(into)]
    label: Signal<String>,
    /// What has been gathered.
    #[prop(into)]
    tokens: Signal<Vec<String>>,
    /// Called with one trimmed, new, non-empty token.
    #[prop(into)]
    on_add: Callback<String>,
    /// Called with a token to take away.
    #[prop(into)]
    on_remove: Callback<String>,
    /// Makes the name of a token's button: “Remove club”.
    #[prop(into)]
    remove_label: Callback<String, String>,
    /// Offered while typing.
    #[prop(optional, into)]
    suggestions: Signal<Vec<String>>,
    /// A sentence under the field that helps to fill it in.
    #[prop(optional, into)]
    hint: Signal<String>,
    /// Of one token, in UTF-16 units.
    #[prop(optional)]
    max_length: Option<usize>,
) -> impl IntoView {
    let id = ElementId::fresh();
    let described_by = id.described_by(hint, Signal::from(None));
    let draft = RwSignal::new(String::new());
    let input = NodeRef::<html::Input>::new();
    let remove = move |token: String| {
        on_remove.run(token);
        // The button that had the focus is gone; the next thing to do is in the field.
        if let Some(input) = input.get_untracked() {
            input.focus().unwrap_or_default();
        }
    };
    let add_draft = move || {
        for token in new_tokens(&draft.get_untracked(), &tokens.get_untracked()) {
            on_add.run(token);
        }
        draft.set(String::new());
    };
    view! {
        <div class="field">
            <label class="field-label" for=id.name()>{label}</label>
            <div class="input token-field">
                <Tokens tokens remove=Callback::new(remove) remove_label />
                <input
                    type="text"
                    class="token-input"
                    id=id.name()
                    list=id.part("list")
                    autocomplete="off"
                    autocapitalize="none"
                    enterkeyhint="done"
                    maxlength=max_length.map(|max| max.to_string())
                    aria-describedby=described_by
                    prop:value=draft
                    on:input:target=move |event| {
                        draft.set(event.target().value());
                        if draft.with_untracked(|draft| draft.contains(',')) {
                            add_draft();
                        }
                    }
                    on:keydown=move |event| keep_keys(&event, draft, add_draft)
                    on:change=move |_| add_draft()
                    node_ref=input
                />
                <Suggestions id=id.part("list") suggestions tokens />
            </div>
            <Hint id hint />
        </div>
    }
}

#[component]
fn Tokens(
    tokens: Signal<Vec<String>>,
    remove: Callback<String>,
    remove_label: Callback<String, String>,
) -> impl IntoView {
    let chip = move |token: String| {
        let (taken, name) = (token.clone(), remove_label.run(token.clone()));
        view! {
            <li>
                <Chip label=token on_remove=Callback::new(move |()| remove.run(taken.clone())) remove_label=name />
            </li>
        }
    };
    view! {
        <ul class="chips">
            <Each each=move || tokens.get() key=Clone::clone children=chip />
        </ul>
    }
}

#[component]
fn Suggestions(id: String, suggestions: Signal<Vec<String>>, tokens: Signal<Vec<String>>) -> impl IntoView {
    let fresh = move || {
        let tokens = tokens.get();
        let fresh = suggestions.get().into_iter().filter(move |suggestion| !tokens.contains(suggestion));
        fresh.map(|suggestion| view! { <option value=suggestion></option> }).collect_view()
    };
    view! { <datalist id=id>{fresh}</datalist> }
}

/// Enter adds; Backspace in the empty field goes to the last token.
fn keep_keys(event: &KeyboardEvent, draft: RwSignal<String>, add_draft: impl Fn()) {
    let empty = draft.with_untracked(|draft| draft.trim().is_empty());
    if is_enter(event) && !empty {
        event.prevent_default();
        add_draft();
    } else if event.key() == "Backspace" && draft.with_untracked(String::is_empty) {
        focus_last_token(event);
    }
}

fn focus_last_token(event: &KeyboardEvent) {
    let input = event.target().and_then(|target| target.dyn_into::<HtmlElement>().ok());
    let field = input.and_then(|input| input.parent_element());
    let last = field.and_then(|field| field.query_selector("li:last-child .chip-remove").ok().flatten());
    if let Some(button) = last.and_then(|button| button.dyn_into::<HtmlElement>().ok()) {
        event.prevent_default();
        button.focus().unwrap_or_default();
    }
}

/// The parts between commas that say something and are not there yet.
fn new_tokens(draft: &str, present: &[String]) -> Vec<String> {
    let mut fresh: Vec<String> = Vec::new();
    for part in draft.split(',').map(str::trim).filter(|part| !part.is_empty()) {
        let known = |token: &String| token.to_lowercase() == part.to_lowercase();
        if !present.iter().any(known) && !fresh.iter().any(known) {
            fresh.push(part.to_owned());
        }
    }
    fresh
}

#[cfg(test)]
mod tests {
    use super::new_tokens;

    #[test]
    fn what_is_there_already_is_not_added_twice() {
        let present = ["Club".to_owned()];
        assert_eq!(new_tokens(" library ,club,, Library", &present), ["library"]);
    }
}
