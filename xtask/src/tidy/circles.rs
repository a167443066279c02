//! No two parts of a crate use each other: each can be read, and changed, with only those below it in mind.

use std::collections::{BTreeMap, BTreeSet};

use super::Violation;
use super::modules::{Module, Modules, Use};
use super::source::Source;

/// The crates whose parts stand in an order.
const ROOTS: [&str; 2] = ["domain/src/", "src/"];

pub(super) fn check(sources: &[Source]) -> Vec<Violation> {
    ROOTS.iter().flat_map(|root| check_crate(&Modules::of(sources, root))).collect()
}

/// Parts are the modules at the top of a crate, and the folders within each folder.
fn check_crate(modules: &Modules) -> Vec<Violation> {
    let mut graphs: BTreeMap<Module, Graph> = BTreeMap::new();
    for one in modules.uses() {
        let common = one.from.iter().zip(&one.to).take_while(|(a, b)| a == b).count();
        let (Some(from), Some(to)) = (part(&one.from, common), part(&one.to, common)) else { continue };
        if common == 0 || (modules.is_folder(from) && modules.is_folder(to)) {
            graphs.entry(one.from[..common].to_vec()).or_default().add(from.to_vec(), to.to_vec(), one);
        }
    }
    graphs.values().flat_map(Graph::violations).collect()
}

/// The part that a module belongs to, below the first `common` names of its path.
fn part(module: &[String], common: usize) -> Option<&[String]> {
    module.get(..=common)
}

/// Who uses whom, with the first place that shows it.
#[derive(Default)]
struct Graph {
    edges: BTreeMap<Module, BTreeMap<Module, Use>>,
}

impl Graph {
    fn add(&mut self, from: Module, to: Module, place: Use) {
        self.edges.entry(from).or_default().entry(to).or_insert(place);
    }

    /// Each use that closes a circle.
    fn violations(&self) -> Vec<Violation> {
        let edges =
            self.edges.iter().flat_map(|(from, all)| all.iter().map(move |(to, place)| (from, to, place)));
        let closing = edges.filter_map(|(from, to, place)| Some((from, place, self.way(to, from)?)));
        closing
            .map(|(from, place, way)| Violation::new(&place.path, place.line, advice(from, &way)))
            .collect()
    }

    /// The shortest way from one part to another, both included.
    fn way(&self, from: &Module, to: &Module) -> Option<Vec<Module>> {
        let (mut ways, mut seen) = (vec![vec![from.clone()]], BTreeSet::from([from.clone()]));
        while !ways.is_empty() {
            if let Some(found) = ways.iter().find(|way| way.last() == Some(to)) {
                return Some(found.clone());
            }
            let longer = ways.iter().flat_map(|way| {
                let next =
                    way.last().and_then(|last| self.edges.get(last)).into_iter().flat_map(BTreeMap::keys);
                next.map(|next| [way.as_slice(), std::slice::from_ref(next)].concat())
            });
            ways = longer.filter(|way| way.last().is_some_and(|last| seen.insert(last.clone()))).collect();
        }
        None
    }
}

fn advice(from: &Module, way: &[Module]) -> String {
    let steps: Vec<_> = way.iter().map(|part| format!("`{}`", part.join("::"))).collect();
    format!(
        "`{}` uses {}: a circle. Move what both need below both, or what knows both above.",
        from.join("::"),
        steps.join(", which uses ")
    )
}

#[cfg(test)]
mod tests {
    use super::{Source, check};

    fn found(files: &[(&str, &str)]) -> Vec<String> {
        let sources: Vec<_> = files.iter().map(|(path, text)| Source::new(path, text)).collect();
        check(&sources).iter().map(ToString::to_string).collect()
    }

    #[test]
    fn two_modules_that_use_each_other_are_named_with_the_way_round() {
        let files = [
            ("domain/src/lib.rs", "mod goal; mod field;"),
            ("domain/src/goal.rs", "use crate::field::Field;"),
            ("domain/src/field.rs", "//! x\nconst ALL: [T; 1] = [crate::goal::TABLE];"),
        ];
        let expected = [
            "domain/src/field.rs:2: `field` uses `goal`, which uses `field`: a circle. ",
            "domain/src/goal.rs:1: `goal` uses `field`, which uses `goal`: a circle. ",
        ];
        let found = found(&files);
        assert_eq!(found.len(), 2, "{found:#?}");
        assert!(
            found.iter().zip(expected).all(|(found, expected)| found.starts_with(expected)),
            "{found:#?}"
        );
    }

    #[test]
    fn a_way_round_is_found_through_others_and_in_folders() {
        let ring = [
            ("src/a/mod.rs", "use crate::b::{self, c};"),
            ("src/b.rs", "mod c;"),
            ("src/b/c.rs", "use super::super::d::D;"),
            ("src/d.rs", "use crate::a;"),
        ];
        assert_eq!(found(&ring).len(), 3);
        assert_eq!(found(&ring[..3]), Vec::<String>::new());
        let inside = [
            ("src/pages.rs", "mod one; mod two;"),
            ("src/pages/one/mod.rs", "use crate::pages::two::x;"),
            ("src/pages/one/y.rs", ""),
            ("src/pages/two/mod.rs", ""),
            ("src/pages/two/x.rs", "use super::super::one::y;"),
        ];
        assert_eq!(found(&inside).len(), 2);
    }

    #[test]
    fn what_is_only_passed_on_counts_where_it_is_written() {
        let about = |text: &'static str| {
            found(&[
                ("domain/src/lib.rs", "pub use kinds::goal;"),
                ("domain/src/kinds/mod.rs", "pub mod goal;"),
                ("domain/src/kinds/goal.rs", "use crate::about::About;"),
                (
                    "domain/src/people/mod.rs",
                    "pub use crate::about::About as Of;\npub use crate::goal::Goal;",
                ),
                ("domain/src/about.rs", text),
            ])
        };
        assert_eq!(about("use crate::people::Of;"), Vec::<String>::new(), "its own, by way of people");
        assert_eq!(about("fn f(_: crate::people::Goal) {}").len(), 2, "a goal, which uses it");
        assert_eq!(about("use crate::people::Unknown;").len(), 4, "what people themselves hold");
    }

    #[test]
    fn tests_may_use_what_they_like() {
        let files = [
            ("src/a.rs", "use crate::b;\n#[cfg(test)]\nmod tests { use crate::c; }"),
            ("src/b.rs", ""),
            ("src/b/tests.rs", "use crate::a;"),
            ("src/c.rs", "use crate::a;"),
        ];
        assert_eq!(found(&files), Vec::<String>::new());
    }
}
