//! Which entries are listed: by tag, goal and days. The choice stands in the address, so that it can be kept and gone
//! back to.

use chrono::NaiveDate;
use leptos::prelude::*;
use uuid::Uuid;
use waymark_domain::{Notebook, id::RecordId, sorting::sort_by};

use super::listing::Listing;
use crate::{
    browser::{dom, intl},
    memo::Memo,
    route::JournalFilter,
    signal::Signal,
    state::notebook_store::use_notebook,
    text::{journal, t, tf},
    widgets::{Button, Chip, ChipList, DateField, Disclosure, SelectField, Tone},
};

/// The fields, folded away, and what is chosen, in sight.
#[component]
pub(super) fn Filters(listing: Listing) -> impl IntoView {
    let filter = listing.filter;
    let set = Callback::new(move |filter| listing.set_filter(filter));
    // The button that was pressed is gone then; the focus goes to where filters are chosen.
    let drop_and_stay = Callback::new(move |filter| {
        set.run(filter);
        request_animation_frame(|| dom::focus_first(".filter summary"));
    });
    view! {
        <div class="filter">
        <Disclosure label=t(journal::Filter)>
            <div class="filter-fields">
                <TagFilter filter set />
                <GoalFilter filter set />
                <DayFilters filter set />
            </div>
        </Disclosure>
        </div>
        <FilterChips filter set=drop_and_stay />
    }
}

#[component]
fn TagFilter(filter: Memo<JournalFilter>, set: Callback<JournalFilter>) -> impl IntoView {
    let tags = use_notebook().memo(|notebook: &Notebook| {
        let mut tags = notebook.tags();
        sort_by(&mut tags, |a, b| intl::order(a, b));
        tags
    });
    let options = Signal::derive(move || {
        let any = (None, t(journal::AnyTag).to_owned());
        let tags = tags.get().into_iter().map(|tag| (Some(tag.clone()), tag));
        [any].into_iter().chain(tags).collect::<Vec<_>>()
    });
    let value = Signal::derive(move || filter.with(|filter| filter.tag.clone()));
    let choose = move |tag| set.run(JournalFilter { tag, ..filter.get_untracked() });
    view! { <SelectField label=t(journal::FilterTag) value options on_change=choose /> }
}

#[component]
fn GoalFilter(filter: Memo<JournalFilter>, set: Callback<JournalFilter>) -> impl IntoView {
    let goals = use_notebook().memo(|notebook| {
        let mut goals: Vec<_> =
            notebook.goals().map(|goal| (Some(goal.id().uuid()), goal.title().to_owned())).collect();
        sort_by(&mut goals, |a, b| intl::order(&a.1, &b.1));
        goals
    });
    let options = Signal::derive(move || {
        [(None, t(journal::AnyGoal).to_owned())].into_iter().chain(goals.get()).collect::<Vec<_>>()
    });
    let value = Signal::derive(move || filter.with(|filter| filter.goal));
    let choose = move |goal| set.run(JournalFilter { goal, ..filter.get_untracked() });
    view! { <SelectField label=t(journal::FilterGoal) value options on_change=choose /> }
}

#[component]
fn DayFilters(filter: Memo<JournalFilter>, set: Callback<JournalFilter>) -> impl IntoView {
    let from = Signal::derive(move || filter.with(|filter| filter.from));
    let to = Signal::derive(move || filter.with(|filter| filter.to));
    let set_from = move |from| set.run(JournalFilter { from, ..filter.get_untracked() });
    let set_to = move |to| set.run(JournalFilter { to, ..filter.get_untracked() });
    view! {
        <DateField label=t(journal::FilterFrom) value=from max=to on_change=set_from />
        <DateField label=t(journal::FilterTo) value=to min=from on_change=set_to />
    }
}

/// What is chosen: each with a button that drops it, and one that drops all.
#[component]
fn FilterChips(filter: Memo<JournalFilter>, set: Callback<JournalFilter>) -> impl IntoView {
    let store = use_notebook();
    let title = move |goal: Uuid| {
        let title =
            |notebook: &Notebook| notebook.goal(RecordId::new(goal)).map(|goal| goal.title().to_owned());
        store.with(title).unwrap_or_else(|| t(journal::GoalNotHere).to_owned())
    };
    let chips = move || {
        let chosen = filter.get();
        (!chosen.is_empty()).then(|| {
            let parts = in_use(&chosen, title).into_iter();
            let chips = parts.map(move |(words, without)| chip(words, without, set)).collect_view();
            let clear = move |_| set.run(JournalFilter::default());
            view! {
                <div class="row row-tight">
                    <ChipList label=t(journal::FiltersInUse)>{chips}</ChipList>
                    <Button label=t(journal::Clear) on_click=clear tone=Tone::Plain />
                </div>
            }
        })
    };
    view! { <div class="filter-chips">{chips}</div> }
}

/// Each part of the filter in words, with the filter that is left without it.
fn in_use(filter: &JournalFilter, title: impl Fn(Uuid) -> String) -> Vec<(String, JournalFilter)> {
    let day = |template, day: &NaiveDate| tf(template, &[("day", &intl::day_short_with_year(*day))]);
    let parts = [
        (
            filter.tag.as_ref().map(|tag| tf(journal::OnlyTag, &[("tag", tag)])),
            JournalFilter { tag: None, ..filter.clone() },
        ),
        (
            filter.goal.map(|goal| tf(journal::OnlyGoal, &[("goal", &title(goal))])),
            JournalFilter { goal: None, ..filter.clone() },
        ),
        (
            filter.from.as_ref().map(|from| day(journal::OnlyFrom, from)),
            JournalFilter { from: None, ..filter.clone() },
        ),
        (filter.to.as_ref().map(|to| day(journal::OnlyTo, to)), JournalFilter { to: None, ..filter.clone() }),
    ];
    parts.into_iter().filter_map(|(words, without)| Some((words?, without))).collect()
}

fn chip(words: String, without: JournalFilter, set: Callback<JournalFilter>) -> impl IntoView {
    let name = tf(journal::DropFilter, &[("filter", &words)]);
    let drop = move |()| set.run(without.clone());
    view! { <li><Chip label=words on_remove=drop remove_label=name /></li> }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_part_in_use_can_be_dropped_alone() {
        let filter = JournalFilter {
            tag: Some("club".into()),
            goal: Some(Uuid::nil()),
            from: None,
            to: NaiveDate::from_ymd_opt(2026, 11, 21),
        };
        let parts = in_use(&filter, |_| "Swim".into());
        let words: Vec<_> = parts.iter().map(|(words, _)| words.as_str()).collect();
        assert_eq!(words, ["Tag: club", "Goal: Swim", "Until 2026-11-21"]);
        assert_eq!(parts[1].1, JournalFilter { goal: None, ..filter });
        assert!(in_use(&JournalFilter::default(), |_| String::new()).is_empty());
    }
}
