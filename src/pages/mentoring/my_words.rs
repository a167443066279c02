//! What I gave a person: each word, suggestion and rating, whether it goes with the next file, and a way to take it away.

use leptos::prelude::*;
use waymark_domain::{
    Notebook,
    id::RecordId,
    mentoring::{About, Act, Since, feedback, suggestion},
};

use super::{next_file::NextFile, words};
use crate::{
    browser::intl,
    memo::Memo,
    pages::shared::{draft_field::DraftText, given::delete, refusal::refusal},
    signal::Signal,
    state::notebook_store::use_notebook,
    text::{goals, mentoring, t, tf, tn},
    widgets::{Checkbox, Chip, Disclosure, Gap, Icon, IconButton, Section, Show, VirtualList, use_toasts},
};

/// One thing I gave.
#[derive(Clone, Debug, PartialEq)]
struct Mine {
    id: RecordId,
    kind: String,
    text: String,
    about: Option<About>,
    /// The field in which the words can still be changed.
    field: Option<waymark_domain::field::Field>,
}

/// All of it, newest first. Nothing while there is none.
#[component]
pub(super) fn MyWords(with: RecordId) -> impl IntoView {
    let mine = use_notebook().memo_of_mentoring(move |notebook| mine(notebook, with));
    let next = NextFile::here();
    let all = Memo::new(move |_| {
        let is_sent = |one: &Mine| next.since_sent(one.id) == Some(Since::Same);
        mine.get().into_iter().partition::<Vec<_>, _>(is_sent)
    });
    let sent = Memo::new(move |_| all.with(|(sent, _)| sent.clone()));
    let fresh = Memo::new(move |_| all.with(|(_, fresh)| fresh.clone()));
    view! {
        <Show when=move || !sent.with(Vec::is_empty) || !fresh.with(Vec::is_empty)>
            <Section title=t(mentoring::YourWords)>
                <Rows with rows=fresh />
                <Show when=move || !sent.with(Vec::is_empty)>
                    <Disclosure label=Signal::derive(move || tn(mentoring::SentUnchanged, sent.with(Vec::len)))>
                        <Rows with rows=sent />
                    </Disclosure>
                </Show>
            </Section>
        </Show>
    }
}

#[component]
fn Rows(with: RecordId, rows: Memo<Vec<Mine>>) -> impl IntoView {
    view! {
        <VirtualList
            label=t(mentoring::YourWords)
            items=rows
            key=|one| one.id.uuid().as_u128()
            estimate=|_| 180.0
            gap=Gap::Medium
            row=move |one| view! { <Row with one /> }.into_any()
        />
    }
}

fn mine(notebook: &Notebook, with: RecordId) -> Vec<Mine> {
    let feedback = notebook.feedback_to(with).into_iter().map(|one| Mine {
        id: one.id(),
        kind: t(words::nature(one.nature())).to_owned(),
        text: one.text().to_owned(),
        about: one.about(),
        field: Some(feedback::TEXT),
    });
    let suggestions = notebook.suggestions_to(with).into_iter().map(|one| Mine {
        id: one.id(),
        kind: t(words::suggested(one.what())).to_owned(),
        text: one.text().to_owned(),
        about: one.about(),
        field: Some(suggestion::TEXT),
    });
    let views = notebook.views_for(with).into_iter().map(|one| Mine {
        id: one.id(),
        kind: t(mentoring::YourView).to_owned(),
        text: tf(goals::OfTen, &[("value", &intl::number(usize::from(one.value().unwrap_or_default())))]),
        about: one.about(),
        field: None,
    });
    feedback.chain(suggestions).chain(views).collect()
}

#[component]
fn Row(with: RecordId, one: Mine) -> impl IntoView {
    let (store, toasts) = (use_notebook(), use_toasts());
    let Mine { id, kind, text, about, field } = one;
    let name: String = text.chars().take(60).collect();
    let said = tf(mentoring::InTrash, &[("title", &name)]);
    let words = match field {
        Some(field) => view! { <DraftText id field label=kind.clone() hide_label=true /> }.into_any(),
        None => view! { <p class="written">{text}</p> }.into_any(),
    };
    view! {
        <article class="card">
            <div class="row row-tight">
                <Chip label=kind />
                <div class="push">
                    <IconButton
                        label=tf(mentoring::DeleteWords, &[("title", &name)])
                        icon=Icon::Trash
                        on_click=move |_| delete(store, toasts, id, said.clone())
                    />
                </div>
            </div>
            {about.map(|about| view! { <p class="quiet">{t(mentoring::On)}" "<bdi>{about.title}</bdi></p> })}
            {words}
            <Chosen with id label=t(mentoring::InNextFile) />
        </article>
    }
}

/// Whether a thing goes with the next file.
#[component]
pub(super) fn Chosen(
    with: RecordId,
    id: RecordId,
    #[prop(into)] label: Signal<String>,
    #[prop(optional, into)] hint: Signal<String>,
) -> impl IntoView {
    let (store, toasts) = (use_notebook(), use_toasts());
    let on = store.memo(move |notebook| notebook.relationship(with).is_some_and(|one| one.shares(id)));
    let choose = move |on: bool| {
        if let Err(error) = store.apply(Act::Choose { with, id, on }) {
            toasts.show(refusal(error));
        }
    };
    view! { <Checkbox label checked=on on_change=choose hint /> }
}
