//! How it is going: the ratings of a goal over time, and a place to rate it today.

use leptos::prelude::*;
use waymark_domain::{id::RecordId, progress::RatingPoint};

use super::{profile::Profile, rate_today::RateToday, rating_list::RatingList};
use crate::{
    browser::intl,
    state::notebook_store::use_notebook,
    text::{goals, t, tf},
    widgets::{Card, Disclosure, Show},
};

/// The elevation profile, today's rating, and all ratings in a list.
#[component]
pub(super) fn RatingsCard(goal: RecordId) -> impl IntoView {
    let ratings = use_notebook().memo(move |notebook| notebook.elevation(goal));
    let flags = use_notebook().memo_of_mentoring(move |notebook| {
        notebook.given_about(goal).iter().filter_map(|one| one.given.on()).collect::<Vec<_>>()
    });
    let none = move || ratings.with(Vec::is_empty);
    view! {
        <div class="goal-ratings">
            <Card title=t(goals::Going)>
                <Show when=none>
                    <p class="quiet">{t(goals::NoRatings)}</p>
                </Show>
                <Show when=move || !none()>
                    <Profile ratings flags />
                    <p class="rating-latest">{move || latest(&ratings.get())}</p>
                </Show>
                <RateToday goal />
                <Show when=move || !none()>
                    <Disclosure label=t(goals::AllRatings)>
                        <RatingList ratings />
                    </Disclosure>
                </Show>
            </Card>
        </div>
    }
}

fn latest(ratings: &[RatingPoint]) -> Option<String> {
    let latest = ratings.last()?;
    let day = intl::day_near(latest.on, use_notebook().today());
    Some(tf(goals::RatedOn, &[("value", &latest.value.to_string()), ("day", &day)]))
}
