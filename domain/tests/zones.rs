//! A civil day never moves: in every time zone there is, around every change of its clocks and every midnight near one, what
//! was written on a day keeps that day, wherever it is read later, and “today” is counted from as on a calendar.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on should say so at once")]

mod common;

use std::collections::BTreeSet;

use chrono::{DateTime, NaiveDate, Offset as _, TimeZone as _};
use chrono_tz::{TZ_VARIANTS, Tz};
use waymark_domain::change::NewEntry;
use waymark_domain::file::{self, ImportOptions};
use waymark_domain::id::{RecordId, ReplicaId};
use waymark_domain::record::Saw;
use waymark_domain::stamp::{At, Stamp};
use waymark_domain::wire::{decode_record, encode_record};
use waymark_domain::{Change, Notebook, step};

/// Seconds.
const MINUTE: i64 = 60;
const HOUR: i64 = 60 * MINUTE;
const DAY: i64 = 24 * HOUR;
/// Where else someone may look at the same moment: the first place on earth where a day begins, nearly the last, and one
/// whose clocks are not at a full hour.
const ELSEWHERE: [Tz; 3] = [Tz::Pacific__Kiritimati, Tz::Pacific__Pago_Pago, Tz::Asia__Kathmandu];

/// Every twelfth year, and those in which whole days were skipped: all of them in the full run.
fn years() -> Vec<i32> {
    let is_full = std::env::var_os("WAYMARK_FULL").is_some();
    (1970..=2037).filter(|year| is_full || year % 12 == 8 || matches!(year, 1993 | 1995 | 2011)).collect()
}

/// Someone who looks at the clock of a zone at one moment.
struct Person {
    zone: Tz,
    moment: i64,
    ids: u64,
}

impl Person {
    fn goes_to(&mut self, moment: i64) {
        self.moment = moment;
    }
}

impl Stamp for Person {
    fn now(&self) -> At {
        At(u64::try_from(self.moment).unwrap() * 1_000)
    }

    fn today(&self) -> NaiveDate {
        today(self.zone, self.moment)
    }

    fn replica(&self) -> ReplicaId {
        ReplicaId(1)
    }

    fn fresh_id(&mut self) -> RecordId {
        self.ids += 1;
        RecordId::new(uuid::Uuid::from_u64_pair(u64::MAX, self.ids))
    }
}

/// The day on the wall, as a browser tells it.
fn today(zone: Tz, moment: i64) -> NaiveDate {
    zone.timestamp_opt(moment, 0).unwrap().date_naive()
}

fn offset(zone: Tz, moment: i64) -> i64 {
    let utc = DateTime::from_timestamp(moment, 0).unwrap().naive_utc();
    zone.offset_from_utc_datetime(&utc).fix().local_minus_utc().into()
}

/// The same day by nothing but a calendar: seconds, and the lengths of months.
fn on_a_calendar(seconds: i64) -> String {
    let is_leap = |year: i64| year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    let (mut day, mut year, mut month) = (seconds.div_euclid(DAY), 1970, 0);
    while day < 0 {
        year -= 1;
        day += if is_leap(year) { 366 } else { 365 };
    }
    while day >= if is_leap(year) { 366 } else { 365 } {
        day -= if is_leap(year) { 366 } else { 365 };
        year += 1;
    }
    let lengths = [31, if is_leap(year) { 29 } else { 28 }, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
    while day >= lengths[month] {
        day -= lengths[month];
        month += 1;
    }
    format!("{year:04}-{:02}-{:02}", month + 1, day + 1)
}

/// The first moment at which `asked` answers as at `end` and not as at `start`.
fn turn<T: PartialEq>(mut start: i64, mut end: i64, asked: impl Fn(i64) -> T) -> i64 {
    let after = asked(end);
    while end - start > 1 {
        let middle = start.midpoint(end);
        if asked(middle) == after { end = middle } else { start = middle }
    }
    end
}

/// The moments between `start` and `end` at which an answer changes, looked for at each `step`.
fn turns<T: PartialEq>(start: i64, end: i64, step: i64, asked: impl Fn(i64) -> T) -> Vec<i64> {
    let starts = (0..(end - start) / step).map(|number| start + number * step);
    let differ = starts.filter(|start| asked(*start) != asked(start + step));
    differ.map(|start| turn(start, start + step, &asked)).collect()
}

/// The changes of a zone's clocks in certain years.
fn edges(zone: Tz, years: &[i32]) -> Vec<i64> {
    let begins = |year: i32| NaiveDate::from_ymd_opt(year, 1, 1).unwrap().and_time(chrono::NaiveTime::MIN);
    let seconds = |year: i32| begins(year).and_utc().timestamp();
    let of_year = |year: &i32| turns(seconds(*year), seconds(year + 1), DAY, |moment| offset(zone, moment));
    years.iter().flat_map(of_year).filter(|edge| *edge > 2 * DAY).collect()
}

/// Around the change itself, and around each midnight next to it.
fn moments_around(zone: Tz, edge: i64) -> Vec<i64> {
    let midnights = turns(edge - 36 * HOUR, edge + 36 * HOUR, HOUR / 2, |moment| today(zone, moment));
    let around = |turn: i64| [-HOUR, -MINUTE, -1, 0, 1, MINUTE, HOUR].map(|apart| turn + apart);
    let all: BTreeSet<i64> = midnights.into_iter().chain([edge]).flat_map(around).collect();
    all.into_iter().collect()
}

/// A notebook with an entry from each of many moments, and a step due on each of their days.
struct Written {
    book: Notebook,
    person: Person,
    days: Vec<(RecordId, String)>,
}

impl Written {
    fn at(zone: Tz, moments: &[i64]) -> Self {
        let mut person = Person { zone, moment: moments[0], ids: 0 };
        let mut book = common::notebook(1);
        let goal = made(&mut book, &mut person, Change::AddGoal { title: "Swim".into() });
        let mut days = Vec::new();
        for moment in moments {
            person.goes_to(*moment);
            let day = on_a_calendar(moment + offset(zone, *moment));
            let new = NewEntry { text: format!("{zone} {moment}"), ..NewEntry::default() };
            let entry = made(&mut book, &mut person, Change::AddEntry(new));
            if days.last().is_none_or(|(_, last)| *last != day) {
                let text = format!("Due {day}");
                let id = made(&mut book, &mut person, Change::AddStep { goal, text });
                let (value, saw) = (day.as_str().into(), Saw::default());
                book.apply(Change::Write { id, field: step::DUE, value, saw }, &mut person).unwrap();
            }
            days.push((entry, day));
        }
        Self { book, person, days }
    }

    /// Whether every entry is of the day on which it was written.
    fn is_true_in(&self, book: &Notebook, whence: &str) {
        for (entry, day) in &self.days {
            let found = book.entry(*entry).unwrap();
            let text = found.texts().next().unwrap_or_default();
            assert_eq!(found.date().unwrap().to_string(), *day, "{text}, {whence}");
        }
    }

    /// What Today tells at a moment, to whoever looks there or elsewhere.
    fn tells_the_days_from(&self, zone: Tz, moment: i64) {
        let now = on_a_calendar(moment + offset(zone, moment));
        let today = today(zone, moment);
        assert_eq!(today.to_string(), now, "{zone} {moment}");
        let found: Vec<String> =
            self.book.on_this_day(today).iter().map(|entry| entry.date().unwrap().to_string()).collect();
        let mut years: Vec<String> = self.days.iter().map(|(_, day)| day.clone()).collect();
        years.retain(|day| day[4..] == now[4..] && day[..4] < now[..4]);
        years.sort_by(|a, b| b.cmp(a));
        assert_eq!(found, years, "{zone} {moment}, on this day");
        for next in self.book.next_steps(today) {
            let due = next.step.due().unwrap().to_string();
            assert_eq!(next.step.text(), format!("Due {due}"), "{zone} {moment}");
            assert_eq!(next.overdue, due < now, "{zone} {moment}, due {due}");
        }
    }

    /// The notebook after it went through a file that was written and opened elsewhere.
    fn restored(&self, elsewhere: Tz) -> Notebook {
        let reader = Person { zone: elsewhere, moment: self.person.moment, ids: 1 << 32 };
        let text = file::write(&self.book, reader.now(), "test");
        let incoming = file::read(text.as_bytes()).unwrap().plain().unwrap();
        let mut book = common::notebook(2);
        let plan = file::plan(&book, &incoming, &ImportOptions::default(), &reader);
        book.import(plan).unwrap();
        book
    }

    /// The notebook after each record was stored and read again.
    fn stored(&self) -> Notebook {
        let mut book = Notebook::new(self.book.id(), self.book.me());
        for record in self.book.records() {
            book.join(&decode_record(&encode_record(record)).unwrap()).unwrap();
        }
        book
    }
}

fn made(book: &mut Notebook, person: &mut Person, change: Change) -> RecordId {
    book.apply(change, person).unwrap().created.unwrap()
}

#[test]
fn a_day_stays_the_day_it_was_written_on() {
    let years = years();
    let (mut zones, mut turned) = (0, 0);
    for zone in TZ_VARIANTS {
        let edges = edges(zone, &years);
        // Where clocks never change, any midnight will do.
        let around = if edges.is_empty() { vec![1_000 * DAY] } else { edges };
        let moments: Vec<i64> = around.iter().flat_map(|edge| moments_around(zone, *edge)).collect();
        let written = Written::at(zone, &moments);
        written.is_true_in(&written.book, "as written");
        written.is_true_in(&written.stored(), "stored");
        let elsewhere = ELSEWHERE[zones % ELSEWHERE.len()];
        written.is_true_in(&written.restored(elsewhere), "restored elsewhere");
        for moment in around {
            for place in ELSEWHERE.into_iter().chain([zone]) {
                written.tells_the_days_from(place, moment);
            }
            turned += 1;
        }
        zones += 1;
    }
    assert!(zones > 400 && turned > 3_000, "{zones} zones, {turned} changes of their clocks");
    println!("{zones} zones, {turned} changes of their clocks");
}
