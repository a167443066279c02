//! Four tabs of one notebook, each written in a thousand times, one of them asleep for a while: no edit is lost.

use std::collections::BTreeSet;

use serde_json::json;

use crate::harness::{Backup, Manner, Page, Target, World, eventually, journey, times, versions};
use crate::screens::{App, Goals, Settings};

const TABS: usize = 4;
/// Each tab writes one of these of the goal that all have in common.
const FIELDS: [(&str, &str); TABS] =
    [("Why it matters", "why"), ("How will you know?", "criterion"), ("If …", "if"), ("then …", "then")];

/// A fourth of each tab's edits.
fn few() -> usize {
    times(40, 250)
}

journey!(four_tabs_lose_nothing_of_each_other);
async fn four_tabs_lose_nothing_of_each_other(world: World) {
    let ana = world.person("ana").await;
    let mut tabs = vec![App::begin_empty(&ana).await];
    for tab in 0..TABS {
        Goals::open(&tabs[0]).await.add(&alone(tab)).await;
    }
    for goal in ["Together", "Against"] {
        Goals::open(&tabs[0]).await.add(goal).await;
    }
    tabs[0].is_saved().await;
    for _ in 1..TABS {
        tabs.push(App::open_in(&ana.browser().new_window().await, &world).await);
    }
    for tab in &tabs {
        tab.page().is_looked_at().await;
    }

    on_different_records(&tabs).await;
    on_one_record(&tabs).await;
    in_one_field(&tabs).await;

    is_in_each(&tabs).await;
    for tab in &tabs {
        tab.page().reload().await;
        tab.is_at("Settings").await;
    }
    is_in_each(&tabs).await;
}

/// One of them falls asleep half-way, and wakes when the others are done.
async fn on_different_records(tabs: &[App]) {
    let mut fields = Vec::new();
    for (tab, app) in tabs.iter().enumerate() {
        let goal = Goals::open(app).await.open_goal(&alone(tab)).await;
        fields.push(goal.field("Why it matters"));
    }
    begin(&fields, "alone", 2 * few(), Manner::LeavingEachTime).await;
    let (sleeper, awake) = fields.split_last().expect("four tabs");
    let half = u64::try_from(few()).expect("a few");
    eventually("half of it to be typed", async || sleeper.left_to_type().await <= half).await;
    is(sleeper.page(), "frozen").await;
    for field in awake {
        field.is_typed().await;
    }
    is(sleeper.page(), "active").await;
    sleeper.is_typed().await;
}

async fn on_one_record(tabs: &[App]) {
    let mut fields = Vec::new();
    for (app, (name, _)) in tabs.iter().zip(FIELDS) {
        fields.push(Goals::open(app).await.open_goal("Together").await.field(name));
    }
    begin(&fields, "beside", few(), Manner::LeavingEachTime).await;
    for field in &fields {
        field.is_typed().await;
    }
}

/// All are inside before any has written, so none can have seen what another wrote.
async fn in_one_field(tabs: &[App]) {
    let mut fields = Vec::new();
    for app in tabs {
        let field = Goals::open(app).await.open_goal("Against").await.field("Why it matters");
        field.take_focus().await;
        fields.push(field);
    }
    begin(&fields, "against", few(), Manner::StayingInside).await;
    for field in &fields {
        field.is_typed().await;
    }
}

async fn begin(fields: &[Target], how: &str, count: usize, manner: Manner) {
    for (tab, field) in fields.iter().enumerate() {
        let texts: Vec<_> = (1..=count).map(|number| written(tab, how, number)).collect();
        field.begin_typing(&texts, manner).await;
    }
}

async fn is(page: &Page, state: &str) {
    page.devtools("Page.setWebLifecycleState", json!({"state": state})).await;
}

/// Every tab holds what was written in all of them.
async fn is_in_each(tabs: &[App]) {
    let mut all = Vec::new();
    for tab in tabs {
        tab.is_saved().await;
        let settings = Settings::open(tab).await;
        let mut backup = settings.read_backup().await;
        eventually("the tab to hold all that was written", async || {
            let holds = missing(&backup).is_empty();
            if !holds {
                println!("not there yet: {:?}", missing(&backup));
                backup = settings.read_backup().await;
            }
            holds
        })
        .await;
        all.push(backup.data());
    }
    assert!(all.iter().all(|data| *data == all[0]), "all tabs hold the same");
}

/// The oracle: what must be in the notebook after all that was typed, and is not.
fn missing(backup: &Backup) -> Vec<String> {
    let goal = |title: &str| backup.the("goal", "title", title);
    let mut missing = Vec::new();
    let mut holds = |title: &str, field: &str, wanted: BTreeSet<String>| {
        let held = versions(goal(title), field);
        if held != wanted {
            missing.push(format!("{title}, {field}: {held:?}, not {wanted:?}"));
        }
    };
    for (tab, (_, field)) in FIELDS.iter().enumerate() {
        holds(&alone(tab), "why", BTreeSet::from([written(tab, "alone", 2 * few())]));
        holds("Together", field, BTreeSet::from([written(tab, "beside", few())]));
    }
    holds("Against", "why", (0..TABS).map(|tab| written(tab, "against", few())).collect());
    missing
}

fn alone(tab: usize) -> String {
    format!("Of tab {tab}")
}

fn written(tab: usize, how: &str, number: usize) -> String {
    format!("tab {tab} {how}, no. {number}")
}
