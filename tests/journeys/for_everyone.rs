//! Every page and every dialog, in light and dark, wide and narrow.

use crate::harness::{Finds as _, Role, World, in_sight, journey, keys};
use crate::screens::{App, Goals, Journal, Settings, is_for_everyone};

journey!(the_first_pages_are_for_everyone, in_every_language);
async fn the_first_pages_are_for_everyone(world: World) {
    let ana = world.person("ana").await;
    let app = App::open(&ana).await;
    app.is_new().await;
    is_for_everyone(&app, "the welcome").await;
    app.page().button("Start with an example").activate().await;
    app.page().heading("Next steps").is_there().await;
    is_for_everyone(&app, "today, with the example").await;
    keys::type_text(app.page(), "?").await;
    app.page().dialog("Keyboard shortcuts").is_there().await;
    is_for_everyone(&app, "the list of shortcuts").await;
    app.page().dialog("Keyboard shortcuts").button("Close").activate().await;
    app.go_to_address("#/no-such-page").await;
    app.page().heading("Page not found").is_there().await;
    is_for_everyone(&app, "an address that leads nowhere").await;
}

journey!(the_goals_are_for_everyone, in_every_language);
async fn the_goals_are_for_everyone(world: World) {
    let ana = world.person("ana").await;
    let app = App::begin_empty(&ana).await;
    let goals = Goals::open(&app).await;
    is_for_everyone(&app, "no goals yet").await;
    let goal =
        goals.add("Swim one kilometre in the longest lake whose name anyone here has ever heard of").await;
    is_for_everyone(&app, "a new goal").await;
    for step in ["Find a pool", "Swim 200 m without a break", "Donaudampfschifffahrtsgesellschaftskapitän"] {
        goal.add_step(step).await;
    }
    goal.tick("Find a pool").await;
    goal.rate(4, "My arms are tired.").await;
    goal.field("Target date").fill_date("2031-05-31").await;
    goal.more_about("Find a pool").await;
    app.page().button("Rate today").activate().await;
    is_for_everyone(&app, "a goal with everything open").await;
    Goals::open(&app).await;
    app.page().button("New goal").activate().await;
    app.page().field("Title").is_there().await;
    is_for_everyone(&app, "the goals, adding one").await;
}

journey!(the_journal_is_for_everyone, in_every_language);
async fn the_journal_is_for_everyone(world: World) {
    let ana = world.person("ana").await;
    let app = App::begin_empty(&ana).await;
    Goals::open(&app).await.add("Swim").await;
    let journal = Journal::open(&app).await;
    is_for_everyone(&app, "a journal without entries").await;
    let entry = journal.write("Went to the pool.").await;
    entry.title("The pool").await;
    entry.tag("sport").await;
    entry.link("Swim").await;
    entry.check("Mood", 4).await;
    is_for_everyone(&app, "an entry").await;
    for template in ["Gibbs", "Rose, bud, thorn", "What? So what? Now what?"] {
        entry.page().field("Template").choose(template).await;
        is_for_everyone(&app, template).await;
    }
    entry.page().button("Turn into a step").activate().await;
    entry.page().dialog("Turn into a step").is_there().await;
    is_for_everyone(&app, "turning an entry into a step").await;
    entry.page().dialog("Turn into a step").button("Cancel").activate().await;
    let journal = Journal::open(&app).await;
    app.page().the(Role::Summary, "Filter").activate().await;
    journal.search("pool").await;
    journal.lists(1).await;
    is_for_everyone(&app, "the journal, searched").await;
}

journey!(the_settings_are_for_everyone, in_every_language);
async fn the_settings_are_for_everyone(world: World) {
    let ana = world.person("ana").await;
    let app = App::begin_empty(&ana).await;
    Journal::open(&app).await.write("To be thrown away.").await.delete().await;
    Settings::open(&app).await.in_trash("To be thrown away.").is_there().await;
    is_for_everyone(&app, "the settings").await;
    for (button, dialog) in [
        ("Empty the trash", "Empty the trash"),
        ("Put away", "Put away"),
        ("Delete everything", "Delete everything"),
    ] {
        app.page().button(button).activate().await;
        app.page().dialog(dialog).is_there().await;
        is_for_everyone(&app, dialog).await;
        app.page().dialog(dialog).button("Close").activate().await;
        app.page().dialog(dialog).is_gone().await;
    }
}

journey!(a_theme_that_was_chosen_stays);
async fn a_theme_that_was_chosen_stays(world: World) {
    let ana = world.person("ana").await;
    let app = App::begin_empty(&ana).await;
    let colour = "return getComputedStyle(document.body).backgroundColor";
    let light = app.page().script(colour, vec![]).await;
    Settings::open(&app).await.choose_theme("Dark").await;
    let dark = app.page().script(colour, vec![]).await;
    assert_ne!(light, dark, "the page turns dark");
    app.page().reload().await;
    app.is_at("Settings").await;
    assert_eq!(app.page().script(colour, vec![]).await, dark, "and stays so");
    is_for_everyone(&app, "the settings, dark by choice").await;
}

journey!(the_focus_is_always_in_sight);
async fn the_focus_is_always_in_sight(world: World) {
    let ana = world.person("ana").await;
    let app = App::begin_with_example(&ana).await;
    let goal = "Pass calculus with a B or better";
    app.page().is_sized(320, 568).await;
    for place in app.places().await {
        app.go_to(&place).await;
        is_in_sight_at_every_stop(&app, &place).await;
    }
    Goals::open(&app).await.open_goal(goal).await;
    is_in_sight_at_every_stop(&app, "a goal").await;
    let entry = Journal::open(&app).await.new_entry().await;
    // An entry that was just begun takes the focus into its first field; before, there is no telling where Tab leads.
    entry.page().field("Entry").has_focus().await;
    is_in_sight_at_every_stop(&app, "an entry").await;
}

/// Tabs through the whole page: whatever has the focus can be seen.
pub async fn is_in_sight_at_every_stop(app: &App, what: &str) {
    app.page().is_drawn().await;
    let (stops, hidden) = in_sight::stops_out_of_sight(app.page()).await;
    assert!(stops > 5, "{what} has things to reach by keyboard, not {stops}");
    assert!(hidden.is_empty(), "{what}: {}", hidden.join("\n"));
}
