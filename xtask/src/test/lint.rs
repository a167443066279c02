//! Form, the compiler's advice, the rules of this repository, and the tests of these commands.

use anyhow::Result;

use super::layer::Layer;
use crate::toolchain::{Toolchain, WASM};
use crate::{tidy, tools};

pub(super) fn run(layer: &mut Layer) -> Result<()> {
    tools::components::ready()?;
    let host = Toolchain::current();
    layer.check("tidy", tidy::run);
    layer.command("rustfmt", host.cargo(&["fmt", "--all", "--check"]));
    let clippy = ["clippy", "--locked", "--workspace", "--all-targets", "--", "-D", "warnings"];
    layer.command("clippy", host.cargo(&clippy));
    let wasm = tools::wasm_toolchain()?;
    let clippy =
        ["clippy", "--locked", "-p", "waymark", "--target", WASM, "--all-targets", "--", "-D", "warnings"];
    if wasm.has_clippy {
        layer.command("clippy for wasm", wasm.cargo(&clippy));
    } else {
        let check = ["check", "--locked", "-p", "waymark", "--target", WASM, "--all-targets"];
        layer.command("cargo check for wasm (this toolchain has no clippy)", wasm.cargo(&check));
    }
    layer.tests("the commands themselves", host.cargo(&["test", "--locked", "-p", "xtask"]))
}
