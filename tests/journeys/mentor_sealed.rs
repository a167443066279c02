//! A file that opens only with a passphrase: damage and a wrong passphrase are told apart, and it says that it is working.

use std::fs;
use std::path::Path;

use serde_json::json;

use super::mentor_pair::{GOAL, ana_about_to_share, page_of};
use crate::harness::{Finds as _, Page, World, eventually, journey, json_of};
use crate::screens::{App, Locked, Mentoring, PersonPage, Preview};

const PASSPHRASE: &str = "cold water in June";

/// Remembers from which frame on certain words could be seen, and the frame in which they were gone.
const WATCH: &str = "
    const [words] = arguments;
    const seen = window.seen = { from: null, until: null };
    const look = () => {
        const now = document.body.innerText.includes(words);
        if (now) seen.from ??= performance.now();
        if (!now && seen.from !== null) seen.until = performance.now();
        else requestAnimationFrame(look);
    };
    requestAnimationFrame(look);";
/// Answers how long that was.
const SEEN: &str = "return seen.until === null ? null : Math.round(seen.until - seen.from)";

journey!(a_locked_file_says_what_it_does_and_why_it_does_not_open);
async fn a_locked_file_says_what_it_does_and_why_it_does_not_open(world: World) {
    let (ana, ben) = ana_about_to_share(&world).await;
    let preview = page_of(&ana, "Ben").await.share().await.preview().await;
    preview.lock("").await;
    preview.dialog().button("Save the file").activate().await;
    preview.says("Enter a passphrase, or untick the box to save without one.").await;
    preview.dialog().field("Passphrase").fill(PASSPHRASE).await;
    watch(ana.page(), "Locking the file. This takes a moment on purpose").await;
    let file = preview.save().await;
    println!("locking: the page said so, and it took {} ms", took(ana.page()).await);
    let text = fs::read_to_string(&file).expect("the file can be read");
    assert!(!text.contains(GOAL), "nothing of it can be read");

    Mentoring::open(&ben).await;
    ben.is_saved().await;
    let before = ben.page().stored().await;
    is_damaged(&world, &ben, &file).await;
    let locked = Locked::of(&ben, &file).await;
    locked.refuses("", "Enter the passphrase.").await;
    locked
        .refuses("cold water in june", "That is not the passphrase. Check capital letters and spaces.")
        .await;
    assert_eq!(before, ben.page().stored().await, "nothing was changed");
    watch(ben.page(), "Unlocking. This takes a moment on purpose").await;
    let preview = locked.unlock(PASSPHRASE).await;
    println!("unlocking: the page said so, and it took {} ms", took(ben.page()).await);
    preview.import().await;
    PersonPage::opened(&ben, "Ana").await.page().region("Goals").says(GOAL).await;
}

/// One character of it is another: told as damage, without asking for a passphrase.
async fn is_damaged(world: &World, ben: &App, file: &Path) {
    let mut sealed = json_of(file);
    let ciphertext = sealed["ciphertext"].as_str().expect("what is locked in");
    let other = if ciphertext.starts_with('A') { "B" } else { "A" };
    sealed["ciphertext"] = json!(format!("{other}{}", &ciphertext[1..]));
    let path = world.folder().join("damaged.waymark.json");
    fs::write(&path, sealed.to_string()).expect("the file can be written");
    Preview::refused(ben, &path, "This file is damaged and cannot be read.").await;
    ben.page().dialog("This file is locked").is_gone().await;
}

async fn watch(page: &Page, words: &str) {
    page.script(WATCH, vec![words.into()]).await;
}

async fn took(page: &Page) -> u64 {
    let mut took = None;
    eventually("the page to have said what it does", async || {
        took = page.script(SEEN, vec![]).await.as_u64();
        took.is_some()
    })
    .await;
    took.expect("just seen")
}
