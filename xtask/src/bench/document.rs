//! The document that keeps the last table.

use std::fs;

use anyhow::{Context as _, Result};

use crate::paths;

const BEGIN: &str = "<!-- bench: made by `cargo xtask bench --write` -->\n";
const END: &str = "<!-- /bench -->\n";

/// Puts the table in place of the one that stands in the document.
pub(super) fn put(table: &str) -> Result<()> {
    let path = paths::root().join("docs/performance.md");
    let old = fs::read_to_string(&path).context("docs/performance.md cannot be read.")?;
    let new = replaced(&old, table).context("docs/performance.md has lost the marks around its table.")?;
    fs::write(&path, new).context("docs/performance.md cannot be written.")?;
    println!("\nThe table is in docs/performance.md.");
    Ok(())
}

fn replaced(document: &str, table: &str) -> Option<String> {
    let (before, rest) = document.split_once(BEGIN)?;
    let (_, after) = rest.split_once(END)?;
    Some(format!("{before}{BEGIN}\n{}\n\n{END}{after}", table.trim()))
}

#[cfg(test)]
mod tests {
    use super::{BEGIN, END, replaced};

    #[test]
    fn only_what_stands_between_the_marks_is_replaced() {
        let document = format!("# Speed\n\n{BEGIN}\nold\n\n{END}\n# Size\n");
        let new = replaced(&document, "| new |\n");
        assert_eq!(new, Some(format!("# Speed\n\n{BEGIN}\n| new |\n\n{END}\n# Size\n")));
        assert_eq!(replaced("# Size\n", "| new |"), None);
    }
}
