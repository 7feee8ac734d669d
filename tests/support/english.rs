//! Diagnostics in English.

#![allow(dead_code, reason = "each test uses its part")]

use chitieu::app::Lang;
use chitieu::dataset::{Diagnostic, Diagnostics, Omitted, OpenError};
use chitieu::ui::Words;

/// What a diagnostic says was found.
pub fn found(diagnostic: &Diagnostic) -> String {
    Words(Lang::English).problem(&diagnostic.problem).found
}

/// What a diagnostic says to do.
pub fn help(diagnostic: &Diagnostic) -> String {
    Words(Lang::English).problem(&diagnostic.problem).help
}

/// Diagnostics, each on a line.
pub fn lines(diagnostics: &Diagnostics) -> String {
    Words(Lang::English).diagnostics(diagnostics, &Omitted::default())
}

/// The error of a file that is not read.
pub fn error(error: OpenError) -> String {
    chitieu::files::Error::from(error).text(Words(Lang::English))
}
