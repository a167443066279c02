//! The rules of Waymark, alone: no browser, no clock, no randomness can come in, and the laws hold.

use anyhow::{Context as _, Result, ensure};

use super::layer::Layer;
use crate::toolchain::{Toolchain, WASM};
use crate::{run, tools};

/// Packages that talk to a browser or make random numbers.
const FORBIDDEN: [&str; 8] =
    ["js-sys", "web-sys", "wasm-bindgen", "getrandom", "rand", "rand_core", "fastrand", "instant"];

/// Features by which a package that may come in would bring a clock or randomness.
const FORBIDDEN_FEATURES: [(&str, &[&str]); 2] = [
    ("chrono", &["clock", "now", "wasmbind", "iana-time-zone"]),
    ("uuid", &["v1", "v4", "v6", "v7", "rng", "rng-getrandom", "rng-rand", "fast-rng", "js"]),
];

pub(super) fn run(layer: &mut Layer) -> Result<()> {
    let host = Toolchain::current();
    let wasm = tools::wasm_toolchain()?;
    // Alone, since in a check of the whole workspace the app's features would come along.
    layer.command("the domain compiles alone", host.cargo(&["check", "--locked", "-p", "waymark-domain"]));
    let check = ["check", "--locked", "-p", "waymark-domain", "--target", WASM];
    layer.command("the domain compiles alone for wasm", wasm.cargo(&check));
    layer.check("the domain brings no browser, clock or randomness", || is_pure(&host));
    layer.tests("domain", host.cargo(&["test", "--locked", "-p", "waymark-domain"]))?;
    // Where people use it, a `usize` has 32 bits.
    let mut unit = wasm.cargo(&["test", "--locked", "-p", "waymark-domain", "--lib", "--target", WASM]);
    unit.env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER", tools::test_runner()?);
    layer.tests("domain, its unit tests in wasm", unit)
}

fn is_pure(toolchain: &Toolchain) -> Result<()> {
    let mut tree =
        toolchain.cargo(&["tree", "--locked", "-p", "waymark-domain", "-e", "normal", "--target", "all"]);
    let tree = run::answer(tree.args(["--prefix", "none", "--no-dedupe", "--format", "{p}|{f}"]));
    let impure = impurities(&tree.context("`cargo tree` could not list what the domain depends on.")?);
    ensure!(impure.is_empty(), "waymark-domain must not depend on: {}", impure.join(", "));
    Ok(())
}

/// Reads lines like `chrono v0.4.45|alloc,serde`.
fn impurities(tree: &str) -> Vec<String> {
    let mut found = Vec::new();
    for (package, features) in tree.lines().filter_map(|line| line.split_once('|')) {
        let name = package.split(' ').next().unwrap_or_default();
        if FORBIDDEN.contains(&name) || name.starts_with("gloo") {
            found.push(name.to_owned());
        }
        let forbidden =
            FORBIDDEN_FEATURES.iter().filter(|(package, _)| *package == name).flat_map(|(_, list)| *list);
        let has = |feature: &&&str| features.split(',').any(|own| own == **feature);
        found.extend(forbidden.filter(has).map(|feature| format!("{name} with its feature `{feature}`")));
    }
    found.sort();
    found.dedup();
    found
}

#[cfg(test)]
mod tests {
    use super::impurities;

    #[test]
    fn a_clock_randomness_and_a_browser_are_each_noticed() {
        assert_eq!(
            impurities("chrono v0.4.45|alloc,serde\nuuid v1.29.1|sha1,v5\nserde v1.0.229|std"),
            [""; 0]
        );
        let impure = impurities(
            "chrono v0.4.45|alloc,clock,now\nuuid v1.29.1|v4,v5\njs-sys v0.3.107|\ngloo-timers v0.4|",
        );
        let named =
            ["chrono with its feature `clock`", "chrono with its feature `now`", "gloo-timers", "js-sys"];
        assert_eq!(impure[..4], named);
        assert_eq!(impure[4..], ["uuid with its feature `v4`"]);
    }
}
