//! Memory: what scripts hold once garbage is collected, and the memory of wasm.

use serde_json::{Value, json};

use super::probe::{self, number};
use super::searching::shows_the_whole_diary;
use super::site::Site;
use super::stage::Stage;
use super::table::Row;

const PROBE: &str = include_str!("memory.js");
const WASM: &str = "return window.wasmMemory?.buffer.byteLength ?? 0";
const MIB: f64 = 1_048_576.0;

/// The line of it.
pub async fn row(stage: &Stage) -> Row {
    let (heap, wasm) = held_by(stage, &stage.waymark).await;
    let (floor, _) = held_by(stage, &stage.floor).await;
    let (wiki, _) = held_by(stage, &stage.wiki).await;
    Row {
        measure: "memory with the diary read: scripts, and wasm".into(),
        waymark: format!("{} + {}", mib(heap), mib(wasm)),
        floor: mib(floor),
        wiki: mib(wiki),
        ratio: Some((heap + wasm) / wiki),
        ..Row::default()
    }
}

async fn held_by(stage: &Stage, site: &Site) -> (f64, f64) {
    let page = stage.page();
    probe::open(page, &site.url, PROBE, &[]).await;
    probe::is_there(page, site.places.newest).await;
    if site.url == stage.waymark.url {
        // It reads on behind the first page; the journal counts what was read.
        probe::click(page, "a[href='#/journal']").await;
        shows_the_whole_diary(stage).await;
    }
    page.devtools("HeapProfiler.collectGarbage", json!({})).await;
    page.devtools("Performance.enable", json!({})).await;
    let metrics = page.devtools("Performance.getMetrics", json!({})).await;
    page.devtools("Performance.disable", json!({})).await;
    let wasm = page.script(WASM, vec![]).await;
    (metric(&metrics, "JSHeapUsedSize"), number(&wasm))
}

fn metric(metrics: &Value, name: &str) -> f64 {
    let metrics = metrics["metrics"].as_array().expect("a list of metrics");
    number(&metrics.iter().find(|metric| metric["name"] == name).expect("a known metric")["value"])
}

fn mib(bytes: f64) -> String {
    format!("{:.1} MiB", bytes / MIB)
}
