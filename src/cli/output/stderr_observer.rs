//! The messages and the progress of opening files, on standard error.

use std::io::{self, Write};

use super::progress_line;
use crate::cli::arguments::Options;
use crate::cli::commands::manual;
use crate::cli::output;
use crate::dataset::Progress;
use crate::files::observer::{Observer, Opening};
use crate::text::nearest::nearest;

/// An observer that reports on standard error.
pub(crate) struct StandardError;

/// The options for opening files, with messages on standard error.
pub(crate) fn opening(options: &Options) -> Opening<'_> {
    Opening {
        sheet: options.sheet.as_deref(),
        words: output::words(options),
        observer: &StandardError,
    }
}

impl Observer for StandardError {
    fn report(&self, message: &str) -> io::Result<()> {
        match writeln!(io::stderr(), "chitieu: {message}") {
            Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(()),
            written => written,
        }
    }

    fn observe(&self, name: &str, read: &mut dyn FnMut(&Progress)) {
        progress_line::show_progress(name, |progress| read(progress));
    }

    fn command_like(&self, name: &str) -> Option<String> {
        nearest(name, manual::commands().iter().map(String::as_str)).map(str::to_owned)
    }
}
