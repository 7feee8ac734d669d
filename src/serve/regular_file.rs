//! Files that the server needs, read without being held up: what is no file is refused before it is opened, since
//! to open a named pipe is to wait for who writes to it, and a device may never end.

use std::fs::{self, File};
use std::io::{self, Read};
use std::path::Path;

/// The text of a file of at most so many bytes.
pub(super) fn read_file(path: &Path, most: u64) -> io::Result<String> {
    if !fs::metadata(path)?.is_file() {
        return Err(io::Error::other("is no regular file"));
    }
    let mut text = String::new();
    File::open(path)?.take(most + 1).read_to_string(&mut text)?;
    if text.len() as u64 > most {
        return Err(io::Error::other(format!("is longer than {most} bytes")));
    }
    Ok(text)
}

#[cfg(test)]
mod tests {
    use super::*;
    use rustix::fs::{CWD, FileType, mknodat};

    #[test]
    fn what_is_no_file_is_refused_at_once() {
        let folder = tempfile::tempdir().unwrap();
        let pipe = folder.path().join("pipe");
        mknodat(CWD, &pipe, FileType::Fifo, 0o600.into(), 0).unwrap();
        for path in [pipe.as_path(), folder.path(), Path::new("/dev/zero")] {
            assert!(read_file(path, 10).unwrap_err().to_string().contains("no regular file"));
        }
        let file = folder.path().join("file");
        fs::write(&file, "0123456789").unwrap();
        assert_eq!(read_file(&file, 10).unwrap(), "0123456789");
        assert!(read_file(&file, 9).is_err());
    }
}
