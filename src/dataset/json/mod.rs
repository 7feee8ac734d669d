//! The dataset format in JSON.
//!
//! The text is walked as raw values borrowed from it, so that every value still knows its place when
//! something is wrong with it, and reading goes on after a complaint.

mod dataset;
mod indicator;
mod plan;
mod raw;
mod reader;
mod reference;
mod values;
mod write;

use serde_json::value::RawValue;

use super::{Complaint, Complaints, Rule};
use crate::model::{Dataset, Warning};
use reader::Reader;

pub(super) use write::{about, indicator, write};

/// Reads a dataset from the bytes of a file, with the checks that fail in it.
pub(super) fn read(
    file: &str,
    bytes: &[u8],
) -> Result<(Dataset, Vec<(Complaint, Warning)>), Complaints> {
    let text = match std::str::from_utf8(bytes) {
        Ok(text) => text.trim_start_matches('\u{feff}'),
        Err(error) => {
            let (valid, rest) = bytes.split_at(error.valid_up_to());
            let valid = String::from_utf8_lossy(valid);
            let mut reader = Reader::new(file, &valid);
            let byte = rest.first().copied().unwrap_or_default();
            let found = format!("the byte 0x{byte:02X} is not UTF-8");
            reader.complain(Rule::Encoding, valid.len(), found, "expected a file in UTF-8");
            return Err(reader.into_complaints());
        }
    };
    let mut reader = Reader::new(file, text);
    if text.trim().is_empty() {
        reader.complain(Rule::Empty, 0, "the file is empty", "expected a dataset, a JSON object");
        return Err(reader.into_complaints());
    }
    match serde_json::from_str::<&RawValue>(text) {
        Ok(value) => {
            let dataset = dataset::read(&mut reader, value);
            reader.finish(dataset)
        }
        Err(error) => {
            reader.complain_of_syntax(&error);
            Err(reader.into_complaints())
        }
    }
}
