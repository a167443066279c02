//! The modules of a crate and what each uses, with re-exports followed to where a thing is written.

use std::collections::{BTreeMap, BTreeSet};

use super::rust::code;
use super::source::{Source, line_at};
use super::split_tests::split_tests;
use super::uses::{Leaf, leaves};

/// A module, named by its path from the crate: `["file", "share"]`.
pub(super) type Module = Vec<String>;

/// A place where one module uses another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Use {
    pub(super) path: String,
    pub(super) line: usize,
    pub(super) from: Module,
    pub(super) to: Module,
}

/// The modules of one crate.
pub(super) struct Modules {
    all: BTreeMap<Module, File>,
}

struct File {
    path: String,
    /// Without comments, strings and tests.
    code: String,
    /// What it passes on with `pub use`.
    passes_on: Vec<Leaf>,
}

impl Modules {
    /// The crate whose root lies in `root`, such as `src/`.
    pub(super) fn of(sources: &[Source], root: &str) -> Self {
        let file = |source: &Source| {
            let module = module_of(source.path.strip_prefix(root)?)?;
            let (code, _) = split_tests(&source.path, &code(&source.text));
            let passes_on = public_uses(&code).flat_map(leaves).collect();
            Some((module, File { path: source.path.clone(), code, passes_on }))
        };
        Self { all: sources.iter().filter_map(file).collect() }
    }

    /// Whether a module has modules of its own.
    pub(super) fn is_folder(&self, module: &[String]) -> bool {
        self.all.keys().any(|other| other.len() > module.len() && other.starts_with(module))
    }

    /// Every use of one module by another.
    pub(super) fn uses(&self) -> Vec<Use> {
        self.all.iter().flat_map(|(module, file)| self.uses_in(module, file)).collect()
    }

    fn uses_in<'a>(&'a self, module: &'a Module, file: &'a File) -> impl Iterator<Item = Use> + 'a {
        named(&file.code).filter_map(move |(at, leaf)| {
            let to = self.home(&self.absolute(module, &leaf.path)?);
            let one =
                Use { path: file.path.clone(), line: line_at(&file.code, at), from: module.clone(), to };
            (one.to != one.from).then_some(one)
        })
    }

    /// A path from the crate. None for a path into another crate.
    fn absolute(&self, module: &[String], path: &[String]) -> Option<Vec<String>> {
        let (first, rest) = path.split_first()?;
        match first.as_str() {
            "crate" => Some(rest.to_vec()),
            "self" => Some([module, rest].concat()),
            "super" => {
                let parent = module.split_last()?.1;
                self.absolute(parent, &[&["self".to_owned()], rest].concat())
            }
            name => {
                let child = [module, &[name.to_owned()]].concat();
                self.all.contains_key(&child).then(|| [module, path].concat())
            }
        }
        .map(without_super)
    }

    /// The module in which what `path` leads to is written.
    fn home(&self, path: &[String]) -> Module {
        self.follow(path, &mut BTreeSet::new())
    }

    fn follow(&self, path: &[String], seen: &mut BTreeSet<Vec<String>>) -> Module {
        let mut module = Module::new();
        for (at, name) in path.iter().enumerate() {
            let child = [module.as_slice(), std::slice::from_ref(name)].concat();
            if self.all.contains_key(&child) {
                module = child;
                continue;
            }
            let passed_on = self.passed_on(&module, name);
            return match passed_on.filter(|_| seen.insert(path.to_vec())) {
                Some(target) => self.follow(&[&target, &path[at + 1..]].concat(), seen),
                None => module,
            };
        }
        module
    }

    /// Where `name` really is, if `module` only passes it on.
    fn passed_on(&self, module: &[String], name: &str) -> Option<Vec<String>> {
        let leaf = self.all.get(module)?.passes_on.iter().find(|leaf| leaf.name == name)?;
        self.absolute(module, &leaf.path)
    }
}

/// `file/share/mod.rs` as `["file", "share"]`; the crate's own root is the empty path. None for what is no module.
fn module_of(path: &str) -> Option<Module> {
    let path = path.strip_suffix(".rs")?;
    let path = path.strip_suffix("/mod").unwrap_or(path);
    let is_root = matches!(path, "lib" | "main");
    Some(if is_root { Module::new() } else { path.split('/').map(str::to_owned).collect() })
}

/// `a::b::super::c` as `a::c`.
fn without_super(path: Vec<String>) -> Vec<String> {
    let mut plain = Vec::new();
    for name in path {
        if name == "super" {
            plain.pop();
        } else {
            plain.push(name);
        }
    }
    plain
}

/// The trees behind each `pub use`, also where it is `pub(crate)` or `pub(super)`.
fn public_uses(code: &str) -> impl Iterator<Item = &str> {
    code.match_indices("pub").filter_map(|(at, word)| {
        let rest = &code[at + word.len()..];
        let rest = if rest.starts_with('(') { rest.split_once(')')?.1 } else { rest };
        rest.trim_start().strip_prefix("use ")
    })
}

/// Everything that is named by a path: the leaves of each `use`, and paths in the code itself.
fn named(code: &str) -> impl Iterator<Item = (usize, Leaf)> {
    let in_uses = code.match_indices("use ").filter(|(at, _)| is_word_start(code, *at));
    let in_uses = in_uses.map(|(at, word)| (at, &code[at + word.len()..]));
    let in_code = ["crate::", "super::", "self::"].into_iter().flat_map(move |start| {
        let found = code.match_indices(start).filter(|(at, _)| is_path_start(code, *at));
        found.map(|(at, _)| (at, &code[at..]))
    });
    in_uses.chain(in_code).flat_map(|(at, tree)| leaves(tree).into_iter().map(move |leaf| (at, leaf)))
}

fn is_word_start(code: &str, at: usize) -> bool {
    !code[..at].ends_with(|c: char| c.is_alphanumeric() || c == '_')
}

/// Whether a path begins here: not in the middle of one, and not at the top of a tree, which is read as a whole.
fn is_path_start(code: &str, at: usize) -> bool {
    is_word_start(code, at) && !code[..at].ends_with("::") && !code[..at].ends_with("use ")
}
