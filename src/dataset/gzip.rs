//! Decompresses gzip files, with a limit against decompression bombs.

use std::io::Read;

use flate2::read::MultiGzDecoder;

use super::{Diagnostic, Diagnostics, FileProblem};

/// The number of bytes that any file may decompress to.
const LEAST: u64 = 32 * 1024 * 1024;

/// The compression ratio allowed for larger files; a table of numbers does not compress better.
pub(super) const TIMES: u64 = 128;

/// The number of bytes that no file may exceed.
const MOST: u64 = 1 << 30;

/// Returns the number of bytes that a file may decompress to, from its compressed size.
pub(super) fn max_unpacked(packed: usize) -> u64 {
    LEAST.saturating_add(TIMES.saturating_mul(packed as u64)).min(MOST)
}

/// Decompresses a file.
pub(super) fn gzip(file: &str, bytes: &[u8]) -> Result<Vec<u8>, Diagnostics> {
    let limit = max_unpacked(bytes.len());
    let mut unpacked = Vec::new();
    let read = MultiGzDecoder::new(bytes).take(limit + 1).read_to_end(&mut unpacked);
    if unpacked.len() as u64 > limit {
        let problem = FileProblem::UnpacksTooLong { mib: limit >> 20 };
        return Err(Diagnostic::of_line(problem, (file, 1)).into());
    }
    read.map_err(|error| {
        let problem = FileProblem::CannotUnpack { reason: error.to_string() };
        Diagnostic::of_line(problem, (file, 1))
    })?;
    Ok(unpacked)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dataset::Problem;
    use std::io::Write;

    fn packed(text: &[u8]) -> Vec<u8> {
        let mut to = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
        to.write_all(text).unwrap();
        to.finish().unwrap()
    }

    #[test]
    fn decompresses_within_the_limit() {
        let two = [packed(b"a;"), packed(b"b\n")].concat();
        assert_eq!(gzip("f", &two).unwrap(), b"a;b\n");
        let bomb = packed(&vec![b'0'; 80 << 20]);
        let found = gzip("f", &bomb).unwrap_err();
        let problem = &found.0[0].problem;
        assert!(matches!(problem, Problem::File(FileProblem::UnpacksTooLong { mib: 40..=42 })));
        let cut = &packed(b"Chi tieu;TH\n")[..15];
        let found = gzip("f", cut).unwrap_err();
        assert!(matches!(&found.0[0].problem, Problem::File(FileProblem::CannotUnpack { .. })));
    }
}
