//! The progress line of reading a file, on a terminal.

use std::io::{self, IsTerminal, Write};
use std::time::Duration;

use crate::cli::output;
use crate::dataset::Progress;
use crate::files::observer::observe_while;
use crate::text::truncate;

/// Reading that takes no longer shows no progress.
const DELAY: Duration = Duration::from_millis(300);

/// The maximum width in columns of the name of a file.
const MAX_NAME: usize = 40;

/// Runs `read`, and shows its progress on standard error if that is a terminal. The line is cleared
/// afterwards.
pub(crate) fn show_progress<T>(name: &str, read: impl FnOnce(&Progress) -> T) -> T {
    let progress = Progress::default();
    if !io::stderr().is_terminal() || output::is_dumb() {
        return read(&progress);
    }
    let line = |text: &str| {
        let mut stderr = io::stderr().lock();
        // Nothing depends on the progress line, so a closed standard error is ignored.
        let _unwritable = write!(stderr, "\r{text}\x1b[K").and_then(|()| stderr.flush());
    };
    let name = truncate::cut(name, MAX_NAME);
    let report = || line(&format!("chitieu: reading {name}…{}", percent(&progress)));
    let (result, reported) = observe_while(DELAY, report, || read(&progress));
    if reported {
        line("");
    }
    result
}

fn percent(progress: &Progress) -> String {
    progress.percent().map_or_else(String::new, |percent| format!(" {percent} %"))
}
