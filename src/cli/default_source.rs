//! Where the data comes from when no argument says so: standard input, if something comes through it, else
//! the embedded dataset.
//!
//! A file or a pipe on standard input is read; a terminal, a device such as /dev/null, a closed one and an
//! empty pipe are not, and of the last it is said. A program that was started by another may have inherited a pipe through which nothing
//! ever comes: a command waits for the first byte as long as [`PATIENCE`] and says when it gives up. The
//! explorer waits as long as it takes, as somebody sits before it.

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
use crate::cli::output::stderr_observer::opening;
use crate::dataset::{self, OpenError};
use crate::files::load;
use crate::files::load::Loaded;
use crate::model::Dataset;

/// How long a silent pipe is waited for.
const PATIENCE: Duration = Duration::from_secs(3);

/// The files that a command works on; none: the embedded dataset.
pub(crate) struct DefaultSource {
    pub(crate) files: Vec<PathBuf>,
    /// Whether standard input is read though no argument names it.
    implied: bool,
    /// Whether a pipe was to be read, and ended before anything came.
    empty: bool,
}

/// What standard input has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Input {
    Data,
    Nothing,
    /// It is a pipe that ended before anything came.
    Empty,
    /// It is open, and nothing came.
    Silent,
}

impl DefaultSource {
    /// What the arguments name, and nothing else.
    pub(crate) fn named(files: Vec<PathBuf>) -> Self {
        Self { files, implied: false, empty: false }
    }

    /// What the arguments name, else what comes on standard input.
    pub(crate) fn or_input(files: Vec<PathBuf>, options: &Options) -> Result<Self, Error> {
        Self::or_input_within(Some(PATIENCE), files, options)
    }

    /// The same for someone who sees that it is waited for.
    pub(crate) fn or_input_at_length(
        files: Vec<PathBuf>,
        options: &Options,
    ) -> Result<Self, Error> {
        Self::or_input_within(None, files, options)
    }

    fn or_input_within(
        patience: Option<Duration>,
        files: Vec<PathBuf>,
        options: &Options,
    ) -> Result<Self, Error> {
        if !files.is_empty() {
            return Ok(Self::named(files));
        }
        match progress_line::told("-", |_| input(patience)) {
            Input::Data => {
                Ok(Self { files: vec![PathBuf::from("-")], implied: true, empty: false })
            }
            Input::Nothing => Ok(Self::named(files)),
            Input::Empty => Ok(Self { files, implied: false, empty: true }),
            Input::Silent => {
                let said = output::words(options).input_was_silent(PATIENCE.as_secs());
                Output::plain(io::stderr()).print(&format!("chitieu: {said}\n"))?;
                Ok(Self::named(files))
            }
        }
    }

    /// What is in them.
    pub(crate) fn collection(&self, options: &Options) -> Result<Loaded, Error> {
        self.report_empty(options)?;
        self.explained(load::collection(&self.files, &opening(options)).map_err(Error::from))
    }

    /// Says whose figures are shown where a pipe had none: they are not those that were to come through it.
    pub(crate) fn report_empty(&self, options: &Options) -> Result<(), Error> {
        if !self.empty {
            return Ok(());
        }
        let Dataset { place, period, .. } = dataset::embedded().map_err(OpenError::from)?;
        let said = output::words(options).input_was_empty(&format!("{place}, {period}"));
        Output::plain(io::stderr()).print(&format!("chitieu: {said}\n"))
    }

    /// What comes of reading them, with the reason why standard input was read.
    pub(crate) fn explained<T>(&self, read: Result<T, Error>) -> Result<T, Error> {
        read.map_err(|error| if self.implied { Error::Implied(Box::new(error)) } else { error })
    }

    /// The one file of a command that takes one.
    pub(crate) fn first(&self) -> Option<&Path> {
        self.files.first().map(PathBuf::as_path)
    }
}

/// Looks what standard input has, without taking anything from who reads it next.
fn input(patience: Option<Duration>) -> Input {
    let stdin = io::stdin();
    let Ok(told) = fstat(&stdin) else { return Input::Nothing };
    match FileType::from_raw_mode(told.st_mode) {
        // Who names an empty file is not shown other data in its place.
        FileType::RegularFile => return Input::Data,
        FileType::Fifo | FileType::Socket => {}
        _ => return Input::Nothing,
    }
    if !is_ready(&stdin, patience) {
        return Input::Silent;
    }
    match stdin.lock().fill_buf() {
        Ok([]) => Input::Empty,
        // What fails is told when it is read.
        Ok(_) | Err(_) => Input::Data,
    }
}

/// Waits until there is something to read, or the end.
fn is_ready(stdin: &io::Stdin, patience: Option<Duration>) -> bool {
    let patience = patience.and_then(|patience| Timespec::try_from(patience).ok());
    loop {
        match poll(&mut [PollFd::new(stdin, PollFlags::IN)], patience.as_ref()) {
            Ok(ready) => return ready > 0,
            Err(Errno::INTR) => {}
            // What cannot be waited for is read at once.
            Err(_) => return true,
        }
    }
}
