//! The rules of this repository that a compiler does not know.

use anyhow::Result;

pub(crate) fn run() -> Result<()> {
    Ok(())
}
