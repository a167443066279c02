//! The templates in words: their names, their parts, the question each part asks.

use leptos::prelude::*;
use waymark_domain::{Change, entry, entry::Entry, field::Field, id::RecordId, template::Template};

use crate::{
    pages::shared::refusal::refusal,
    state::notebook_store::use_notebook,
    text::{Text, journal, t},
    widgets::{SelectField, use_toasts},
};

/// What a template is called.
pub(in crate::pages) const fn template_name(template: Template) -> Text {
    match template {
        Template::Free => journal::TemplateFree,
        Template::WhatSoWhatNowWhat => journal::TemplateWhat,
        Template::Gibbs => journal::TemplateGibbs,
        Template::RoseBudThorn => journal::TemplateRose,
    }
}

/// How a field presents itself.
pub(in crate::pages) struct Words {
    pub(in crate::pages) label: Text,
    /// Stands in the field while it is empty.
    pub(in crate::pages) question: Text,
}

/// A field's label and question.
pub(in crate::pages) fn words_of(field: Field) -> Words {
    let all = [
        (entry::WHAT, journal::What, journal::WhatHint),
        (entry::SO_WHAT, journal::SoWhat, journal::SoWhatHint),
        (entry::NOW_WHAT, journal::NowWhat, journal::NowWhatHint),
        (entry::DESCRIPTION, journal::Description, journal::DescriptionHint),
        (entry::FEELINGS, journal::Feelings, journal::FeelingsHint),
        (entry::EVALUATION, journal::Evaluation, journal::EvaluationHint),
        (entry::ANALYSIS, journal::Analysis, journal::AnalysisHint),
        (entry::CONCLUSION, journal::Conclusion, journal::ConclusionHint),
        (entry::ACTION_PLAN, journal::ActionPlan, journal::ActionPlanHint),
        (entry::ROSE, journal::Rose, journal::RoseHint),
        (entry::BUD, journal::Bud, journal::BudHint),
        (entry::THORN, journal::Thorn, journal::ThornHint),
    ];
    let found = all.into_iter().find(|(known, ..)| *known == field);
    let (_, label, question) = found.unwrap_or((entry::TEXT, journal::Entry, journal::EntryPlaceholder));
    Words { label, question }
}

/// Which template the entry follows. Another one loses nothing.
#[component]
pub(in crate::pages) fn TemplateChoice(id: RecordId) -> impl IntoView {
    let (store, toasts) = (use_notebook(), use_toasts());
    let chosen =
        store.memo(move |notebook| notebook.entry(id).as_ref().map(Entry::template).unwrap_or_default());
    let options: Vec<_> =
        Template::ALL.into_iter().map(|template| (template, t(template_name(template)).to_owned())).collect();
    let choose = move |template: Template| {
        let saw = store.saw(id, entry::TEMPLATE);
        let change = Change::Write { id, field: entry::TEMPLATE, value: template.word().into(), saw };
        if let Err(error) = store.apply(change) {
            toasts.show(refusal(error));
        }
    };
    view! { <SelectField label=t(journal::Template) value=chosen options on_change=choose /> }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_part_of_every_template_has_words_of_its_own() {
        let parts: Vec<_> =
            Template::ALL.into_iter().flat_map(Template::parts).chain(&[entry::TEXT]).collect();
        let labels: std::collections::BTreeSet<_> =
            parts.iter().map(|part| t(words_of(**part).label)).collect();
        assert_eq!(labels.len(), parts.len());
    }
}
