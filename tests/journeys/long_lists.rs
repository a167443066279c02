//! Lists that grew long cost what is on the screen: counted in nodes. What takes how long is printed, and judged by nobody.

use serde_json::{Value, json};

use crate::harness::keys::{self, Key};
use crate::harness::long_lists::{self, CARDS, CHECKS, GOALS, LONG_GOAL, PEOPLE, STEPS};
use crate::harness::{Finds as _, Page, Role, World, axe, eventually, journey, layout};
use crate::screens::{App, Goals, Journal, Mentoring, Settings};

/// Nodes of a page with any number of anything.
const MOST: u64 = 3_000;
const NODES: &str = "
    let count = 0;
    const all = document.createNodeIterator(document, NodeFilter.SHOW_ALL);
    while (all.nextNode()) count += 1;
    return count;";

/// Opens an address inside the app and calls back, once a heading shows and is painted, with how long it took.
const OPENS: &str = "
    const [hash, heading, done] = arguments;
    const begun = performance.now();
    const painted = () => requestAnimationFrame(() => setTimeout(() => done(performance.now() - begun)));
    const look = () => [...document.querySelectorAll('h1, h2, h3')].some((one) => one.textContent === heading)
        ? painted() : requestAnimationFrame(look);
    location.hash = hash;
    look();";

/// Types a step, presses Enter and calls back, once the trail has it and is painted, with how long it took.
const ADDS: &str = "
    const [text, done] = arguments;
    const field = document.querySelector('.trail-add input');
    field.value = text;
    field.dispatchEvent(new InputEvent('input', { bubbles: true }));
    const begun = performance.now();
    const painted = () => requestAnimationFrame(() => setTimeout(() => done(performance.now() - begun)));
    const look = () => [...document.querySelectorAll('button.trail-mark')].some((one) => one.ariaLabel.endsWith(text))
        ? painted() : requestAnimationFrame(look);
    field.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true }));
    look();";

/// The place of each row of a list in the page, as it says it, and the lengths of the list that are said.
const PLACES: &str = "
    const rows = [...document.querySelectorAll(`[role=list][aria-label='${arguments[0]}'] > [role=listitem]`)];
    const places = rows.map((row) => Number(row.ariaPosInSet));
    return [places, [...new Set(rows.map((row) => Number(row.ariaSetSize)))]];";

/// Notes how many rows of steps there are when the page is printed.
const NOTES_ROWS: &str = "
    addEventListener('beforeprint', () => {
        document.body.dataset.onPaper = document.querySelectorAll('[data-step]').length;
    }, { once: true });";
const ROWS: &str =
    "return [Number(document.body.dataset.onPaper), document.querySelectorAll('[data-step]').length]";

const FOCUS: &str = "[...document.querySelectorAll('.trail-mark')].find((mark) => mark.ariaLabel?.endsWith(arguments[0])).focus()";

/// The middle of what drags a step, and its place, from 1.
const HANDLE: &str = "
    const row = [...document.querySelectorAll('.trail-mark')].find((mark) => mark.ariaLabel?.endsWith(arguments[0]))
        .closest('[role=listitem]');
    const handle = row.querySelector('.step-handle').getBoundingClientRect();
    return [handle.x + handle.width / 2, handle.y + handle.height / 2, Number(row.ariaPosInSet)];";

journey!(long_lists_cost_what_is_on_the_screen);
async fn long_lists_cost_what_is_on_the_screen(world: World) {
    let ana = world.person("ana").await;
    let app = App::begin_empty(&ana).await;
    let preview = Settings::open(&app).await.open_file(&long_lists::file_in(world.folder())).await;
    preview.import().await;
    app.is_saved().await;

    Mentoring::open(&app).await;
    Journal::open(&app).await;
    opens(&app, "#/mentoring", "What works").await;
    has_few_nodes(app.page(), "Mentoring").await;
    says_places(app.page(), "People", PEOPLE).await;
    is_clean(app.page()).await;
    let folded = "return document.querySelectorAll('details:not([open]) > .disclosure-body > *').length";
    assert_eq!(app.page().script(folded, vec![]).await, json!(0), "what is folded is not built");
    app.page().script("scrollTo(0, document.documentElement.scrollHeight)", vec![]).await;
    app.page().heading(format!("Card {:03}", CARDS - 1)).is_there().await;
    says_places(app.page(), "What works", CARDS).await;
    app.page().the(Role::Summary, "Share").first().activate().await;
    has_few_nodes(app.page(), "a card shared").await;

    opens(&app, "#/goals", "Active").await;
    has_few_nodes(app.page(), "Goals").await;
    says_places(app.page(), "Active", GOALS).await;

    let goal = Goals::open(&app).await.open_goal(LONG_GOAL).await;
    let address = app.page().url().await;
    opens(&app, "#/goals", "Active").await;
    opens(&app, &address[address.find('#').expect("a page")..], LONG_GOAL).await;
    has_few_nodes(app.page(), "a goal").await;
    for step in ["One more", "And one"] {
        let took = app.page().script_that_calls_back(ADDS, vec![step.into()]).await;
        println!("long lists: a step is added in {took} ms");
    }
    goal.mark("And one").is_there().await;
    has_few_nodes(app.page(), "a goal with two more steps").await;
    says_places(app.page(), "The trail", STEPS + 2).await;
    is_clean(app.page()).await;
    app.page().the(Role::Summary, "All self-checks").activate().await;
    app.page().list("All self-checks").is_there().await;
    says_places(app.page(), "All self-checks", CHECKS).await;
    has_few_nodes(app.page(), "a goal with all self-checks").await;
    app.page().script(NOTES_ROWS, vec![]).await;
    app.page().devtools("Page.printToPDF", json!({})).await;
    app.page().is_drawn().await;
    let rows = app.page().script(ROWS, vec![]).await;
    assert_eq!(rows[0], json!(STEPS + 2), "paper has every step");
    assert!(rows[1].as_u64().expect("a count") < 100, "and the page has few again: {rows}");
}

journey!(a_step_of_a_long_plan_is_moved);
async fn a_step_of_a_long_plan_is_moved(world: World) {
    let ana = world.person("ana").await;
    let app = App::begin_empty(&ana).await;
    let preview = Settings::open(&app).await.open_file(&long_lists::file_in(world.folder())).await;
    preview.import().await;
    app.is_saved().await;
    let goal = Goals::open(&app).await.open_goal(LONG_GOAL).await;
    let page = app.page();

    page.script("scrollTo(0, document.documentElement.scrollHeight / 2)", vec![]).await;
    page.is_drawn().await;
    let middle = "return document.elementFromPoint(innerWidth / 3, innerHeight / 2).closest('[data-step]')
        .querySelector('.trail-mark').ariaLabel.slice('Done: '.length)";
    let step = page.script(middle, vec![]).await.as_str().expect("a step").to_owned();
    let (_, _, place) = handle(page, &step).await;
    assert!(place > 100, "{step} is at {place}");
    page.script(FOCUS, vec![step.as_str().into()]).await;
    for moved in 1..=2 {
        keys::press_with_alt(page, Key::Up).await;
        eventually("the step to be further up", async || handle(page, &step).await.2 == place - moved).await;
        goal.mark(&step).has_focus().await;
    }

    let (x, y, _) = handle(page, &step).await;
    mouse(page, "mousePressed", x, y).await;
    mouse(page, "mouseMoved", x, y + 30.0).await;
    // Further than any row that was in the page when it was taken.
    page.script("scrollBy(0, 4000)", vec![]).await;
    page.is_drawn().await;
    mouse(page, "mouseMoved", x, y).await;
    mouse(page, "mouseReleased", x, y).await;
    eventually("the step to be far down", async || handle(page, &step).await.2 > place + 40).await;
    let (_, dropped, _) = handle(page, &step).await;
    assert!((dropped - y).abs() < 60.0, "it is where it was let go: at {dropped}, not {y}");
}

async fn handle(page: &Page, step: &str) -> (f64, f64, u32) {
    serde_json::from_value(page.script(HANDLE, vec![step.into()]).await).expect("a row")
}

async fn mouse(page: &Page, kind: &str, x: f64, y: f64) {
    let event = json!({ "type": kind, "x": x, "y": y, "button": "left", "buttons": 1, "clickCount": 1 });
    page.devtools("Input.dispatchMouseEvent", event).await;
}

async fn opens(app: &App, hash: &str, heading: &str) {
    let took = app.page().script_that_calls_back(OPENS, vec![hash.into(), heading.into()]).await;
    println!("long lists: {heading} opens in {took} ms");
}

async fn has_few_nodes(page: &Page, what: &str) {
    page.is_drawn().await;
    let nodes = page.script(NODES, vec![]).await.as_u64().expect("a count");
    println!("long lists: {what} has {nodes} nodes");
    assert!(nodes <= MOST, "{what} has {nodes} nodes, more than {MOST}");
}

/// Assistive technology hears how long the list is, and where in it each row stands.
async fn says_places(page: &Page, list: &str, count: usize) {
    let Value::Array(said) = page.script(PLACES, vec![list.into()]).await else { panic!("no rows") };
    let places: Vec<u64> = serde_json::from_value(said[0].clone()).expect("places");
    assert!(places.len() > 3 && places.is_sorted_by(|a, b| a < b), "{list}: {places:?}");
    assert_eq!(said[1], json!([count]), "{list}");
}

async fn is_clean(page: &Page) {
    page.is_at_rest().await;
    assert_eq!(axe::violations(page).await, Vec::<String>::new());
    assert_eq!(layout::sticks_out(page).await, None);
}
