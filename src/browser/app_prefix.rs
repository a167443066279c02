//! Keys of this app among those of others: hosts like `people.example.edu/~ana` share one storage.

/// Begins every key: `waymark:/~ana/notebook/:`.
pub fn app_prefix() -> String {
    let path = leptos::prelude::window().location().pathname().unwrap_or_default();
    prefix(&path)
}

/// Names the folder of a path, so that `/app/` and `/app/index.html` are the same app. A colon in it is written as in
/// addresses, so that no prefix begins with another.
fn prefix(path: &str) -> String {
    let folder = path.rfind('/').map_or("/", |slash| &path[..=slash]);
    format!("waymark:{}:", folder.replace(':', "%3A"))
}

#[cfg(test)]
mod tests {
    use super::prefix;

    #[test]
    fn the_file_name_makes_no_other_app() {
        assert_eq!(prefix("/any/path/index.html"), prefix("/any/path/"));
        assert_eq!(prefix("/any/path/"), "waymark:/any/path/:");
        assert_eq!(prefix(""), "waymark:/:");
    }

    #[test]
    fn no_prefix_begins_with_another() {
        let prefixes = ["/", "/a/", "/a/:/", "/a/:/b/", "/:/"].map(prefix);
        for (i, one) in prefixes.iter().enumerate() {
            for (j, other) in prefixes.iter().enumerate() {
                assert!(i == j || !other.starts_with(one), "{other} {one}");
            }
        }
    }
}
