//! The preview: the very things as the other will see them, the very bytes, and the ways to save them.

use std::sync::Arc;

use leptos::{html, prelude::*};
use waymark_domain::{
    id::RecordId,
    mentoring::{Agreement, relationship, share::Items},
    profile::{self, profile_id},
};

use super::{
    next_file::NextFile,
    saving::{Progress, Saving},
    share_page::in_words,
    theirs::{Said, Shown, TheirThings, as_received},
    words,
};
use crate::{
    browser::{files, focus},
    memo::Memo,
    pages::shared::draft_field::{DraftLine, DraftText},
    signal::Signal,
    state::notebook_store::use_notebook,
    text::{mentoring, shell, t, tf},
    widgets::{
        Banner, BannerTone, Button, Checkbox, Chip, ChipTone, Dialog, Icon, Section, Show, TextField, Tone,
    },
};

/// Opens while `open` is true.
#[component]
pub(super) fn PreviewDialog(with: RecordId, open: RwSignal<bool>) -> impl IntoView {
    let store = use_notebook();
    let name = store.memo(move |notebook| {
        notebook.relationship(with).map(|one| one.name().to_owned()).unwrap_or_default()
    });
    let saving = Saving::new(with, open);
    view! {
        <Dialog
            open
            on_close=move |()| saving.close()
            title=Signal::derive(move || tf(mentoring::PreviewTitle, &[("name", &name.get())]))
            close_label=t(shell::Close)
            actions=move || view! { <Actions saving /> }
        >
            {move || {
                // Words that are still being typed, and answers that were not added yet, belong in the file, too.
                untrack(|| store.pending().finish_all());
                view! { <WhatLeaves with saving /> }
            }}
        </Dialog>
    }
}

#[component]
fn Actions(saving: Saving) -> impl IntoView {
    let busy = Signal::derive(move || saving.progress.get() == Progress::Working);
    view! {
        <Note saving />
        {files::can_hand_over().then(|| view! {
            <Button label=t(mentoring::HandOver) disabled=busy on_click=move |_| saving.hand_over() />
        })}
        <Button
            label=t(mentoring::SaveTheFile)
            icon=Icon::Download
            tone=Tone::Primary
            disabled=Signal::derive(move || busy.get() || saving.is_nothing())
            on_click=move |_| saving.save()
        />
    }
}

#[component]
fn WhatLeaves(with: RecordId, saving: Saving) -> impl IntoView {
    let next = NextFile::here();
    let summary = next.memo(|next| in_words(next.file()));
    // Of their own, so that they are not built again while the message is typed.
    let things = next.memo(|next| Some((next.file().items.clone(), next.file().agreement.clone())));
    view! {
        <p>{move || summary.get()}</p>
        <Lock saving />
        <YourName />
        <DraftText id=with field=relationship::MESSAGE label=t(mentoring::Message) />
        {move || things.get().map(|(items, agreement)| view! { <Things items agreement /> })}
        <TheBytes next />
        <p class="quiet">{t(mentoring::CannotCallBack)}</p>
    }
}

/// The things, as they will be seen.
#[component]
fn Things(items: Items, agreement: Option<Agreement>) -> impl IntoView {
    let theirs = Arc::new(as_received(items));
    let said = theirs
        .things
        .feedback
        .iter()
        .map(|one| (t(words::nature(one.item.nature)), one.item.text.clone(), one.item.about.clone()));
    let suggested = theirs.things.suggestions.iter().map(|one| {
        let text = [one.item.text.as_str(), &one.item.note, &one.item.link].join("\n").trim().to_owned();
        (t(words::suggested(one.item.what)), text, one.item.about.clone())
    });
    let seen = theirs.things.views.iter().map(|one| {
        let value = crate::browser::intl::number(usize::from(one.item.value));
        (
            t(mentoring::YourView),
            tf(crate::text::goals::OfTen, &[("value", &value)]),
            Some(one.item.about.clone()),
        )
    });
    let row = |(kind, text, about): (&'static str, String, Option<waymark_domain::mentoring::About>)| {
        view! {
            <li class="card">
                <Chip label=kind tone=ChipTone::Flag />
                {about.map(|about| view! { <p class="quiet">{t(mentoring::On)}" "<bdi>{about.title}</bdi></p> })}
                <p class="written" dir="auto">{text}</p>
            </li>
        }
    };
    let words: Vec<_> = said.chain(suggested).chain(seen).map(row).collect();
    let words = (!words.is_empty())
        .then(|| view! { <Section title=t(mentoring::ForThem)><ul class="stack">{words}</ul></Section> });
    let agreement = agreement.map(|agreement| view! { <Agreed agreement /> });
    let theirs = Memo::new(move |_| theirs.clone());
    view! {
        {words}
        <TheirThings theirs shown=Shown::Preview />
        {agreement}
    }
}

/// The agreement as it leaves.
#[component]
fn Agreed(agreement: Agreement) -> impl IntoView {
    let said = agreement.fields().into_iter().map(|(field, words)| {
        view! { <Said label=words::field(field) words=words::agreed(field, &words) /> }
    });
    view! { <Section title=t(mentoring::Agreement)>{said.collect_view()}</Section> }
}

/// The file, byte by byte.
#[component]
fn TheBytes(next: NextFile) -> impl IntoView {
    let shown = RwSignal::new(false);
    let bytes = move || {
        let text = next.get()?.bytes().to_owned();
        Some(view! { <pre class="bytes" dir="ltr" tabindex="0">{text}</pre> })
    };
    view! {
        <div class="row">
            <Button
                label=t(mentoring::ShowTheFile)
                tone=Tone::Plain
                expanded=shown
                on_click=move |_| shown.update(|shown| *shown = !*shown)
            />
        </div>
        {move || shown.get().then(bytes)}
    }
}

#[component]
fn PassphraseField(saving: Saving) -> impl IntoView {
    let input = NodeRef::<html::Input>::new();
    focus::on_arrival(input);
    view! {
        <TextField
            label=t(mentoring::Passphrase)
            value=saving.passphrase
            on_input=move |text| saving.write_passphrase(text)
            hint=t(mentoring::PassphraseHint)
            verbatim=true
            node_ref=input
        />
    }
}

/// A passphrase, if one is wanted, and how the saving goes.
#[component]
fn Lock(saving: Saving) -> impl IntoView {
    view! {
        <Checkbox label=t(mentoring::LockIt) checked=saving.locked on_change=move |on| saving.lock(on) />
        <Show when=move || saving.locked.get()>
            <PassphraseField saving />
        </Show>
    }
}

/// How the saving goes, beside the buttons that begin it.
#[component]
fn Note(saving: Saving) -> impl IntoView {
    let note = move || match saving.progress.get() {
        Progress::Resting => None,
        Progress::Working => Some((t(mentoring::Locking), BannerTone::Info)),
        Progress::Failed(why) => Some((t(why), BannerTone::Warn)),
    };
    view! {
        <div class="dialog-note" aria-live="polite">
            {move || note().map(|(text, tone)| view! { <Banner text tone /> })}
        </div>
    }
}

/// Asked only of someone who has not given a name anywhere: a file without a name says little.
#[component]
fn YourName() -> impl IntoView {
    let store = use_notebook();
    // Asked once: the field stays while the name is typed into it.
    let me = store.with_untracked(|notebook| notebook.name().is_empty().then(|| profile_id(notebook.me())));
    me.map(|id| view! { <DraftLine id field=profile::NAME label=t(mentoring::YourName) /> })
}
