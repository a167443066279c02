//! Which cargo builds the app: the one that runs this, or Debian's where only that one has the wasm target.

use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::{paths, run};

/// The target that the app is built for.
pub(crate) const WASM: &str = "wasm32-unknown-unknown";

/// A cargo with the environment its children need.
#[derive(Clone)]
pub(crate) struct Toolchain {
    cargo: PathBuf,
    environment: Vec<(&'static str, OsString)>,
    /// Whether clippy can be asked about the wasm target. Debian's toolchain comes without it.
    pub(crate) has_clippy: bool,
}

impl Toolchain {
    /// The cargo that runs this program.
    pub(crate) fn current() -> Self {
        let cargo = std::env::var_os("CARGO").map_or_else(|| PathBuf::from("cargo"), PathBuf::from);
        Self { cargo, environment: Vec::new(), has_clippy: true }
    }

    /// The cargo that Debian's packages bring. It has a build folder of its own, since the two compilers
    /// would throw away each other's work.
    pub(crate) fn debian() -> Self {
        let environment = vec![
            ("RUSTUP_TOOLCHAIN", "debian".into()),
            ("RUSTC", "/usr/bin/rustc".into()),
            ("CARGO_TARGET_DIR", paths::root().join("target/debian").into()),
        ];
        Self { cargo: "/usr/bin/cargo".into(), environment, has_clippy: false }
    }

    /// Cargo, in the repository.
    pub(crate) fn cargo(&self, arguments: &[&str]) -> Command {
        let mut command = self.command(&self.cargo);
        command.args(arguments);
        command
    }

    /// Another program that calls cargo by itself.
    pub(crate) fn command(&self, program: &Path) -> Command {
        let mut command = Command::new(program);
        command.current_dir(paths::root()).envs(self.environment.iter().map(|(name, value)| (name, value)));
        command
    }

    /// Whether the standard library for the wasm target is there.
    pub(crate) fn has_wasm(&self) -> bool {
        let mut question = self.command(&self.rustc());
        let library = run::answer(question.args(["--print", "target-libdir", "--target", WASM]));
        let entries = library.and_then(|folder| std::fs::read_dir(folder).ok());
        entries.is_some_and(|entries| {
            entries.flatten().any(|entry| entry.file_name().to_string_lossy().starts_with("libstd-"))
        })
    }

    /// Where the compiler keeps its libraries.
    pub(crate) fn sysroot(&self) -> Option<String> {
        run::answer(self.command(&self.rustc()).args(["--print", "sysroot"]))
    }

    fn rustc(&self) -> PathBuf {
        let beside = self.cargo.with_file_name("rustc");
        if beside.is_file() { beside } else { "rustc".into() }
    }
}
