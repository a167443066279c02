//! Telling a file's tests apart from the app.

use super::rust::blanked;

/// Code without strings and comments, split in two of the same shape: without its tests, and its tests alone.
pub(super) fn split_tests(path: &str, code: &str) -> (String, String) {
    let is_test_file = path.ends_with("/tests.rs") || path.ends_with("_tests.rs") || path.contains("tests/");
    if is_test_file {
        return (blanked(code), code.to_owned());
    }
    let (mut app, mut tests) = (String::new(), String::new());
    let mut at = 0;
    for start in code.match_indices("#[cfg(").map(|(start, _)| start) {
        let Some(length) = test_item_length(&code[start..]).filter(|_| start >= at) else { continue };
        let (before, item) = (&code[at..start], &code[start..start + length]);
        app.push_str(&(before.to_owned() + &blanked(item)));
        tests.push_str(&(blanked(before) + item));
        at = start + length;
    }
    (app + &code[at..], tests + &blanked(&code[at..]))
}

/// The length of an item that starts with `#[cfg(… test …)]`.
fn test_item_length(item: &str) -> Option<usize> {
    let attribute = item.find(']')?;
    let condition = &item[..attribute];
    let names_test = condition.split(|c: char| !c.is_alphanumeric() && c != '_').any(|word| word == "test");
    if !names_test || condition.contains("not(test)") {
        return None;
    }
    let open = item[attribute..].find(['{', ';'])? + attribute;
    if item[open..].starts_with(';') { Some(open + 1) } else { Some(block_end(item, open)) }
}

fn block_end(item: &str, open: usize) -> usize {
    let mut depth = 0_u32;
    for (index, byte) in item.bytes().enumerate().skip(open) {
        match byte {
            b'{' => depth += 1,
            b'}' if depth == 1 => return index + 1,
            b'}' => depth -= 1,
            _ => {}
        }
    }
    item.len()
}

#[cfg(test)]
mod tests {
    use super::split_tests;

    #[test]
    fn tests_are_told_apart_from_the_app() {
        let source = "fn a() {}\n#[cfg(not(test))]\nfn b() {}\n#[cfg(all(test, wasm))]\nmod t { fn c() { {} } }\nfn d() {}";
        let (app, tests) = split_tests("src/x.rs", source);
        assert_eq!((app.len(), tests.len()), (source.len(), source.len()));
        assert!(
            app.contains("fn a") && app.contains("fn b") && app.contains("fn d") && !app.contains("fn c")
        );
        assert!(tests.contains("fn c") && !tests.contains("fn a") && !tests.contains("fn d"));
    }

    #[test]
    fn files_of_tests_are_tests_as_a_whole() {
        assert_eq!(split_tests("domain/tests/merge_laws.rs", "fn a() {}").0.trim(), "");
        assert_eq!(split_tests("src/state/tests.rs", "fn a() {}").0.trim(), "");
    }
}
