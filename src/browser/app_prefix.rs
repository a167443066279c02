//! Keys of this app among those of others: hosts like `people.example.edu/~ana` share one storage.

/// Begins every key: `waymark:/~ana/notebook/:`.
pub fn app_prefix() -> String {
    let path = leptos::prelude::window().location().pathname().unwrap_or_default();
    format!("waymark:{}:", folder(&path))
}

/// The folder of a path, so that `/app/` and `/app/index.html` are the same app.
fn folder(path: &str) -> &str {
    path.rfind('/').map_or("/", |slash| &path[..=slash])
}

#[cfg(test)]
mod tests {
    use super::folder;

    #[test]
    fn the_file_name_makes_no_other_app() {
        assert_eq!(folder("/any/path/index.html"), folder("/any/path/"));
        assert_eq!(folder("/any/path/"), "/any/path/");
        assert_eq!(folder(""), "/");
    }
}
