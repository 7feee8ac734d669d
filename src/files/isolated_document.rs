//! Reads a PDF document in a process of its own, whose memory and time are limited.
//!
//! The code that reads a PDF is not ours, and a small file may unpack to any size. What it allocates too much, or a
//! panic that cannot be caught, ends that process and not this one. The document comes back as JSON.

use std::env;
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

use crate::dataset::{Document, LARGEST_REPORT, NotProse, is_pdf, read_document};

/// The option of `chitieu import` with which it is the process that reads.
pub(crate) const OPTION: &str = "read-document";

/// The address space of the process, in bytes: the file three times, and what is unpacked.
const MEMORY: u64 = 1 << 30;

/// The processor time of the process, in seconds.
const SECONDS: u64 = 60;

/// The maximum number of bytes of a document as JSON.
const LARGEST_DOCUMENT: u64 = 4 * LARGEST_REPORT;

/// Reads a document; one in PDF in a process of its own.
pub(crate) fn read(bytes: &[u8]) -> Result<Document, NotProse> {
    if !is_pdf(bytes) || cfg!(not(feature = "pdf")) || bytes.len() as u64 > LARGEST_REPORT {
        return read_document(bytes);
    }
    read_in(env::current_exe(), bytes)
}

/// Reads a document in a process of the program `chitieu`.
fn read_in(chitieu: io::Result<PathBuf>, bytes: &[u8]) -> Result<Document, NotProse> {
    match chitieu.and_then(|chitieu| started(&chitieu)) {
        Ok(child) => answer_of(child, bytes).unwrap_or(Err(NotProse::TooExpensive)),
        // Here nothing would limit what it takes.
        Err(_) => Err(NotProse::NoProcess),
    }
}

/// Starts the process.
fn started(chitieu: &Path) -> io::Result<Child> {
    Command::new(chitieu)
        .args(["import", &format!("--{OPTION}"), "-"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
}

/// The answer of the process; `None` if it ended before it had one.
fn answer_of(mut child: Child, bytes: &[u8]) -> Option<Result<Document, NotProse>> {
    if let Some(mut input) = child.stdin.take() {
        // It reads everything before it writes. One that has ended says why by its answer, or by having none.
        let _ = input.write_all(bytes);
    }
    let mut answer = Vec::new();
    let output = child.stdout.take();
    let read = output.map(|output| output.take(LARGEST_DOCUMENT).read_to_end(&mut answer));
    let ended = child.wait().is_ok_and(|ended| ended.success());
    let is_whole = ended && matches!(read, Some(Ok(_)));
    serde_json::from_slice(&answer).ok().filter(|_| is_whole)
}

/// Is that process: reads a document from standard input and writes it as JSON.
pub(crate) fn answer() -> io::Result<()> {
    limit();
    let mut bytes = Vec::new();
    io::stdin().lock().take(LARGEST_REPORT + 1).read_to_end(&mut bytes)?;
    let answer = serde_json::to_vec(&read_document(&bytes))?;
    io::stdout().lock().write_all(&answer)
}

#[cfg(unix)]
fn limit() {
    use rustix::process::{Resource, Rlimit, getrlimit, setrlimit};
    for (resource, most) in [(Resource::As, MEMORY), (Resource::Cpu, SECONDS), (Resource::Core, 0)]
    {
        let old = getrlimit(resource);
        let limit = Rlimit { current: Some(most), maximum: old.maximum };
        // A system without this limit reads without it.
        let _ = setrlimit(resource, limit);
    }
}

#[cfg(not(unix))]
fn limit() {}

#[cfg(test)]
mod tests {
    use super::*;

    /// Without the process nothing limits what a file may take, so it is not read at all.
    #[test]
    fn refuses_what_it_cannot_read_in_a_process_of_its_own() {
        let missing = PathBuf::from("/no/such/program");
        let report = b"M\xc3\xb4t: 12 h\xe1\xbb\x99.";
        assert_eq!(read_in(Ok(missing), report).err(), Some(NotProse::NoProcess));
        let unknown = Err(io::ErrorKind::NotFound.into());
        assert_eq!(read_in(unknown, report).err(), Some(NotProse::NoProcess));
    }
}
