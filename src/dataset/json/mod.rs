//! Reads and writes the dataset format in JSON.
//!
//! Values are borrowed from the text as raw values. So the offset of every value is known for diagnostics,
//! and reading continues after an error.

pub(super) mod dataset;
pub(super) mod indicator;
mod plan;
mod raw_value;
mod reader;
mod reference;
mod syntax_hint;
mod values;
mod warning_path;
pub(super) mod writer;

use serde_json::value::RawValue;

use self::indicator::SeenIds;
use self::reader::ReadResult;
use super::diagnostics::quota::Collected;
use super::{Diagnostics, FileProblem, OpenError, Opened};
use crate::model::{Dataset, Indicator};
use reader::Reader;

pub(super) use writer::{about, indicator, write};

/// Reads a dataset from the bytes of a file, with the failed checks of the model.
pub(super) fn read(file: &str, bytes: &[u8]) -> Result<Opened, OpenError> {
    match read_text(file, bytes) {
        Ok((dataset, Collected { kept: warnings, quota })) => {
            let omitted = quota.omitted;
            Ok(Opened { datasets: vec![dataset], findings: Vec::new(), warnings, omitted })
        }
        Err(found) => Err(found.into()),
    }
}

/// Reads a dataset without the failed checks.
pub(super) fn dataset(file: &str, bytes: &[u8]) -> Result<Dataset, Diagnostics> {
    let read = read_text(file, bytes);
    read.map(|(dataset, _)| dataset).map_err(|found| Diagnostics(found.kept))
}

/// Reads a single indicator without the failed checks.
pub(super) fn read_indicator(file: &str, text: &str) -> Result<Indicator, Diagnostics> {
    let mut reader = Reader::new(file, text);
    let indicator = match serde_json::from_str::<&RawValue>(text) {
        Ok(value) => indicator::read(&mut reader, value, &mut SeenIds::new(), None),
        Err(error) => {
            reader.report_syntax(&error);
            None
        }
    };
    let read = reader.finish(indicator);
    read.map(|(indicator, _)| indicator).map_err(|found| Diagnostics(found.kept))
}

fn read_text(file: &str, bytes: &[u8]) -> ReadResult<Dataset> {
    let text = match std::str::from_utf8(bytes) {
        Ok(text) => text.trim_start_matches('\u{feff}'),
        Err(error) => {
            let (valid, rest) = bytes.split_at(error.valid_up_to());
            let valid = String::from_utf8_lossy(valid);
            let mut reader = Reader::new(file, &valid);
            let byte = rest.first().copied().unwrap_or_default();
            reader.report(valid.len(), FileProblem::NotUtf8 { byte });
            return reader.finish(None);
        }
    };
    let mut reader = Reader::new(file, text);
    if text.trim().is_empty() {
        reader.report(0, FileProblem::Empty);
        return reader.finish(None);
    }
    let dataset = match serde_json::from_str::<&RawValue>(text) {
        Ok(value) => dataset::read(&mut reader, value),
        Err(error) => {
            reader.report_syntax(&error);
            None
        }
    };
    reader.finish(dataset)
}
