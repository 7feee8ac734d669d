//! The name of a file, which a dataset without a place is called by.

/// The name of a file without folders.
pub(super) fn file_name(file: &str) -> &str {
    match file.rsplit(['/', '\\']).next().unwrap_or(file) {
        "-" => "stdin",
        name => name,
    }
}
