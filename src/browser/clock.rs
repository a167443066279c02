//! What time it is: the one place where the clock is asked.

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

/// The wall clock.
#[cfg(target_arch = "wasm32")]
pub fn now() -> waymark_domain::stamp::At {
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "milliseconds since 1970 fit"
    )]
    let milliseconds = js_sys::Date::now().max(0.0) as u64;
    waymark_domain::stamp::At(milliseconds)
}

/// Outside a browser no time passes.
#[cfg(not(target_arch = "wasm32"))]
pub fn now() -> waymark_domain::stamp::At {
    waymark_domain::stamp::At::default()
}

/// The hour of the day where the reader is, 0 to 23.
#[cfg(target_arch = "wasm32")]
pub fn hour() -> u32 {
    js_sys::Date::new_0().get_hours()
}

/// Outside a browser it is always morning.
#[cfg(not(target_arch = "wasm32"))]
pub fn hour() -> u32 {
    9
}

/// The moment, in milliseconds since 1970.
#[cfg(target_arch = "wasm32")]
pub fn moment() -> f64 {
    js_sys::Date::now()
}

/// Outside a browser no time passes.
#[cfg(not(target_arch = "wasm32"))]
pub fn moment() -> f64 {
    0.0
}

/// Milliseconds since some moment, to measure how long something takes.
#[cfg(target_arch = "wasm32")]
pub fn ticks() -> f64 {
    leptos::prelude::window().performance().map_or(0.0, |performance| performance.now())
}

/// Outside a browser everything takes no time.
#[cfg(not(target_arch = "wasm32"))]
pub fn ticks() -> f64 {
    0.0
}
