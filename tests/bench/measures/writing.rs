//! What one edit writes: a few words more in the newest entry, as far as they are stored, beside the size of the record.

use std::collections::BTreeMap;

use serde::Deserialize;
use serde_json::json;

use super::numbers::{Sample, whole};
use super::probe;
use super::searching::shows_the_whole_diary;
use super::stage::Stage;
use super::table::{Row, count};
use super::typing::edit_newest_of_the_wiki;
use crate::harness::keys::{go_to_end, type_text};

const PROBE: &str = include_str!("writes.js");
const EDITS: usize = 9;
const WORDS: &str = " and so on";
/// Nothing more is written for so many milliseconds.
const REST: u32 = 1_500;
const MOST: f64 = 2.0;

/// One value written, with its key.
#[derive(Debug, Deserialize)]
struct Write {
    store: String,
    size: usize,
}

/// What one edit came to in one store, beside the record.
#[derive(Debug, Default)]
struct Written {
    /// By the kind of store, beside the record's size: one number an edit.
    shares: BTreeMap<String, Sample>,
    record: Sample,
}

/// The line of it.
pub async fn row(stage: &Stage) -> Row {
    let (mut waymark, mut wiki) = (Written::default(), Written::default());
    open_newest_of_the_app(stage).await;
    waymark.edit(stage, stage.waymark.places.entry).await;
    probe::open(stage.page(), &stage.wiki.url, PROBE, &[]).await;
    edit_newest_of_the_wiki(stage).await;
    wiki.edit(stage, stage.wiki.places.entry).await;
    let most = waymark.shares.values().map(Sample::median).fold(0.0, f64::max);
    let of_the_wiki = wiki.shares.values().map(Sample::median).fold(0.0, f64::max);
    Row {
        measure: format!(
            "written for each edit of {} letters, beside the record's size (median of {EDITS})",
            WORDS.len()
        ),
        waymark: waymark.told(),
        wiki: wiki.told(),
        ratio: Some(most / of_the_wiki),
        target: format!("≤ {MOST} in each store"),
        holds: Some(most <= MOST),
        ..Row::default()
    }
}

async fn open_newest_of_the_app(stage: &Stage) {
    probe::open(stage.page(), &format!("{}#/journal", stage.waymark.url), PROBE, &[]).await;
    shows_the_whole_diary(stage).await;
    probe::click(stage.page(), "[role=listitem] a").await;
}

impl Written {
    async fn edit(&mut self, stage: &Stage, entry: &str) {
        let page = stage.page();
        probe::focus(page, entry).await;
        go_to_end(page).await;
        for edit in 0..=EDITS {
            type_text(page, WORDS).await;
            let told =
                page.script_that_calls_back("window.whenWritten(...arguments)", vec![json!(REST)]).await;
            // The first takes the record out of its pack.
            if edit > 0 {
                self.add(&serde_json::from_value::<Vec<Write>>(told).expect("what was written"));
            }
        }
    }

    fn add(&mut self, writes: &[Write]) {
        let kept = writes.iter().filter(|write| write.store == "localStorage").map(|write| write.size);
        let record = count(kept.max().expect("the edit was stored"));
        self.record.add(record);
        let mut sums = BTreeMap::<&str, usize>::new();
        for write in writes {
            *sums.entry(&write.store).or_default() += write.size;
        }
        for (store, sum) in sums {
            self.shares.entry(store.to_owned()).or_default().add(count(sum) / record);
        }
    }

    fn told(&self) -> String {
        let shares = self.shares.iter().map(|(store, shares)| format!("{store} {:.2}", shares.median()));
        format!("{} (of {} units)", shares.collect::<Vec<_>>().join(", "), whole(self.record.median()))
    }
}
