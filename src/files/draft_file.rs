//! The file of a draft: a decision about it is written only if the file still holds what the decision is about.

use std::fs;
use std::io;
use std::path::Path;

use super::atomic_write;
use crate::app::{DraftChange, EditTarget, NotSaved};
use crate::dataset;

/// The most bytes of a draft that is written.
const LARGEST: u64 = 256 * 1024 * 1024;

/// Writes a change to its file, as a whole or not at all.
pub(crate) fn save(change: &DraftChange) -> Result<(), NotSaved> {
    let failed = |error: io::Error| NotSaved::Failed(error.kind());
    let bytes = read(&change.path).map_err(failed)?;
    let name = change.path.to_string_lossy();
    let held = dataset::read_json(&name, &bytes).map_err(|_| NotSaved::Changed)?;
    if held != *change.before {
        return Err(NotSaved::Changed);
    }
    let json = dataset::write_json(&change.after).map_err(|error| failed(error.into()))?;
    atomic_write::write(&change.path, json.as_bytes()).map_err(failed)
}

/// The line, from 1, of the indicator or else of the paragraph at which an editor is to open; the first one if the file
/// is written in another way.
pub(crate) fn line_of(target: &EditTarget) -> usize {
    let Ok(bytes) = read(&target.path) else { return 1 };
    let text = String::from_utf8_lossy(&bytes);
    let quoted = |text: &str| serde_json::to_string(text).unwrap_or_default();
    let id = target.id.as_deref().map(|id| format!("\"id\": {}", quoted(id)));
    let paragraph = quoted(&target.paragraph);
    let find =
        |wanted: &str| text.lines().position(|line| line.trim().trim_end_matches(',') == wanted);
    let at = id.as_deref().and_then(find).or_else(|| find(&paragraph));
    at.map_or(1, |at| at + 1)
}

fn read(path: &Path) -> io::Result<Vec<u8>> {
    let about = fs::metadata(path)?;
    if !about.is_file() || about.len() > LARGEST {
        return Err(io::ErrorKind::Unsupported.into());
    }
    fs::read(path)
}
