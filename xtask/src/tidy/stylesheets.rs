//! Every file in `style/` is linked in index.html: only the reader would notice a forgotten one.

use super::Violation;
use super::source::{Source, line_at};
use crate::html::{attribute, tags};

const PAGE: &str = "index.html";

pub(super) fn check(sources: &[Source]) -> Vec<Violation> {
    let Some(page) = sources.iter().find(|source| source.path == PAGE) else {
        return vec![Violation::new(PAGE, 1, "index.html is missing: Trunk builds the app from it.")];
    };
    let linked = linked(&page.text);
    let styles = sources.iter().filter(|source| source.is_css()).map(|source| source.path.as_str());
    let styles: Vec<&str> = styles.filter(|path| path.starts_with("style/")).collect();
    let forgotten = styles.iter().filter(|path| !linked.iter().any(|(_, href)| href == *path));
    let missing = linked.iter().filter(|(_, href)| !styles.contains(href));
    forgotten
        .map(|path| forgotten_file(path))
        .chain(missing.map(|(line, href)| missing_file(*line, href)))
        .collect()
}

fn linked(page: &str) -> Vec<(usize, &str)> {
    let links =
        tags(page, "link").into_iter().filter(|tag| attribute(&page[tag.clone()], "rel") == Some("css"));
    links.filter_map(|tag| Some((line_at(page, tag.start), attribute(&page[tag], "href")?))).collect()
}

fn forgotten_file(path: &str) -> Violation {
    let advice =
        format!("No page loads this. Add `<link data-trunk rel=\"css\" href=\"{path}\" />` to {PAGE}.");
    Violation::new(path, 1, advice)
}

fn missing_file(line: usize, href: &str) -> Violation {
    Violation::new(PAGE, line, format!("`{href}` is linked but not there. Remove the link or add the file."))
}

#[cfg(test)]
mod tests {
    use super::{Source, check};

    const PAGE: &str = "<html>\n<link data-trunk rel=\"css\" href=\"style/base.css\" />";

    #[test]
    fn a_forgotten_file_and_a_dead_link_are_named() {
        let good = [Source::new("index.html", PAGE), Source::new("style/base.css", "")];
        assert!(check(&good).is_empty());
        let bad = [Source::new("index.html", PAGE), Source::new("style/pages/goals.css", "")];
        let found = check(&bad);
        let found: Vec<&str> = found.iter().map(|found| found.path.as_str()).collect();
        assert_eq!(found, ["style/pages/goals.css", "index.html"]);
    }
}
