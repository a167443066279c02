//! Running other programs: plainly, quietly with a log and a sign of life, or line by line.

use std::fs::File;
use std::io::{BufRead as _, BufReader};
use std::path::Path;
use std::process::{Child, Command, ExitStatus, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use anyhow::{Context as _, Result, bail};

/// Runs to the end and fails with the command in words when it fails.
pub(crate) fn plainly(command: &mut Command) -> Result<()> {
    let status = command.status().with_context(|| format!("`{}` could not be started.", words(command)))?;
    if !status.success() {
        bail!("`{}` failed. Its own words are above.", words(command));
    }
    Ok(())
}

/// The output of a short question to a program, or nothing if it cannot answer.
pub(crate) fn answer(command: &mut Command) -> Option<String> {
    let output = command.stderr(Stdio::null()).output().ok().filter(|output| output.status.success())?;
    String::from_utf8(output.stdout).ok().map(|text| text.trim().to_owned())
}

/// Runs with its output in a log file; every half minute a line says that it still works.
/// Stops it when it takes longer than `limit`.
pub(crate) fn quietly(command: &mut Command, log: &Path, limit: Option<Duration>) -> Result<()> {
    let file = File::create(log).with_context(|| format!("{} cannot be written.", log.display()))?;
    let child = command
        .stdin(Stdio::null())
        .stdout(file.try_clone().context("The log file cannot be shared.")?)
        .stderr(file)
        .spawn()
        .with_context(|| format!("`{}` could not be started.", words(command)))?;
    let Some(status) = watch(child, limit)? else {
        bail!("`{}` took too long and was stopped.", words(command));
    };
    if !status.success() {
        bail!("`{}` failed. The end of {}:\n{}", words(command), log.display(), last_lines(log, 25));
    }
    Ok(())
}

fn watch(mut child: Child, limit: Option<Duration>) -> Result<Option<ExitStatus>> {
    const SIGN_OF_LIFE: Duration = Duration::from_secs(30);
    let started = Instant::now();
    let mut next_sign = SIGN_OF_LIFE;
    loop {
        if let Some(status) = child.try_wait().context("The program cannot be watched.")? {
            return Ok(Some(status));
        }
        if limit.is_some_and(|limit| started.elapsed() > limit) {
            child.kill().context("The program that took too long cannot be stopped.")?;
            child.wait().context("The stopped program cannot be waited for.")?;
            return Ok(None);
        }
        if started.elapsed() > next_sign {
            println!("           still working, {}", elapsed(started));
            next_sign += SIGN_OF_LIFE;
        }
        thread::sleep(Duration::from_millis(50));
    }
}

/// Runs while handing every line of its standard output to `each`, which may print it. Says whether it succeeded.
pub(crate) fn by_line(command: &mut Command, mut each: impl FnMut(&str)) -> Result<bool> {
    let mut child = command
        .stdout(Stdio::piped())
        .spawn()
        .with_context(|| format!("`{}` could not be started.", words(command)))?;
    if let Some(output) = child.stdout.take() {
        for line in BufReader::new(output).split(b'\n') {
            each(&String::from_utf8_lossy(&line.context("The output cannot be read.")?));
        }
    }
    Ok(child.wait().context("The program cannot be waited for.")?.success())
}

/// The command as a person would type it.
pub(crate) fn words(command: &Command) -> String {
    let program = Path::new(command.get_program()).file_name().unwrap_or_default().to_string_lossy();
    let arguments = command.get_args().map(|argument| argument.to_string_lossy());
    std::iter::once(program).chain(arguments).collect::<Vec<_>>().join(" ")
}

/// `3 min 42 s`, `4.1 s`.
pub(crate) fn elapsed(since: Instant) -> String {
    let time = since.elapsed();
    match time.as_secs() {
        0..60 => format!("{:.1} s", time.as_secs_f32()),
        seconds => format!("{} min {:02} s", seconds / 60, seconds % 60),
    }
}

fn last_lines(file: &Path, count: usize) -> String {
    let text = std::fs::read(file)
        .map_or_else(|error| error.to_string(), |bytes| String::from_utf8_lossy(&bytes).into_owned());
    let lines: Vec<&str> = text.lines().collect();
    lines[lines.len().saturating_sub(count)..].join("\n")
}
