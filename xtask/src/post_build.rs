//! What Trunk calls when a build is ready, before the page is moved to its place.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Error, Result};
use xtask::{languages, service_worker, words};

use crate::csp::{InlineScripts, protect, without_wasm_preload_integrity};
use crate::html::{attribute, tags};
use crate::{navigation, paths, scripts, split};

/// Puts the second part of the app and the words of every language beside the page that Trunk has just
/// written, the security policy into it, and the service worker, which knows all of these, beside them.
pub(crate) fn run() -> Result<()> {
    let staging = std::env::var_os("TRUNK_STAGING_DIR")
        .map(PathBuf::from)
        .context("`post-build` is for Trunk to call: run `cargo xtask dist`.")?;
    let profile = std::env::var("TRUNK_PROFILE").unwrap_or_else(|_| "debug".into());
    let page = staging.join("index.html");
    let html = fs::read_to_string(&page).with_context(|| format!("{} cannot be read.", page.display()))?;
    let fetches = split::place(&profile, &staging, main_script(&html)?)?;
    let html = with_languages(&html, &staging, is_published(&profile))?;
    let html = if is_published(&profile) { scripts::minified(&html, &staging, &fetches)? } else { html };
    let html = protect(&without_wasm_preload_integrity(&html), inline_scripts(&profile))?;
    fs::write(&page, html).with_context(|| format!("{} cannot be written.", page.display()))?;
    if is_published(&profile) {
        service_worker::write(&staging)?;
        scripts::minify(&staging.join(service_worker::NAME))
    } else {
        service_worker::write_for_developing(&staging)
    }
}

/// Puts the words of every language beside the page, and into it what they are, the script that chooses among them, the one of
/// the place to write that is there before the app, and the sentences that must be there without any script.
fn with_languages(html: &str, staging: &Path, published: bool) -> Result<String> {
    let root = paths::root();
    let spoken = words::read(&root.join("locales")).map_err(Error::msg)?;
    let english = spoken.first().context("There is no language.")?;
    let list = languages::write(staging, &spoken)?;
    let rescue = languages::rescue_words(english)?;
    let script = |name| {
        let script = scripts::for_the_page(&root.join("assets").join(name), published)?;
        Ok::<_, Error>(format!("<script>{script}</script>"))
    };
    let choosing = format!("{list}{rescue}{}", script("language.js")?);
    let pages = fs::read_to_string(root.join(navigation::PAGES)).context("No pages are declared.")?;
    let html = languages::with_places(&navigation::with_links(html, &pages)?, english)?;
    let html = instead_of(&html, "languages", &choosing)?;
    let html = instead_of(&html, "before", &script("before.js")?)?;
    let no_script = spoken.iter().map(|language| {
        let sentence = language.wording("page", "NoScript").map_err(Error::msg)?;
        Ok(format!("<p lang={} dir={}>{}", language.tag, language.direction, escaped(sentence)))
    });
    let no_script = no_script.collect::<Result<Vec<_>>>()?.concat();
    let description = english.wording("page", "Description").map_err(Error::msg)?;
    Ok(html.replace("{{NoScript}}", &no_script).replace("{{ Description }}", &escaped(description)))
}

/// The page with something in the place of `<meta name=…>`.
fn instead_of(html: &str, name: &str, what: &str) -> Result<String> {
    let mut metas = tags(html, "meta").into_iter();
    let place = metas.find(|tag| attribute(&html[tag.clone()], "name") == Some(name));
    let place = place.with_context(|| format!("index.html needs `<meta name=\"{name}\">`."))?;
    Ok(format!("{}{what}{}", &html[..place.start], &html[place.end..]))
}

fn escaped(sentence: &str) -> String {
    sentence.replace('&', "&amp;").replace('<', "&lt;").replace('"', "&quot;")
}

fn is_published(profile: &str) -> bool {
    profile == "release"
}

/// The script of the app, as Trunk named it.
fn main_script(html: &str) -> Result<&str> {
    let mut links = tags(html, "link").into_iter().map(|range| &html[range]);
    let main = links.find(|tag| attribute(tag, "rel") == Some("modulepreload"));
    let address = main.and_then(|tag| attribute(tag, "href"));
    address
        .map(|address| address.trim_start_matches("./"))
        .context("Trunk's page preloads no script: the app's name is not known.")
}

fn inline_scripts(profile: &str) -> InlineScripts {
    if is_published(profile) { InlineScripts::ByHash } else { InlineScripts::Any }
}
