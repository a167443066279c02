//! What the diary takes of the room that a browser gives, and how much of it each holds.

use super::importing::entries_held;
use super::numbers::whole;
use super::probe::number;
use super::site::Site;
use super::stage::Stage;
use super::table::{Row, count};

/// What Chromium gives to a site, in UTF-16 units.
const ROOM: f64 = 5_242_880.0;
const UNITS: &str =
    "return Object.entries(localStorage).reduce((sum, [key, value]) => sum + key.length + value.length, 0)";
const MOST: f64 = 0.25;

/// The room it takes, and how many entries there is room for.
pub async fn rows(stage: &Stage) -> [Row; 2] {
    let all = stage.diary.entries.len();
    let units = units_of(stage, &stage.waymark).await;
    let wiki_units = units_of(stage, &stage.full_wiki).await;
    let held = entries_held(stage).await;
    let (each, wiki_each) = (units / count(all), wiki_units / count(held));
    [
        Row {
            measure: "room taken in the browser's storage, of 5,242,880 units".into(),
            waymark: taken(units, all),
            wiki: taken(wiki_units, held),
            ratio: Some(each / wiki_each),
            target: "≤ 25 %, the whole diary".into(),
            holds: Some(units <= ROOM * MOST),
            ..Row::default()
        },
        Row {
            measure: "entries of the diary held before the room is used up".into(),
            waymark: format!(
                "all {}; by the room each takes, {}",
                whole(count(all)),
                whole((ROOM / each).floor())
            ),
            wiki: whole(count(held)),
            target: format!("all {}", whole(count(all))),
            holds: Some(units <= ROOM),
            ..Row::default()
        },
    ]
}

/// How much of the room a notebook takes that is open now.
pub async fn received(stage: &Stage) -> Row {
    let units = units_of(stage, &stage.waymark).await;
    Row {
        measure: "room taken by the notebook of a mentor to whom eight people sent 156 files each".into(),
        waymark: format!("{} = {:.1} %", whole(units), units / ROOM * 100.0),
        target: "≤ 40 %, a twentieth for each person".into(),
        holds: Some(units <= ROOM * 0.4),
        ..Row::default()
    }
}

async fn units_of(stage: &Stage, site: &Site) -> f64 {
    stage.page().go_to(&site.url).await;
    number(&stage.page().script(UNITS, vec![]).await)
}

fn taken(units: f64, entries: usize) -> String {
    let share = units / ROOM * 100.0;
    format!("{} = {share:.1} % ({:.0} an entry)", whole(units), units / count(entries))
}
