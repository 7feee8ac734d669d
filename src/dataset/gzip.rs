//! Files packed by gzip.

use std::io::Read;

use flate2::read::MultiGzDecoder;

use super::{Diagnostic, Diagnostics, Rule};

/// Bytes that any file may unpack to.
const LEAST: u64 = 32 * 1024 * 1024;

/// How many times its size a larger file may unpack to: a table of figures does not pack any tighter.
pub(super) const TIMES: u64 = 128;

/// Bytes that no file may unpack to.
const MOST: u64 = 1 << 30;

/// How much a file of some size may unpack to.
pub(super) fn room(packed: usize) -> u64 {
    LEAST.saturating_add(TIMES.saturating_mul(packed as u64)).min(MOST)
}

/// What is packed in a file.
pub(super) fn gzip(file: &str, bytes: &[u8]) -> Result<Vec<u8>, Diagnostics> {
    let complaint = |rule, found: String, expected: &str| {
        Diagnostics(vec![Diagnostic::of_line(rule, (file, 1), found, expected)])
    };
    let most = room(bytes.len());
    let mut unpacked = Vec::new();
    let read = MultiGzDecoder::new(bytes).take(most + 1).read_to_end(&mut unpacked);
    if unpacked.len() as u64 > most {
        let found = format!("this packed file (.gz) unpacks to more than {} MiB", most >> 20);
        return Err(complaint(Rule::Limit, found, "unpack it and open what is in it"));
    }
    read.map_err(|error| {
        let found = format!("this packed file (.gz) cannot be unpacked: {error}");
        complaint(Rule::Workbook, found, "it may be cut short; download or copy it again")
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
    fn what_is_packed_is_unpacked_within_its_room() {
        let two = [packed(b"a;"), packed(b"b\n")].concat();
        assert_eq!(gzip("f", &two).unwrap(), b"a;b\n");
        let bomb = packed(&vec![b'0'; 80 << 20]);
        let told = gzip("f", &bomb).unwrap_err().to_string();
        assert!(told.contains("unpacks to more than"), "{told}");
        let cut = &packed(b"Chi tieu;TH\n")[..15];
        assert!(gzip("f", cut).unwrap_err().to_string().contains("cannot be unpacked"));
    }
}
