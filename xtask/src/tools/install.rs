//! Installing a tool once: never half, and never twice at the same time.

use std::fs::{self, File, TryLockError};
use std::path::{Path, PathBuf};
use std::time::Instant;

use anyhow::{Context as _, Result, ensure};

use crate::{paths, run};

/// What to install, and how to see that it is there.
pub(crate) struct Tool<'a> {
    /// Tool and version; the name of its folder in the cache.
    pub(crate) name: &'a str,
    /// A file inside that folder which a complete installation has.
    pub(crate) proof: &'a str,
    /// How long it takes, for the person who waits.
    pub(crate) takes: &'a str,
}

impl Tool<'_> {
    /// The tool's folder. If it is not there, `install` fills an empty folder (and writes its log to the file named
    /// second), which is moved into place only when it is complete.
    pub(crate) fn ready(&self, install: impl FnOnce(&Path, &Path) -> Result<()>) -> Result<PathBuf> {
        self.ready_in(&paths::tool_cache()?, install)
    }

    fn ready_in(&self, cache: &Path, install: impl FnOnce(&Path, &Path) -> Result<()>) -> Result<PathBuf> {
        let home = cache.join(self.name);
        if home.join(self.proof).exists() {
            return Ok(home);
        }
        fs::create_dir_all(cache).with_context(|| format!("{} cannot be made.", cache.display()))?;
        let _held_until_done = self.lock(cache)?;
        if !home.join(self.proof).exists() {
            self.install_into(cache, &home, install)?;
        }
        Ok(home)
    }

    fn install_into(
        &self,
        cache: &Path,
        home: &Path,
        install: impl FnOnce(&Path, &Path) -> Result<()>,
    ) -> Result<()> {
        let started = Instant::now();
        println!("  Installing {} (about {}) …", self.name, self.takes);
        let partial = cache.join(format!(".{}.partial", self.name));
        remove(&partial)?;
        remove(home)?;
        fs::create_dir(&partial).with_context(|| format!("{} cannot be made.", partial.display()))?;
        let log = cache.join(format!(".{}.log", self.name));
        install(&partial, &log).with_context(|| format!("{} could not be installed.", self.name))?;
        ensure!(
            partial.join(self.proof).exists(),
            "{} was installed, but without {}.",
            self.name,
            self.proof
        );
        fs::rename(&partial, home).with_context(|| format!("{} cannot be moved into place.", self.name))?;
        println!("  Installed {} in {}.", self.name, run::elapsed(started));
        Ok(())
    }

    /// Held by the process that installs; the system lets go of it when that process ends, however it ends.
    fn lock(&self, cache: &Path) -> Result<File> {
        let path = cache.join(format!(".{}.lock", self.name));
        let file = File::create(&path).with_context(|| format!("{} cannot be written.", path.display()))?;
        match file.try_lock() {
            Ok(()) => return Ok(file),
            Err(TryLockError::WouldBlock) => println!("  Waiting: another process installs {} …", self.name),
            Err(TryLockError::Error(error)) => return Err(error).context("The tool cache cannot be locked."),
        }
        file.lock().context("The tool cache cannot be locked.")?;
        Ok(file)
    }
}

fn remove(folder: &Path) -> Result<()> {
    if folder.exists() {
        fs::remove_dir_all(folder).with_context(|| format!("{} cannot be removed.", folder.display()))?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::path::Path;
    use std::sync::atomic::{AtomicU32, Ordering};

    use anyhow::{Result, bail};

    use super::Tool;

    const TOOL: Tool<'_> = Tool { name: "axe-1.0", proof: "bin/axe", takes: "no time" };

    fn forge(folder: &Path, _log: &Path) -> Result<()> {
        fs::create_dir(folder.join("bin"))?;
        fs::write(folder.join("bin/axe"), "")?;
        Ok(())
    }

    #[test]
    fn an_interrupted_install_does_not_count_and_the_next_one_starts_afresh() {
        let cache = tempfile::tempdir().unwrap();
        let interrupted = TOOL.ready_in(cache.path(), |folder, log| {
            forge(folder, log)?;
            bail!("the light went out")
        });
        assert!(interrupted.is_err());
        assert!(!cache.path().join("axe-1.0").exists());
        let home = TOOL.ready_in(cache.path(), forge).unwrap();
        assert!(home.join("bin/axe").exists());
    }

    #[test]
    fn an_install_without_its_proof_is_refused() {
        let cache = tempfile::tempdir().unwrap();
        assert!(TOOL.ready_in(cache.path(), |_, _| Ok(())).is_err());
        assert!(!cache.path().join("axe-1.0").exists());
    }

    #[test]
    fn of_many_at_once_only_one_installs() {
        let cache = tempfile::tempdir().unwrap();
        let installs = AtomicU32::new(0);
        std::thread::scope(|scope| {
            for _ in 0..4 {
                scope.spawn(|| {
                    let install = |folder: &Path, log: &Path| {
                        installs.fetch_add(1, Ordering::SeqCst);
                        forge(folder, log)
                    };
                    TOOL.ready_in(cache.path(), install).unwrap();
                });
            }
        });
        assert_eq!(installs.into_inner(), 1);
    }
}
