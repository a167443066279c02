//! Every file is listed with the digest that browsers make, and any change makes another build.

use std::fs;

use tempfile::TempDir;

use super::{NAME, PROGRAM, files, program, write};

fn folder() -> TempDir {
    let dir = tempfile::tempdir().unwrap();
    fs::create_dir(dir.path().join("icons")).unwrap();
    fs::write(dir.path().join("index.html"), "waymark").unwrap();
    fs::write(dir.path().join("icons/icon.svg"), "<svg/>").unwrap();
    dir
}

fn written(dir: &TempDir) -> String {
    write(dir.path()).unwrap();
    fs::read_to_string(dir.path().join(NAME)).unwrap()
}

/// What stands between the quotes of `const BUILD = '…'`.
fn build(program: &str) -> &str {
    program.split_once("const BUILD = '").unwrap().1.split_once('\'').unwrap().0
}

#[test]
fn every_file_is_listed_with_its_digest_but_the_worker_itself() {
    let dir = folder();
    let first = written(&dir);
    // printf waymark | openssl dgst -sha256 -binary | base64
    assert!(
        first.contains("\"index.html\": \"sha256-/F5WdMpTVylVRbJaDYiXmmpJFxo8JWXrIuheVowsBX4=\""),
        "{first}"
    );
    assert!(first.contains("\"icons/icon.svg\": \"sha256-"), "{first}");
    assert_eq!(files(dir.path()).unwrap().len(), 2);
    assert_eq!(written(&dir), first, "writing it again changes nothing");
}

#[test]
fn another_byte_another_name_and_another_program_make_another_build() {
    let dir = folder();
    let first = written(&dir);
    assert_eq!(build(&first).len(), 16);
    fs::write(dir.path().join("icons/icon.svg"), "<svg></svg>").unwrap();
    let changed = written(&dir);
    fs::rename(dir.path().join("icons/icon.svg"), dir.path().join("icons/other.svg")).unwrap();
    let renamed = written(&dir);
    let list = files(dir.path()).unwrap();
    let reprogrammed = program(&format!("{PROGRAM}// more\n"), &list).unwrap();
    let builds = [&first, &changed, &renamed, &reprogrammed].map(|program| build(program));
    for (place, one) in builds.iter().enumerate() {
        assert!(!builds[..place].contains(one), "{builds:?}");
    }
}

#[test]
fn a_program_without_a_place_for_the_list_is_refused() {
    assert!(program("const BUILD = '';", &files(folder().path()).unwrap()).is_err());
}
