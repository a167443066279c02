//! Civil days: a date on a calendar, without a time zone, so that it never shifts.

use chrono::NaiveDate;

/// Reads `YYYY-MM-DD`, years 0001 to 9999, and no other form.
pub fn parse_day(text: &str) -> Option<NaiveDate> {
    let bytes = text.as_bytes();
    let shaped = bytes.len() == 10
        && bytes
            .iter()
            .enumerate()
            .all(|(i, b)| if i == 4 || i == 7 { *b == b'-' } else { b.is_ascii_digit() });
    if !shaped {
        return None;
    }
    let number = |from: usize, to: usize| text[from..to].parse::<u32>().ok();
    let year = i32::try_from(number(0, 4)?).ok().filter(|year| *year > 0)?;
    NaiveDate::from_ymd_opt(year, number(5, 7)?, number(8, 10)?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_read_back_as_written() {
        for text in ["0001-01-01", "1660-02-29", "2026-11-21", "9999-12-31"] {
            assert_eq!(parse_day(text).unwrap().to_string(), text);
        }
    }

    #[test]
    fn no_other_form_is_a_day() {
        for text in [
            "",
            "2026-02-29",
            "0000-01-01",
            "2026-1-01",
            "+2026-01-1",
            "2026-01-01T00",
            "2026/01/01",
            "２026-1-1",
        ] {
            assert_eq!(parse_day(text), None, "{text}");
        }
    }
}
