//! What a command complains of: what, where, what to do.

use std::{fmt, io};

use crate::app::Lang;
use crate::dataset::OpenError;
use crate::files;
use crate::ui::Words;

/// Why a command could not do what was asked.
#[derive(Debug)]
pub enum Error {
    /// The arguments do not say something that can be done. Said in the user's language.
    Usage(String),
    /// The files cannot be opened.
    Files(files::Error),
    /// Something asked for by name does not exist. Said in the user's language.
    Unknown(String),
    /// Standard input, which no argument names, could not be used.
    Implied(Box<Error>),
    /// The result would not be read back as what was converted. Said in the user's language.
    NotKept(String),
    /// The result cannot be written.
    Write(io::Error),
    /// A file cannot be written.
    WriteFile {
        /// The file, safe to print.
        name: String,
        /// Why.
        error: io::Error,
    },
    /// The server cannot run.
    #[cfg(feature = "serve")]
    Serve(crate::serve::Error),
    /// The terminal does not work.
    Terminal(io::Error),
}

impl Error {
    /// What is wrong, where, and what to do, in the user's language as far as it has words for it.
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
