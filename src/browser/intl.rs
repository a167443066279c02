//! Days, numbers and the order of names as the reader writes them: in the language of the app, and as in their own region
//! where the browser knows one for it. A civil day is formatted in UTC, so that no time zone moves it.

use std::cmp::Ordering;

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

/// `one`, `other`, …: the form that the language uses for this number.
pub fn plural_category(count: usize) -> String {
    platform::plural_category(count)
}

/// Which of two names comes first in a list.
pub fn order(one: &str, other: &str) -> Ordering {
    platform::order(one, other)
}

/// Everything is written as in this language from now on.
pub fn speak(language: &str) {
    platform::speak(language);
}

#[cfg(target_arch = "wasm32")]
mod platform {
    //! The browser's own `Intl`, with every formatter made once: making one costs more than using it.
    use std::{cell::RefCell, cmp::Ordering};

    use chrono::NaiveDate;
    use js_sys::{Array, Function, Intl, Object, Reflect};
    use leptos::prelude::window;
    use wasm_bindgen::JsValue;

    use super::DayStyle;

    /// What was made for one language so far.
    #[derive(Default)]
    struct Formats {
        locale: Array,
        days: Vec<(DayStyle, Function)>,
        numbers: Option<Function>,
        plurals: Option<Intl::PluralRules>,
        order: Option<Function>,
    }

    thread_local! {
        static FORMATS: RefCell<Formats> = RefCell::default();
    }

    pub(super) fn speak(language: &str) {
        let locale = Array::of1(&locale(language));
        FORMATS.set(Formats { locale, ..Formats::default() });
    }

    /// The person's own kind of that language, such as `en-GB`, else the language as it is.
    fn locale(language: &str) -> JsValue {
        let theirs = window().navigator().languages();
        let is_of_it = |tag: &JsValue| {
            let tag = tag.as_string().unwrap_or_default();
            tag.strip_prefix(language).is_some_and(|rest| rest.is_empty() || rest.starts_with('-'))
        };
        theirs.iter().find(is_of_it).unwrap_or_else(|| language.into())
    }

    pub(super) fn day(day: NaiveDate, style: DayStyle) -> String {
        const DAY_MS: f64 = 86_400_000.0;
        let days = day.signed_duration_since(NaiveDate::default()).num_days();
        #[expect(clippy::cast_precision_loss, reason = "a day number has far fewer than 53 bits")]
        let moment = days as f64 * DAY_MS;
        call(&day_format(style), moment)
    }

    pub(super) fn moment(milliseconds: f64) -> String {
        let options = object(&[("dateStyle", "medium"), ("timeStyle", "short"), ("calendar", "gregory")]);
        let format =
            FORMATS.with_borrow(|formats| Intl::DateTimeFormat::new(&formats.locale, &options).format());
        call(&format, milliseconds)
    }

    #[expect(clippy::cast_precision_loss, reason = "nothing here is counted beyond 53 bits")]
    pub(super) fn number(count: usize) -> String {
        let format = FORMATS.with_borrow_mut(|Formats { locale, numbers, .. }| {
            let make = || Intl::NumberFormat::new(locale, &Object::new()).format();
            numbers.get_or_insert_with(make).clone()
        });
        call(&format, count as f64)
    }

    #[expect(clippy::cast_precision_loss, reason = "nothing here is counted beyond 53 bits")]
    pub(super) fn plural_category(count: usize) -> String {
        let category = FORMATS.with_borrow_mut(|Formats { locale, plurals, .. }| {
            let make = || Intl::PluralRules::new(locale, &Object::new());
            plurals.get_or_insert_with(make).select(count as f64)
        });
        category.into()
    }

    pub(super) fn order(one: &str, other: &str) -> Ordering {
        let compare = FORMATS.with_borrow_mut(|Formats { locale, order, .. }| {
            let make = || Intl::Collator::new(locale, &object(&[("numeric", "true")])).compare();
            order.get_or_insert_with(make).clone()
        });
        let order = compare.call2(&JsValue::UNDEFINED, &one.into(), &other.into());
        let order = order.ok().and_then(|order| order.as_f64()).unwrap_or_default();
        order.partial_cmp(&0.0).unwrap_or(Ordering::Equal)
    }

    fn call(format: &Function, value: f64) -> String {
        format
            .call1(&JsValue::UNDEFINED, &value.into())
            .ok()
            .and_then(|text| text.as_string())
            .unwrap_or_default()
    }

    fn day_format(style: DayStyle) -> Function {
        FORMATS.with_borrow_mut(|Formats { locale, days, .. }| {
            if let Some((_, format)) = days.iter().find(|(known, _)| *known == style) {
                return format.clone();
            }
            let format = Intl::DateTimeFormat::new(locale, &options(style)).format();
            days.push((style, format.clone()));
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
        // The days are kept in this calendar, so they are not shown in another one.
        object(&[parts, &[("timeZone", "UTC"), ("calendar", "gregory")]].concat())
    }

    fn object(parts: &[(&str, &str)]) -> Object {
        let object = Object::new();
        for (name, value) in parts {
            // Setting a property of a fresh plain object cannot be refused.
            Reflect::set(&object, &(*name).into(), &(*value).into()).unwrap_or_default();
        }
        object
    }
}

#[cfg(not(target_arch = "wasm32"))]
mod platform {
    //! Outside a browser: plain ISO days and English plurals, enough for tests of what uses them.
    use std::cmp::Ordering;

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

    pub(super) fn plural_category(count: usize) -> String {
        if count == 1 { "one" } else { "other" }.to_owned()
    }

    pub(super) fn order(one: &str, other: &str) -> Ordering {
        one.to_lowercase().cmp(&other.to_lowercase())
    }

    pub(super) const fn speak(_language: &str) {}
}

#[cfg(all(test, target_arch = "wasm32"))]
mod tests {
    use std::cmp::Ordering;

    use chrono::NaiveDate;
    use wasm_bindgen_test::wasm_bindgen_test;

    use super::{day_short_with_year, number, order, plural_category, speak};

    const COUNTS: [usize; 7] = [0, 1, 2, 5, 11, 100, 1_000_000];

    #[wasm_bindgen_test]
    fn each_language_has_its_own_forms_of_a_number() {
        for (language, expected) in [
            ("en", ["other", "one", "other", "other", "other", "other", "other"]),
            ("es", ["other", "one", "other", "other", "other", "other", "many"]),
            ("ar", ["zero", "one", "two", "few", "many", "other", "other"]),
        ] {
            speak(language);
            assert_eq!(COUNTS.map(plural_category), expected, "{language}");
        }
    }

    #[wasm_bindgen_test]
    fn days_and_numbers_are_written_in_the_language_and_in_one_calendar() {
        let day = NaiveDate::from_ymd_opt(2024, 2, 29).unwrap_or_default();
        for (language, written) in [("es", "29 de febrero de 2024"), ("de", "29. Februar 2024")] {
            speak(language);
            assert_eq!(day_short_with_year(day), written);
        }
        assert_eq!(number(12_345), "12.345");
        speak("th-TH");
        assert!(
            day_short_with_year(day).contains("2024"),
            "not in the Buddhist year: {}",
            day_short_with_year(day)
        );
    }

    #[wasm_bindgen_test]
    fn names_are_ordered_as_the_language_has_it() {
        speak("de");
        assert_eq!(order("ähnlich", "zebra"), Ordering::Less);
        speak("sv");
        assert_eq!(order("ähnlich", "zebra"), Ordering::Greater);
        assert_eq!(order("week 9", "week 10"), Ordering::Less);
    }
}
