//! Two tabs of one notebook, written in at the same time: no edit is lost, whichever record it was.

use std::collections::BTreeSet;

use crate::harness::{Backup, Finds as _, Manner, Target, World, journey, versions};
use crate::screens::{App, Goals, Settings};

/// Edits of each kind in each tab: three kinds and the steps make 500.
const EDITS: usize = 160;
const STEPS: usize = 20;

journey!(two_tabs_lose_nothing_of_each_other);
async fn two_tabs_lose_nothing_of_each_other(world: World) {
    let ana = world.person("ana").await;
    let one = App::begin_empty(&ana).await;
    for goal in ["Alone in the one", "Alone in the other", "Together"] {
        Goals::open(&one).await.add(goal).await;
    }
    one.is_saved().await;
    let two = App::open_in(&ana.browser().new_window().await, &world).await;
    for app in [&one, &two] {
        app.page().is_looked_at().await;
    }

    on_different_records(&one, &two).await;
    on_one_record(&one, &two).await;
    with_drafts_open_in_one_field(&one, &two).await;
    steps_of_one_goal(&one, &two).await;

    for app in [&one, &two] {
        app.is_saved().await;
        as_foretold(&Settings::open(app).await.read_backup().await);
    }
    one.page().reload().await;
    one.is_at("Settings").await;
    as_foretold(&Settings::open(&one).await.read_backup().await);
}

/// The oracle: what must be in the notebook after all that was typed.
fn as_foretold(backup: &Backup) {
    let goal = |title| backup.the("goal", "title", title);
    let only = |text: String| BTreeSet::from([text]);
    assert_eq!(versions(goal("Alone in the one"), "why"), only(last_of("one alone")));
    assert_eq!(versions(goal("Alone in the other"), "why"), only(last_of("two alone")));
    assert_eq!(versions(goal("Together"), "why"), only(last_of("one beside two")));
    assert_eq!(versions(goal("Together"), "criterion"), only(last_of("two beside one")));
    // Neither had seen what the other wrote, so both stay.
    let both = BTreeSet::from([last_of("one against two"), last_of("two against one")]);
    assert_eq!(versions(goal("Together"), "if"), both);
    let steps: BTreeSet<_> =
        backup.all("step").into_iter().map(|step| step["text"].as_str().unwrap()).collect();
    assert_eq!(steps.len(), 2 * STEPS, "{steps:?}");
}

fn texts_of(author: &str) -> Vec<String> {
    (1..=EDITS).map(|number| format!("{author}, no. {number}")).collect()
}

fn last_of(author: &str) -> String {
    format!("{author}, no. {EDITS}")
}

async fn on_different_records(one: &App, two: &App) {
    let mine = Goals::open(one).await.open_goal("Alone in the one").await.field("Why it matters");
    let yours = Goals::open(two).await.open_goal("Alone in the other").await.field("Why it matters");
    at_once((&mine, "one alone"), (&yours, "two alone"), Manner::LeavingEachTime).await;
}

async fn on_one_record(one: &App, two: &App) {
    let mine = Goals::open(one).await.open_goal("Together").await.field("Why it matters");
    let yours = Goals::open(two).await.open_goal("Together").await.field("How will you know?");
    at_once((&mine, "one beside two"), (&yours, "two beside one"), Manner::LeavingEachTime).await;
    yours.page().field("Why it matters").holds(&last_of("one beside two")).await;
}

async fn with_drafts_open_in_one_field(one: &App, two: &App) {
    let (mine, yours) = (one.page().field("If …"), two.page().field("If …"));
    // Both are inside before either has written, so neither can have seen the other's words.
    mine.take_focus().await;
    yours.take_focus().await;
    at_once((&mine, "one against two"), (&yours, "two against one"), Manner::StayingInside).await;
}

async fn at_once(mine: (&Target, &str), yours: (&Target, &str), manner: Manner) {
    for (field, author) in [mine, yours] {
        field.begin_typing(&texts_of(author), manner).await;
    }
    for (field, _) in [mine, yours] {
        field.is_typed().await;
    }
}

async fn steps_of_one_goal(one: &App, two: &App) {
    for number in 1..=STEPS {
        for (app, author) in [(one, "one"), (two, "two")] {
            app.page().field("Step").fill_and_enter(&format!("Step {number} of {author}")).await;
        }
    }
    let last = format!("Done: Step {STEPS} of one");
    two.page().button(last).is_there().await;
}
