//! Escapes text that a spreadsheet would evaluate as a formula.
//!
//! A spreadsheet evaluates a CSV cell that begins with `=`, `+`, `-` or `@`, whatever its source (CSV
//! injection). An apostrophe before it makes it text. Harmless text can begin like this too: "- Trong đó".
//!
//! ```
//! use chitieu::text::formula_escape::{escape_formula, unescape_formula};
//! assert_eq!(escape_formula("=HYPERLINK(\"http://x\")"), "'=HYPERLINK(\"http://x\")");
//! assert_eq!(escape_formula("Thu ngân sách"), "Thu ngân sách");
//! assert_eq!(unescape_formula(&escape_formula("- Trong đó")), "- Trong đó");
//! ```

use std::borrow::Cow;

/// The characters with which a formula can begin: the operators, their full-width forms, and white space that
/// a spreadsheet skips before them. An apostrophe is escaped as well, so that escaping can be reversed.
const FORMULA_STARTS: [char; 11] =
    ['=', '+', '-', '@', '\'', '\t', '\r', '\u{ff1d}', '\u{ff0b}', '\u{ff0d}', '\u{ff20}'];

/// Returns the text with an apostrophe before it if a spreadsheet could read it as a formula.
#[must_use]
pub fn escape_formula(text: &str) -> Cow<'_, str> {
    if text.starts_with(FORMULA_STARTS) {
        Cow::Owned(format!("'{text}"))
    } else {
        Cow::Borrowed(text)
    }
}

/// Reverses [`escape_formula`].
#[must_use]
pub fn unescape_formula(text: &str) -> &str {
    text.strip_prefix('\'').unwrap_or(text)
}
