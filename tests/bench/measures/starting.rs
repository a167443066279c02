//! Starting: from the beginning of the navigation until a letter, typed into the place to write, is painted.

use serde_json::{Value, json};

use super::numbers::{Sample, ms};
use super::probe;
use super::site::Site;
use super::stage::{Kept, Stage};
use super::table::Row;
use crate::harness::diary::DiaryEntry;

const PROBE: &str = include_str!("startup.js");
/// Each round starts all of them, one after the other, so that whatever else the machine does hits all alike.
const ROUNDS: usize = 9;
/// The most that a first start may take, beside the wiki's and beside the plain page's.
const OF_WIKI: f64 = 0.2;
const OF_FLOOR: f64 = 1.5;
/// So many of the newest entry's characters must show.
const SHOWN: usize = 24;
const IS_KEPT: &str = "const [done] = arguments; navigator.serviceWorker.ready.then(() => done());";

/// What is known of the start of one site.
#[derive(Debug, Default)]
struct Starts {
    place: Sample,
    newest: Sample,
    usable: Sample,
}

/// With nothing in them and nothing of them in the browser's cache.
pub async fn empty(stage: &Stage) -> Row {
    stage.begin_empty().await;
    let kept = Kept::now(stage).await;
    let sites = [&stage.waymark, &stage.floor, &stage.wiki];
    let mut starts: [Starts; 3] = Default::default();
    for _ in 0..ROUNDS {
        kept.put_back(stage).await;
        for (site, starts) in sites.iter().zip(&mut starts) {
            stage.forget_files(site).await;
            starts.add(&start(stage, site, None).await);
            if site.places.keeps_itself {
                // Else it would do so while the next one starts.
                stage.page().script_that_calls_back(IS_KEPT, vec![]).await;
            }
        }
    }
    let [waymark, floor, wiki] = starts;
    let mut row = row("usable: the first start, empty", &waymark, Some(&floor), &wiki, OF_WIKI);
    // One writes before the app is here, as on a plain page.
    let of_floor = waymark.usable.median() / floor.usable.median();
    row.target = format!("{}, and ≤ {OF_FLOOR} × floor: {of_floor:.2}", row.target);
    row.holds = row.holds.map(|holds| holds && of_floor <= OF_FLOOR);
    row
}

/// With the diary in them, not the first time.
pub async fn with_the_diary(stage: &Stage) -> [Row; 2] {
    let Stage { waymark, floor, wiki, full_wiki, .. } = stage;
    let (all, part) = (stage.diary.entries.last(), stage.part().last());
    let kept = Kept::now(stage).await;
    let sites = [(waymark, all), (floor, part), (wiki, part), (full_wiki, None)];
    let mut starts: [Starts; 4] = Default::default();
    // The first time fills the browser's cache.
    for round in 0..=ROUNDS {
        kept.put_back(stage).await;
        for ((site, newest), starts) in sites.iter().zip(&mut starts) {
            let met = start(stage, site, Some(newest.map_or("", beginning))).await;
            if round > 0 {
                starts.add(&met);
            }
        }
    }
    kept.put_back(stage).await;
    let [waymark, floor, wiki, full_wiki] = starts;
    [
        row(
            "usable, and the newest entry shows: later starts, the whole diary",
            &waymark,
            Some(&floor),
            &wiki,
            0.5,
        ),
        row("the same, TiddlyWiki with as many entries as it holds", &waymark, None, &full_wiki, 0.5),
    ]
}

/// From the navigation until a letter is painted, and the newest entry, if there is one, begins with `newest`.
pub async fn start(stage: &Stage, site: &Site, newest: Option<&str>) -> Value {
    let where_newest = newest.map(|_| site.places.newest);
    let arguments = [json!(site.places.write), json!(where_newest), json!(newest.unwrap_or_default())];
    probe::open(stage.page(), &site.url, PROBE, &arguments).await;
    probe::told(stage.page(), "usable").await
}

fn beginning(entry: &DiaryEntry) -> &str {
    entry.text.char_indices().nth(SHOWN).map_or(&entry.text, |(end, _)| &entry.text[..end])
}

impl Starts {
    fn add(&mut self, met: &Value) {
        self.place.add(probe::number(&met["place"]));
        self.newest.add(probe::number(&met["newest"]));
        self.usable.add(probe::number(&met["usable"]));
    }

    /// The whole, and its parts.
    fn told(&self) -> String {
        let Self { place, newest, usable } = self;
        let (least, place, newest) = (ms(usable.least()), ms(place.median()), ms(newest.median()));
        format!("{} (least {least}; place {place}, newest {newest})", ms(usable.median()))
    }
}

fn row(measure: &str, waymark: &Starts, floor: Option<&Starts>, wiki: &Starts, most: f64) -> Row {
    let ratio = waymark.usable.median() / wiki.usable.median();
    println!("{measure}: {} | {:?} | {}", waymark.told(), floor.map(Starts::told), wiki.told());
    Row {
        measure: format!("{measure} (median of {ROUNDS})"),
        waymark: ms(waymark.usable.median()),
        floor: floor.map_or_else(String::new, |floor| ms(floor.usable.median())),
        wiki: ms(wiki.usable.median()),
        ratio: Some(ratio),
        target: format!("≤ {most} × TiddlyWiki"),
        holds: Some(ratio <= most),
    }
}
