//! The content security policy of the built page: nothing but our own files and the scripts in it, by their hashes.

use std::ffi::OsStr;
use std::path::Path;

use anyhow::{Result, ensure};

use crate::hash::digest;
use crate::html::{attribute, tags, without_attribute};

/// Which inline scripts may run.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum InlineScripts {
    /// Only those that are there now, by their hashes: for everything that is published.
    ByHash,
    /// Any: while developing, Trunk adds its reload script only when it answers.
    Any,
}

/// The page with the policy put right behind `<meta charset>`, so that it holds for all that follows.
pub(crate) fn protect(html: &str, inline: InlineScripts) -> Result<String> {
    let allowed = match inline {
        InlineScripts::ByHash => {
            let hash = |script: &str| format!("'{}'", digest(script.as_bytes()));
            inline_scripts(html)?.into_iter().map(hash).collect::<Vec<_>>().join(" ")
        }
        InlineScripts::Any => "'unsafe-inline'".to_owned(),
    };
    let policy = format!(
        "default-src 'self'; script-src 'self' 'wasm-unsafe-eval' {allowed}; style-src 'self'; \
         object-src 'none'; base-uri 'none'; form-action 'none'"
    );
    insert_behind_charset(
        html,
        &format!("<meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">"),
    )
}

/// Browsers warn of `integrity` on the wasm preload and do not check it there.
pub(crate) fn without_wasm_preload_integrity(html: &str) -> String {
    let is_wasm = |tag: &str| {
        attribute(tag, "href").is_some_and(|href| Path::new(href).extension() == Some(OsStr::new("wasm")))
    };
    let mut page = html.to_owned();
    for range in tags(html, "link").into_iter().rev() {
        if is_wasm(&html[range.clone()]) {
            page.replace_range(range.clone(), &without_attribute(&html[range], "integrity"));
        }
    }
    page
}

/// How many scripts the page has in itself: Trunk's, which starts the app, the one that chooses the language, and the one of the
/// place to write before the app is here.
const IN_THE_PAGE: usize = 3;

fn inline_scripts(html: &str) -> Result<Vec<&str>> {
    let runs =
        |tag: &str| attribute(tag, "src").is_none() && attribute(tag, "type") != Some("application/json");
    let bodies: Vec<&str> = tags(html, "script")
        .into_iter()
        .filter(|range| runs(&html[range.clone()]))
        .filter_map(|range| {
            html[range.end..].find("</script>").map(|length| &html[range.end..range.end + length])
        })
        .collect();
    ensure!(
        bodies.len() == IN_THE_PAGE,
        "The page has {} scripts in it, but only Trunk's, which starts the app, assets/language.js and assets/before.js may \
         be there. Move the others into files and link them.",
        bodies.len()
    );
    Ok(bodies)
}

fn insert_behind_charset(html: &str, meta: &str) -> Result<String> {
    let charset =
        tags(html, "meta").into_iter().find(|range| attribute(&html[range.clone()], "charset").is_some());
    let place = charset.map(|range| range.end);
    ensure!(
        place.is_some(),
        "index.html needs `<meta charset=\"utf-8\">`: the security policy goes right behind it."
    );
    let (before, after) = html.split_at(place.unwrap_or_default());
    Ok(format!("{before}{meta}{after}"))
}

#[cfg(test)]
mod tests {
    use super::{InlineScripts, protect, without_wasm_preload_integrity};

    const PAGE: &str = "<!doctype html><html><head><meta charset=utf-8><title>W</title>\
        <script>1</script><script type=application/json>{}</script><script>2</script><script type=module>alert(1)</script><link rel=preload href=./a_bg.wasm integrity=sha384-x as=fetch></head></html>";

    #[test]
    fn the_scripts_in_the_page_are_allowed_by_their_hashes_and_nothing_else_inline() {
        let page = protect(PAGE, InlineScripts::ByHash).unwrap();
        assert!(page.contains("<meta charset=utf-8><meta http-equiv=\"Content-Security-Policy\""), "{page}");
        // printf 'alert(1)' | openssl dgst -sha256 -binary | base64
        assert!(page.contains("'sha256-a4ayc/80/OGda4BO/1o/V0etpOqiLx1JwB5S3beHW0s=' 'sha256-1HNeOiZeFu7gP1lxi5tdAwGcB9i2xR+Q2jpmbuwTqzU=' 'sha256-bhHHL3z2vDgxUt0W3dWQOrprscmda2Y5pLsLg4GF+pI='"), "{page}");
        assert!(!page.contains("unsafe-inline"));
    }

    #[test]
    fn another_inline_script_is_refused() {
        let page = PAGE.replace("</head>", "<script>more()</script></head>");
        assert!(protect(&page, InlineScripts::ByHash).unwrap_err().to_string().contains("4 scripts"));
    }

    #[test]
    fn a_page_without_a_charset_is_refused() {
        assert!(protect(&PAGE.replace("charset", "name"), InlineScripts::ByHash).is_err());
    }

    #[test]
    fn only_the_wasm_preload_loses_its_integrity() {
        let page = PAGE.replace("</head>", "<link rel=modulepreload href=./a.js integrity=sha384-y></head>");
        let page = without_wasm_preload_integrity(&page);
        assert!(page.contains("<link rel=preload href=./a_bg.wasm as=fetch>"), "{page}");
        assert!(page.contains("sha384-y"), "{page}");
    }
}
