//! Folders as a host may have them: the built app, a next version of it, one whose upload is not finished.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use xtask::hash::integrity;
use xtask::service_worker;

use super::world::{World, dist};

/// How the page describes itself.
const DESCRIPTION: &str = "A private notebook for people in peer mentoring";
/// And in the next version.
pub const NEXT: &str = "The next version";

/// The built app.
pub fn first() -> PathBuf {
    dist()
}

/// The next version: its page, its styles and its manifest are different, under the names they had.
pub fn next(world: &World) -> PathBuf {
    let folder = world.folder().join("next-version");
    copy(&dist(), &folder);
    let (styles, page) = (styles_of(&folder), folder.join("index.html"));
    let before = fs::read(folder.join(&styles)).expect("the styles");
    let after = [&before[..], b"/* next */"].concat();
    fs::write(folder.join(&styles), &after).expect("the styles can be changed");
    let html = fs::read_to_string(&page).expect("the page");
    assert!(html.contains(DESCRIPTION) && html.contains(&integrity(&before)), "{html}");
    let html = html.replace(DESCRIPTION, NEXT).replace(&integrity(&before), &integrity(&after));
    fs::write(&page, html).expect("the page can be changed");
    let manifest = folder.join("manifest.webmanifest");
    let described = fs::read_to_string(&manifest).expect("the manifest").replace(DESCRIPTION, NEXT);
    fs::write(&manifest, described).expect("the manifest can be changed");
    service_worker::write(&folder).expect("the service worker is written");
    folder
}

/// The next version as it is on the host while it is uploaded: one file is still the old one.
pub fn half_uploaded(world: &World) -> PathBuf {
    let whole = next(world);
    let folder = world.folder().join("half-uploaded");
    copy(&whole, &folder);
    let styles = styles_of(&folder);
    fs::copy(dist().join(&styles), folder.join(&styles)).expect("the old file is there");
    folder
}

/// Each file of a version with its digest.
pub fn files(folder: &Path) -> BTreeMap<String, String> {
    service_worker::files(folder).expect("the files of a version")
}

fn styles_of(folder: &Path) -> String {
    let is_style = |name: &String| Path::new(name).extension() == Some("css".as_ref());
    files(folder).into_keys().find(is_style).expect("the styles")
}

/// Copies a version as it is.
pub fn copy(from: &Path, to: &Path) {
    for name in files(from).into_keys().chain([service_worker::NAME.to_owned()]) {
        let file = to.join(&name);
        fs::create_dir_all(file.parent().expect("a folder")).expect("the folder can be made");
        fs::copy(from.join(&name), file).expect("the file can be copied");
    }
}
