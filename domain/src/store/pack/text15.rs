//! Bytes as text that every storage takes: 15 bits in each UTF-16 unit, none of them a control character or half of a pair.
//! A bit that is set, and zeros up to the end of the unit, close it, so that each text stands for one run of bytes.

const BITS: u32 = 15;
/// The unit that stands for 15 zeros; the last one stands at 0x8FFF, far from what is special in UTF-16.
const FIRST: u32 = 0x1000;

/// The text for some bytes.
pub(super) fn encode(bytes: &[u8]) -> String {
    let mut text = String::with_capacity((bytes.len() * 8 / 15 + 1) * 3);
    let (mut held, mut count) = (0_u32, 0_u32);
    for byte in bytes {
        held = held << 8 | u32::from(*byte);
        count += 8;
        if count >= BITS {
            count -= BITS;
            text.extend(unit(held >> count));
            held &= (1 << count) - 1;
        }
    }
    // There is always room for the closing bit: fewer than 15 are held.
    text.extend(unit((held << 1 | 1) << (BITS - 1 - count)));
    text
}

/// The bytes of a text, if it is one that we wrote.
pub(super) fn decode(text: &str) -> Option<Vec<u8>> {
    let mut bytes = Vec::with_capacity(text.len() * 5 / 8);
    let (mut held, mut count, mut last) = (0_u32, 0_u32, None);
    for next in text.chars() {
        if let Some(unit) = last.replace(value(next)?) {
            held = held << BITS | unit;
            count += BITS;
            take(&mut bytes, &mut held, &mut count);
        }
    }
    let last = last.filter(|unit| *unit != 0)?;
    let closing = last.trailing_zeros() + 1;
    held = held << (BITS - closing) | last >> closing;
    count += BITS - closing;
    take(&mut bytes, &mut held, &mut count);
    (count == 0).then_some(bytes)
}

/// Moves whole bytes out of the bits that are held.
fn take(bytes: &mut Vec<u8>, held: &mut u32, count: &mut u32) {
    while *count >= 8 {
        *count -= 8;
        bytes.push((*held >> *count & 0xFF) as u8);
    }
    *held &= (1 << *count) - 1;
}

fn unit(bits: u32) -> Option<char> {
    char::from_u32(FIRST + bits)
}

fn value(unit: char) -> Option<u32> {
    u32::from(unit).checked_sub(FIRST).filter(|bits| *bits < 1 << BITS)
}

#[cfg(test)]
mod tests {
    use super::{decode, encode};

    #[test]
    fn all_bytes_come_back_whatever_their_number() {
        for length in 0..300_usize {
            for seed in [0, 7, 255] {
                let bytes: Vec<u8> =
                    (0..length).map(|place| (place * seed + length * 31).to_le_bytes()[0]).collect();
                let text = encode(&bytes);
                assert_eq!(text.encode_utf16().count(), length * 8 / 15 + 1);
                assert_eq!(decode(&text), Some(bytes));
            }
        }
    }

    #[test]
    fn one_run_of_bytes_has_one_text() {
        let text = encode(b"waymark");
        for odd in ["", "\u{1000}", "a", "\u{9000}", "\u{fff}", &format!("{text}\u{1000}"), &text[3..]] {
            assert_ne!(decode(odd), Some(b"waymark".to_vec()), "{odd:?}");
            assert!(decode(odd).is_none_or(|bytes| encode(&bytes) == *odd), "{odd:?}");
        }
    }
}
