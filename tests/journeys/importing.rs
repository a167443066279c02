//! A file nearly as large as a file may be: the page goes on while it is read and while what would come in is worked out, and
//! whatever stops that changes nothing.

use std::fs::{self, File};
use std::io::{BufWriter, Write as _};
use std::path::{Path, PathBuf};

use serde_json::json;

use crate::harness::{Diary, Finds as _, Page, World, eventually, journey};
use crate::screens::{App, Journal, Preview, Settings};

const FIRST_DAY: &str = "1660-01-10";
const READ: &str = "How much of the file has been read";
const PLANNED: &str = "How much has been checked";
const LARGE: u64 = 50 << 20;
const SMALL: &str = "{\"date\": \"2024-02-29\", \"text\": \"A leap day.\"}\n{\"date\": \"2024-03-01\", \"text\": \"Another.\"}\n";

/// Whoever gives the page its turn waits from now on, until they are let go.
const HOLD: &str = "
    const [real, held] = [window.setTimeout, window.held = []];
    window.setTimeout = (then, wait, ...more) => wait === 0 ? (held.push(then), 0) : real(then, wait, ...more);
    window.letAllGo = () => held.splice(0).forEach((then) => then());
    window.holdNobody = () => { window.setTimeout = real; };";
/// Lets go whoever waits, frame by frame, until a dialog opens.
const LET_READ: &str = "
    const letRead = () => {
        if (document.querySelector('dialog:modal') !== null) return;
        letAllGo();
        requestAnimationFrame(letRead);
    };
    letRead();";
/// Looks at the page in each frame, and at what held it up, until a preview shows.
const LOOK: &str = "
    const names = arguments;
    const seen = window.seen = { painted: [...names].map(() => new Set()), until: 0, tasks: [] };
    const note = (list) => seen.tasks.push(...list.getEntries());
    new PerformanceObserver(note).observe({ type: 'longtask' });
    const look = () => {
        for (const [place, painted] of seen.painted.entries()) {
            const bar = document.querySelector(`progress[aria-label='${names[place]}']`);
            if (bar !== null) {
                painted.add(bar.value);
                seen.until = performance.now();
            }
        }
        if (document.querySelector('.import-counts li') === null) requestAnimationFrame(look);
    };
    requestAnimationFrame(look);";
/// Answers how much of each was painted; the longest task in the midst of it, and the longest at all, in milliseconds. Only
/// what takes longer than 50 ms counts as one.
const SEEN: &str = "
    const longest = (tasks) => Math.round(Math.max(0, ...tasks.map((task) => task.duration)));
    const before = seen.tasks.filter((task) => task.startTime + task.duration <= seen.until);
    return [...seen.painted.map((painted) => painted.size), longest(before), longest(seen.tasks)];";

journey!(a_large_file_does_not_hold_the_page_up_and_can_be_stopped);
async fn a_large_file_does_not_hold_the_page_up_and_can_be_stopped(world: World) {
    let (large, entries) = large_diary(world.folder());
    let small = world.folder().join("small.jsonl");
    fs::write(&small, SMALL).expect("a small diary can be written");
    let ana = world.person("ana").await;
    let app = App::begin_empty(&ana).await;
    Journal::open(&app).await.write("Mine alone.").await;
    app.is_saved().await;
    Settings::open(&app).await;
    let before = app.page().stored().await;

    app.page().script(HOLD, vec![]).await;
    is_stopped_by_cancel(&app, &large).await;
    is_stopped_by_another_file(&app, &large, &small).await;
    is_stopped_by_leaving(&app, &large).await;
    Settings::open(&app).await;
    is_stopped_while_it_is_planned(&app, &large).await;
    is_planned_again_with_other_days(&app, &large).await;
    app.page().script("holdNobody()", vec![]).await;
    assert_eq!(before, app.page().stored().await, "what is stored is unchanged to the byte");

    Settings::open(&app).await;
    app.page().script(LOOK, vec![READ.into(), PLANNED.into()]).await;
    let preview = Preview::of(&app, &large).await;
    preview.says(&format!("{entries} entries")).await;
    let seen = app.page().script(SEEN, vec![]).await;
    println!(
        "50 MB: painted {} times while read and {} while planned; longest tasks: {} ms, with the preview {} ms",
        seen[0], seen[1], seen[2], seen[3]
    );
    for (painted, times) in [(&seen[0], 10), (&seen[1], 2)] {
        assert!(painted.as_u64() >= Some(times), "the page was painted meanwhile: {seen}");
    }
    preview.cancel().await;
    assert_eq!(before, app.page().stored().await, "what is stored is unchanged to the byte");
}

journey!(an_import_is_stopped_while_it_is_stored);
async fn an_import_is_stopped_while_it_is_stored(world: World) {
    let diary = Diary::at_hand(world.folder());
    let ana = world.person("ana").await;
    let app = App::begin_empty(&ana).await;
    Journal::open(&app).await.write("Mine alone.").await;
    app.is_saved().await;
    let preview = Settings::open(&app).await.open_file(&diary.path).await;
    let import = preview.dialog().button("Import");
    eventually("the diary to be ready to come in", async || import.is_enabled().await).await;
    let page = app.page();
    let before = page.stored().await;

    page.script(HOLD, vec![]).await;
    import.activate().await;
    preview.says("Adding it to your notebook…").await;
    eventually("the page to have its turn", async || held(page).await == 1).await;
    assert!(!import.is_enabled().await, "it comes in already");
    assert_ne!(page.stored().await, before, "a part of it is stored");
    preview.cancel().await;
    page.script("letAllGo(); holdNobody()", vec![]).await;
    eventually("nothing of it to be stored", async || page.stored().await == before).await;
    Journal::open(&app).await.open_entry("Mine alone.").await;
}

async fn is_stopped_by_cancel(app: &App, large: &Path) {
    is_being_read(app.page(), large).await;
    app.page().button("Cancel").activate().await;
    app.page().shows("Reading was stopped. Nothing was changed.").await;
    app.page().button("Cancel").is_gone().await;
    is_not_read_on(app.page()).await;
}

async fn is_stopped_by_another_file(app: &App, large: &Path, small: &Path) {
    is_being_read(app.page(), large).await;
    let preview = Preview::of(app, small).await;
    is_not_read_on(app.page()).await;
    preview.says("2 entries").await;
    preview.cancel().await;
}

async fn is_stopped_by_leaving(app: &App, large: &Path) {
    is_being_read(app.page(), large).await;
    app.go_to("Goals").await;
    is_not_read_on(app.page()).await;
    app.go_to("Settings").await;
    app.page().shows_no("Reading the file").await;
}

async fn is_stopped_while_it_is_planned(app: &App, large: &Path) {
    let preview = is_being_planned(app, large).await;
    preview.cancel().await;
    is_not_read_on(app.page()).await;
    app.page().shows_no("Checking what").await;
}

async fn is_planned_again_with_other_days(app: &App, large: &Path) {
    let preview = is_being_planned(app, large).await;
    preview.take_days(FIRST_DAY, FIRST_DAY).await;
    preview.says("Entries from January 10, 1660 to January 10, 1660.").await;
    is_not_read_on(app.page()).await;
    preview.says("Entries from January 10, 1660 to January 10, 1660.").await;
    preview.cancel().await;
}

/// Opens a file; a first part of what it would bring is worked out.
async fn is_being_planned(app: &App, file: &Path) -> Preview {
    is_being_read(app.page(), file).await;
    app.page().script(LET_READ, vec![]).await;
    let preview = Preview::opened(app).await;
    preview.says("Checking what would be imported…").await;
    assert!(!preview.dialog().button("Import").is_enabled().await, "there is nothing to import yet");
    assert_eq!(held(app.page()).await, 1, "the page has its turn");
    preview
}

/// Chooses a file; a first part of it is read.
async fn is_being_read(page: &Page, file: &Path) {
    page.pick_file(file).await;
    page.shows("Reading the file…").await;
    eventually("the page to have its turn", async || held(page).await == 1).await;
}

/// Lets the reading go on: it does not.
async fn is_not_read_on(page: &Page) {
    page.script("letAllGo()", vec![]).await;
    page.is_drawn().await;
    assert_eq!(held(page).await, 0, "nothing more is read");
}

async fn held(page: &Page) -> u64 {
    page.script("return held.length", vec![]).await.as_u64().expect("a number")
}

/// The diary again and again, each time with other words, and how many entries that makes, as a person writes it.
fn large_diary(folder: &Path) -> (PathBuf, String) {
    let diary = Diary::at_hand(folder);
    let path = folder.join("large-diary.jsonl");
    let mut file = BufWriter::new(File::create(&path).expect("a large diary can be written"));
    let (mut bytes, mut entries) = (0, 0);
    let again = (1..).flat_map(|round| diary.entries.iter().map(move |entry| (round, entry)));
    for (round, entry) in again {
        let line = json!({ "date": entry.date, "text": format!("{round}. {}", entry.text) }).to_string();
        writeln!(file, "{line}").expect("a large diary can be written");
        (bytes, entries) = (bytes + line.len() as u64 + 1, entries + 1);
        if bytes >= LARGE {
            break;
        }
    }
    file.flush().expect("a large diary can be written");
    (path, format!("{},{:03}", entries / 1000, entries % 1000))
}
