//! What the words are found in besides entries: goals, their steps, the notes of their ratings.

use leptos::prelude::*;
use waymark_domain::{
    Notebook, goal,
    id::RecordId,
    journal::Marked,
    kinds::Kind,
    search::{Hit, Piece, best_text, highlight, snippet},
};

use super::{listing::Listing, row};
use crate::{
    memo::Memo,
    route::Route,
    state::notebook_store::use_notebook,
    text::{journal, t, tf, tn},
    widgets::{Disclosure, Icon, IconView, Section},
};

/// More than these are folded away, so that the entries stay in sight.
const AT_ONCE: usize = 4;

/// Links to the goals it is found in.
#[component]
pub(super) fn FoundInGoals(listing: Listing) -> impl IntoView {
    let found = Memo::new(move |_| listing.found_in_goals());
    move || {
        found.with(|found| {
            let found = found.clone();
            (!found.is_empty()).then(|| view! { <Found found listing /> })
        })
    }
}

#[component]
fn Found(mut found: Vec<Hit>, listing: Listing) -> impl IntoView {
    let rest = found.split_off(found.len().min(AT_ONCE));
    let links = move |hits: Vec<Hit>| {
        let links = hits.into_iter().map(|hit| view! { <li><FoundLink hit listing /></li> }).collect_view();
        view! { <ul class="stack stack-tight">{links}</ul> }
    };
    let more = (!rest.is_empty()).then(|| {
        let label = tn(journal::MoreFound, rest.len());
        view! { <Disclosure label>{links(rest)}</Disclosure> }
    });
    view! { <Section title=t(journal::FoundGoals)>{links(found)} {more}</Section> }
}

/// A goal shows its title, and where else in it the words are found; a step or a rating shows its own words.
#[component]
fn FoundLink(hit: Hit, listing: Listing) -> impl IntoView {
    let goal = hit.whole.unwrap_or(hit.id);
    let belongs = use_notebook().with_untracked(|notebook| belonging(notebook, &hit));
    let (words, more) = listing.search.query().with_untracked(|query| {
        let best = snippet(best_text(&hit.record, query), query);
        if hit.kind != Kind::Goal {
            return (marked(&best.pieces), None);
        }
        let title = highlight(hit.record.text(goal::TITLE), query);
        let elsewhere = !title.iter().any(|piece| piece.hit);
        (marked(&title), elsewhere.then(|| marked(&best.pieces)))
    });
    view! {
        <a class="found-link" href=Route::Goal(goal.uuid()).href()>
            <IconView icon=Icon::Goals />
            <span>
                <bdi>{words}</bdi> {more.map(|more| view! { <small dir="auto">{more}</small> })}
                {belongs.map(|words| view! { <small>{words}</small> })}
            </span>
        </a>
    }
}

fn marked(pieces: &[Piece]) -> AnyView {
    let own = |piece: &Piece| Marked { text: piece.text.to_owned(), hit: piece.hit };
    row::marked(&pieces.iter().map(own).collect::<Vec<_>>()).into_any()
}

/// What a step or a rating belongs to, in words.
fn belonging(notebook: &Notebook, hit: &Hit) -> Option<String> {
    let title = |id: RecordId| notebook.goal(id).map(|goal| goal.title().to_owned());
    let goal = hit.whole.and_then(title)?;
    let words = if hit.kind == Kind::Rating { journal::RatingOf } else { journal::StepOf };
    Some(tf(words, &[("goal", &goal)]))
}
