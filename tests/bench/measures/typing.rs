//! Typing in an entry while everything else is loaded: from each key to the frame that shows it; and what held the page up.

use serde_json::Value;

use super::keys::{self, PROBE};
use super::numbers::{Sample, ms};
use super::probe;
use super::searching::open_journal;
use super::site::Site;
use super::stage::Stage;
use super::table::Row;
use crate::harness::keys::go_to_end;

const ROUNDS: usize = 5;
/// Typed in one go; what was typed saves itself in the rest that follows.
const GOES: [&str; 5] = [" So home, ", "and there ", "to supper ", "and then I", "to my bed."];
/// Milliseconds between two keys, and between two goes.
const BETWEEN_KEYS: u32 = 40;
const BETWEEN_GOES: u32 = 900;
const MOST: f64 = 50.0;

#[derive(Debug, Default)]
struct Typed {
    times: Sample,
    long_tasks: Vec<f64>,
}

/// How long keys took, and how many tasks were long.
pub async fn rows(stage: &Stage) -> [Row; 2] {
    let mut typed: [Typed; 3] = Default::default();
    for _ in 0..ROUNDS {
        open_newest(stage).await;
        typed[0].add(stage, &stage.waymark).await;
        probe::open(stage.page(), &stage.floor.url, PROBE, &[]).await;
        typed[1].add(stage, &stage.floor).await;
        probe::open(stage.page(), &stage.wiki.url, PROBE, &[]).await;
        edit_newest_of_the_wiki(stage).await;
        typed[2].add(stage, &stage.wiki).await;
    }
    [times(&typed), long_tasks(&typed)]
}

/// Opens the app's newest entry, with the whole diary read.
pub async fn open_newest(stage: &Stage) {
    open_journal(stage).await;
    probe::click(stage.page(), "[role=listitem] a").await;
    probe::is_there(stage.page(), stage.waymark.places.entry).await;
}

/// Opens the wiki's newest entry to be changed.
pub async fn edit_newest_of_the_wiki(stage: &Stage) {
    probe::click(stage.page(), "button[aria-label^=Edit]").await;
    probe::is_there(stage.page(), stage.wiki.places.entry).await;
}

impl Typed {
    async fn add(&mut self, stage: &Stage, site: &Site) {
        let page = stage.page();
        probe::focus(page, site.places.entry).await;
        go_to_end(page).await;
        keys::is_quiet(page, BETWEEN_GOES).await;
        page.script("window.longTasks.length = 0", vec![]).await;
        for words in GOES {
            for time in keys::type_slowly(page, words, BETWEEN_KEYS).await {
                self.times.add(time);
            }
            keys::is_quiet(page, BETWEEN_GOES).await;
        }
        let Value::Array(tasks) = page.script("return window.longTasks", vec![]).await else { return };
        self.long_tasks.extend(tasks.iter().map(probe::number));
    }

    fn long_tasks(&self) -> String {
        let longest = self.long_tasks.iter().copied().fold(0.0, f64::max);
        match self.long_tasks.len() {
            0 => "none".into(),
            count => format!("{count}, up to {}", ms(longest)),
        }
    }
}

fn times(typed: &[Typed; 3]) -> Row {
    let [waymark, floor, wiki] = typed.each_ref().map(|typed| typed.times.percentile(95));
    Row {
        measure: format!("typing in an entry, key to paint, p95 of {} keys", typed[0].times.count()),
        waymark: ms(waymark),
        floor: ms(floor),
        wiki: ms(wiki),
        ratio: Some(waymark / wiki),
        target: format!("≤ {}", ms(MOST)),
        holds: Some(waymark <= MOST),
    }
}

fn long_tasks(typed: &[Typed; 3]) -> Row {
    let [waymark, floor, wiki] = typed.each_ref().map(Typed::long_tasks);
    Row {
        measure: "tasks longer than 50 ms while typing and saving".into(),
        waymark,
        floor,
        wiki,
        target: "none".into(),
        holds: Some(typed[0].long_tasks.is_empty()),
        ..Row::default()
    }
}
