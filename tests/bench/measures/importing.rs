//! Bringing the diary in: the file is chosen, shown, imported and saved. What comes after has it.

use serde_json::json;

use super::numbers::{Sample, ms, whole};
use super::probe::{self, number};
use super::site::Site;
use super::stage::{Stage, for_script};
use super::table::{Row, count};
use crate::harness::diary::DiaryEntry;

const PROBE: &str = include_str!("importing.js");
const FILL_WIKI: &str = include_str!("fill_wiki.js");
const FILL_FLOOR: &str = "
    const [lines, tell] = arguments;
    const began = performance.now();
    for (const line of lines.split('\\n')) localStorage.setItem(JSON.parse(line).date, line);
    tell(performance.now() - began);";
/// What is deleted leaves an empty value behind.
const HELD: &str = "return Object.values(localStorage).filter((value) => value.length > 0).length";
const ROUNDS: usize = 3;
const MOST: f64 = 3_000.0;

/// The line of it.
pub async fn row(stage: &Stage) -> Row {
    let [mut preview, mut import, mut floor, mut wiki]: [Sample; 4] = Default::default();
    for _ in 0..ROUNDS {
        let (previewed, imported) = import_into_the_app(stage).await;
        preview.add(previewed);
        import.add(imported);
        floor.add(fill_floor(stage).await);
        wiki.add(fill_wiki(stage, &stage.wiki, stage.part()).await);
    }
    fill_up_the_wiki(stage).await;
    let whole = preview.median() + import.median();
    Row {
        measure: format!("the diary brought in: shown, and then stored (median of {ROUNDS})"),
        waymark: format!("{} = {} + {}", ms(whole), ms(preview.median()), ms(import.median())),
        floor: ms(floor.median()),
        wiki: format!("{}, without being shown", ms(wiki.median())),
        ratio: Some(whole / wiki.median()),
        target: format!("≤ {}", ms(MOST)),
        holds: Some(whole <= MOST),
    }
}

async fn import_into_the_app(stage: &Stage) -> (f64, f64) {
    stage.begin_empty().await;
    let (page, settings) = (stage.page(), format!("{}#/settings", stage.waymark.url));
    let words = format!("{} entries", whole(count(stage.diary.entries.len())));
    probe::open(page, &settings, PROBE, &[json!(words)]).await;
    page.pick_file(&stage.diary.path).await;
    let previewed = probe::told(page, "previewed").await;
    page.script("window.pressImport()", vec![]).await;
    let imported = probe::told(page, "imported").await;
    (number(&previewed), number(&imported))
}

async fn fill_floor(stage: &Stage) -> f64 {
    stage.clear(&stage.floor).await;
    stage.page().go_to(&stage.floor.url).await;
    let lines: Vec<String> =
        stage.part().iter().map(|entry| for_script(std::slice::from_ref(entry))[0].to_string()).collect();
    let told = stage.page().script_that_calls_back(FILL_FLOOR, vec![json!(lines.join("\n"))]).await;
    number(&told)
}

async fn fill_wiki(stage: &Stage, site: &Site, entries: &[DiaryEntry]) -> f64 {
    stage.clear(site).await;
    stage.page().go_to(&site.url).await;
    let told = stage.page().script_that_calls_back(FILL_WIKI, vec![for_script(entries)]).await;
    number(&told)
}

/// Gives the wiki the whole diary, sees how many it could store, and gives it those alone.
async fn fill_up_the_wiki(stage: &Stage) {
    fill_wiki(stage, &stage.full_wiki, &stage.diary.entries).await;
    let held = entries_held(stage).await;
    fill_wiki(stage, &stage.full_wiki, &stage.diary.entries[..held]).await;
}

/// How many entries the open page has stored.
pub async fn entries_held(stage: &Stage) -> usize {
    let held = stage.page().script(HELD, vec![]).await;
    serde_json::from_value(held).expect("a count")
}
