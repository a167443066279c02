//! One style file instead of thirty: a slow phone waits for each request.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result};

use crate::paths;

/// Puts every file of `style/` into the one that index.html names, before Trunk reads the page.
pub(crate) fn gather() -> Result<()> {
    let all = gathered(&paths::root().join("style"))?;
    let place = paths::scratch().join("waymark.css");
    fs::create_dir_all(paths::scratch()).context("The folder for build files cannot be made.")?;
    fs::write(&place, all).with_context(|| format!("{} cannot be written.", place.display()))
}

/// The order of the layers first, what is for paper last, and by name between.
fn gathered(folder: &Path) -> Result<String> {
    let mut files = files_below(folder)?;
    files.sort_by_cached_key(|file| {
        (!file.ends_with("layers.css"), file.ends_with("print.css"), file.clone())
    });
    let texts = files
        .iter()
        .map(|file| fs::read_to_string(file).with_context(|| format!("{} cannot be read.", file.display())));
    Ok(texts.collect::<Result<Vec<_>>>()?.concat())
}

fn files_below(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).with_context(|| format!("{} cannot be listed.", folder.display()))? {
        let path = entry.context("The style files cannot be listed.")?.path();
        if path.is_dir() {
            files.extend(files_below(&path)?);
        } else if path.extension() == Some("css".as_ref()) {
            files.push(path);
        }
    }
    Ok(files)
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::gathered;

    #[test]
    fn every_style_file_is_in_it_with_the_layers_first_and_paper_last() {
        let folder = tempfile::tempdir().unwrap();
        fs::create_dir(folder.path().join("pages")).unwrap();
        let files = [
            ("print.css", "@media print{}"),
            ("pages/b.css", "b{}"),
            ("pages/a.css", "a{}"),
            ("tokens.css", "t{}"),
            ("layers.css", "@layer x;"),
            ("pages/notes.md", "not a style"),
        ];
        for (name, style) in files {
            fs::write(folder.path().join(name), style).unwrap();
        }
        assert_eq!(gathered(folder.path()).unwrap(), "@layer x;a{}b{}t{}@media print{}");
    }
}
