//! A `TiddlyWiki` in one file that keeps what is written in the browser, made by its own program.

use std::fs;
use std::path::PathBuf;
use std::process::Command;

use anyhow::{Context as _, Result};

use crate::{paths, run, tools};

/// The name of the page.
pub(crate) const PAGE: &str = "index.html";

/// The empty edition, and the plugin that stores in the browser.
const SET_UP: &str = r#"{
    "plugins": ["tiddlywiki/browser-storage"],
    "themes": ["tiddlywiki/vanilla", "tiddlywiki/snowwhite"]
}"#;

/// Only what a person wrote is stored, the newest entry shows at the start, and the text is written in a plain field: its
/// editor with buttons costs it more.
const SETTINGS: [(&str, &str); 3] = [
    ("$:/config/BrowserStorage/SaveFilter", "[!is[system]]"),
    ("$:/DefaultTiddlers", "[!is[system]!is[draft]!sort[created]limit[1]]"),
    ("$:/config/TextEditor/EnableToolbar", "no"),
];

/// The folder with the page in it.
pub(super) fn ready() -> Result<PathBuf> {
    let program = tools::tiddlywiki::ready()?;
    let home = paths::scratch().join("wiki");
    write_settings(&home).context("The wiki's settings cannot be written.")?;
    let mut node = Command::new("node");
    node.arg(program).arg(&home).args(["--render", "$:/core/save/all", PAGE, "text/plain"]);
    run::quietly(&mut node, &paths::scratch().join("wiki.log"), None)?;
    Ok(home.join("output"))
}

fn write_settings(home: &std::path::Path) -> std::io::Result<()> {
    let folder = home.join("tiddlers");
    fs::create_dir_all(&folder)?;
    fs::write(home.join("tiddlywiki.info"), SET_UP)?;
    for (place, (title, text)) in SETTINGS.iter().enumerate() {
        fs::write(folder.join(format!("{place}.tid")), format!("title: {title}\n\n{text}"))?;
    }
    Ok(())
}
