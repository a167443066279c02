//! Sizes, and arithmetic on them. In a browser `usize` has 32 bits, and the product of two sizes does not fit.

/// The largest file that is opened, in bytes.
pub const FILE_MAX: usize = 64 << 20;

/// `size` × `times` ÷ `by`, rounded down; `usize::MAX` where it is more. Nothing is divided by zero: that counts as one.
pub fn scaled(size: usize, times: usize, by: usize) -> usize {
    let product = (size as u64).saturating_mul(times as u64);
    usize::try_from(product / (by.max(1) as u64)).unwrap_or(usize::MAX)
}

/// How many percent of `all` a part is, rounded down.
pub fn percent(part: usize, all: usize) -> usize {
    scaled(part, 100, all)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_product_may_be_greater_than_32_bits_hold() {
        assert_eq!(scaled(5_000_000, 3_650, 365), 50_000_000);
        assert_eq!(percent(128 << 20, 128 << 20), 100);
        assert_eq!(scaled(usize::MAX, 2, 1), usize::MAX);
        assert_eq!(scaled(7, 3, 0), 21);
    }
}
