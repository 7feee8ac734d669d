//! What a command complains of: what, where, what to do.

use std::{fmt, io};

use crate::app::Lang;
use crate::dataset::OpenError;
use crate::text::fold::fold;
use crate::text::sanitize::visible;
use crate::ui::Words;

/// A shorter part of a name stands in too many of them.
const SHORTEST_PART: usize = 3;

/// Why a command could not do what was asked.
#[derive(Debug)]
pub enum Error {
    /// The arguments do not say something that can be done. Said in the user's language.
    Usage(String),
    /// A file cannot be read at all.
    Unreadable {
        /// The file, safe to print.
        name: String,
        /// Why.
        error: io::Error,
        /// What may have been meant.
        near: Option<Near>,
    },
    /// Something that is no regular file stands in place of one that has to be; safe to print.
    NotAFile(String),
    /// What is given in place of a file is an address; safe to print.
    Address(String, Address),
    /// A file holds no dataset.
    Open(OpenError),
    /// None of several files can be opened.
    Unopened(Vec<Error>),
    /// Something asked for by name does not exist. Said in the user's language.
    Unknown(String),
    /// Standard input is named more than once.
    InputTwice,
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
    /// A file of the web.
    Web,
    /// A database.
    Database,
    /// Something else.
    Other,
}

impl Error {
    /// Whether it is of one file alone, so that others may be opened all the same. Who wrote a command where
    /// a file is expected means something else.
    pub(crate) fn is_of_a_file(&self) -> bool {
        match self {
            Self::Unreadable { near, .. } => !matches!(near, Some(Near::Command(_))),
            Self::Address(..) | Self::NotAFile(_) => true,
            Self::Open(error) => !matches!(error, OpenError::Ended),
            _ => false,
        }
    }

    /// What is wrong, where, and what to do, in the user's language as far as it has words for it.
    #[must_use]
    pub fn text(&self, words: Words) -> String {
        match self {
            Self::Usage(text) | Self::Unknown(text) | Self::NotKept(text) => text.clone(),
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
            Self::Open(OpenError::NoSheet { complaint, wanted, sheets }) => {
                let file = visible(&complaint.file);
                let sheets: Vec<_> = sheets.iter().map(|sheet| visible(sheet)).collect();
                words.no_sheet(&file, &visible(wanted), &sheets.join(", "))
            }
            Self::Open(error) => error.to_string(),
            Self::Address(name, Address::Web) => words.address_of_the_web(name),
            Self::Address(name, Address::Database) => words.address_of_a_database(name),
            Self::Address(name, Address::Other) => words.address_of_something(name),
            Self::Unopened(errors) => {
                let texts: Vec<_> = errors.iter().map(|error| error.text(words)).collect();
                texts.join("\n")
            }
            Self::InputTwice => words.input_only_once().to_owned(),
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
        Self::Open(error)
    }
}

#[cfg(feature = "serve")]
impl From<crate::serve::Error> for Error {
    fn from(error: crate::serve::Error) -> Self {
        Self::Serve(error)
    }
}

/// The name that is nearest to `wanted`, if one is near enough to be meant: accents and capitals do not
/// matter; then the beginning of a name counts, then a part of it, then slips.
pub(crate) fn nearest<'a>(wanted: &str, names: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    let wanted = fold(wanted.trim());
    let scored = names.map(|name| {
        let folded = fold(name);
        let slips = strsim::normalized_damerau_levenshtein(&wanted, &folded);
        let score = if folded == wanted {
            3.0
        } else if wanted.chars().count() >= SHORTEST_PART && folded.starts_with(&wanted) {
            2.0 + slips
        } else if wanted.chars().count() >= SHORTEST_PART && folded.contains(&wanted) {
            1.0 + slips
        } else {
            slips
        };
        (score, name)
    });
    let near = scored.filter(|(score, _)| *score > 0.4);
    near.max_by(|a, b| a.0.total_cmp(&b.0)).map(|(_, name)| name)
}
