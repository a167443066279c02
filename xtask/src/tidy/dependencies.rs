//! Which folder of `src/` may use which: pages ask the store, widgets know nothing, only `browser` touches the browser.

use super::Violation;
use super::rust::code;
use super::source::{Source, line_at};
use super::split_tests::split_tests;
use super::uses::leaves;

/// A folder of `src/` (or the file of that name), what it may use beside itself, and why.
struct Layer {
    name: &'static str,
    may_use: &'static [&'static str],
    reason: &'static str,
}

const DOMAIN: &str = "waymark_domain";

const LAYERS: [Layer; 6] = [
    Layer {
        name: "widgets",
        may_use: &["memo", "signal"],
        reason: "A widget knows nothing of the app: hand it words and values as props.",
    },
    Layer {
        name: "browser",
        may_use: &[DOMAIN],
        reason: "The browser's side serves the rest and asks nothing of it: pass in what it needs.",
    },
    Layer {
        name: "state",
        may_use: &[DOMAIN, "browser", "memo", "signal"],
        reason: "The store knows the notebook and where it is kept, not how it looks.",
    },
    Layer {
        name: "pages",
        may_use: &[
            DOMAIN,
            "memo",
            "signal",
            "state",
            "widgets",
            "text",
            "route",
            "browser::before",
            "browser::clipboard",
            "browser::clock",
            "browser::dom",
            "browser::files",
            "browser::focus",
            "browser::intl",
            "browser::rows",
            "browser::shared_file",
            "browser::width",
            "browser::words",
        ],
        reason: "A page may ask the day, measure and move what it shows, and hand out a file, but what is kept, and how, is the store's.",
    },
    Layer {
        name: "text",
        may_use: &[DOMAIN, "browser"],
        reason: "Sentences stand alone, but for the reader's language: pass in what they speak of.",
    },
    Layer {
        name: "route",
        may_use: &[DOMAIN, "browser", "memo", "signal", "text", "widgets::Icon"],
        reason: "A page is declared with its address, its name and its icon; what is there is for `pages` to say.",
    },
];

pub(super) fn check(sources: &[Source]) -> Vec<Violation> {
    sources.iter().filter(|source| source.is_rust()).flat_map(check_one).collect()
}

fn check_one(source: &Source) -> Vec<Violation> {
    let layer = source.path.strip_prefix("src/").and_then(|path| path.split(['/', '.']).next());
    let Some(layer) = LAYERS.iter().find(|known| Some(known.name) == layer) else { return Vec::new() };
    // A test may reach down to set up what it needs.
    let (code, _) = split_tests(&source.path, &code(&source.text));
    let domain = code.match_indices(DOMAIN).map(|(at, name)| (at, name.to_owned()));
    let used = used_in_crate(&code).into_iter().chain(domain);
    used.filter(|(_, used)| !layer.allows(used))
        .map(|(at, used)| Violation::new(&source.path, line_at(&code, at), advice(layer, &used)))
        .collect()
}

impl Layer {
    /// `used` is `state::draft` or `state`; either may be on the list.
    fn allows(&self, used: &str) -> bool {
        let folder = first(used);
        folder == self.name || self.may_use.contains(&folder) || self.may_use.contains(&used)
    }
}

fn advice(layer: &Layer, used: &str) -> String {
    let allowed =
        if layer.may_use.is_empty() { "nothing of ours".to_owned() } else { layer.may_use.join(", ") };
    format!("`{}` uses `{used}`, but may use only {allowed}. {}", layer.name, layer.reason)
}

/// What stands behind each `crate::`, also in `crate::{a, b::{c, d}}`, to the second name, with its place.
fn used_in_crate(code: &str) -> Vec<(usize, String)> {
    let behind = |(at, prefix): (usize, &str)| {
        let used = leaves(&code[at + prefix.len()..]).into_iter();
        used.map(move |leaf| (at, leaf.path.iter().take(2).cloned().collect::<Vec<_>>().join("::")))
    };
    code.match_indices("crate::").flat_map(behind).collect()
}

fn first(path: &str) -> &str {
    path.split("::").next().unwrap_or(path)
}

#[cfg(test)]
mod tests {
    use super::{Source, check};

    fn count(path: &str, text: &str) -> usize {
        check(&[Source::new(path, text)]).len()
    }

    #[test]
    fn a_page_may_ask_the_store_but_not_what_keeps_things() {
        let fine = "use crate::state::Store;\nuse crate::{text::t, browser::{clock, intl::day}, widgets::{Button, app}};";
        assert_eq!(count("src/pages/today.rs", fine), 0);
        assert_eq!(count("src/pages/today.rs", "use crate::browser::storage::Storage;"), 1);
        assert_eq!(count("src/pages/today.rs", "use crate::{browser::{self, clock}};"), 1);
        assert_eq!(count("src/pages.rs", "fn f() { crate::app::start() }"), 1);
    }

    #[test]
    fn a_group_is_read_to_its_end() {
        let text = "//! x\nuse crate::{\n browser::{a, b},\n pages::c,\n};\nfn f() { g(a, b) }";
        let found = check(&[Source::new("src/state/store.rs", text)]);
        assert_eq!(found.len(), 1);
        assert!(
            found[0].to_string().starts_with("src/state/store.rs:2: `state` uses `pages::c`"),
            "{}",
            found[0]
        );
    }

    #[test]
    fn a_widget_knows_neither_the_words_nor_the_domain() {
        assert_eq!(count("src/widgets/button.rs", "use crate::widgets::icon::Icon; // crate::state"), 0);
        assert_eq!(count("src/widgets/button.rs", "use crate::text::t;"), 1);
        assert_eq!(count("src/widgets.rs", "use waymark_domain::goal::Goal;"), 1);
    }

    #[test]
    fn the_app_joins_everything() {
        assert_eq!(count("src/app/page.rs", "use crate::{pages, browser, widgets};"), 0);
    }
}
