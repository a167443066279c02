//! How near a day is, in words.

use chrono::NaiveDate;

use crate::{
    browser::intl,
    text::{days, t, tf},
};

/// `due today`, `due Monday`, `due 18 December`, `was due 3 November`.
pub fn due_label(due: NaiveDate, today: NaiveDate) -> String {
    let ahead = due.signed_duration_since(today).num_days();
    match ahead {
        0 => t(days::DueToday).to_owned(),
        1 => t(days::DueTomorrow).to_owned(),
        2..=6 => tf(days::DueOn, &[("day", &intl::weekday(due))]),
        -1 => t(days::WasDueYesterday).to_owned(),
        _ if ahead < 0 => tf(days::WasDue, &[("day", &intl::day_near(due, today))]),
        _ => tf(days::DueOn, &[("day", &intl::day_near(due, today))]),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn near_days_have_words_and_far_ones_a_date() {
        let today = NaiveDate::from_ymd_opt(2026, 11, 21).unwrap();
        let label = |days| due_label(today + chrono::TimeDelta::days(days), today);
        assert_eq!((label(0).as_str(), label(1).as_str()), ("due today", "due tomorrow"));
        assert_eq!(label(-1), "was due yesterday");
        assert!(label(-2).starts_with("was due ") && label(30).starts_with("due "));
    }
}
