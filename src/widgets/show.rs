//! Something that shows only while a condition holds.

use leptos::{children::ViewFn, either::Either, prelude::*};

use crate::memo::Memo;

/// Shows its children while `when` holds, else `fallback`. Leptos' own is compiled anew for each place that uses it.
#[component]
pub fn Show(
    /// Whether they show.
    when: impl Fn() -> bool + Send + Sync + 'static,
    /// What shows.
    children: ChildrenFn,
    /// What shows instead.
    #[prop(optional, into)]
    fallback: ViewFn,
) -> impl IntoView {
    one_of(Memo::new(move |_| when()), children, fallback)
}

fn one_of(when: Memo<bool>, children: ChildrenFn, fallback: ViewFn) -> AnyView {
    // Two sides of one view: what shows is made anew and never taken over from the other side, even if it is of one type.
    (move || if when.get() { Either::Left(children()) } else { Either::Right(fallback.run()) }).into_any()
}
