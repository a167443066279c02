//! The reader's own calendar day.

use chrono::NaiveDate;

/// Today where the reader is.
#[cfg(target_arch = "wasm32")]
pub fn today() -> NaiveDate {
    let now = js_sys::Date::new_0();
    #[expect(clippy::cast_possible_wrap, reason = "years stay far below 2^31")]
    let year = now.get_full_year() as i32;
    NaiveDate::from_ymd_opt(year, now.get_month() + 1, now.get_date()).unwrap_or_default()
}

/// Outside a browser it is always the same day.
#[cfg(not(target_arch = "wasm32"))]
pub fn today() -> NaiveDate {
    NaiveDate::default()
}
