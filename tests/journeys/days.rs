//! A day stays the day it was, wherever the person travels and whatever language their browser speaks.

use crate::harness::{World, journey};
use crate::screens::{App, Goals, Journal};

journey!(a_day_does_not_move_with_the_person);
async fn a_day_does_not_move_with_the_person(world: World) {
    let ana = world.person("ana").await;
    let app = App::begin_empty(&ana).await;
    let goal = Goals::open(&app).await.add("Swim").await;
    goal.field("Target date").fill_date("2031-05-31").await;
    Journal::open(&app).await.write("On a leap day.").await.dated("2024-02-29").await;
    app.is_saved().await;

    // The first place on earth where a day begins, and nearly the last.
    for (zone, language, day) in [
        ("Pacific/Kiritimati", "en-GB", "29 February 2024"),
        // The app does not speak it, so it says the day in English, as English has it.
        ("Pacific/Pago_Pago", "xx-XX", "February 29, 2024"),
    ] {
        app.page().is_in_zone(zone).await;
        app.page().speaks(language).await;
        app.page().reload().await;
        let goal = Goals::open(&app).await.open_goal("Swim").await;
        goal.field("Target date").holds("2031-05-31").await;
        let entry = Journal::open(&app).await.open_entry("On a leap day.").await;
        entry.is_dated("2024-02-29").await;
        entry.page().shows(day).await;
        app.page().speaks("").await;
    }
}
