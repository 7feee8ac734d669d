//! What a command complains of: what, where, what to do.

use std::io;

use crate::dataset::OpenError;

/// Why a command could not do what was asked.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The arguments do not say something that can be done.
    #[error("{0}")]
    Usage(String),
    /// A dataset cannot be read, or is not one.
    #[error("{0}")]
    Open(#[from] OpenError),
    /// A file of queries cannot be read.
    #[error("cannot read {name}: {error}")]
    Read {
        /// The file, safe to print.
        name: String,
        /// Why.
        error: io::Error,
    },
    /// Something asked for by name does not exist.
    #[error("{0}")]
    Unknown(String),
    /// The result cannot be written.
    #[error("cannot write the result: {0}")]
    Write(io::Error),
    /// The server cannot run.
    #[cfg(feature = "serve")]
    #[error("{0}")]
    Serve(#[from] crate::serve::Error),
    /// The terminal does not work.
    #[error("the terminal cannot be used: {0}; `chitieu list` prints without it")]
    Terminal(io::Error),
}

/// The name that is nearest to `wanted`, if one is near enough to be meant.
pub(super) fn nearest<'a>(wanted: &str, names: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    let scored = names.map(|name| (strsim::normalized_damerau_levenshtein(wanted, name), name));
    let near = scored.filter(|(score, _)| *score > 0.4);
    near.max_by(|a, b| a.0.total_cmp(&b.0)).map(|(_, name)| name)
}
