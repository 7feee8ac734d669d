//! Reading of the files that the server needs, without blocking. Only regular files are opened: opening a
//! named pipe waits for a writer, and a device may never end.

use std::fs::{self, File};
use std::io::{self, Read};
use std::path::Path;

/// The text of a file of at most `max` bytes.
pub(super) fn read_file(path: &Path, max: u64) -> io::Result<String> {
    if !fs::metadata(path)?.is_file() {
        return Err(io::Error::other("is not a regular file"));
    }
    let mut text = String::new();
    File::open(path)?.take(max + 1).read_to_string(&mut text)?;
    if text.len() as u64 > max {
        return Err(io::Error::other(format!("is longer than {max} bytes")));
    }
    Ok(text)
}

#[cfg(test)]
mod tests {
    use super::*;
    use rustix::fs::{CWD, FileType, mknodat};

    #[test]
    fn rejects_what_is_not_a_regular_file_at_once() {
        let folder = tempfile::tempdir().unwrap();
        let pipe = folder.path().join("pipe");
        mknodat(CWD, &pipe, FileType::Fifo, 0o600.into(), 0).unwrap();
        for path in [pipe.as_path(), folder.path(), Path::new("/dev/zero")] {
            assert!(read_file(path, 10).unwrap_err().to_string().contains("not a regular file"));
        }
        let file = folder.path().join("file");
        fs::write(&file, "0123456789").unwrap();
        assert_eq!(read_file(&file, 10).unwrap(), "0123456789");
        assert!(read_file(&file, 9).is_err());
    }
}
