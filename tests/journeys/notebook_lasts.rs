//! What was written is there when the browser opens again, and goes to another browser in one file.

use crate::harness::{Finds as _, Role, World, journey, starting};
use crate::screens::{App, Goals, Journal, Preview, Settings};

const GOAL: &str = "Swim one kilometre";
const STEPS: [&str; 3] = ["Find a pool", "Swim 200 m without a break", "Swim 500 m"];
const FIRST: &str = "Went to the pool for the first time.\nIt was cold, and I stayed.";
const SECOND: &str = "Met someone who swims every Tuesday.";

journey!(a_notebook_lasts, by_mouse, by_keyboard);
async fn a_notebook_lasts(world: World) {
    let mut ana = world.person("ana").await;
    let app = App::begin_empty(&ana).await;
    write_a_notebook(&app).await;
    app.is_saved().await;

    ana.restart_browser().await;
    let app = App::open(&ana).await;
    finds_it_all(&app).await;
    let file = Settings::open(&app).await.back_up().await;

    let ben = world.person("ben").await;
    let other = App::open(&ben).await;
    Preview::of(&other, &file).await.import().await;
    finds_it_all(&other).await;
    export_equal_data(&app, &other).await;
}

async fn write_a_notebook(app: &App) {
    let goal = Goals::open(app).await.add(GOAL).await;
    for step in STEPS {
        goal.add_step(step).await;
    }
    goal.tick(STEPS[0]).await;
    goal.rate(4, "My arms are tired.").await;
    goal.field("Why it matters").fill("To feel at home in the water.").await;
    goal.field("Target date").fill_date("2031-05-31").await;
    let journal = Journal::open(app).await;
    let entry = journal.write(FIRST).await;
    entry.tag("sport").await;
    entry.check("Mood", 4).await;
    let journal = Journal::open(app).await;
    let entry = journal.write(SECOND).await;
    entry.link(GOAL).await;
}

async fn finds_it_all(app: &App) {
    let goal = Goals::open(app).await.open_goal(GOAL).await;
    goal.has_steps(&STEPS).await;
    goal.is_ticked(STEPS[0]).await;
    goal.is_rated(4).await;
    goal.field("Why it matters").holds("To feel at home in the water.").await;
    goal.field("Target date").holds("2031-05-31").await;
    let journal = Journal::open(app).await;
    journal.lists(2).await;
    let entry = journal.open_entry("Went to the pool for the first time.").await;
    entry.reads(FIRST).await;
    entry.is_tagged("sport").await;
    let entry = Journal::open(app).await.open_entry(SECOND).await;
    entry.is_linked_to(GOAL).await;
}

async fn export_equal_data(app: &App, other: &App) {
    let one = Settings::open(app).await.read_backup().await;
    let two = Settings::open(other).await.read_backup().await;
    assert_eq!(one.data(), two.data(), "both notebooks export equal data");
}

journey!(a_title_written_twice_is_kept_twice);
async fn a_title_written_twice_is_kept_twice(world: World) {
    let (ana, ben) = (world.person("ana").await, world.person("ben").await);
    let (one, two) = (App::begin_empty(&ana).await, App::open(&ben).await);
    Goals::open(&one).await.add("Swim").await;
    exchange(&one, &two).await;

    Goals::open(&one).await.open_goal("Swim").await.retitle("Swim in the sea").await;
    Goals::open(&two).await.open_goal("Swim").await.retitle("Swim with others").await;
    exchange(&one, &two).await;
    exchange(&two, &one).await;

    let shown = shown_title(&one).await;
    assert_eq!(shown, shown_title(&two).await, "both show the same title");
    let other = if shown == "Swim in the sea" { "Swim with others" } else { "Swim in the sea" };
    for app in [&one, &two] {
        Goals::open(app).await.open_goal(&shown).await.offers(other).await;
    }
    export_equal_data(&one, &two).await;
}

/// Backs up in one browser and opens the file in the other.
async fn exchange(from: &App, to: &App) {
    let file = Settings::open(from).await.back_up().await;
    Settings::open(to).await.open_file(&file).await.import().await;
}

async fn shown_title(app: &App) -> String {
    Goals::open(app).await;
    let titles = app.page().the(Role::Link, starting("Swim ")).names().await;
    assert_eq!(titles.len(), 1, "one goal is listed: {titles:?}");
    titles[0].clone()
}
