//! Why files cannot be opened.

use std::io;

use crate::dataset::OpenError;
use crate::ui::Words;

/// Why files cannot be opened.
#[derive(Debug)]
pub enum Error {
    /// A file cannot be read at all.
    Unreadable {
        /// The file, safe to print.
        name: String,
        /// The error of the system.
        error: io::Error,
        /// What may have been meant.
        near: Option<Near>,
    },
    /// Something other than a regular file, where one is needed; safe to print.
    NotAFile(String),
    /// An address in place of a file; safe to print.
    Address(String, Address),
    /// A file holds no dataset.
    Open(OpenError),
    /// None of several files can be opened.
    Unopened(Vec<Error>),
    /// Standard input is named more than once.
    InputTwice,
    /// A message for the user cannot be written.
    Report(io::Error),
}

/// What may have been meant by the name of a file that does not exist, safe to print.
#[derive(Debug)]
pub enum Near {
    /// A command.
    Command(String),
    /// Another file.
    File(String),
}

/// What an address leads to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Address {
    /// A file on the web.
    Web,
    /// A database.
    Database,
    /// Something else.
    Other,
}

impl Error {
    /// Whether the error concerns one file only, so that the others can still be opened. A command typed in
    /// place of a file concerns the whole command line.
    pub(crate) fn is_of_a_file(&self) -> bool {
        match self {
            Self::Unreadable { near, .. } => !matches!(near, Some(Near::Command(_))),
            Self::Address(..) | Self::NotAFile(_) => true,
            Self::Open(error) => !matches!(error, OpenError::Cancelled),
            Self::Unopened(_) | Self::InputTwice | Self::Report(_) => false,
        }
    }

    /// The message in the user's language: what is wrong, where, and what to do.
    #[must_use]
    pub fn text(&self, words: Words) -> String {
        match self {
            Self::Unreadable { name, error, near } => {
                let text = words.cannot_read(name, error);
                match near {
                    Some(Near::Command(near)) => {
                        format!("{text}; {}", words.did_you_mean_command(near))
                    }
                    Some(Near::File(near)) => format!("{text}; {}", words.did_you_mean(near)),
                    None => text,
                }
            }
            Self::NotAFile(name) => words.not_a_file(name),
            Self::Open(OpenError::Read { name, error }) => words.cannot_read(name, error),
            Self::Open(OpenError::Invalid { diagnostics, omitted }) => {
                words.diagnostics(diagnostics, omitted)
            }
            Self::Open(OpenError::Cancelled) => words.reading_cancelled().to_owned(),
            Self::Address(name, Address::Web) => words.address_of_the_web(name),
            Self::Address(name, Address::Database) => words.address_of_a_database(name),
            Self::Address(name, Address::Other) => words.address_of_something(name),
            Self::Unopened(errors) => {
                let texts: Vec<_> = errors.iter().map(|error| error.text(words)).collect();
                texts.join("\n")
            }
            Self::InputTwice => words.input_only_once().to_owned(),
            Self::Report(error) => words.cannot_write_the_result(error),
        }
    }
}

impl From<OpenError> for Error {
    fn from(error: OpenError) -> Self {
        Self::Open(error)
    }
}

impl From<io::Error> for Error {
    fn from(error: io::Error) -> Self {
        Self::Report(error)
    }
}
