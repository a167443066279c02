//! What a mentor learns about their own skills: named in an entry, with what shows them.

use leptos::prelude::*;
use waymark_domain::{Change, Notebook, entry, entry::Entry, id::RecordId, sorting::sort_by};

use crate::{
    browser::intl,
    pages::shared::{draft_field::DraftText, refusal::refusal},
    state::notebook_store::use_notebook,
    text::{journal, t, tf},
    widgets::{Disclosure, TokenField, use_toasts},
};

/// Shown to who mentors someone, and where an entry names a skill.
#[component]
pub(super) fn Skills(id: RecordId) -> impl IntoView {
    let store = use_notebook();
    let wanted = store.memo(move |notebook| {
        let mentors = notebook.relationships().iter().any(|one| one.my_roles().mentor);
        mentors || notebook.entry(id).is_some_and(|entry| entry.skills().next().is_some())
    });
    move || wanted.get().then(|| view! { <Fields id /> })
}

#[component]
fn Fields(id: RecordId) -> impl IntoView {
    let (store, toasts) = (use_notebook(), use_toasts());
    let skills =
        store.memo(move |notebook| notebook.entry(id).map(|entry| skills(&entry)).unwrap_or_default());
    let open = !skills.with_untracked(Vec::is_empty);
    let mark = move |member: String, on| {
        if let Err(error) = store.apply(Change::Mark { id, set: entry::SKILLS, member, on }) {
            toasts.show(refusal(error));
        }
    };
    view! {
        <Disclosure label=t(journal::Skills) open>
            <TokenField
                label=t(journal::SkillsField)
                tokens=skills
                on_add=move |skill| mark(skill, true)
                on_remove=move |skill| mark(skill, false)
                remove_label=|skill: String| tf(journal::RemoveSkill, &[("skill", &skill)])
                suggestions=store.memo(known)
                hint=t(journal::SkillsHint)
            />
            <DraftText id field=entry::EVIDENCE label=t(journal::Evidence) hint=t(journal::EvidenceHint) />
        </Disclosure>
    }
}

fn skills(entry: &Entry) -> Vec<String> {
    entry.skills().map(str::to_owned).collect()
}

/// The skills that mentoring asks of everyone, and those that were named before.
fn known(notebook: &Notebook) -> Vec<String> {
    let common = [
        journal::SkillCommunication,
        journal::SkillListening,
        journal::SkillEmpathy,
        journal::SkillPlanning,
        journal::SkillProblems,
    ];
    let mut all: Vec<String> = common.into_iter().map(|skill| t(skill).to_owned()).collect();
    all.extend(notebook.entries().flat_map(|entry| skills(&entry)));
    sort_by(&mut all, |a, b| intl::order(a, b));
    all.dedup();
    all
}
