//! The data of a command that names no file: standard input, if it is a file or a pipe with content, else the
//! embedded dataset.
//!
//! A terminal, a device such as /dev/null, a closed standard input and an empty pipe are not read; an empty
//! pipe is reported. A program that another one started may have inherited a pipe on which nothing ever
//! arrives: a command waits at most [`TIMEOUT`] for the first byte and then reports it. The explorer waits
//! without a limit, since its user sees that it waits.

use std::io::{self, BufRead};
use std::path::{Path, PathBuf};
use std::time::Duration;

use rustix::event::{PollFd, PollFlags, Timespec, poll};
use rustix::fs::{FileType, fstat};
use rustix::io::Errno;

use super::Error;
use super::arguments::Options;
use super::output::progress_line;
use super::output::{self, Output};
use crate::app::Catalog;
use crate::cli::output::stderr_observer::opening;
use crate::dataset::{self, OpenError};
use crate::files::load;
use crate::files::load::Loaded;
use crate::model::Dataset;

/// How long a command waits for the first byte of a pipe.
const TIMEOUT: Duration = Duration::from_secs(3);

/// The files that a command reads; without any, it reads the embedded dataset.
pub(crate) struct DefaultSource {
    pub(crate) files: Vec<PathBuf>,
    /// Whether standard input is read without being named.
    is_implied: bool,
    /// Whether standard input is a pipe that ended without content.
    is_empty_pipe: bool,
}

/// What is on standard input.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum StdinContent {
    Data,
    Absent,
    /// A pipe that ended without content.
    EmptyPipe,
    /// A pipe on which nothing arrived within the timeout.
    SilentPipe,
}

impl DefaultSource {
    /// The named files only; without any, the embedded dataset.
    pub(crate) fn named(files: Vec<PathBuf>) -> Self {
        Self { files, is_implied: false, is_empty_pipe: false }
    }

    /// The named files, else standard input.
    pub(crate) fn or_stdin(files: Vec<PathBuf>, options: &Options) -> Result<Self, Error> {
        Self::or_stdin_within(Some(TIMEOUT), files, options)
    }

    /// The same for the explorer, which waits without a timeout.
    pub(crate) fn or_stdin_without_timeout(
        files: Vec<PathBuf>,
        options: &Options,
    ) -> Result<Self, Error> {
        Self::or_stdin_within(None, files, options)
    }

    fn or_stdin_within(
        timeout: Option<Duration>,
        files: Vec<PathBuf>,
        options: &Options,
    ) -> Result<Self, Error> {
        if !files.is_empty() {
            return Ok(Self::named(files));
        }
        match progress_line::show_progress("-", |_| stdin_content(timeout)) {
            StdinContent::Data => {
                Ok(Self { files: vec![PathBuf::from("-")], is_implied: true, is_empty_pipe: false })
            }
            StdinContent::Absent => Ok(Self::named(files)),
            StdinContent::EmptyPipe => Ok(Self { files, is_implied: false, is_empty_pipe: true }),
            StdinContent::SilentPipe => {
                let message = output::words(options).input_was_silent(TIMEOUT.as_secs());
                Output::plain(io::stderr()).print(&format!("chitieu: {message}\n"))?;
                Ok(Self::named(files))
            }
        }
    }

    /// Reads all files into one collection.
    pub(crate) fn collection(&self, options: &Options) -> Result<Loaded, Error> {
        self.report_empty(options)?;
        let loaded = load::collection(&self.files, &opening(options)).map_err(Error::from);
        let Loaded { collection, complete } = self.explain_source(loaded)?;
        Ok(Loaded { collection: Catalog::with_joint_ids(collection), complete })
    }

    /// Reports an empty pipe, and which data is shown instead.
    pub(crate) fn report_empty(&self, options: &Options) -> Result<(), Error> {
        if !self.is_empty_pipe {
            return Ok(());
        }
        let Dataset { place, period, .. } = dataset::embedded().map_err(OpenError::from)?;
        let message =
            output::words(options).input_was_empty(&format!("{}, {period}", place.name()));
        Output::plain(io::stderr()).print(&format!("chitieu: {message}\n"))
    }

    /// Adds to an error that standard input was read without being named.
    pub(crate) fn explain_source<T>(&self, read: Result<T, Error>) -> Result<T, Error> {
        read.map_err(|error| if self.is_implied { Error::Implied(Box::new(error)) } else { error })
    }

    /// The file of a command that reads one.
    pub(crate) fn first(&self) -> Option<&Path> {
        self.files.first().map(PathBuf::as_path)
    }
}

/// Finds out what is on standard input, without consuming any of it.
fn stdin_content(timeout: Option<Duration>) -> StdinContent {
    let stdin = io::stdin();
    let Ok(status) = fstat(&stdin) else { return StdinContent::Absent };
    match FileType::from_raw_mode(status.st_mode) {
        // A regular file is read even if it is empty: other data must not be shown in its place.
        FileType::RegularFile => return StdinContent::Data,
        FileType::Fifo | FileType::Socket => {}
        _ => return StdinContent::Absent,
    }
    if !is_ready(&stdin, timeout) {
        return StdinContent::SilentPipe;
    }
    match stdin.lock().fill_buf() {
        Ok([]) => StdinContent::EmptyPipe,
        // An error is reported when the content is read.
        Ok(_) | Err(_) => StdinContent::Data,
    }
}

/// Waits until standard input can be read or has ended. Whether it has within `timeout`.
fn is_ready(stdin: &io::Stdin, timeout: Option<Duration>) -> bool {
    let timeout = timeout.and_then(|timeout| Timespec::try_from(timeout).ok());
    loop {
        match poll(&mut [PollFd::new(stdin, PollFlags::IN)], timeout.as_ref()) {
            Ok(ready) => return ready > 0,
            Err(Errno::INTR) => {}
            // What cannot be polled is read at once.
            Err(_) => return true,
        }
    }
}
