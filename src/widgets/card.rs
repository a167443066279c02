//! What holds other things together: cards, sections, the place where nothing is yet.

use leptos::prelude::*;

use super::field::ElementId;
use crate::signal::Signal;

/// A framed part of a page, with a heading if `title` is given.
#[component]
pub fn Card(
    /// Its heading.
    #[prop(optional, into)]
    title: Option<Signal<String>>,
    /// Beside the heading.
    #[prop(optional, into)]
    actions: ViewFn,
    /// What it holds.
    children: Children,
) -> impl IntoView {
    let id = ElementId::fresh();
    let labelled_by = title.map(|_| id.name());
    view! {
        <section class="card" aria-labelledby=labelled_by>
            {title.map(|title| view! { <Heading id title actions /> })}
            {children()}
        </section>
    }
}

/// A part of a page under a heading, without a frame.
#[component]
pub fn Section(
    /// Its heading.
    #[prop(into)]
    title: Signal<String>,
    /// Beside the heading.
    #[prop(optional, into)]
    actions: ViewFn,
    /// What it holds.
    children: Children,
) -> impl IntoView {
    let id = ElementId::fresh();
    view! {
        <section class="stack" aria-labelledby=id.name()>
            <Heading id title actions />
            {children()}
        </section>
    }
}

#[component]
fn Heading(id: ElementId, title: Signal<String>, actions: ViewFn) -> impl IntoView {
    view! {
        <div class="heading">
            <h2 id=id.name()>{title}</h2>
            <div class="heading-actions">{actions.run()}</div>
        </div>
    }
}

/// Says what belongs here while there is nothing, with one button to begin.
#[component]
pub fn EmptyState(
    /// One sentence.
    #[prop(into)]
    sentence: Signal<String>,
    /// One button, or nothing.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    view! {
        <div class="empty">
            <p>{sentence}</p>
            {children.map(|children| children())}
        </div>
    }
}
