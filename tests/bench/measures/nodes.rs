//! The nodes in the page of the journal, with few entries and with the whole diary: they should not grow with it.

use super::numbers::whole;
use super::probe::{self, number};
use super::searching::open_journal;
use super::stage::Stage;
use super::table::{Row, count};
use crate::screens::{Journal, Settings};

const FEW: usize = 100;
const COUNT: &str = "return document.getElementsByTagName('*').length";
const MOST: f64 = 1.1;

/// How many there are with few entries.
pub async fn with_few_entries(stage: &Stage) -> f64 {
    let app = stage.begin_empty().await;
    let entries = &stage.diary.entries;
    let preview = Settings::open(&app).await.open_file(&stage.diary.path).await;
    preview.take_days(&entries[0].date, &entries[FEW - 1].date).await;
    preview.import().await;
    app.is_saved().await;
    Journal::open(&app).await.lists(FEW).await;
    counted(stage).await
}

/// The line of it, with the whole diary beside the few.
pub async fn row(stage: &Stage, with_few: f64) -> Row {
    open_journal(stage).await;
    let with_all = counted(stage).await;
    probe::open(stage.page(), &stage.wiki.url, "() => {}", &[]).await;
    probe::is_there(stage.page(), stage.wiki.places.newest).await;
    let wiki = counted(stage).await;
    Row {
        measure: format!(
            "elements in the page: the journal with {} entries, and with {FEW}; TiddlyWiki's first page",
            whole(count(stage.diary.entries.len()))
        ),
        waymark: format!("{}, and {}", whole(with_all), whole(with_few)),
        wiki: whole(wiki),
        ratio: Some(with_all / wiki),
        target: "does not grow".into(),
        holds: Some(with_all <= with_few * MOST),
        ..Row::default()
    }
}

async fn counted(stage: &Stage) -> f64 {
    stage.page().is_drawn().await;
    number(&stage.page().script(COUNT, vec![]).await)
}
