//! The content security policy of the built page: nothing but our own files and the one start script, by its hash.

use std::ffi::OsStr;
use std::path::Path;

use anyhow::{Result, ensure};

use crate::hash::digest;
use crate::html::{attribute, tags, without_attribute};

/// Which inline scripts may run.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum InlineScripts {
    /// Only the one that is there now, by its hash: for everything that is published.
    ByHash,
    /// Any: while developing, Trunk adds its reload script only when it answers.
    Any,
}

/// The page with the policy put right behind `<meta charset>`, so that it holds for all that follows.
pub(crate) fn protect(html: &str, inline: InlineScripts) -> Result<String> {
    let allowed = match inline {
        InlineScripts::ByHash => format!("'{}'", digest(only_inline_script(html)?.as_bytes())),
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

fn only_inline_script(html: &str) -> Result<&str> {
    let bodies: Vec<&str> = tags(html, "script")
        .into_iter()
        .filter(|range| attribute(&html[range.clone()], "src").is_none())
        .filter_map(|range| {
            html[range.end..].find("</script>").map(|length| &html[range.end..range.end + length])
        })
        .collect();
    ensure!(
        bodies.len() == 1,
        "The page has {} inline scripts, but only Trunk's start script may be one. \
         Move the others into files and link them.",
        bodies.len()
    );
    Ok(bodies[0])
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
        <script type=module>alert(1)</script><link rel=preload href=./a_bg.wasm integrity=sha384-x as=fetch></head></html>";

    #[test]
    fn the_start_script_is_allowed_by_its_hash_and_nothing_else_inline() {
        let page = protect(PAGE, InlineScripts::ByHash).unwrap();
        assert!(page.contains("<meta charset=utf-8><meta http-equiv=\"Content-Security-Policy\""), "{page}");
        // printf 'alert(1)' | openssl dgst -sha256 -binary | base64
        assert!(page.contains("'sha256-bhHHL3z2vDgxUt0W3dWQOrprscmda2Y5pLsLg4GF+pI='"), "{page}");
        assert!(!page.contains("unsafe-inline"));
    }

    #[test]
    fn a_second_inline_script_is_refused() {
        let page = PAGE.replace("</head>", "<script>more()</script></head>");
        assert!(protect(&page, InlineScripts::ByHash).unwrap_err().to_string().contains("2 inline scripts"));
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
