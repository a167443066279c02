//! Share files that nobody's Waymark wrote: with markup in every text, or saying what is not true.

use std::fs;
use std::path::PathBuf;

use serde_json::{Value, json};

use crate::harness::World;

/// The name of the sender, as a person: an id of our own making.
pub const EVE: &str = "b27e5f91-0c3d-4a68-9e72-4f5a6b7c8d29";
/// Another person.
pub const MALLORY: &str = "c38f60a2-1d4e-4b79-8f83-5a6b7c8d9e30";
/// What the two send each other.
pub const THREAD: &str = "c41f7d2a-6b0e-4d57-9f38-1a2b3c4d5e6f";
/// An address that would run a script.
pub const LINK: &str = "javascript:window.__pwned=1";

/// A text that would do harm if it were more than a text, and tells which one it is.
pub fn evil(what: &str) -> String {
    format!("{what}\"><img src=x onerror=__pwned=1>")
}

/// The same, longer, for where there is room.
fn worse(what: &str) -> String {
    format!(
        "{}<script>__pwned=1</script><svg onload=__pwned=1></svg><a href={LINK}>{{{{x}}}}</a>",
        evil(what)
    )
}

/// An id that is always the same.
pub fn id(number: u8) -> String {
    format!("1f0a4a64-3c5f-4e83-9d2e-6a1b7c8d9e{number:02x}")
}

/// The head of a file from Eve, with the items of `body`.
pub fn share(number: u64, body: Value) -> Value {
    let mut file = json!({
        "format": "waymark-share", "version": 1, "min_reader": 1, "written": "2026-11-21",
        "thread": THREAD, "number": number,
        "from": { "id": EVE, "name": evil("from") }, "to": { "name": evil("to") }, "as": ["mentor"],
    });
    let Value::Object(body) = body else { panic!("items by kind") };
    file.as_object_mut().expect("an object").extend(body);
    file
}

/// Writes a file; gives back where it is.
pub fn written(world: &World, name: &str, file: &Value) -> PathBuf {
    let path = world.folder().join(format!("{name}.waymark.json"));
    fs::write(&path, file.to_string()).expect("the file can be written");
    path
}

/// Everything a file can hold, with markup in every text; what it answers is about `goal`.
pub fn everything(goal: &str) -> Value {
    let about = |what: &str| json!({ "kind": "goal", "id": goal, "title": evil(what) });
    let mut items = theirs();
    let given = json!({
        "feedback": [
            { "id": id(30), "by": EVE, "nature": "feed-forward", "text": worse("feedback"), "on": "2026-11-20",
              "about": about("about-feedback") },
            { "id": id(31), "by": EVE, "nature": "question", "text": worse("question"),
              "about": { "kind": evil("kind"), "id": id(99), "title": evil("about-nothing") } },
        ],
        "suggestions": [
            { "id": id(40), "by": EVE, "what": "step", "text": evil("step-suggested"), "note": worse("note"),
              "link": LINK, "about": about("about-step") },
            { "id": id(41), "by": EVE, "what": "resource", "text": evil("resource"), "note": worse("how"),
              "link": LINK, "about": about("about-resource") },
            { "id": id(42), "by": EVE, "what": "resource", "text": "A good one",
              "link": "https://example.edu/a", "about": about("about-good") },
        ],
        "ratings": [
            { "id": id(50), "by": EVE, "about": about("about-rating"), "value": 4, "on": "2026-11-20",
              "note": worse("view") },
        ],
        "responses": [
            { "id": id(60), "by": EVE, "status": "helped", "word": worse("word"),
              "about": { "kind": "feedback", "id": id(98), "title": evil("about-response") } },
        ],
    });
    let (Value::Object(items), Value::Object(given)) = (&mut items, given) else { unreachable!() };
    items.extend(given);
    Value::Object(items.clone())
}

/// What Eve shares of her own.
fn theirs() -> Value {
    json!({
        "message": worse("message"),
        "agreement": {
            "i_expect": worse("i-expect"), "they_expect": worse("they-expect"), "cadence": evil("cadence"),
            "channel": evil("channel"), "confidential": worse("confidential"), "limits": worse("limits"),
        },
        "goals": [{
            "id": id(1), "by": EVE, "title": evil("title"), "status": "active", "why": worse("why"),
            "criterion": worse("criterion"), "area": evil("area"),
            "plan": { "if": worse("if"), "then": worse("then") },
            "steps": [{ "id": id(2), "text": evil("step"), "status": "todo" }],
            "ratings": [{ "id": id(3), "value": 5, "on": "2026-11-20", "note": worse("check") }],
        }],
        "entries": [{
            "id": id(10), "by": EVE, "date": "2026-11-20", "title": evil("entry"), "template": "what",
            "prompt": evil("prompt"), "answers": { "what": worse("answer"), "so_what": worse("so-what") },
            "text": worse("text"), "tags": [evil("tag")],
        }],
        "strategies": [
            { "id": id(20), "by": EVE, "sort": "resource", "title": evil("strategy"), "text": worse("how-it-works"),
              "link": LINK },
        ],
    })
}
