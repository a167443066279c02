//! The ratings of a goal drawn as the elevation profile of its trail.

use chrono::NaiveDate;
use leptos::{html, prelude::*};
use waymark_domain::progress::RatingPoint;

use super::{
    chart::{self, Layout, Spot},
    chart_ticks::{Shows, Tick},
};
use crate::{
    browser::{intl, width::width_of},
    memo::Memo,
    signal::Signal,
    text::{goals, tf, tn, tnf},
    widgets::field::ElementId,
};

/// Laid out for the width there is. Its name says the same in words; the list of all ratings says it in full.
#[component]
pub(in crate::pages) fn Profile(
    ratings: Memo<Vec<RatingPoint>>,
    /// Days on which others left feedback.
    #[prop(optional, into)]
    flags: Signal<Vec<NaiveDate>>,
) -> impl IntoView {
    let place = NodeRef::<html::Div>::new();
    let width = width_of(place);
    let ground = ElementId::fresh();
    let drawing = move || {
        let points: Vec<_> = ratings.with(|ratings| ratings.iter().map(|one| (one.on, one.value)).collect());
        let width = width.get()?;
        let layout = chart::layout(&points, width)?;
        let flags = chart::flags(&points, &flags.get(), width);
        let said = [in_words(&points), flags_in_words(flags.len())].join(" ").trim().to_owned();
        Some(view! { <Drawing layout flags ground said /> })
    };
    view! { <div class="profile" node_ref=place>{drawing}</div> }
}

#[component]
fn Drawing(layout: Layout, flags: Vec<Spot>, ground: ElementId, said: String) -> impl IntoView {
    let size = format!("0 0 {} {}", layout.width, chart::HEIGHT);
    view! {
        <svg
            class="profile-picture"
            role="img"
            aria-label=said
            viewBox=size
            width=layout.width.to_string()
            height=chart::HEIGHT.to_string()
        >
            <defs>
                <linearGradient id=ground.name() x1="0" y1="0" x2="0" y2="1">
                    {["profile-top", "profile-foot"].into_iter().enumerate().map(stop).collect_view()}
                </linearGradient>
            </defs>
            {layout.grid.iter().map(|(value, y)| grid_line(*value, *y, layout.width)).collect_view()}
            <path d=layout.ground fill=format!("url(#{})", ground.name()) />
            <path class="profile-line" d=layout.line />
            {layout.dots.into_iter().map(dot).collect_view()}
            {flags.into_iter().map(flag).collect_view()}
            {layout.ticks.into_iter().map(tick).collect_view()}
        </svg>
    }
}

fn stop((offset, class): (usize, &'static str)) -> impl IntoView {
    view! { <stop class=class offset=offset.to_string() /> }
}

fn grid_line(value: u8, y: f64, width: f64) -> impl IntoView {
    view! {
        <line class="profile-grid" x1=chart::LEFT.to_string() x2=width.to_string() y1=y.to_string() y2=y.to_string() />
        <text class="profile-text" x=(chart::LEFT - 8.0).to_string() y=(y + 5.0).to_string() text-anchor="end">
            {intl::number(usize::from(value))}
        </text>
    }
}

fn dot(spot: Spot) -> impl IntoView {
    view! { <circle class="profile-dot" cx=spot.x.to_string() cy=spot.y.to_string() r="4" /> }
}

/// A pole with a pennant.
fn flag(spot: Spot) -> impl IntoView {
    let y = spot.y.max(chart::FLAG);
    let path = format!("M{:.1} {:.1}v-{}l11 5-11 5", spot.x, y, chart::FLAG);
    view! { <path class="profile-flag" d=path /> }
}

fn tick(tick: Tick) -> impl IntoView {
    let label = match tick.shows {
        Shows::Day => intl::day_short(tick.day),
        Shows::Month => intl::month_short(tick.day),
        Shows::Year => intl::year(tick.day),
    };
    let y = chart::HEIGHT - 8.0;
    view! {
        <text class="profile-text" x=tick.x.to_string() y=y.to_string() text-anchor=tick.anchor.word()>
            {label}
        </text>
    }
}

fn flags_in_words(count: usize) -> String {
    if count == 0 { String::new() } else { tn(goals::ProfileFlags, count) }
}

/// What the picture shows.
fn in_words(points: &[(NaiveDate, u8)]) -> String {
    let (Some((first, from)), Some((last, to))) = (points.first(), points.last()) else {
        return String::new();
    };
    let number = |value: u8| intl::number(usize::from(value));
    if points.len() == 1 {
        let values = [("value", number(*to)), ("day", intl::day_short_with_year(*last))];
        return tf(goals::ProfileOne, &values.each_ref().map(|(name, value)| (*name, value.as_str())));
    }
    let values = || points.iter().map(|(_, value)| *value);
    let all = [
        ("first", intl::day_short_with_year(*first)),
        ("last", intl::day_short_with_year(*last)),
        ("from", number(*from)),
        ("to", number(*to)),
        ("low", number(values().min().unwrap_or_default())),
        ("high", number(values().max().unwrap_or_default())),
    ];
    tnf(goals::ProfileMany, points.len(), &all.each_ref().map(|(name, value)| (*name, value.as_str())))
}

#[cfg(test)]
mod tests {
    use super::in_words;

    #[test]
    fn the_words_name_first_last_lowest_and_highest() {
        let points: Vec<_> = [("2026-09-03", 4), ("2026-10-01", 1), ("2026-10-20", 9), ("2026-11-14", 6)]
            .map(|(day, value)| (day.parse().unwrap(), value))
            .to_vec();
        assert_eq!(
            in_words(&points),
            "4 self-checks from 2026-09-03 to 2026-11-14: 4 of 10 at first, 6 at last; lowest 1, highest 9."
        );
        assert_eq!(in_words(&points[..1]), "One self-check: 4 of 10 on 2026-09-03.");
        assert_eq!(in_words(&[]), "");
    }
}
