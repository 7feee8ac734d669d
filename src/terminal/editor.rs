//! Runs the user's editor on the terminal, which has been restored for it.

use std::env;
use std::io;
use std::path::Path;
use std::process::Command;

/// The editor where the user names none.
const DEFAULT: &str = "vi";

/// Opens a file at a line, from 1, and waits until the editor ends.
///
/// # Errors
///
/// If the editor cannot be started, or reports that it failed.
pub(super) fn run(path: &Path, line: usize) -> io::Result<()> {
    let named = ["VISUAL", "EDITOR"].into_iter().filter_map(|name| env::var(name).ok());
    let named = named.map(|named| named.trim().to_owned()).find(|named| !named.is_empty());
    let words = shlex::split(named.as_deref().unwrap_or(DEFAULT)).unwrap_or_default();
    let Some((program, options)) = words.split_first() else {
        return Err(io::ErrorKind::NotFound.into());
    };
    let mut command = Command::new(program);
    command.args(options);
    let name = Path::new(program).file_name().map(|name| name.to_string_lossy());
    match name.as_deref() {
        // They know no `+LINE`.
        Some("code" | "codium") => {
            command.arg("--wait").arg("--goto").arg(at_line(path, line));
        }
        Some("hx" | "subl" | "zed") => {
            command.arg(at_line(path, line));
        }
        _ => {
            command.arg(format!("+{line}")).arg(path);
        }
    }
    if command.status()?.success() { Ok(()) } else { Err(io::Error::other("the editor failed")) }
}

/// `file:line`.
fn at_line(path: &Path, line: usize) -> std::ffi::OsString {
    let mut text = path.as_os_str().to_owned();
    text.push(format!(":{line}"));
    text
}
