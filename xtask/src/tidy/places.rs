//! Nothing here depends on one machine or one mirror: no absolute home folders, no hosts of package registries.

use super::Violation;
use super::source::Source;

/// This file names what it looks for.
const THIS_FILE: &str = "xtask/src/tidy/places.rs";
const HOMES: [&str; 4] = ["/home/", "/root/", "/Users/", "/work/"];
const HOSTS: [&str; 5] =
    ["artifactory", "index.crates.io", "static.crates.io", "registry.npmjs.org", "static.rust-lang.org"];
const LOCKED_SOURCE: &str = "source = \"registry+https://github.com/rust-lang/crates.io-index\"";

pub(super) fn check(sources: &[Source]) -> Vec<Violation> {
    sources.iter().filter(|source| source.path != THIS_FILE).flat_map(check_one).collect()
}

fn check_one(source: &Source) -> Vec<Violation> {
    let found = |(index, line)| Some(Violation::new(&source.path, index + 1, advice(&source.path, line)?));
    source.text.lines().enumerate().filter_map(found).collect()
}

fn advice(path: &str, line: &str) -> Option<String> {
    if let Some(home) = HOMES.iter().find(|home| line.contains(**home)) {
        return Some(format!(
            "`{home}…` is a place on one machine. Name it from the repository's top folder."
        ));
    }
    if let Some(host) = HOSTS.iter().find(|host| line.contains(**host)) {
        return Some(format!(
            "`{host}` is the host of a package registry. Each machine's own settings choose it."
        ));
    }
    let foreign = path == "Cargo.lock" && line.starts_with("source = ") && line != LOCKED_SOURCE;
    foreign
        .then(|| "This package comes from another place than crates.io. Use a published version.".to_owned())
}

#[cfg(test)]
mod tests {
    use super::{Source, check};

    #[test]
    fn places_of_one_machine_and_mirrors_are_named() {
        let text = "see src/lib.rs\ncd /home/ana/waymark\nhttps://artifactory.example.org/crates\n";
        let lines: Vec<usize> =
            check(&[Source::new("README.md", text)]).iter().map(|found| found.line).collect();
        assert_eq!(lines, [2, 3]);
    }

    #[test]
    fn the_lock_file_names_crates_io_alone() {
        let good = "source = \"registry+https://github.com/rust-lang/crates.io-index\"\n";
        assert!(check(&[Source::new("Cargo.lock", good)]).is_empty());
        assert_eq!(check(&[Source::new("Cargo.lock", "source = \"git+https://example.org/a\"\n")]).len(), 1);
    }
}
