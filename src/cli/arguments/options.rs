//! The options that every command takes, and the datasets that most of them take.

use std::path::PathBuf;

use clap::Args;

use super::choices::{LangName, ThemeName, When};
use crate::text::sanitize;

/// The range of durations that an option accepts: a session that ends at once is of no use, and one that
/// never ends has no limit.
pub(crate) mod durations {
    use std::time::Duration;

    pub(crate) const LEAST: Duration = Duration::from_secs(1);
    pub(crate) const MOST: Duration = Duration::from_secs(7 * 24 * 3600);
}

/// The datasets of a command.
#[derive(Debug, Default, Args)]
pub(crate) struct Named {
    /// Datasets (JSON, CSV, TSV, Markdown, XLSX, XLS, ODS, HTML, DOCX; also packed by gzip)
    /// [default: standard input if it is a file or a pipe, else the embedded dataset]
    #[arg(value_name = "FILE")]
    files: Vec<PathBuf>,
    /// The same, as an option
    #[arg(long, value_name = "FILE")]
    data: Vec<PathBuf>,
}

impl Named {
    /// All files, as arguments and as values of `--data`.
    pub(crate) fn files(&self) -> Vec<PathBuf> {
        self.files.iter().chain(&self.data).cloned().collect()
    }

    /// Whether no file is named.
    #[cfg(feature = "serve")]
    pub(crate) fn is_empty(&self) -> bool {
        self.files.is_empty() && self.data.is_empty()
    }
}

/// The options of every command.
#[derive(Debug, Default, Clone, Args)]
pub(crate) struct Options {
    /// Language of the program's own words [default: by the locale]
    #[arg(long, global = true, value_enum, value_name = "LANG")]
    pub(crate) lang: Option<LangName>,
    /// Colours; the default holds on dark and on light backgrounds
    #[arg(long, global = true, value_enum, value_name = "THEME")]
    pub(crate) theme: Option<ThemeName>,
    /// When to colour
    #[arg(long, global = true, value_enum, value_name = "WHEN", default_value = "auto")]
    pub(crate) color: When,
    /// ASCII only, without accents
    #[arg(long, global = true)]
    pub(crate) ascii: bool,
    /// Only this sheet of a workbook
    #[arg(long, global = true, value_name = "NAME")]
    pub(crate) sheet: Option<String>,
    /// Do not use the mouse; leave it to the terminal
    #[arg(long, global = true)]
    pub(crate) no_mouse: bool,
    /// Print control characters of the data as they are, not as visible symbols
    #[arg(long, global = true)]
    pub(crate) raw: bool,
}

impl Options {
    /// Runs a function that writes text. Control characters of the data become visible symbols, unless `--raw`
    /// is given.
    pub(crate) fn write_text<T>(&self, write: impl FnOnce() -> T) -> T {
        if self.raw { sanitize::raw(write) } else { write() }
    }
}
