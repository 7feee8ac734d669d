//! What a command complains of: what, where, what to do.

use std::io;

use crate::dataset::OpenError;
use crate::text::fold::fold;

/// A shorter part of a name stands in too many of them.
const SHORTEST_PART: usize = 3;

/// Why a command could not do what was asked.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The arguments do not say something that can be done.
    #[error("{0}")]
    Usage(String),
    /// A file cannot be read, or holds no dataset.
    #[error("{0}")]
    Open(#[from] OpenError),
    /// None of several files can be opened.
    #[error("{0}")]
    Unopened(String),
    /// Something asked for by name does not exist.
    #[error("{0}")]
    Unknown(String),
    /// The result cannot be written.
    #[error("cannot write the result: {0}")]
    Write(io::Error),
    /// A file cannot be written.
    #[error("cannot write {name}: {error}")]
    WriteFile {
        /// The file, safe to print.
        name: String,
        /// Why.
        error: io::Error,
    },
    /// The server cannot run.
    #[cfg(feature = "serve")]
    #[error("{0}")]
    Serve(#[from] crate::serve::Error),
    /// The terminal does not work.
    #[error("the terminal cannot be used: {0}; `chitieu list` prints without it")]
    Terminal(io::Error),
}

/// The name that is nearest to `wanted`, if one is near enough to be meant: accents and capitals do not
/// matter; then the beginning of a name counts, then a part of it, then slips.
pub(super) fn nearest<'a>(wanted: &str, names: impl Iterator<Item = &'a str>) -> Option<&'a str> {
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
