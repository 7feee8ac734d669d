//! The program in Vietnamese, and files for it.

use std::process::{Command, Output};

/// Runs the program in Vietnamese.
pub fn chitieu(arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_chitieu"));
    command.args(arguments).args(["--lang", "vi"]).output().unwrap()
}

/// Writes a file into a folder, and returns its path.
pub fn file(folder: &tempfile::TempDir, name: &str, text: &str) -> String {
    let path = folder.path().join(name);
    std::fs::write(&path, text).unwrap();
    path.to_str().unwrap().to_owned()
}
