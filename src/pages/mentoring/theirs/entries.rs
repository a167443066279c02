//! Someone's journal entries: read-only, in their words.

use leptos::prelude::*;
use waymark_domain::{
    entry,
    mentoring::{
        About, Copied,
        share::{Item as _, SharedEntry},
    },
};

use super::{
    super::{
        answer::{Answer, answer_to},
        copied::{self, RemoveCopy, StandingChip, remove_copy},
    },
    Said, Shown,
};
use crate::{
    browser::intl,
    memo::Memo,
    pages::{
        journal::{parts::words_of, self_check},
        shared::mentoring_words as words,
    },
    text::{mentoring, t, tf},
    widgets::{Chip, ChipList, Gap, Section, Show, VirtualList},
};

/// All entries that were shared.
#[component]
pub(super) fn TheirEntries(entries: Memo<Vec<Copied<SharedEntry>>>, shown: Shown) -> impl IntoView {
    view! {
        <Show when=move || !entries.with(Vec::is_empty)>
            <Section title=t(mentoring::Entries)>
                <VirtualList
                    label=t(mentoring::Entries)
                    items=entries
                    key=copied::key
                    estimate=|_| 260.0
                    gap=Gap::Medium
                    row=move |copy| view! { <TheirEntry copy shown /> }.into_any()
                />
            </Section>
        </Show>
    }
}

#[component]
fn TheirEntry(copy: Copied<SharedEntry>, shown: Shown) -> impl IntoView {
    let heading = words::beginning(copy.item.title());
    let SharedEntry { id, date, title, prompt, answers, text, tags, checks, .. } = copy.item;
    let about = About::new(entry::KIND, id, &heading);
    let answer =
        shown.received().map(|with| view! { <Answer with about=Some(about) label=answer_to(&heading) /> });
    let remove = shown.received().map(|with| view! { <RemoveCopy with id label=remove_copy(&heading) /> });
    let day = date.map(intl::day_long_with_year);
    let titled = (!title.is_empty()).then(|| view! { <h3 dir="auto">{title}</h3> });
    let untitled = titled.is_none().then(|| view! { <h3>{day.clone()}</h3> });
    let day = titled.is_some().then_some(day);
    let answered =
        answers.0.into_iter().map(|(field, words)| view! { <Said label=t(words_of(field).label) words /> });
    let chips = tags.into_iter().chain(checks.0.into_iter().map(|(field, value)| in_words(field, value)));
    let chips: Vec<_> = chips.map(|label| view! { <li><Chip label /></li> }).collect();
    view! {
        <article class="card">
            <div class="heading copy-head">
                <div>{titled}{untitled}</div>
                <div class="heading-actions">{remove}</div>
            </div>
            <p class="quiet">{day}</p>
            <StandingChip standing=copy.standing />
            {(!prompt.is_empty()).then(|| view! { <p class="quiet" dir="auto">{prompt}</p> })}
            {answered.collect_view()}
            <p class="written" dir="auto">{text}</p>
            {(!chips.is_empty()).then(|| view! { <ChipList>{chips}</ChipList> })}
            {answer}
        </article>
    }
}

fn in_words(field: waymark_domain::field::Field, value: u8) -> String {
    let [label, ..] = self_check::words(field).map(t);
    tf(mentoring::CheckOfFive, &[("check", label), ("value", &intl::number(usize::from(value)))])
}
