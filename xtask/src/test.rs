//! Every test there is, in four layers, each also alone.

mod app;
mod domain;
mod e2e;
mod layer;
mod lint;
mod tally;

use anyhow::{Result, bail, ensure};

use layer::Layer;

type Run = fn(&mut Layer) -> Result<()>;

/// From the quickest to find something to the slowest.
const LAYERS: [(&str, Run); 4] =
    [("lint", lint::run), ("domain", domain::run), ("app", app::run), ("e2e", e2e::run)];

/// Runs the layers that were named, or all, and says how many tests passed.
pub(crate) fn run(words: &[&str]) -> Result<()> {
    let (options, named): (Vec<&str>, Vec<&str>) = words.iter().partition(|word| word.starts_with('-'));
    let full = match options[..] {
        [] => false,
        ["--full"] => true,
        _ => bail!("`test` knows one option, `--full`."),
    };
    let known = |name: &str| LAYERS.iter().any(|(layer, _)| *layer == name);
    if let Some(unknown) = named.iter().find(|name| !known(name)) {
        bail!("There is no layer `{unknown}`. The layers are lint, domain, app and e2e.");
    }
    let wanted = |name: &str| named.is_empty() || named.contains(&name);
    let layers =
        LAYERS.iter().filter(|(name, _)| wanted(name)).map(|(name, run)| run_layer(name, *run, full));
    conclude(&layers.collect::<Vec<Layer>>())
}

fn run_layer(name: &'static str, run: Run, full: bool) -> Layer {
    println!("\n=== {name} ===");
    let mut layer = Layer::new(name, full);
    if let Err(error) = run(&mut layer) {
        layer.fault(&format!("{error:#}"));
    }
    layer.finish()
}

fn conclude(layers: &[Layer]) -> Result<()> {
    println!("\n=== summary ===");
    for layer in layers {
        println!("{layer}");
    }
    let passed: u32 = layers.iter().map(|layer| layer.tally.passed).sum();
    let failed: u32 = layers.iter().map(Layer::failed).sum();
    println!("\n{passed} passed, {failed} failed");
    ensure!(failed == 0, "Not everything is in order. What failed is named above.");
    Ok(())
}
