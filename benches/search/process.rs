//! The whole process: load a million lines, search, print ten.

use std::fs;
use std::path::PathBuf;
use std::process::{Command, Stdio};
use std::sync::LazyLock;

use super::{NAMES, names};

/// What is searched for: accents, words in any order, initials, and a typo.
const QUERIES: [&str; 5] =
    ["ho ngheo", "tốt nghiệp THPT", "tlhn", "bao hiem y te", "rung tang che phu"];

static FILES: LazyLock<(PathBuf, PathBuf)> = LazyLock::new(|| {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR"));
    let (ours, theirs) = (folder.join("million.tsv"), folder.join("million.txt"));
    fs::write(&ours, names::table(&NAMES)).unwrap();
    fs::write(&theirs, NAMES.join("\n")).unwrap();
    (ours, theirs)
});

#[divan::bench(args = QUERIES, sample_count = 7, sample_size = 1)]
fn chitieu_search(query: &str) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_chitieu"));
    command.args(["search", "--limit", "10", query, "--data"]).arg(&FILES.0);
    assert!(command.stdout(Stdio::null()).status().unwrap().success());
}

/// Says so where there is no fzf.
#[divan::bench(args = QUERIES, sample_count = 7, sample_size = 1)]
fn fzf_filter(query: &str) {
    let from = fs::File::open(&FILES.1).unwrap();
    let mut command = Command::new("fzf");
    command.args(["--filter", query]).stdin(from).stdout(Stdio::null());
    if command.status().is_err() {
        println!("fzf is not installed: nothing to compare with");
    }
}
