//! What comes in by kind, and what is set aside.

use leptos::prelude::*;
use waymark_domain::file::SetAside;

use crate::{
    pages::{files::sentences, shared::kinds::words},
    signal::Signal,
    state::planning::Planner,
    text::{files, tn},
    widgets::Disclosure,
};

/// A list longer than this helps nobody; the number above it is still right.
const NAMED: usize = 100;

/// `2,000 entries: 1,990 new, 10 already here`, a line for each kind.
#[component]
pub(super) fn CountList(planner: Planner) -> impl IntoView {
    view! {
        <ul class="stack stack-tight import-counts">
            {move || planner.read(|preview| preview.counts.iter().map(|(kind, counts)| {
                let (total, parts) = (tn(words(kind).kept, counts.total()), sentences::parts(*counts));
                view! {
                    <li>
                        <strong>{total}</strong>
                        <span class="quiet">{parts.join(" · ")}</span>
                    </li>
                }
            }).collect::<Vec<_>>())}
        </ul>
    }
}

/// Each item that does not come in, named, with the reason.
#[component]
pub(in crate::pages::files) fn SetAsideList(aside: Signal<Vec<SetAside>>) -> impl IntoView {
    move || {
        let (count, named) = aside.with(|aside| {
            (aside.len(), aside.iter().take(NAMED).map(sentences::set_aside).collect::<Vec<_>>())
        });
        (count > 0).then(|| {
            let items = named.into_iter().map(|sentence| view! { <li><bdi>{sentence}</bdi></li> });
            view! {
                <Disclosure label=tn(files::SetAside, count)>
                    <ul class="stack stack-tight">{items.collect::<Vec<_>>()}</ul>
                </Disclosure>
            }
        })
    }
}
