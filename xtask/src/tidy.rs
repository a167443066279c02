//! The rules of this repository that a compiler does not know. Each says what is wrong, where, and what to do.

mod circles;
mod colours;
mod dependencies;
mod inline_styles;
mod modules;
mod openings;
mod panics;
mod places;
mod rust;
mod source;
mod split_tests;
mod uses;
mod waiting;

use std::fmt::{self, Display, Formatter};

use anyhow::{Result, bail};

use source::Source;

/// Something to put right.
#[derive(Debug, PartialEq, Eq)]
struct Violation {
    path: String,
    line: usize,
    advice: String,
}

type Rule = fn(&[Source]) -> Vec<Violation>;

const RULES: [(&str, Rule); 8] = [
    ("what each folder may use", dependencies::check),
    ("no circles", circles::check),
    ("colours live in style/tokens.css", colours::check),
    ("no inline styles", inline_styles::check),
    ("every file opens with its promise", openings::check),
    ("no panics in the app", panics::check),
    ("no machine's paths and no registry's hosts", places::check),
    ("tests neither wait nor rest", waiting::check),
];

/// Checks every rule on every file that git knows or would know.
pub(crate) fn run() -> Result<()> {
    let violations = violations(&source::all()?);
    if violations.is_empty() {
        println!("Tidy: {} rules hold.", RULES.len());
        return Ok(());
    }
    for violation in &violations {
        println!("{violation}");
    }
    bail!("Tidy found {} places to put right. They are listed above.", violations.len())
}

fn violations(sources: &[Source]) -> Vec<Violation> {
    RULES.iter().flat_map(|(_, rule)| rule(sources)).collect()
}

impl Violation {
    fn new(path: &str, line: usize, advice: impl Into<String>) -> Self {
        Self { path: path.to_owned(), line, advice: advice.into() }
    }
}

impl Display for Violation {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}: {}", self.path, self.line, self.advice)
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_repository_is_tidy() {
        let found: Vec<String> =
            super::violations(&super::source::all().unwrap()).iter().map(ToString::to_string).collect();
        assert!(found.is_empty(), "\n{}", found.join("\n"));
    }
}
