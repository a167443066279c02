//! What Rust code names by its path: `use` trees read to their leaves.

/// One leaf of a `use` tree: the path as it is written, and the name it goes by afterwards.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Leaf {
    pub(super) path: Vec<String>,
    pub(super) name: String,
}

/// The leaves of a tree such as `a::{b, c::d as e}`, up to the end of the tree. `*` is a name like any other, and `self` is
/// the path it stands at.
pub(super) fn leaves(tree: &str) -> Vec<Leaf> {
    let mut found = Vec::new();
    collect(tree, &[], &mut found);
    found
}

fn collect(tree: &str, before: &[String], found: &mut Vec<Leaf>) {
    let tree = tree.trim_start();
    if let Some(group) = tree.strip_prefix('{') {
        return items(group).into_iter().for_each(|item| collect(item, before, found));
    }
    let end = tree.find(|c: char| !c.is_alphanumeric() && !matches!(c, '_' | '*')).unwrap_or(tree.len());
    let (name, rest) = tree.split_at(end);
    if name.is_empty() {
        return;
    }
    let mut path = before.to_vec();
    if name != "self" || before.is_empty() {
        path.push(name.to_owned());
    }
    match rest.strip_prefix("::") {
        Some(inner) => collect(inner, &path, found),
        None => found
            .push(Leaf { name: renamed(rest).or_else(|| path.last().cloned()).unwrap_or_default(), path }),
    }
}

/// `d`, where ` as d` follows.
fn renamed(rest: &str) -> Option<String> {
    let name = rest.trim_start().strip_prefix("as ")?.trim_start();
    Some(name.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect())
}

/// The parts between commas, up to the brace that closes the group.
fn items(group: &str) -> Vec<&str> {
    let (mut depth, mut start, mut items) = (1_u32, 0, Vec::new());
    for (index, byte) in group.bytes().enumerate() {
        match byte {
            b'{' => depth += 1,
            b'}' => depth -= 1,
            _ => {}
        }
        if depth == 0 || (depth == 1 && byte == b',') {
            items.push(&group[start..index]);
            start = index + 1;
        }
        if depth == 0 {
            break;
        }
    }
    items
}

#[cfg(test)]
mod tests {
    use super::leaves;

    #[test]
    fn a_tree_is_read_to_its_leaves() {
        let read = leaves("a::{self, b, c::{d as e, *}}; f::g");
        let read: Vec<_> =
            read.iter().map(|leaf| format!("{} = {}", leaf.name, leaf.path.join("::"))).collect();
        assert_eq!(read, ["a = a", "b = a::b", "e = a::c::d", "* = a::c::*"]);
    }
}
