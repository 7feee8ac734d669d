//! How far a reading is, for whoever waits longer than a moment.

use std::io::{self, IsTerminal, Write};
use std::time::Duration;

use crate::cli::output;
use crate::dataset::Progress;
use crate::files::observer::observe_while;
use crate::text::truncate;

/// What takes no longer is not worth a word.
const MOMENT: Duration = Duration::from_millis(300);

/// How much of a file's name is told.
const NAME: usize = 40;

/// Reads, and says on a terminal on standard error how far that is; the line is gone when it is over.
pub(crate) fn told<T>(name: &str, read: impl FnOnce(&Progress) -> T) -> T {
    let progress = Progress::default();
    if !io::stderr().is_terminal() || output::is_dumb() {
        return read(&progress);
    }
    let line = |text: &str| {
        let mut to = io::stderr().lock();
        // Whoever closed the line does not wait for what stands on it.
        let _closed = write!(to, "\r{text}\x1b[K").and_then(|()| to.flush());
    };
    let name = truncate::cut(name, NAME);
    let look = || line(&format!("chitieu: reading {name}…{}", percent(&progress)));
    let (result, looked) = observe_while(MOMENT, look, || read(&progress));
    if looked {
        line("");
    }
    result
}

fn percent(progress: &Progress) -> String {
    progress.percent().map_or_else(String::new, |percent| format!(" {percent} %"))
}
