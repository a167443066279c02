//! One style file instead of thirty: a slow phone waits for each request.

use std::fs;
use std::path::Path;

use anyhow::{Context as _, Result};

use crate::hash::{integrity, short_hash};
use crate::html::{attribute, tags};

/// The page with all its style files put into one, in their order.
pub(crate) fn merged(html: &str, staging: &Path) -> Result<String> {
    let is_style = |tag: &str| attribute(tag, "rel") == Some("stylesheet");
    let links: Vec<_> =
        tags(html, "link").into_iter().filter(|range| is_style(&html[range.clone()])).collect();
    let Some(first) = links.first() else { return Ok(html.to_owned()) };
    let mut styles = String::new();
    for link in &links {
        let name = attribute(&html[link.clone()], "href").unwrap_or_default().trim_start_matches("./");
        let file = staging.join(name);
        styles += &fs::read_to_string(&file).with_context(|| format!("{name} cannot be read."))?;
        fs::remove_file(&file).with_context(|| format!("{name} cannot be removed."))?;
    }
    let link = write(&styles, staging)?;
    let mut page = html.to_owned();
    for range in links.iter().skip(1).rev() {
        page.replace_range(range.clone(), "");
    }
    page.replace_range(first.clone(), &link);
    Ok(page)
}

fn write(styles: &str, staging: &Path) -> Result<String> {
    let name = format!("waymark-{}.css", short_hash(styles.as_bytes()));
    fs::write(staging.join(&name), styles).with_context(|| format!("{name} cannot be written."))?;
    Ok(format!("<link rel=stylesheet href=./{name} integrity={}>", integrity(styles.as_bytes())))
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::merged;

    #[test]
    fn style_files_become_one_in_their_order() {
        let staging = tempfile::tempdir().unwrap();
        for (name, style) in [("a.css", "@layer x,y;"), ("b.css", "a{color:red}"), ("c.css", "b{top:0}")] {
            fs::write(staging.path().join(name), style).unwrap();
        }
        let page = "<head><link rel=\"stylesheet\" href=\"./a.css\" integrity=\"sha384-1\"><link rel=icon href=./i.svg>\
                    <link rel=stylesheet href=./b.css><link rel=stylesheet href=./c.css></head>";
        let page = merged(page, staging.path()).unwrap();
        let files: Vec<_> = fs::read_dir(&staging).unwrap().map(|file| file.unwrap().path()).collect();
        assert_eq!(files.len(), 1, "{files:?}");
        assert_eq!(fs::read_to_string(&files[0]).unwrap(), "@layer x,y;a{color:red}b{top:0}");
        let name = files[0].file_name().unwrap().to_string_lossy();
        assert!(
            page.starts_with(&format!("<head><link rel=stylesheet href=./{name} integrity=sha384-")),
            "{page}"
        );
        assert!(page.ends_with("><link rel=icon href=./i.svg></head>"), "{page}");
    }
}
