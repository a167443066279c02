//! What is loaded before the first screen, as `cargo xtask bench` counted it.

use super::numbers::whole;
use super::table::Row;

const MOST: f64 = 185_000.0;

/// The line of it.
pub fn row() -> Row {
    let told = std::env::var("WAYMARK_BENCH_TRANSFER").expect("the sizes of both");
    let sizes: Vec<f64> = told.split(' ').map(|size| size.parse().expect("a size")).collect();
    let [waymark, wiki] = sizes[..] else { panic!("two sizes, not {told}") };
    Row {
        measure: "bytes before the first screen, brotli".into(),
        waymark: whole(waymark),
        wiki: whole(wiki),
        ratio: Some(waymark / wiki),
        target: "≤ 185,000".into(),
        holds: Some(waymark <= MOST),
        ..Row::default()
    }
}
