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

use std::collections::HashSet;

use serde_json::value::RawValue;

use self::indicator::SeenIds;
use self::reader::ReadResult;
use super::diagnostics::quota::Collected;
use super::one_table::{OfTable, joined};
use super::{Diagnostic, Diagnostics, Expected, FileProblem, OpenError, Opened, Problem};
use crate::model::{Dataset, Indicator};
use reader::Reader;

pub(super) use writer::{about, indicator, write, write_all};

/// Reads the datasets in the bytes of a file, with the failed checks of the model: one, or a list of them.
pub(super) fn read(file: &str, bytes: &[u8]) -> Result<Opened, OpenError> {
    match read_text(file, bytes) {
        Ok((datasets, Collected { kept, quota })) => {
            let omitted = quota.omitted;
            let is_check = |one: &Diagnostic| matches!(one.problem, Problem::Check(_));
            let (warnings, findings) = kept.into_iter().partition(is_check);
            Ok(Opened { datasets: joined(datasets), findings, warnings, omitted })
        }
        Err(found) => Err(found.into()),
    }
}

/// Reads the only dataset of a text, without the failed checks.
pub(super) fn dataset(file: &str, bytes: &[u8]) -> Result<Dataset, Diagnostics> {
    dataset_of_table(file, bytes).map(|read| read.dataset)
}

/// Reads the only dataset of a text, without the failed checks, with the table that it is of.
pub(super) fn dataset_of_table(file: &str, bytes: &[u8]) -> Result<OfTable, Diagnostics> {
    let (datasets, _) = read_text(file, bytes).map_err(|found| Diagnostics(found.kept))?;
    let only = datasets.into_iter().next();
    only.ok_or_else(|| Diagnostic::of_line(FileProblem::Empty, (file, 1)).into())
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

fn read_text(file: &str, bytes: &[u8]) -> ReadResult<Vec<OfTable>> {
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
    let datasets = match serde_json::from_str::<&RawValue>(text) {
        Ok(value) if value.get().starts_with('[') => list(&mut reader, value),
        Ok(value) => dataset::read(&mut reader, value).map(|one| vec![one]),
        Err(error) => {
            reader.report_syntax(&error);
            None
        }
    };
    reader.finish(datasets)
}

/// Reads a list of datasets, at least one; each has an id of its own.
fn list<'a>(reader: &mut Reader<'a>, value: &'a RawValue) -> Option<Vec<OfTable>> {
    let datasets = reader.list(value, dataset::read)?;
    if datasets.is_empty() {
        reader.report_value(value, Expected::FilledList);
        return None;
    }
    let mut seen = HashSet::new();
    match datasets.iter().find(|one| !seen.insert(one.dataset.id.as_str())) {
        Some(_) => {
            reader.report_value(value, Expected::UniqueId);
            None
        }
        None => Some(datasets),
    }
}
