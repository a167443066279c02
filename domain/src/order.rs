//! Places in an order that can always be split: a step moved between two others gets a place between theirs, and no
//! other step is touched. Fractional indexing, after David Greenspan, “Implementing fractional indexing”, 2020.
//!
//! A place is a fraction between 0 and 1, written in the digits `0-9A-Za-z` without its leading `0.`; the order of
//! places is the order of the texts.

const DIGITS: &[u8; 62] = b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

const BASE: u64 = DIGITS.len() as u64;

/// The longest place a file may bring.
pub const MAX_LENGTH: usize = 200;

/// Whether `text` is a place: digits only, not empty, and not ending in zero, so that there is always room before it.
pub fn is_place(text: &str) -> bool {
    text.bytes().all(|byte| byte.is_ascii_alphanumeric()) && !text.is_empty() && !text.ends_with('0')
}

/// A place after `before` and before `after`; the ends of the order where they are `None`.
/// `None` where there is no room: the two are equal, or the wrong way round.
pub fn between(before: Option<&str>, after: Option<&str>) -> Option<String> {
    let before = before.unwrap_or_default();
    if after.is_some_and(|after| before >= after) {
        return None;
    }
    let mut place = String::new();
    let mut low = before.bytes();
    let mut high = after.map(str::bytes);
    loop {
        let from = low.next().map_or(0, digit);
        let to = high.as_mut().map_or(62, |bytes| bytes.next().map_or(0, digit));
        match to.saturating_sub(from) {
            0 => place.push(char::from(DIGITS[from])),
            1 => {
                // No digit lies between: keep the lower one and go on without an upper bound.
                place.push(char::from(DIGITS[from]));
                high = None;
            }
            _ => {
                // Most steps are added at the end: small strides there keep places short.
                let next =
                    if after.is_none() && !before.is_empty() { from + 1 } else { usize::midpoint(from, to) };
                place.push(char::from(DIGITS[next]));
                return Some(place);
            }
        }
    }
}

/// `count` places in order, for numbering anew: evenly spread and as short as they can be with room between any two.
pub fn spread(count: usize) -> Vec<String> {
    let count = count as u64;
    let mut whole = BASE;
    while whole <= count * BASE {
        whole *= BASE;
    }
    (1..=count).map(|nth| fraction(nth * whole / (count + 1), whole)).collect()
}

/// The place that is so many parts of a whole.
fn fraction(parts: u64, whole: u64) -> String {
    let (mut place, mut left, mut unit) = (String::new(), parts, whole);
    while left > 0 {
        unit /= BASE;
        place.extend(usize::try_from(left / unit).map(|digit| char::from(DIGITS[digit])));
        left %= unit;
    }
    place
}

fn digit(byte: u8) -> usize {
    DIGITS.iter().position(|digit| *digit == byte).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_place_leaves_room_on_both_sides() {
        let first = between(None, None).unwrap();
        assert!(between(None, Some(&first)).unwrap() < first);
        assert!(between(Some(&first), None).unwrap() > first);
    }

    #[test]
    fn there_is_no_place_between_equals() {
        assert_eq!(between(Some("V"), Some("V")), None);
        assert_eq!(between(Some("W"), Some("V")), None);
    }

    /// Generated cases need a source of randomness, which wasm has not.
    #[cfg(not(target_arch = "wasm32"))]
    mod properties {
        use proptest::prelude::*;

        use super::*;

        proptest! {
            #[test]
            fn a_place_between_two_others_always_exists_and_is_one(cuts in prop::collection::vec(any::<prop::sample::Index>(), 1..300)) {
                let mut places: Vec<String> = Vec::new();
                for cut in cuts {
                    let at = cut.index(places.len() + 1);
                    let before = at.checked_sub(1).map(|i| places[i].as_str());
                    let place = between(before, places.get(at).map(String::as_str)).unwrap();
                    prop_assert!(is_place(&place), "{}", place);
                    places.insert(at, place);
                    prop_assert!(places.is_sorted_by(|a, b| a < b));
                }
            }

            #[test]
            fn spread_places_are_in_order(count in 0_usize..400) {
                let places = spread(count);
                prop_assert!(places.len() == count && places.is_sorted_by(|a, b| a < b));
                prop_assert!(places.iter().all(|place| is_place(place)));
            }
        }
    }
}
