//! Files to a checked [`Dataset`], or to complaints that name the place; the embedded default.
//!
//! One dataset a file, JSON in UTF-8, written by people: short, ordered, with notes.
//!
//! ```
//! let text = r#"{
//!   "id": "example-2024", "place": "Ví dụ", "period": "năm 2024",
//!   "sections": [
//!     { "name": "Kinh tế", "indicators": [
//!       { "id": "trong-rung", "name": "Trồng rừng mới", "unit": "ha",
//!         "actual": 5257, "better": "higher", "plan": { "percent": 150 } } ] } ]
//! }"#;
//! let dataset = chitieu::dataset::read_json("example.json", text.as_bytes()).unwrap();
//! assert_eq!(dataset.indicators[0].name, "Trồng rừng mới");
//! ```
//!
//! Whatever is not understood is a complaint, never dropped, and all complaints come at once:
//!
//! ```
//! let text = r#"{ "id": "x", "place": "x", "period": "x", "sectoins": [] }"#;
//! let complaints = chitieu::dataset::read_json("x.json", text.as_bytes()).unwrap_err();
//! assert_eq!(complaints.to_string(), "\
//! x.json:1:1: the field `sections` is missing; expected a list\n\
//! x.json:1:43: sectoins: unknown field; did you mean `sections`?");
//! ```

mod complaint;
mod json;
mod names;

use std::fs::File;
use std::io::{self, Read};
use std::path::Path;

pub use complaint::{Complaint, Complaints};

use crate::model::Dataset;
use crate::text::safe::visible;

/// The embedded dataset, as its file.
const EMBEDDED: &str = include_str!("../../assets/bac-kan-2024.json");

/// The JSON Schema of dataset files.
pub const SCHEMA: &str = include_str!("../../assets/dataset.schema.json");

/// Why a dataset could not be opened.
#[derive(Debug, thiserror::Error)]
pub enum OpenError {
    /// It could not be read at all.
    #[error("cannot read {name}: {error}")]
    Read {
        /// The file, safe to print.
        name: String,
        /// Why.
        error: io::Error,
    },
    /// It was read, and is not a dataset.
    #[error("{0}")]
    Complaints(#[from] Complaints),
}

/// The dataset that is compiled in: Bắc Kạn, 2024.
///
/// # Errors
///
/// None: a test shows that the embedded file is a dataset.
pub fn embedded() -> Result<Dataset, Complaints> {
    read_json("bac-kan-2024.json", EMBEDDED.as_bytes())
}

/// Opens a file.
///
/// # Errors
///
/// If it cannot be read, or is not a dataset.
pub fn open(path: &Path) -> Result<Dataset, OpenError> {
    let name = path.to_string_lossy();
    let file = File::open(path).map_err(|error| unreadable(&name, error))?;
    read(&name, file)
}

/// Reads a dataset, told by its content to be JSON or a list of names (CSV or TSV with a heading
/// `name`); `name` is what complaints call it.
///
/// # Errors
///
/// If it cannot be read, or is not a dataset.
pub fn read(name: &str, mut from: impl Read) -> Result<Dataset, OpenError> {
    let mut text = Vec::new();
    from.read_to_end(&mut text).map_err(|error| unreadable(name, error))?;
    Ok(match names::separator(&text) {
        Some(separator) => names::read(name, &text, separator)?,
        None => read_json(name, &text)?,
    })
}

/// Reads a dataset from JSON; `name` is what complaints call it.
///
/// # Errors
///
/// Everything in it that is not understood, with its place.
pub fn read_json(name: &str, text: &[u8]) -> Result<Dataset, Complaints> {
    json::read(name, text)
}

fn unreadable(name: &str, error: io::Error) -> OpenError {
    OpenError::Read { name: visible(name).into_owned(), error }
}
