//! What one person shares with another, as the other sees it: on the page of who received it, and in the preview of who
//! sends it.

mod entries;
mod goals;
mod words;

use std::sync::Arc;

use leptos::prelude::*;
use waymark_domain::{
    id::RecordId,
    mentoring::{
        Theirs,
        share::{Copies, Items},
    },
};

use self::{
    entries::TheirEntries,
    goals::TheirGoals,
    words::{TheirResponses, TheirStrategies},
};
use super::answer::{Answer, answer_to};
use crate::{
    memo::Memo,
    text::{mentoring, t},
    widgets::Section,
};

/// Where something shared is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shown {
    /// To who received it, who can answer. The relationship.
    Received(RecordId),
    /// To who is about to send it.
    Preview,
}

impl Shown {
    pub(super) const fn received(self) -> Option<RecordId> {
        match self {
            Self::Received(with) => Some(with),
            Self::Preview => None,
        }
    }
}

/// Goals, entries, strategies, responses; and a place to answer in general.
#[component]
pub(super) fn TheirThings(theirs: Memo<Arc<Theirs>>, shown: Shown) -> impl IntoView {
    let general = move || {
        let with = shown.received().filter(|_| theirs.with(|theirs| !theirs.is_empty()))?;
        Some(view! {
            <Section title=t(mentoring::InGeneral)>
                <Answer with about=None label=answer_to(t(mentoring::InGeneral)) />
            </Section>
        })
    };
    view! {
        <TheirResponses responses=Memo::new(move |_| theirs.with(|theirs| theirs.things.responses.clone())) />
        <TheirGoals goals=Memo::new(move |_| theirs.with(|theirs| theirs.things.goals.clone())) shown />
        <TheirEntries entries=Memo::new(move |_| theirs.with(|theirs| theirs.things.entries.clone())) shown />
        <TheirStrategies strategies=Memo::new(move |_| theirs.with(|theirs| theirs.things.strategies.clone())) shown />
        {general}
    }
}

/// A field that says something.
#[component]
pub(super) fn Said(label: &'static str, words: String) -> impl IntoView {
    (!words.is_empty()).then(|| {
        view! {
            <div class="said">
                <p class="field-label">{label}</p>
                <p class="written" dir="auto">{words}</p>
            </div>
        }
    })
}

/// What is about to be sent, as it will be shown to who receives it.
pub(super) fn as_received(items: Items) -> Theirs {
    Theirs { things: Copies::of(items), ..Theirs::default() }
}
