//! Accessibility rules by axe-core: the page as it is now must break none of WCAG 2.2 AA, nor good practice.

use std::path::PathBuf;
use std::sync::LazyLock;

use serde_json::Value;

use super::page::Page;

/// axe-core as a script. `cargo xtask test e2e` installs it and names its path in `WAYMARK_AXE`.
static AXE: LazyLock<String> = LazyLock::new(|| {
    let told = std::env::var_os("WAYMARK_AXE").expect("WAYMARK_AXE: `cargo xtask test e2e` sets it");
    let path = PathBuf::from(told);
    std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("axe-core at {}: {error}", path.display()))
});

const RUN: &str = "
    const done = arguments[arguments.length - 1];
    const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice'];
    axe.run(document, { runOnly: tags, resultTypes: ['violations'] }).then(
        (found) => done(found.violations.map((v) =>
            `${v.id} (${v.impact}): ${v.help}\\n` +
            v.nodes.map((n) => `    ${n.html}\\n      ${n.failureSummary.replaceAll('\\n', ' ')}`).join('\\n'))),
        (error) => done([`axe did not run: ${error}`]));";

/// Every rule the page breaks now, with the elements that do.
pub async fn violations(page: &Page) -> Vec<String> {
    let is_loaded = page.script("return typeof axe === 'object'", vec![]).await;
    if is_loaded != Value::Bool(true) {
        page.script(&AXE, vec![]).await;
    }
    let found = page.script_that_calls_back(RUN, vec![]).await;
    serde_json::from_value(found).expect("a list of violations")
}
