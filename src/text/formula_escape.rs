//! Text that a spreadsheet must not take for a formula.
//!
//! A cell that begins with `=`, `+`, `-` or `@` is computed when a CSV file is opened, whoever wrote it.
//! An apostrophe before it makes it text; "- Trong đó" is an innocent one.
//!
//! ```
//! use chitieu::text::formula_escape::{guarded, unguarded};
//! assert_eq!(guarded("=HYPERLINK(\"http://x\")"), "'=HYPERLINK(\"http://x\")");
//! assert_eq!(guarded("Thu ngân sách"), "Thu ngân sách");
//! assert_eq!(unguarded(&guarded("- Trong đó")), "- Trong đó");
//! ```

use std::borrow::Cow;

/// What a formula may begin with: the signs, their wide forms, and what a spreadsheet skips before them. An
/// apostrophe is guarded as well, so that a guard is told from the text.
const BEGINS: [char; 11] =
    ['=', '+', '-', '@', '\'', '\t', '\r', '\u{ff1d}', '\u{ff0b}', '\u{ff0d}', '\u{ff20}'];

/// Text that no spreadsheet takes for a formula.
#[must_use]
pub fn guarded(text: &str) -> Cow<'_, str> {
    if text.starts_with(BEGINS) { Cow::Owned(format!("'{text}")) } else { Cow::Borrowed(text) }
}

/// The text that was guarded.
#[must_use]
pub fn unguarded(text: &str) -> &str {
    text.strip_prefix('\'').unwrap_or(text)
}
