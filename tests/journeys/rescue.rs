//! The app traps, on every page: what was typed is there again after a reload, or waits to be copied, and a file holds
//! all of it.

use crate::harness::keys::{self, Key};
use crate::harness::{Finds as _, Person, Stored, World, journey};
use crate::screens::{App, Goals, Journal, Mentoring, Rescue, RescuedWords, Settings};
use crate::screens::{is_for_everyone, nothing_waits};

const WORDS: &str = "I saw the lake";

async fn app_that_can_break(ana: &Person) -> App {
    ana.can_break_the_app().await;
    App::begin_empty(ana).await
}

/// Types into a field, lets the app trap at the next key, saves everything as a file and loads the app again.
async fn survives(app: &App, field: &str, words: &str) {
    let page = app.page();
    page.field(field).is_there().await;
    page.typing_never_rests().await;
    page.field(field).fill(words).await;
    page.breaks().await;
    keys::press(page, Key::End).await;
    let rescue = Rescue::appeared(app).await;
    let file = rescue.saves().await;
    assert!(file.texts().contains(&words), "{field}: {:?}", file.texts());
    file.holds(&page.stored().await);
    rescue.reload().await;
}

/// As [`survives`], in a field of a record: it holds the words again.
async fn comes_back_to(app: &App, field: &str, words: &str) {
    survives(app, field, words).await;
    app.page().field(field).holds(words).await;
    nothing_waits(app).await;
}

/// As [`survives`], in a field of something that is not there yet: the words wait to be copied.
async fn waits(app: &App, field: &str, words: &str) {
    survives(app, field, words).await;
    let rescued = RescuedWords::wait(app).await;
    rescued.say(words).await;
    app.page().reload().await;
    let rescued = RescuedWords::wait(app).await;
    rescued.say(words).await;
    rescued.done().await;
    nothing_waits(app).await;
}

journey!(words_in_an_entry_survive_a_trap, by_mouse, by_keyboard);
async fn words_in_an_entry_survive_a_trap(world: World) {
    let ana = world.person("ana").await;
    let app = app_that_can_break(&ana).await;
    let entry = Journal::open(&app).await.write("The lake.").await;
    app.is_saved().await;
    entry.page().typing_never_rests().await;
    entry.title("Monday").await;
    entry.add(" And the sea").await;
    entry.page().breaks().await;
    keys::type_text(entry.page(), ".").await;
    let rescue = Rescue::appeared(&app).await;
    is_for_everyone(&app, "the screen when the app has stopped").await;
    let file = rescue.saves().await;
    assert!(["Monday", "The lake. And the sea"].iter().all(|text| file.texts().contains(text)));
    rescue.reload().await;
    entry.reads("The lake. And the sea").await;
    app.page().field("Title").holds("Monday").await;
    app.page().shows_no("Also written elsewhere").await;
    nothing_waits(&app).await;
}

journey!(what_was_written_elsewhere_meanwhile_stays);
async fn what_was_written_elsewhere_meanwhile_stays(world: World) {
    let ana = world.person("ana").await;
    let app = app_that_can_break(&ana).await;
    let entry = Journal::open(&app).await.write("The lake.").await;
    app.is_saved().await;
    let other = App::open_in(&ana.browser().new_window().await, &world).await;
    let elsewhere = Journal::open(&other).await.open_entry("The lake.").await;
    entry.page().typing_never_rests().await;
    entry.write(WORDS).await;
    entry.page().breaks().await;
    elsewhere.write("The river.").await;
    other.is_saved().await;
    keys::press(app.page(), Key::End).await;
    Rescue::appeared(&app).await.reload().await;
    entry.reads(WORDS).await;
    app.page().shows("The river.").await;
    nothing_waits(&app).await;
}

journey!(words_on_my_own_pages_survive_a_trap);
async fn words_on_my_own_pages_survive_a_trap(world: World) {
    let ana = world.person("ana").await;
    let app = app_that_can_break(&ana).await;
    survives(&app, "Entry", WORDS).await;
    Journal::open(&app).await.open_entry(WORDS).await.reads(WORDS).await;

    Goals::open(&app).await;
    app.page().button("New goal").activate().await;
    waits(&app, "Title", "Swim further").await;
    Goals::open(&app).await.add("Swim").await;
    app.is_saved().await;
    comes_back_to(&app, "Why it matters", WORDS).await;
    survives(&app, "Step", "Find a pool").await;
    let rescued = RescuedWords::wait(&app).await;
    is_for_everyone(&app, "words that wait to be copied").await;
    rescued.copy("Step").await;
    rescued.done().await;

    Settings::open(&app).await;
    comes_back_to(&app, "What should we call you?", "Ana").await;
}

journey!(words_on_the_pages_of_mentoring_survive_a_trap);
async fn words_on_the_pages_of_mentoring_survive_a_trap(world: World) {
    let ana = world.person("ana").await;
    let app = app_that_can_break(&ana).await;
    let mentoring = Mentoring::open(&app).await;
    app.page().button("Add a person").activate().await;
    waits(&app, "Name", "Benedict").await;
    mentoring.add_person("Ben", "They mentor me").await;
    app.is_saved().await;
    comes_back_to(&app, "Private note", WORDS).await;
    mentoring_share(&app).await;
    waits(&app, "Your question", "How do you rest?").await;
}

async fn mentoring_share(app: &App) {
    app.page().link("Share").activate().await;
    app.is_at("Sharing").await;
}

journey!(a_page_without_words_stops_as_well);
async fn a_page_without_words_stops_as_well(world: World) {
    let ana = world.person("ana").await;
    let app = app_that_can_break(&ana).await;
    app.go_to("Journal").await;
    app.page().breaks().await;
    keys::press(app.page(), Key::End).await;
    let rescue = Rescue::appeared(&app).await;
    let file = rescue.saves().await;
    assert_eq!(file.texts(), [""; 0]);
    file.holds(&app.page().stored().await);
    rescue.reload().await;
    nothing_waits(&app).await;
}

journey!(nothing_of_the_app_runs_once_it_has_trapped);
async fn nothing_of_the_app_runs_once_it_has_trapped(world: World) {
    let ana = world.person("ana").await;
    let app = app_that_can_break(&ana).await;
    app.page().is_told_of_a_trap().await;
    Rescue::appeared(&app).await;
    app.page().script("location.hash = '#/goals'; dispatchEvent(new Event('hashchange'))", vec![]).await;
    app.page().is_drawn().await;
    app.is_at("Today").await;
    keys::press(app.page(), Key::Escape).await;
    keys::press(app.page(), Key::Escape).await;
    Rescue::appeared(&app).await;
}

journey!(where_nothing_can_be_stored_the_file_holds_the_words);
async fn where_nothing_can_be_stored_the_file_holds_the_words(world: World) {
    let ana = world.person("ana").await;
    ana.page().blocks_storage().await;
    let app = app_that_can_break(&ana).await;
    app.page().field("Entry").fill(WORDS).await;
    app.page().breaks().await;
    keys::press(app.page(), Key::End).await;
    let rescue = Rescue::appeared(&app).await;
    rescue.says("save it before you reload").await;
    let file = rescue.saves().await;
    assert_eq!(file.texts(), [WORDS]);
    file.holds(&Stored::new());
    let ben = world.person("ben").await;
    let app = App::begin_empty(&ben).await;
    Settings::open(&app).await.open_file(&file.path).await.import().await;
    Journal::open(&app).await.open_entry("Entry").await.reads(WORDS).await;
}

journey!(the_file_opens_like_a_backup);
async fn the_file_opens_like_a_backup(world: World) {
    let ana = world.person("ana").await;
    let app = app_that_can_break(&ana).await;
    Goals::open(&app).await.add("Swim").await;
    app.is_saved().await;
    let page = app.page();
    page.typing_never_rests().await;
    page.field("Step").fill("Find a pool").await;
    page.breaks().await;
    keys::press(page, Key::End).await;
    let rescue = Rescue::appeared(&app).await;
    let file = rescue.saves().await;
    let ben = world.person("ben").await;
    let app = App::begin_empty(&ben).await;
    Settings::open(&app).await.open_file(&file.path).await.import().await;
    Journal::open(&app).await.open_entry("Step").await.reads("Find a pool").await;
    Goals::open(&app).await.lists("Swim").await;
}

journey!(an_app_that_does_not_start_says_so);
async fn an_app_that_does_not_start_says_so(world: World) {
    world.expects("Uncaught TypeError: ");
    // The one with the app in it, or all but the page and what rescues.
    for part in ["_bg.wasm", "waymark-"] {
        world.network_loses(part);
        let ana = world.person(part).await;
        let app = App::open_in_vain(&ana).await;
        let rescue = Rescue::appeared(&app).await;
        rescue.saves().await.holds(&Stored::new());
        world.network_is_back();
        rescue.reload().await;
        app.is_new().await;
    }
}
