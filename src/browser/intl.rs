//! Days and numbers as the reader writes them. A civil day is formatted in UTC, so that no time zone moves it.

use chrono::NaiveDate;

/// How a day is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum DayStyle {
    Long,
    LongWithYear,
    Short,
    ShortWithYear,
    Weekday,
    WeekdayShort,
    Compact,
    Month,
    MonthShort,
    Year,
}

/// `Saturday 21 November`
pub fn day_long(day: NaiveDate) -> String {
    platform::day(day, DayStyle::Long)
}

/// `Saturday 21 November 2026`
pub fn day_long_with_year(day: NaiveDate) -> String {
    platform::day(day, DayStyle::LongWithYear)
}

/// `21 November`
pub fn day_short(day: NaiveDate) -> String {
    platform::day(day, DayStyle::Short)
}

/// `21 November 2026`
pub fn day_short_with_year(day: NaiveDate) -> String {
    platform::day(day, DayStyle::ShortWithYear)
}

/// `Saturday`
pub fn weekday(day: NaiveDate) -> String {
    platform::day(day, DayStyle::Weekday)
}

/// `Sat`
pub fn weekday_short(day: NaiveDate) -> String {
    platform::day(day, DayStyle::WeekdayShort)
}

/// `Sat 21 Nov`
pub fn day_compact(day: NaiveDate) -> String {
    platform::day(day, DayStyle::Compact)
}

/// `November 2026`
pub fn month_year(day: NaiveDate) -> String {
    platform::day(day, DayStyle::Month)
}

/// `Nov`
pub fn month_short(day: NaiveDate) -> String {
    platform::day(day, DayStyle::MonthShort)
}

/// `2026`
pub fn year(day: NaiveDate) -> String {
    platform::day(day, DayStyle::Year)
}

/// `21 November`, with the year when it is not the year of `today`.
pub fn day_near(day: NaiveDate, today: NaiveDate) -> String {
    use chrono::Datelike as _;
    if day.year() == today.year() { day_short(day) } else { day_short_with_year(day) }
}

/// A moment as the reader writes it, in their own zone; milliseconds since 1970.
pub fn moment(milliseconds: f64) -> String {
    platform::moment(milliseconds)
}

/// `3,415`
pub fn number(count: usize) -> String {
    platform::number(count)
}

/// `one`, `other`, …: the form that `language` uses for this number.
pub fn plural_category(language: &str, count: usize) -> &'static str {
    platform::plural_category(language, count)
}

#[cfg(target_arch = "wasm32")]
mod platform {
    //! The browser's own `Intl`, with every formatter made once: making one costs more than using it.
    use std::cell::RefCell;

    use chrono::NaiveDate;
    use js_sys::{Array, Function, Intl, Object, Reflect};
    use wasm_bindgen::JsValue;

    use super::DayStyle;

    thread_local! {
        static DAYS: RefCell<Vec<(DayStyle, Function)>> = const { RefCell::new(Vec::new()) };
        static NUMBERS: Function = Intl::NumberFormat::new(&Array::new(), &Object::new()).format();
        static PLURALS: RefCell<Option<Intl::PluralRules>> = const { RefCell::new(None) };
    }

    pub(super) fn day(day: NaiveDate, style: DayStyle) -> String {
        const DAY_MS: f64 = 86_400_000.0;
        let days = day.signed_duration_since(NaiveDate::default()).num_days();
        #[expect(clippy::cast_precision_loss, reason = "a day number has far fewer than 53 bits")]
        let moment = days as f64 * DAY_MS;
        call(&day_format(style), moment)
    }

    pub(super) fn moment(milliseconds: f64) -> String {
        let options = Object::new();
        for (name, value) in [("dateStyle", "medium"), ("timeStyle", "short")] {
            // Setting a property of a fresh plain object cannot be refused.
            Reflect::set(&options, &name.into(), &value.into()).unwrap_or_default();
        }
        call(&Intl::DateTimeFormat::new(&Array::new(), &options).format(), milliseconds)
    }

    #[expect(clippy::cast_precision_loss, reason = "nothing here is counted beyond 53 bits")]
    pub(super) fn number(count: usize) -> String {
        NUMBERS.with(|format| call(format, count as f64))
    }

    #[expect(clippy::cast_precision_loss, reason = "nothing here is counted beyond 53 bits")]
    pub(super) fn plural_category(language: &str, count: usize) -> &'static str {
        let category = PLURALS.with_borrow_mut(|rules| {
            let make = || Intl::PluralRules::new(&Array::of1(&language.into()), &Object::new());
            rules.get_or_insert_with(make).select(count as f64)
        });
        let known = ["zero", "one", "two", "few", "many"];
        known.into_iter().find(|name| category == *name).unwrap_or("other")
    }

    fn call(format: &Function, value: f64) -> String {
        format
            .call1(&JsValue::UNDEFINED, &value.into())
            .ok()
            .and_then(|text| text.as_string())
            .unwrap_or_default()
    }

    fn day_format(style: DayStyle) -> Function {
        DAYS.with_borrow_mut(|made| {
            if let Some((_, format)) = made.iter().find(|(known, _)| *known == style) {
                return format.clone();
            }
            let format = Intl::DateTimeFormat::new(&Array::new(), &options(style)).format();
            made.push((style, format.clone()));
            format
        })
    }

    fn options(style: DayStyle) -> Object {
        let parts: &[(&str, &str)] = match style {
            DayStyle::Long => &[("weekday", "long"), ("day", "numeric"), ("month", "long")],
            DayStyle::LongWithYear => {
                &[("weekday", "long"), ("day", "numeric"), ("month", "long"), ("year", "numeric")]
            }
            DayStyle::Short => &[("day", "numeric"), ("month", "long")],
            DayStyle::ShortWithYear => &[("day", "numeric"), ("month", "long"), ("year", "numeric")],
            DayStyle::Weekday => &[("weekday", "long")],
            DayStyle::WeekdayShort => &[("weekday", "short")],
            DayStyle::Compact => &[("weekday", "short"), ("day", "numeric"), ("month", "short")],
            DayStyle::Month => &[("month", "long"), ("year", "numeric")],
            DayStyle::MonthShort => &[("month", "short")],
            DayStyle::Year => &[("year", "numeric")],
        };
        let options = Object::new();
        for (name, value) in parts.iter().chain(&[("timeZone", "UTC")]) {
            // Setting a property of a fresh plain object cannot be refused.
            Reflect::set(&options, &(*name).into(), &(*value).into()).unwrap_or_default();
        }
        options
    }
}

#[cfg(not(target_arch = "wasm32"))]
mod platform {
    //! Outside a browser: plain ISO days and English plurals, enough for tests of what uses them.
    use chrono::NaiveDate;

    use super::DayStyle;

    pub(super) fn day(day: NaiveDate, style: DayStyle) -> String {
        use chrono::Datelike as _;
        match style {
            DayStyle::Weekday | DayStyle::WeekdayShort => day.weekday().to_string(),
            DayStyle::Month => format!("{:04}-{:02}", day.year(), day.month()),
            _ => day.to_string(),
        }
    }

    pub(super) fn moment(milliseconds: f64) -> String {
        milliseconds.to_string()
    }

    pub(super) fn number(count: usize) -> String {
        count.to_string()
    }

    pub(super) fn plural_category(_language: &str, count: usize) -> &'static str {
        if count == 1 { "one" } else { "other" }
    }
}
