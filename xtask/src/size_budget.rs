//! How much the app loads, compressed as static hosts do it, and whether that is little enough: its first screen, and all of it
//! in one language, with what the service worker fetches to keep.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::{self, Display, Formatter};
use std::fs;
use std::path::Path;

use anyhow::{Context as _, Result, ensure};
use xtask::built_files::{names, read};
use xtask::languages::{catalogue_of, language_of};
use xtask::words::Part;

use crate::html::{attribute, tags};

/// What the first screen may load at most, in bytes after brotli.
const FIRST_SCREEN: usize = 185_000;
/// What everything may be in one language: page, scripts, both parts, styles, words, manifest, icons, service worker.
const EVERYTHING: usize = 640_000;

/// The files of a built app and their sizes.
pub(crate) struct Report {
    files: Vec<Measured>,
}

struct Measured {
    name: String,
    raw: usize,
    brotli: usize,
    first_screen: bool,
    /// The language that alone has use for it, if one does.
    language: Option<String>,
}

/// Measures every file in the built folder.
pub(crate) fn measure(dist: &Path) -> Result<Report> {
    let page = fs::read_to_string(dist.join("index.html"))
        .context("There is no built app: run `cargo xtask dist`.")?;
    let linked = linked_by(&page);
    let missing: Vec<&String> = linked.keys().filter(|name| !dist.join(name).is_file()).collect();
    ensure!(missing.is_empty(), "index.html asks for files that were not built: {missing:?}");
    let mut files = Vec::new();
    for name in names(dist)? {
        let bytes = read(dist, &name)?;
        let brotli = compressed_size(&bytes).with_context(|| format!("{name} cannot be compressed."))?;
        // A script asks for the words, so no link names them.
        let first_words = catalogue_of(&name).is_some_and(|(_, part)| part == Part::First);
        files.push(Measured {
            language: language_of(&name).map(str::to_owned),
            first_screen: first_words || linked.get(&name) == Some(&Needed::ToShow),
            raw: bytes.len(),
            brotli,
            name,
        });
    }
    Ok(Report { files })
}

impl Report {
    /// Everything the first screen needs, in bytes after brotli and in the language that needs the most.
    pub(crate) fn first_screen(&self) -> usize {
        self.in_one_language(|file| file.first_screen)
    }

    /// Everything there is in that one language, in bytes after brotli.
    pub(crate) fn everything(&self) -> usize {
        self.in_one_language(|_| true)
    }

    fn in_one_language(&self, counts: impl Fn(&Measured) -> bool) -> usize {
        let sum = |language: Option<&str>| -> usize {
            let files = self.files.iter().filter(|file| file.language.as_deref() == language && counts(file));
            files.map(|file| file.brotli).sum()
        };
        let languages: BTreeSet<&str> =
            self.files.iter().filter_map(|file| file.language.as_deref()).collect();
        sum(None) + languages.into_iter().map(|language| sum(Some(language))).max().unwrap_or_default()
    }

    /// Fails when the first screen, or everything, is more than it may be.
    pub(crate) fn within_budget(&self) -> Result<()> {
        within("The first screen", self.first_screen(), FIRST_SCREEN)?;
        within("Everything in one language", self.everything(), EVERYTHING)
    }
}

fn within(what: &str, size: usize, budget: usize) -> Result<()> {
    ensure!(
        size <= budget,
        "{what} loads {size} bytes, {} more than the {budget} it may. \
         The list above says where they are; `cargo tree` says which package came in.",
        size - budget
    );
    Ok(())
}

impl Display for Report {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        writeln!(f, "{:>10} {:>10}", "raw", "brotli")?;
        for file in &self.files {
            let later = if file.first_screen { "" } else { "  (not for the first screen)" };
            writeln!(f, "{:>10} {:>10}  {}{later}", file.raw, file.brotli, file.name)?;
        }
        let (first, everything) = (self.first_screen(), self.everything());
        write!(
            f,
            "In one language: first screen {first} of {FIRST_SCREEN} bytes (brotli); everything {everything} of {EVERYTHING}"
        )
    }
}

/// What the page links a file for.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Needed {
    ToShow,
    /// Icons, and what a browser reads to install the app.
    ToInstall,
}

/// The page itself and what it links: styles, the preloaded script and wasm, icons, the manifest.
fn linked_by(page: &str) -> BTreeMap<String, Needed> {
    let address = |address: &str| address.trim_start_matches("./").to_owned();
    let links = tags(page, "link").into_iter().filter_map(|tag| {
        let tag = &page[tag];
        attribute(tag, "href").map(|href| (address(href), needed_as(attribute(tag, "rel"))))
    });
    let scripts = tags(page, "script").into_iter().filter_map(|tag| attribute(&page[tag], "src"));
    let scripts = scripts.map(|src| (address(src), Needed::ToShow));
    links.chain(scripts).chain([("index.html".to_owned(), Needed::ToShow)]).collect()
}

fn needed_as(rel: Option<&str>) -> Needed {
    match rel {
        Some("icon" | "apple-touch-icon" | "manifest") => Needed::ToInstall,
        _ => Needed::ToShow,
    }
}

/// How many bytes are left of a file after brotli.
pub(crate) fn compressed_size(bytes: &[u8]) -> std::io::Result<usize> {
    let mut compressed = Vec::new();
    let parameters = brotli::enc::BrotliEncoderParams { quality: 11, lgwin: 22, ..Default::default() };
    brotli::BrotliCompress(&mut &*bytes, &mut compressed, &parameters)?;
    Ok(compressed.len())
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::{EVERYTHING, FIRST_SCREEN, measure};

    /// Bytes that do not compress, the same ones every time.
    fn noise(length: usize) -> Vec<u8> {
        let mut state = 0x2545_f491_4f6c_dd1d_u64;
        let mut next = || {
            state ^= state << 13;
            state ^= state >> 7;
            state ^= state << 17;
            state.to_le_bytes()[3]
        };
        (0..length).map(|_| next()).collect()
    }

    #[test]
    fn what_the_page_links_counts_and_the_rest_does_not() {
        let dist = tempfile::tempdir().unwrap();
        fs::write(
            dist.path().join("index.html"),
            "<link rel=preload href=./a_bg.wasm><script src=\"./a.js\"></script>",
        )
        .unwrap();
        fs::write(dist.path().join("a_bg.wasm"), noise(FIRST_SCREEN - 1000)).unwrap();
        fs::write(dist.path().join("a.js"), noise(100)).unwrap();
        fs::write(dist.path().join("later.bin"), noise(1000)).unwrap();
        let report = measure(dist.path()).unwrap();
        assert!(report.first_screen() > FIRST_SCREEN - 1000);
        report.within_budget().unwrap();
        fs::write(dist.path().join("a.js"), noise(2000)).unwrap();
        assert!(measure(dist.path()).unwrap().within_budget().is_err());
    }

    #[test]
    fn the_words_of_one_language_count_and_no_script_hides_them() {
        let dist = tempfile::tempdir().unwrap();
        fs::write(dist.path().join("index.html"), "<script>fetch(0)</script>").unwrap();
        let page = measure(dist.path()).unwrap().first_screen();
        for (name, length) in
            [("en-first", 3000), ("en-rest", 9000), ("pt-BR-first", 5000), ("pt-BR-rest", 6000)]
        {
            fs::write(dist.path().join(format!("waymark-words-{name}-0123456789abcdef.txt")), noise(length))
                .unwrap();
        }
        let report = measure(dist.path()).unwrap();
        let words = report.first_screen() - page;
        assert!((5000..5100).contains(&words), "{words}");
        let words = report.everything() - page;
        assert!((12000..12100).contains(&words), "{words}");
    }

    #[test]
    fn what_is_linked_for_installing_the_app_does_not_count() {
        let dist = tempfile::tempdir().unwrap();
        let links =
            ["icon", "apple-touch-icon", "manifest"].map(|rel| format!("<link rel={rel} href=./{rel}>"));
        let page = links.concat();
        fs::write(dist.path().join("index.html"), &page).unwrap();
        for rel in ["icon", "apple-touch-icon", "manifest"] {
            fs::write(dist.path().join(rel), noise(FIRST_SCREEN + 1000)).unwrap();
        }
        measure(dist.path()).unwrap().within_budget().unwrap();
        fs::write(dist.path().join("index.html"), page.replace("rel=icon", "rel=stylesheet")).unwrap();
        assert!(measure(dist.path()).unwrap().within_budget().is_err());
    }

    #[test]
    fn a_linked_file_that_is_missing_is_named() {
        let dist = tempfile::tempdir().unwrap();
        fs::write(dist.path().join("index.html"), "<link rel=icon href=./icon.svg>").unwrap();
        assert!(measure(dist.path()).err().unwrap().to_string().contains("icon.svg"));
    }

    #[test]
    fn everything_counts_but_what_is_for_another_language() {
        let dist = tempfile::tempdir().unwrap();
        let write = |name: &str, length| fs::write(dist.path().join(name), noise(length)).unwrap();
        fs::write(dist.path().join("index.html"), "").unwrap();
        write("later.wasm", EVERYTHING - 5000);
        for (manifest, length) in [("manifest.webmanifest", 1000), ("es-manifest.webmanifest", 2000)] {
            write(manifest, length);
        }
        let report = measure(dist.path()).unwrap();
        assert!(
            (EVERYTHING - 3000..EVERYTHING - 2800).contains(&report.everything()),
            "{}",
            report.everything()
        );
        report.within_budget().unwrap();
        write("sw.js", 4000);
        let refused = measure(dist.path()).unwrap().within_budget().unwrap_err();
        assert!(refused.to_string().starts_with("Everything in one language"), "{refused}");
    }
}
