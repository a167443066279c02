//! Too deep, too many, too long, too large, and twice the same.

use super::*;

/// A share file with `list` in it.
fn with_list(name: &str, list: &str) -> String {
    let mut head = share(1);
    for name in list_names() {
        head.as_object_mut().unwrap().remove(name);
    }
    head.to_string().replacen('{', &format!("{{\"{name}\":{list},"), 1)
}

fn tiny(count: usize) -> String {
    let by = sender(1).0;
    let item = |n| format!("{{\"id\":\"{n:08x}-0000-4000-8000-000000000000\",\"by\":\"{by}\"}}");
    format!("[{}]", (0..count).map(item).collect::<Vec<_>>().join(","))
}

#[test]
fn depth_does_no_harm() {
    let deep = |open: &str, close: &str| format!("{}{}", open.repeat(1_000_000), close.repeat(1_000_000));
    for list in [
        deep("[", "]"),
        deep("{\"a\":", "}"),
        format!("[{{\"steps\":{}}}]", deep("[", "]")),
        "[".repeat(900_000),
    ] {
        assert!(file::read(with_list("goals", &list).as_bytes()).is_err());
    }
}

#[test]
fn a_million_items_are_refused_and_what_is_below_that_comes_in() {
    assert_eq!(refused(with_list("feedback", &format!("[{}{{}}]", "{},".repeat(1_000_000)))), {
        FileError::TooLarge
    });
    assert_eq!(refused(with_list("feedback", &tiny(340_000))), FileError::TooLarge);
    // In time that grows with the square of the items this would not end today.
    let (mut book, mut run) = (notebook(1), Run::new(1));
    let with =
        import(&mut book, &opened(with_list("feedback", &tiny(150_000)).as_bytes()).unwrap(), &mut run);
    assert_eq!((book.theirs(with).things.feedback.len(), book.inbox().len()), (150_000, 150_000));
}

#[test]
fn items_that_are_none_are_all_set_aside() {
    let opened = opened(with_list("goals", &format!("[{}7]", "7,".repeat(300_000))).as_bytes()).unwrap();
    assert_eq!((opened.set_aside.len(), opened.file.items.all().len()), (300_001, 0));
}

#[test]
fn fifty_megabytes_of_words_are_set_aside_where_they_do_not_fit() {
    let by = sender(1).0;
    let long = "x".repeat(50 << 20);
    let id = "7c9e6679-7425-40de-944b-e07fc1f90ae7";
    let list = format!("[{{\"id\":\"{id}\",\"by\":\"{by}\",\"text\":\"{long}\"}}]");
    let one = opened(with_list("feedback", &list).as_bytes()).unwrap();
    assert!(matches!(one.set_aside[0].why, Why::Unreadable(_)));
    let item = |n| {
        format!(
            "{{\"id\":\"{n:08x}-0000-4000-8000-000000000000\",\"by\":\"{by}\",\"text\":\"{}\"}}",
            &long[..20_000]
        )
    };
    let list = format!("[{}]", (0..2_500).map(item).collect::<Vec<_>>().join(","));
    let (mut book, mut run) = (notebook(1), Run::new(1));
    let with = import(&mut book, &opened(with_list("feedback", &list).as_bytes()).unwrap(), &mut run);
    assert_eq!(book.theirs(with).things.feedback.len(), 2_500);
    decodes_again(&book, &notebook(1));
}

#[test]
fn lists_that_are_no_lists_and_numbers_that_are_too_large_refuse_the_file() {
    for name in list_names() {
        for value in ["{}", "7", "null", "\"x\"", "true"] {
            assert_eq!(refused(with_list(name, value)), FileError::Damaged, "{name} {value}");
        }
    }
    for number in
        ["9007199254740992", "18446744073709551615", "18446744073709551616", "1e400", "-1", "0", "1.5"]
    {
        let text = share(1).to_string();
        let at = text.find("\"number\":").unwrap() + 9;
        let bad = format!("{}{number}{}", &text[..at], &text[at + 1..]);
        assert!(file::read(bad.as_bytes()).is_err(), "{number}");
    }
    let mut largest = share(1);
    largest["number"] = json!((1_u64 << 53) - 1);
    assert!(survives(largest.to_string().as_bytes(), &notebook(1)));
}

#[test]
fn of_two_parts_with_one_id_the_first_counts() {
    let (by, id) = (sender(1).0, "7c9e6679-7425-40de-944b-e07fc1f90ae7");
    let step = |text: &str| json!({ "id": id, "text": text });
    let rating = |value: u8| json!({ "id": id, "value": value });
    let (steps, ratings) = ([step("a"), step("b")], [rating(1), rating(2)]);
    let goal = json!({ "id": id, "by": by, "title": "Swim", "steps": steps, "ratings": ratings });
    let entry = json!({ "id": id, "by": by, "text": "x", "tags": ["a", "a"], "goals": [id, id] });
    let goal = opened(with_list("goals", &json!([goal, goal]).to_string()).as_bytes()).unwrap();
    assert_eq!(goal.set_aside[0].why, Why::AnotherUnderItsId);
    let goal = &goal.file.items.goals[0];
    assert_eq!((goal.steps.len(), goal.steps[0].text.as_str(), goal.ratings.len()), (1, "a", 1));
    let entry = opened(with_list("entries", &json!([entry]).to_string()).as_bytes()).unwrap();
    let entry = &entry.file.items.entries[0];
    assert_eq!((entry.tags.len(), entry.goals.len()), (1, 1));
}
