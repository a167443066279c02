//! The agreement: what each expects, how often, where, what stays between us and where that ends. It counts as agreed when
//! both copies say the same.

use leptos::prelude::*;
use waymark_domain::{
    field::{Field, Rule},
    id::RecordId,
    mentoring::{Act, Agreement, AgreementState, relationship},
};

use super::words;
use crate::{
    pages::shared::{
        choice::Choice,
        day_field::DayField,
        draft_field::{DraftLine, DraftText},
        refusal::refusal,
    },
    state::notebook_store::use_notebook,
    text::{mentoring, t},
    widgets::{Button, Card, Checkbox, Chip, ChipTone, Disclosure, use_toasts},
};

/// My copy, how it stands to theirs, and whether it goes with the next file.
#[component]
pub(super) fn AgreementCard(id: RecordId) -> impl IntoView {
    let store = use_notebook();
    let state = store.memo_of_mentoring(move |notebook| notebook.agreement_state(id));
    let nothing_of_mine = move || {
        let mine = store.with_untracked(|notebook| notebook.relationship(id).map(|one| Agreement::of(&one)));
        mine.is_none_or(|mine| mine.is_empty())
    };
    let chip = move || {
        let (words, tone) = match state.get() {
            AgreementState::None => (mentoring::AgreementNone, ChipTone::Quiet),
            AgreementState::OnlyMine => (mentoring::AgreementMine, ChipTone::Quiet),
            AgreementState::Differs(_) if nothing_of_mine() => (mentoring::AgreementProposed, ChipTone::Flag),
            AgreementState::Differs(_) => (mentoring::AgreementDiffers, ChipTone::Flag),
            AgreementState::Agreed => (mentoring::AgreementAgreed, ChipTone::On),
        };
        view! { <Chip label=t(words) tone /> }
    };
    let theirs = move || match state.get() {
        AgreementState::Differs(theirs) => Some(view! { <TheirCopy with=id theirs /> }),
        _ => None,
    };
    view! {
        <Card title=t(mentoring::Agreement)>
            {chip}
            {theirs}
            <Disclosure label=t(mentoring::AgreementYours)>
                <p class="field-hint">{t(mentoring::AgreementHint)}</p>
                {move || Agreement::default().fields().map(|(field, _)| view! { <AgreementField id field /> }).into_iter().collect_view()}
            </Disclosure>
            <SendIt id />
        </Card>
    }
}

#[component]
fn AgreementField(id: RecordId, field: Field) -> impl IntoView {
    let label = words::field(field);
    match field.rule {
        Rule::Day => view! { <DayField id field label /> }.into_any(),
        Rule::Line(_) => view! { <DraftLine id field label /> }.into_any(),
        _ => view! { <DraftText id field label /> }.into_any(),
    }
}

/// Whether it goes with the next file.
#[component]
pub(super) fn SendIt(id: RecordId) -> impl IntoView {
    let store = use_notebook();
    let field = relationship::SHARES_AGREEMENT;
    let on = store.memo(move |notebook| notebook.record(id).is_some_and(|record| record.flag(field)));
    let choice = Choice::new(store, id, field);
    view! { <Checkbox label=t(mentoring::SendAgreement) checked=on on_change=move |on: bool| choice.write(on) /> }
}

/// Where their copy says something else, in my words, and a way to take it.
#[component]
fn TheirCopy(with: RecordId, theirs: Agreement) -> impl IntoView {
    let (store, toasts) = (use_notebook(), use_toasts());
    let mine = store
        .with_untracked(|notebook| notebook.relationship(with).map(|one| Agreement::of(&one)))
        .unwrap_or_default();
    let differs = theirs.fields().into_iter().zip(mine.fields()).filter(|(theirs, mine)| theirs != mine);
    let rows = differs.map(|((field, value), _)| {
        let value = if value.is_empty() {
            t(mentoring::NothingWritten).to_owned()
        } else {
            words::agreed(field, &value)
        };
        view! { <dt>{words::field(field)}</dt><dd class="written"><bdi>{value}</bdi></dd> }
    });
    let rows = rows.collect_view();
    let take = move |_| {
        if let Err(error) = store.apply(Act::TakeAgreement { with, agreement: theirs.clone() }) {
            toasts.show(refusal(error));
        }
    };
    view! {
        <p>{t(mentoring::TheirAgreement)}</p>
        <dl class="facts">{rows}</dl>
        <div class="row">
            <Button label=t(mentoring::TakeAgreement) on_click=take />
        </div>
    }
}
