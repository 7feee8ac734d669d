//! Values as indented JSON.

use std::io::{self, BufWriter, Write};

use serde::{Serialize, Serializer};

use crate::cli::Error;

/// Writes a list as indented JSON, one element after another.
pub(crate) fn write_json(
    list: impl Iterator<Item = impl Serialize>,
    writer: impl Write,
) -> io::Result<()> {
    let mut writer = BufWriter::new(writer);
    serde_json::Serializer::pretty(&mut writer).collect_seq(list)?;
    writeln!(writer)?;
    writer.flush()
}

/// Writes a value as indented JSON, without building the text first.
pub(crate) fn write_json_value(value: &impl Serialize, writer: impl Write) -> io::Result<()> {
    let mut writer = BufWriter::new(writer);
    serde_json::to_writer_pretty(&mut writer, value)?;
    writeln!(writer)?;
    writer.flush()
}

/// Returns a value as indented JSON, with a line end.
pub(crate) fn json(value: &impl Serialize) -> Result<String, Error> {
    let text = serde_json::to_string_pretty(value).map_err(|e| Error::Write(e.into()))?;
    Ok(text + "\n")
}
