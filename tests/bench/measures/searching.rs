//! Searching: from each key until the last change of the page that it caused is painted.

use super::keys::{self, PROBE};
use super::numbers::{Sample, ms, whole};
use super::probe;
use super::site::Site;
use super::stage::Stage;
use super::table::{Row, count};
use crate::harness::keys::{Key, press, select_all};

/// In each round every site is asked for all words of one line.
const ROUNDS: [[&str; 5]; 8] = [
    ["physician", "garden", "the", "Lord Sandwich", "plague"],
    ["theatre", "coach", "musique", "money", "Deptford"],
    ["to bed", "Westminster", "fire", "ship", "wine"],
    ["my wife", "oysters", "Mr. Coventry", "book", "viall"],
    ["office", "barber", "Parliament", "cold", "sermon"],
    ["walked", "Duke of York", "supper", "gold", "Creed"],
    ["by water", "betimes", "pleasure", "tailor", "angry"],
    ["Mercer", "accounts", "Tangier", "dinner", "rain"],
];
/// A key waits until nothing has changed for so many milliseconds.
const REST: u32 = 90;
const MOST: f64 = 50.0;

/// The usual and the slow ones.
pub async fn rows(stage: &Stage) -> [Row; 2] {
    let mut times: [Sample; 3] = Default::default();
    for words in ROUNDS {
        open_journal(stage).await;
        search(stage, &stage.waymark, &words, &mut times[0]).await;
        for (place, site) in [(1, &stage.floor), (2, &stage.wiki)] {
            probe::open(stage.page(), &site.url, PROBE, &[]).await;
            search(stage, site, &words, &mut times[place]).await;
        }
    }
    [row(&times, 50, None), row(&times, 95, Some(MOST))]
}

/// Opens the journal and waits until it has read the whole diary.
pub async fn open_journal(stage: &Stage) {
    probe::open(stage.page(), &format!("{}#/journal", stage.waymark.url), PROBE, &[]).await;
    shows_the_whole_diary(stage).await;
}

/// Waits until the open journal has read all of it.
pub async fn shows_the_whole_diary(stage: &Stage) {
    stage.page().shows(&format!("{} entries", whole(count(stage.diary.entries.len())))).await;
}

async fn search(stage: &Stage, site: &Site, words: &[&str], times: &mut Sample) {
    let page = stage.page();
    probe::focus(page, site.places.search).await;
    page.script("window.followChanges()", vec![]).await;
    for words in words {
        for (place, time) in keys::type_slowly(page, words, REST).await.into_iter().enumerate() {
            if time > MOST {
                let typed: String = words.chars().take(place + 1).collect();
                println!("  {} to “{typed}” at {}", ms(time), site.url);
            }
            times.add(time);
        }
        select_all(page).await;
        press(page, Key::Delete).await;
        keys::is_quiet(page, REST).await;
    }
}

fn row(times: &[Sample; 3], of_a_hundred: usize, most: Option<f64>) -> Row {
    let [waymark, floor, wiki] = times.each_ref().map(|times| times.percentile(of_a_hundred));
    Row {
        measure: format!("search, key to results, p{of_a_hundred} of {} keys", times[0].count()),
        waymark: ms(waymark),
        floor: ms(floor),
        wiki: ms(wiki),
        ratio: Some(waymark / wiki),
        target: most.map_or_else(String::new, |most| format!("≤ {}", ms(most))),
        holds: most.map(|most| waymark <= most),
    }
}
