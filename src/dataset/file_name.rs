//! The name of a file, which a dataset without a place is called by.

/// What standard input is called.
pub(super) const STDIN: &str = "stdin";

/// The name of a file without folders.
pub(super) fn file_name(file: &str) -> &str {
    match file.rsplit(['/', '\\']).next().unwrap_or(file) {
        "-" => STDIN,
        name => name,
    }
}
