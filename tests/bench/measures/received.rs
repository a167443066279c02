//! What people have sent: what it costs on the pages that show none of it, and how long a person's page and a preview take.

use std::path::Path;

use serde_json::{Value, json};

use super::mentees::{GOAL, Mentees, NEWEST, PEOPLE};
use super::numbers::{Sample, ms};
use super::probe::{self, number};
use super::stage::{Kept, Stage};
use super::starting;
use super::storing;
use super::table::Row;
use crate::harness::Finds as _;
use crate::screens::Settings;

const PAGES: &str = include_str!("pages.js");
const IMPORTING: &str = include_str!("importing.js");
/// The pages of one's own, each with what it costs.
const OWN: [&str; 3] = ["#/goals", "#/journal", "#/settings"];
const ROUNDS: usize = 9;
const MOST: f64 = 100.0;
/// What is within the measure's own scatter.
const AS_MUCH: f64 = 1.1;

/// Every line of it. Nothing measured before is left in the app.
pub async fn rows(stage: &Stage) -> Vec<Row> {
    let mentees = Mentees::in_folder(stage.folder());
    let [without, with] = [&mentees.without, &mentees.with];
    let [without, with] = [opened(stage, without).await, opened(stage, with).await];
    let mut rows = vec![storing::received(stage).await];
    rows.push(starts(stage, [&without, &with]).await);
    rows.extend(own_pages(stage, [&without, &with]).await);
    rows.extend(a_person(stage).await);
    rows.push(the_next_file(stage, &with, &mentees.last).await);
    rows
}

/// What is stored once the notebook was opened, and is packed.
async fn opened(stage: &Stage, path: &Path) -> Kept {
    let app = stage.begin_empty().await;
    Settings::open(&app).await.open_file(path).await.import().await;
    app.is_saved().await;
    Kept::now(stage).await
}

async fn starts(stage: &Stage, kept: [&Kept; 2]) -> Row {
    let mut times: [Sample; 2] = Default::default();
    // The first time fills the browser's cache.
    for round in 0..=ROUNDS {
        for (kept, times) in kept.iter().zip(&mut times) {
            kept.put_back(stage).await;
            let met = starting::start(stage, &stage.waymark, Some(NEWEST)).await;
            if round > 0 {
                times.add(number(&met["usable"]));
            }
        }
    }
    beside("usable, and the newest entry shows", &times)
}

async fn own_pages(stage: &Stage, kept: [&Kept; 2]) -> Vec<Row> {
    let mut times: [[Sample; 2]; OWN.len()] = Default::default();
    for (place, kept) in kept.into_iter().enumerate() {
        kept.put_back(stage).await;
        open_pages(stage).await;
        for round in 0..=ROUNDS {
            for (address, times) in OWN.iter().zip(&mut times) {
                let time = go_to(stage, address).await;
                if round > 0 {
                    times[place].add(time);
                }
            }
        }
    }
    OWN.iter().zip(&times).map(|(address, times)| beside(&format!("the page {address}"), times)).collect()
}

/// With everything there since the last measure.
async fn a_person(stage: &Stage) -> [Row; 2] {
    open_pages(stage).await;
    let (mut pages, mut previews): (Sample, Sample) = Default::default();
    go_to(stage, "#/mentoring").await;
    let person = stage.page().script("return window.person()", vec![]).await;
    let person = person.as_str().expect("a person").to_owned();
    let cold = go_to(stage, &person).await;
    for _ in 0..ROUNDS {
        go_to(stage, "#/mentoring").await;
        pages.add(go_to(stage, &person).await);
    }
    go_to(stage, &format!("{person}/share")).await;
    let app = stage.app();
    app.page().checkbox(GOAL).activate().await;
    for _ in 0..ROUNDS {
        previews.add(number(&asked(stage, "window.press('Preview')").await));
        app.page().button("Close").first().activate().await;
    }
    let page = format!("a person's page, one of {PEOPLE} with a file a week for three years, again");
    let first = format!(" (the first time {})", ms(cold));
    let [mut page, preview] =
        [row(&page, pages.median()), row("the preview of what leaves for that person", previews.median())];
    page.waymark.push_str(&first);
    [page, preview]
}

async fn the_next_file(stage: &Stage, with: &Kept, path: &Path) -> Row {
    let mut times = Sample::default();
    for _ in 0..ROUNDS {
        with.put_back(stage).await;
        let mentoring = format!("{}#/mentoring", stage.waymark.url);
        probe::open(stage.page(), &mentoring, IMPORTING, &[json!("This is week")]).await;
        stage.app().is_at("Mentoring").await;
        stage.page().pick_file(path).await;
        times.add(number(&probe::told(stage.page(), "previewed").await));
    }
    row("the preview of that person's next file", times.median())
}

async fn open_pages(stage: &Stage) {
    probe::open(stage.page(), &stage.waymark.url, PAGES, &[]).await;
    stage.app().is_here().await;
    stage.app().is_saved().await;
}

async fn go_to(stage: &Stage, address: &str) -> f64 {
    number(&asked(stage, &format!("window.goTo('{address}')")).await)
}

async fn asked(stage: &Stage, what: &str) -> Value {
    stage.page().script_that_calls_back(&format!("{what}.then(arguments[0])"), vec![]).await
}

fn beside(measure: &str, [without, with]: &[Sample; 2]) -> Row {
    let ratio = with.median() / without.median();
    Row {
        measure: format!("{measure}: with {PEOPLE} × 156 files received, and without (median of {ROUNDS})"),
        waymark: format!("{}, and {}", ms(with.median()), ms(without.median())),
        target: format!("≤ {AS_MUCH} × without: {ratio:.2}"),
        holds: Some(ratio <= AS_MUCH),
        ..Row::default()
    }
}

fn row(measure: &str, time: f64) -> Row {
    Row {
        measure: format!("{measure} (median of {ROUNDS})"),
        waymark: ms(time),
        target: format!("≤ {}", ms(MOST)),
        holds: Some(time <= MOST),
        ..Row::default()
    }
}
