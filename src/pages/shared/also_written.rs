//! A field that was written in two places at once: the value that is not shown, and what to do with it.

use leptos::{html, prelude::*};
use serde_json::Value;
use waymark_domain::{
    Change, Notebook, combine::combine, day::parse_day, field::Field, field::Rule, id::RecordId, json,
};

use crate::{
    browser::{focus, intl},
    state::notebook_store::{NotebookStore, use_notebook},
    text::{t, versions},
    widgets::{Button, Tone, use_announcer},
};

/// Shows nothing while a field has one value. Put it behind the field it speaks of, in the same element: that field
/// gets the focus when a value was picked.
#[component]
pub fn AlsoWritten(
    /// The record.
    id: RecordId,
    /// Which field of it.
    field: Field,
    /// Puts a value into words, where it is not shown as it is kept: the words of a status.
    #[prop(optional, into)]
    words: Option<Callback<String, String>>,
) -> impl IntoView {
    let found = use_notebook().memo(move |notebook| Versions::of(notebook, id, field));
    move || found.get().map(|versions| view! { <Others id field versions words /> })
}

/// What a field holds when it holds several values: the shown one first.
#[derive(Clone, Debug, PartialEq)]
struct Versions {
    shown: Value,
    others: Vec<Value>,
}

impl Versions {
    fn of(notebook: &Notebook, id: RecordId, field: Field) -> Option<Self> {
        let record = notebook.record(id)?;
        let others: Vec<_> = record.others(field).iter().map(|version| version.value.clone()).collect();
        let shown = record.value(field.name).cloned().unwrap_or_default();
        (!others.is_empty()).then_some(Self { shown, others })
    }

    fn combined(&self, rule: Rule) -> Option<String> {
        let all: Vec<&str> =
            [&self.shown].into_iter().chain(&self.others).filter_map(Value::as_str).collect();
        (all.len() > 1).then(|| combine(rule, &all)).flatten()
    }
}

#[component]
fn Others(
    id: RecordId,
    field: Field,
    versions: Versions,
    words: Option<Callback<String, String>>,
) -> impl IntoView {
    let (store, announcer) = (use_notebook(), use_announcer());
    let root = NodeRef::<html::Div>::new();
    let pick = Callback::new(move |value: Value| {
        let place = root.get_untracked().and_then(|root| root.parent_element());
        if settle(store, id, field, value) {
            announcer.say(t(versions::Settled));
            place.iter().for_each(focus::first_control_in);
        }
    });
    let combined = versions.combined(field.rule).map(Value::from);
    let shown = versions.shown;
    let other = move |value: Value| view! { <Other value rule=field.rule words pick /> };
    view! {
        <div class="also-written" role="group" aria-label=t(versions::AlsoWritten) node_ref=root>
            <p class="also-written-title">{t(versions::AlsoWritten)}</p>
            <ul class="stack">{versions.others.into_iter().map(other).collect_view()}</ul>
            <div class="row row-tight">
                <Button label=t(versions::KeepShown) on_click=move |_| pick.run(shown.clone()) />
                {combined
                    .map(|all| view! { <Button label=t(versions::Combine) on_click=move |_| pick.run(all.clone()) /> })}
            </div>
        </div>
    }
}

#[component]
fn Other(
    value: Value,
    rule: Rule,
    words: Option<Callback<String, String>>,
    pick: Callback<Value>,
) -> impl IntoView {
    let said = in_words(rule, &value, words);
    view! {
        <li class="row row-tight">
            <span class="also-written-value" dir="auto">{said}</span>
            <Button label=t(versions::UseThis) on_click=move |_| pick.run(value.clone()) tone=Tone::Normal />
        </li>
    }
}

/// Picking is an edit whose writer saw every version. Says whether it was taken.
fn settle(store: NotebookStore, id: RecordId, field: Field, value: Value) -> bool {
    let saw = store.saw(id, field);
    store.apply(Change::Write { id, field, value, saw }).is_ok()
}

fn in_words(rule: Rule, value: &Value, words: Option<Callback<String, String>>) -> String {
    match (value, words) {
        (Value::Null, _) => t(versions::Nothing).to_owned(),
        (Value::String(text), Some(words)) => words.run(text.clone()),
        (Value::String(text), None) if rule == Rule::Day => {
            parse_day(text).map_or_else(|| text.clone(), intl::day_short_with_year)
        }
        (Value::String(text), None) => text.clone(),
        (other, _) => json::compact(other),
    }
}

#[cfg(test)]
mod tests {
    use waymark_domain::{
        goal,
        record::{Record, Saw},
        stamp::At,
    };

    use super::*;
    use crate::browser::stamp_source::{StampSource, fresh_identity};

    /// A goal whose title was written here and, without having seen that, elsewhere.
    fn written_twice() -> (NotebookStore, RecordId) {
        let (notebook_id, me) = fresh_identity();
        let mut here = Notebook::new(notebook_id, me);
        let mut stamp = StampSource::new();
        let goal = here.apply(Change::AddGoal { title: "Swim".into() }, &mut stamp).unwrap().created.unwrap();
        let mut elsewhere = Record::clone(here.record(goal).unwrap());
        let replica = waymark_domain::id::ReplicaId(7);
        elsewhere.write(goal::TITLE.name, "Dive".into(), &Saw::default(), At(9), replica).unwrap();
        here.join(&elsewhere).unwrap();
        (NotebookStore::new(here, stamp, crate::state::keeper::Keeper::none()), goal)
    }

    fn versions(store: NotebookStore, goal: RecordId) -> Option<Versions> {
        store.with_untracked(|notebook| Versions::of(notebook, goal, goal::TITLE))
    }

    #[test]
    fn picking_either_value_or_both_leaves_one() {
        Owner::new().with(|| {
            let (store, goal) = written_twice();
            let found = versions(store, goal).unwrap();
            let all = found.combined(goal::TITLE.rule).unwrap();
            assert!(all.contains("Swim") && all.contains("Dive"));
            for value in [found.shown.clone(), found.others[0].clone(), Value::from(all)] {
                let (store, goal) = written_twice();
                assert!(settle(store, goal, goal::TITLE, value.clone()));
                assert_eq!(versions(store, goal), None);
                let title = store.with_untracked(|notebook| notebook.goal(goal).unwrap().title().to_owned());
                assert_eq!(Value::from(title), value);
            }
        });
    }
}
