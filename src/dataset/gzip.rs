//! Decompresses gzip files, with a limit against decompression bombs.

use std::io::Read;

use flate2::read::MultiGzDecoder;

use super::{Diagnostic, Diagnostics, Rule};

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
    let diagnostic = |rule, found: String, expected: &str| {
        Diagnostics(vec![Diagnostic::of_line(rule, (file, 1), found, expected)])
    };
    let limit = max_unpacked(bytes.len());
    let mut unpacked = Vec::new();
    let read = MultiGzDecoder::new(bytes).take(limit + 1).read_to_end(&mut unpacked);
    if unpacked.len() as u64 > limit {
        let found = format!("this packed file (.gz) unpacks to more than {} MiB", limit >> 20);
        return Err(diagnostic(Rule::Limit, found, "unpack it and open what is in it"));
    }
    read.map_err(|error| {
        let found = format!("this packed file (.gz) cannot be unpacked: {error}");
        diagnostic(Rule::Workbook, found, "it may be cut short; download or copy it again")
    })?;
    Ok(unpacked)
}

#[cfg(test)]
mod tests {
    use super::*;
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
        let message = gzip("f", &bomb).unwrap_err().to_string();
        assert!(message.contains("unpacks to more than"), "{message}");
        let cut = &packed(b"Chi tieu;TH\n")[..15];
        assert!(gzip("f", cut).unwrap_err().to_string().contains("cannot be unpacked"));
    }
}
