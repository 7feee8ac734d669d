//! The errors of a command.

use std::{fmt, io};

use crate::app::Lang;
use crate::dataset::OpenError;
use crate::files;
use crate::ui::Words;

/// Why a command failed.
#[derive(Debug)]
pub enum Error {
    /// The arguments are wrong: a message in the user's language.
    Usage(String),
    /// The files cannot be opened.
    Files(files::Error),
    /// Something with this name does not exist: a message in the user's language.
    Unknown(String),
    /// Standard input, which no argument names, could not be read.
    Implied(Box<Error>),
    /// The converted file would not be read back as the same data: a message in the user's language.
    NotKept(String),
    /// The result cannot be written.
    Write(io::Error),
    /// A file cannot be written.
    WriteFile {
        /// The name of the file, safe to print.
        name: String,
        /// The cause.
        error: io::Error,
    },
    /// The server cannot run.
    #[cfg(feature = "serve")]
    Serve(crate::serve::Error),
    /// The terminal does not work.
    Terminal(io::Error),
}

impl Error {
    /// Returns what is wrong, where, and what to do, in the user's language where it is translated.
    #[must_use]
    pub fn text(&self, words: Words) -> String {
        match self {
            Self::Usage(text) | Self::Unknown(text) | Self::NotKept(text) => text.clone(),
            Self::Files(error) => error.text(words),
            Self::Implied(error) => {
                format!("{}\n{}", error.text(words), words.input_was_implied())
            }
            Self::Write(error) => words.cannot_write_the_result(error),
            Self::WriteFile { name, error } => words.cannot_write(name, error),
            #[cfg(feature = "serve")]
            Self::Serve(error) => error.to_string(),
            Self::Terminal(error) => words.no_terminal(error),
        }
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text(Words(Lang::English)))
    }
}

impl std::error::Error for Error {}

impl From<OpenError> for Error {
    fn from(error: OpenError) -> Self {
        Self::Files(error.into())
    }
}

impl From<files::Error> for Error {
    fn from(error: files::Error) -> Self {
        match error {
            files::Error::Report(error) => Self::Write(error),
            error => Self::Files(error),
        }
    }
}

#[cfg(feature = "serve")]
impl From<crate::serve::Error> for Error {
    fn from(error: crate::serve::Error) -> Self {
        Self::Serve(error)
    }
}
