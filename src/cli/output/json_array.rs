//! A long array in indented JSON, of which each processor writes pieces.

use std::io::{self, Write};

use serde::Serialize;

use crate::dataset::parallel::ordered::through;

/// The number of elements of a piece.
const PIECE: usize = 512;

/// Writes an array that is a field of the outermost object, as [`serde_json::to_writer_pretty`] writes it.
pub(crate) fn write_array<T: Serialize + Sync>(
    items: &[T],
    writer: &mut impl Write,
) -> io::Result<()> {
    if items.is_empty() {
        return writer.write_all(b"[]");
    }
    writer.write_all(b"[")?;
    let mut written = Ok(());
    let mut separator: &[u8] = b"";
    through(items.chunks(PIECE), elements, |piece| {
        let write = || {
            writer.write_all(separator)?;
            writer.write_all(inner(&piece?))
        };
        if written.is_ok() {
            written = write();
        }
        separator = b",";
    });
    written?;
    writer.write_all(b"\n  ]")
}

/// What is around the elements of an array in an array, which are indented as in a field of an object.
const OPENING: &[u8] = b"[\n  [";
const CLOSING: &[u8] = b"\n  ]\n]";

fn elements<T: Serialize>(items: &[T]) -> serde_json::Result<Vec<u8>> {
    serde_json::to_vec_pretty(&[items])
}

fn inner(array_in_array: &[u8]) -> &[u8] {
    let inner = array_in_array.strip_prefix(OPENING).unwrap_or(array_in_array);
    inner.strip_suffix(CLOSING).unwrap_or(inner)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_array_is_written_as_in_one_piece() {
        #[derive(Serialize)]
        struct Outermost {
            items: Vec<(usize, Vec<String>)>,
        }
        for count in [0, 1, PIECE, PIECE + 1, 5 * PIECE] {
            let items: Vec<_> =
                (0..count).map(|at| (at, vec!["[\n  [".to_owned(); at % 3])).collect();
            let mut written = Vec::new();
            write_array(&items, &mut written).unwrap();
            let whole = serde_json::to_string_pretty(&Outermost { items }).unwrap();
            let array =
                whole.strip_prefix("{\n  \"items\": ").unwrap().strip_suffix("\n}").unwrap();
            assert!(written == array.as_bytes(), "{count}");
        }
    }
}
