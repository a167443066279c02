//! Whatever stands in the browser is damaged, one value after the other: the app opens, all the rest is there, the damaged
//! text can be downloaded and is never written over.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Value, json};

use crate::harness::{Backup, Diary, Dice, Found, Page, World, journey, times};
use crate::screens::{App, Goals, Journal, Settings};

type Stored = BTreeMap<String, String>;

/// How much of a diary is packed.
const PART: usize = 200;
const GOALS: [&str; 4] = ["Swim", "Sing", "Read", "Walk"];

journey!(whatever_is_damaged_the_rest_is_there);
async fn whatever_is_damaged_the_rest_is_there(world: World) {
    let ana = world.person("ana").await;
    let page = ana.page();
    page.has_no_database().await;
    page.can_be_damaged().await;
    let app = App::begin_empty(&ana).await;
    let stored = a_notebook(&app, &world).await;
    let whole = page.loads_damaged(&stored, json!({})).await;
    assert_eq!(whole.unreadable, []);
    let inside = what_is_where(page, &stored, &whole.backup).await;
    assert!(inside.values().filter(|records| records.len() > 1).count() > 1, "there are packs");

    let damaged: Vec<_> = stored.iter().filter(|(_, value)| value.len() > 1).collect();
    let (mut dice, mut unreadable) = (Dice::of(41), 0);
    let cases = times(24, 600);
    for case in 0..cases {
        let (key, value) = damaged[case % damaged.len()];
        let raw = if case % 3 == 0 { cut(value, &mut dice) } else { flipped(value, &mut dice) };
        let found = page.loads_damaged(&stored, json!({ key: raw })).await;
        unreadable += found.unreadable.len();
        the_rest_is_there(&whole.backup, &found, &inside[key], &format!("{key} is {raw:?}"));
        is_kept(&found, key, &raw, whole.backup.records() == found.backup.records());
    }
    println!("{cases} values were damaged, {unreadable} of them beyond reading");
    assert!(unreadable * 2 > cases, "most damage is noticed");
}

/// A notebook that has something of every kind of what is stored.
async fn a_notebook(app: &App, world: &World) -> Stored {
    for goal in GOALS {
        Goals::open(app).await.add(goal).await;
    }
    Journal::open(app).await.write("Mine alone.").await;
    let diary = Diary::at_hand(world.folder()).part(PART, world.folder());
    let settings = Settings::open(app).await;
    settings.choose_theme("Dark").await;
    settings.open_file(&diary).await.import().await;
    app.is_saved().await;
    app.page().stored().await
}

/// Which records stand under each name alone.
async fn what_is_where(page: &Page, stored: &Stored, whole: &Backup) -> BTreeMap<String, BTreeSet<String>> {
    let mut inside = BTreeMap::new();
    for key in stored.keys() {
        let mut without = stored.clone();
        without.remove(key);
        let is_part = key.contains(":r:") || key.contains(":p:");
        let missing = if is_part {
            let found = page.loads_damaged(&without, json!({})).await;
            whole.records().keys().filter(|id| !found.backup.records().contains_key(*id)).cloned().collect()
        } else {
            BTreeSet::new()
        };
        inside.insert(key.clone(), missing);
    }
    inside
}

fn the_rest_is_there(whole: &Backup, found: &Found, inside: &BTreeSet<String>, case: &str) {
    let (all, there) = (whole.records(), found.backup.records());
    for (id, record) in all.iter().filter(|(id, _)| !inside.contains(*id)) {
        assert_eq!(there.get(id), Some(record), "{case}");
    }
    assert!(there.keys().all(|id| all.contains_key(id)), "nothing is made up: {case}");
    assert_eq!(found.backup.me(), whole.me(), "{case}");
}

/// What could not be read is offered and stays; what reads well is no damage that can be told.
fn is_kept(found: &Found, key: &str, raw: &str, is_whole: bool) {
    if key.ends_with("preferences") {
        return;
    }
    let is_offered = found.unreadable.iter().any(|(_, text)| text == raw);
    let is_stored = found.stored.values().any(|text| text == raw);
    if is_offered || !is_whole {
        assert!(is_stored, "{key} is still stored as {raw:?}: {:?}", found.stored.keys());
    }
    assert!(is_offered || is_a_record(raw), "{key} is offered as {raw:?}");
}

/// A letter within a text may be another one, which nobody can tell.
fn is_a_record(raw: &str) -> bool {
    serde_json::from_str::<Value>(raw).is_ok()
}

fn cut(value: &str, dice: &mut Dice) -> String {
    let count = value.chars().count();
    value.chars().take(dice.below(count)).collect()
}

fn flipped(value: &str, dice: &mut Dice) -> String {
    let place = dice.below(value.chars().count());
    let bits = 1 << dice.below(5);
    let flip = |letter: char| char::from_u32(u32::from(letter) ^ bits).unwrap_or('\u{fffd}');
    value.chars().enumerate().map(|(at, letter)| if at == place { flip(letter) } else { letter }).collect()
}

journey!(whatever_the_log_holds_the_notebook_opens);
async fn whatever_the_log_holds_the_notebook_opens(world: World) {
    let ana = world.person("ana").await;
    let page = ana.page();
    page.can_be_damaged().await;
    let app = App::begin_empty(&ana).await;
    let stored = a_notebook(&app, &world).await;
    let whole = page.loads_damaged(&stored, json!({})).await;
    let prefix = "waymark:/:";
    let names: Vec<_> = stored.keys().filter_map(|key| key.strip_prefix(prefix)).collect();
    let now = page.script("return Date.now()", vec![]).await;
    let journal = |value: &dyn Fn(&str) -> Value| -> Value {
        let entries: Vec<_> = names.iter().map(|name| json!([name, value(name)])).collect();
        json!({"journal": entries, "snapshots": [], "handles": []})
    };
    let text = |name: &str| stored[&format!("{prefix}{name}")].clone();
    let other = |name: &str| stored.values().find(|value| **value != text(name)).cloned();
    let half = |name: &str| text(name).chars().take(text(name).chars().count() / 2).collect::<String>();
    let strange =
        json!([["r:", [now, ""]], ["", [now, "{}"]], ["r:1-0:x:y", [now, "{}"]], [7, 7], [[1], [now, "{}"]]]);
    let cases: Vec<(&str, u32, Value)> = vec![
        ("numbers", 1, journal(&|_| json!(7))),
        ("nothing", 1, journal(&|_| Value::Null)),
        ("lists of the wrong things", 1, journal(&|name| json!([text(name), now]))),
        ("objects", 1, journal(&|name| json!({"0": now, "1": text(name)}))),
        ("empty texts", 1, journal(&|_| json!([now, ""]))),
        ("halves of texts", 1, journal(&|name| json!([now, half(name)]))),
        ("texts of others", 1, journal(&|name| json!([now, other(name)]))),
        ("moments that are far off", 1, journal(&|name| json!([1e300, text(name)]))),
        ("strange names", 1, json!({"journal": strange, "snapshots": [], "handles": []})),
        (
            "snapshots of the wrong things",
            1,
            json!({"journal": [], "snapshots": [["1", null], ["2", 7], ["3", [7, 7]], ["4", [[1], [null]]], [5, 5]], "handles": [["1", 7]]}),
        ),
        ("no shelf at all", 1, json!({})),
        ("no journal", 1, json!({"snapshots": [], "handles": []})),
        ("a newer database", 2, json!({})),
    ];
    for (case, version, shelves) in cases {
        let found = page.loads_with_database(&stored, (prefix, version), shelves).await;
        assert_eq!(found.unreadable, [], "{case}");
        the_rest_is_there(&whole.backup, &found, &BTreeSet::new(), case);
    }
}
