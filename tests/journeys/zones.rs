//! Just before midnight, in zones far apart and on days when clocks are changed: an entry is of the day on the wall, today is
//! today, and later, seen from anywhere, every day is the day it was.

use crate::harness::{Finds as _, World, journey};
use crate::screens::{App, Goals, Journal};

/// A zone, a moment, and the day on the wall there: in the app's words, and as dates are kept.
type Evening = (&'static str, &'static str, &'static str, &'static str);

const EVENINGS: [Evening; 9] = [
    // The next midnight does not exist: the day begins at one o'clock.
    ("America/Sao_Paulo", "2018-11-04T02:55:00Z", "Saturday, November 3", "2018-11-03"),
    // For the second time that evening.
    ("America/Sao_Paulo", "2019-02-17T02:55:00Z", "Saturday, February 16", "2019-02-16"),
    ("Africa/Casablanca", "2026-02-15T23:55:00Z", "Sunday, February 15", "2026-02-15"),
    // An hour apart, and two days.
    ("Pacific/Kiritimati", "2026-03-01T09:55:00Z", "Sunday, March 1", "2026-03-01"),
    ("Pacific/Pago_Pago", "2026-03-01T10:55:00Z", "Saturday, February 28", "2026-02-28"),
    ("Europe/Berlin", "2026-03-29T21:55:00Z", "Sunday, March 29", "2026-03-29"),
    ("Australia/Lord_Howe", "2026-04-05T13:25:00Z", "Sunday, April 5", "2026-04-05"),
    ("Asia/Kathmandu", "2026-05-31T18:10:00Z", "Sunday, May 31", "2026-05-31"),
    ("Europe/Berlin", "2026-10-25T22:55:00Z", "Sunday, October 25", "2026-10-25"),
];

/// Loads the app again in a zone, at a moment.
async fn wakes_up(app: &App, zone: &str, moment: &str) {
    app.page().is_in_zone(zone).await;
    app.page().has_its_clock_at(moment).await;
    app.page().reload().await;
    app.go_to("Today").await;
}

journey!(an_entry_is_of_the_day_on_the_wall);
async fn an_entry_is_of_the_day_on_the_wall(world: World) {
    let ana = world.person("ana").await;
    let app = App::begin_empty(&ana).await;
    for (zone, moment, today, day) in EVENINGS {
        wakes_up(&app, zone, moment).await;
        app.page().shows(today).await;
        let entry = Journal::open(&app).await.write(&format!("In {zone} on {day}")).await;
        entry.is_dated(day).await;
        app.is_saved().await;
    }
    for (zone, moment, ..) in [EVENINGS[3], EVENINGS[4], EVENINGS[5]] {
        wakes_up(&app, zone, moment).await;
        for (zone, .., day) in EVENINGS {
            let entry = Journal::open(&app).await.open_entry(&format!("In {zone} on {day}")).await;
            entry.is_dated(day).await;
        }
    }
}

journey!(what_is_due_and_what_was_follow_the_day_on_the_wall);
async fn what_is_due_and_what_was_follow_the_day_on_the_wall(world: World) {
    let ana = world.person("ana").await;
    let app = App::begin_empty(&ana).await;
    let goal = Goals::open(&app).await.add("Swim").await;
    goal.add_step("Find a pool").await;
    goal.more_about("Find a pool").await;
    goal.field("Due").fill_date("2026-03-29").await;
    Journal::open(&app).await.write("A year before.").await.dated("2025-03-29").await;
    app.is_saved().await;

    // One moment, on three days.
    let moment = "2026-03-29T21:55:00Z";
    for (zone, greeting, due, is_this_day) in [
        ("Europe/Berlin", "Good evening", "due today", true),
        ("Pacific/Kiritimati", "Good morning", "was due yesterday", false),
        ("Pacific/Pago_Pago", "Good morning", "due today", true),
    ] {
        wakes_up(&app, zone, moment).await;
        app.page().shows(greeting).await;
        app.page().shows(due).await;
        let this_day = app.page().heading("On this day");
        if is_this_day { this_day.is_there().await } else { this_day.is_gone().await }
    }
    wakes_up(&app, "Pacific/Pago_Pago", "2026-03-29T10:55:00Z").await;
    app.page().shows("due tomorrow").await;
}
