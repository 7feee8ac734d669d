//! Opens the files that a command works on.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::error::{Address, Error, Near};
use super::hidden;
use super::observer::{Observer, Opening};
use super::unread_rows;
use crate::app::Hidden;
use crate::dataset::{self, OpenError, Opened, Progress, Rule, Severity};
use crate::model::{Collection, Dataset};
use crate::text::nearest::nearest_within;
use crate::text::sanitize::visible;

/// How many files of a folder are compared with the name of one that does not exist.
const MOST_FILES: usize = 1000;

/// How much of the name of a file is the same as the wanted one, where it may be meant.
const LIKE: f64 = 0.6;

/// Opens the files, `-` being standard input; without any, the embedded dataset. What could not be read of a
/// table is reported in one message a file. Files that cannot be opened at all are reported and left out, as
/// long as another one can be opened.
pub(crate) fn collection(files: &[PathBuf], opening: &Opening<'_>) -> Result<Loaded, Error> {
    let files = datasets(files, opening)?;
    for error in files.iter().filter_map(|file| file.error.as_ref()) {
        opening.observer.report(&error.text(opening.words))?;
    }
    let complete = files.iter().all(|file| file.error.is_none());
    let collection = Collection::new(files.into_iter().flat_map(|file| file.contents.datasets));
    Ok(Loaded { collection, complete })
}

/// Opens the files; fails if one of them cannot be opened.
#[cfg(feature = "serve")]
pub(crate) fn all(files: &[PathBuf], opening: &Opening<'_>) -> Result<Collection, Error> {
    let mut datasets_of_all = Vec::new();
    for file in datasets(files, opening)? {
        match file.error {
            Some(error) => return Err(error),
            None => datasets_of_all.extend(file.contents.datasets),
        }
    }
    Ok(Collection::new(datasets_of_all))
}

/// The datasets of the files that could be opened.
pub(crate) struct Loaded {
    pub(crate) collection: Collection,
    /// Whether all files could be opened.
    pub(crate) complete: bool,
}

/// The contents of one file.
#[derive(Default, PartialEq)]
pub(crate) struct FileContents {
    pub(crate) datasets: Vec<Arc<Dataset>>,
    /// The number of cells that could not be read.
    pub(crate) unread: usize,
    /// The indicators with such a cell: the dataset, and the indicator in it.
    pub(crate) unread_rows: Vec<(usize, usize)>,
    /// The hidden parts, which were left out.
    pub(crate) hidden: Hidden,
}

impl FileContents {
    /// Whether nothing was ever read of the file.
    pub(crate) fn is_empty(&self) -> bool {
        self.datasets.is_empty()
    }
}

/// A file that was to be opened.
#[derive(Default)]
pub(crate) struct TriedFile {
    /// Empty if it cannot be opened.
    pub(crate) contents: FileContents,
    /// Why it cannot be opened.
    pub(crate) error: Option<Error>,
}

/// Opens each file, as [`collection`] does.
pub(crate) fn datasets(files: &[PathBuf], opening: &Opening<'_>) -> Result<Vec<TriedFile>, Error> {
    if files.is_empty() {
        let embedded = Arc::new(dataset::embedded().map_err(OpenError::from)?);
        let contents = FileContents { datasets: vec![embedded], ..FileContents::default() };
        return Ok(vec![TriedFile { contents, error: None }]);
    }
    stdin_once(files)?;
    each(files.iter().map(|file| whole(file, opening)))
}

/// Collects the results of opening files. Fails if none can be opened, or for an error that is not of one file.
pub(crate) fn each(
    opened: impl Iterator<Item = Result<FileContents, Error>>,
) -> Result<Vec<TriedFile>, Error> {
    let mut files = Vec::new();
    for file in opened {
        files.push(match file {
            Ok(contents) => TriedFile { contents, error: None },
            Err(error) if error.is_of_a_file() => {
                TriedFile { error: Some(error), ..TriedFile::default() }
            }
            Err(error) => return Err(error),
        });
    }
    if files.iter().any(|file| file.error.is_none()) {
        return Ok(files);
    }
    let mut errors: Vec<Error> = files.into_iter().filter_map(|file| file.error).collect();
    match errors.pop() {
        Some(only) if errors.is_empty() => Err(only),
        Some(last) => {
            errors.push(last);
            Err(Error::Unopened(errors))
        }
        None => Ok(Vec::new()),
    }
}

/// Refuses standard input given twice.
pub(crate) fn stdin_once(files: &[PathBuf]) -> Result<(), Error> {
    if files.iter().filter(|file| is_stdin(file)).count() > 1 {
        return Err(Error::InputTwice);
    }
    Ok(())
}

/// Refuses anything but regular files: a server that opens a named pipe would wait for a writer.
pub(crate) fn only_files(files: &[PathBuf]) -> Result<(), Error> {
    let is_other = |file: &&PathBuf| fs::metadata(file).is_ok_and(|metadata| !metadata.is_file());
    match files.iter().find(is_other) {
        Some(file) => Err(Error::NotAFile(shown(file))),
        None => Ok(()),
    }
}

/// Opens one file, as [`collection`] does.
pub(crate) fn whole(file: &Path, opening: &Opening<'_>) -> Result<FileContents, Error> {
    let opened = open(file, opening)?;
    report_unread(file, &opened, opening)?;
    report_hidden(file, &opened, opening)?;
    Ok(opened.into())
}

impl From<Opened> for FileContents {
    fn from(opened: Opened) -> Self {
        let (unread, hidden) = (unread(&opened), hidden::count(&opened));
        let unread_rows = unread_rows::find(&opened);
        let datasets = opened.datasets.into_iter().map(Arc::new).collect();
        Self { datasets, unread, unread_rows, hidden }
    }
}

/// Opens one file, and has its progress shown if it takes long.
pub(crate) fn open(path: &Path, opening: &Opening<'_>) -> Result<Opened, Error> {
    let mut result = None;
    opening.observer.observe(&shown(path), &mut |progress| {
        result = Some(open_with(path, opening.sheet, progress));
    });
    // An observer that does not read opens nothing.
    let opened = result.unwrap_or(Err(Error::Open(OpenError::Cancelled)));
    opened.map_err(|error| with_command(path, error, opening.observer))
}

/// Opens one file, with `progress` for another thread to look at.
pub(crate) fn open_with(
    path: &Path,
    sheet: Option<&str>,
    progress: &Progress,
) -> Result<Opened, Error> {
    if let Some(address) = address(path) {
        return Err(address);
    }
    if is_stdin(path) {
        return Ok(dataset::read_with("-", io::stdin().lock(), sheet, progress)?);
    }
    dataset::open_with(path, sheet, progress).map_err(|error| match error {
        OpenError::Read { error, .. } => unreadable(path, error),
        error => error.into(),
    })
}

/// The error of a file that cannot be read, with the file that may have been meant.
pub(crate) fn unreadable(path: &Path, error: io::Error) -> Error {
    let near = match error.kind() {
        io::ErrorKind::NotFound => file_like(path).map(Near::File),
        _ => None,
    };
    Error::Unreadable { name: shown(path), error, near }
}

/// The same error with the command that may have been meant, if the name of the file that does not exist is near
/// to one.
fn with_command(path: &Path, error: Error, observer: &dyn Observer) -> Error {
    match error {
        Error::Unreadable { name, error, near } => {
            let is_name = |text: &&str| !text.contains(['/', '.']) && !path.exists();
            let name_of_command = path.to_str().filter(is_name);
            let missing = error.kind() == io::ErrorKind::NotFound;
            let command = name_of_command.filter(|_| missing);
            let command = command.and_then(|name| observer.command_like(name));
            Error::Unreadable { name, error, near: command.map(Near::Command).or(near) }
        }
        error => error,
    }
}

/// Reports how many cells of a file could not be read as they are written, and how to see which.
pub(crate) fn report_unread(
    path: &Path,
    opened: &Opened,
    opening: &Opening<'_>,
) -> Result<(), Error> {
    match unread(opened) {
        0 => Ok(()),
        unread => {
            let message = opening.words.cells_unread(unread, &shown(path));
            Ok(opening.observer.report(&message)?)
        }
    }
}

/// Reports what a workbook hides, which was left out.
pub(crate) fn report_hidden(
    path: &Path,
    opened: &Opened,
    opening: &Opening<'_>,
) -> Result<(), Error> {
    let hidden = hidden::count(opened);
    if hidden.is_none() {
        return Ok(());
    }
    let message = opening.words.hidden_in(hidden, &shown(path));
    Ok(opening.observer.report(&message)?)
}

fn unread(opened: &Opened) -> usize {
    // What is outside of every table is only a warning of `check`, but nothing else shows that it is missing.
    let is_unread = |rule: Rule| rule.severity() == Severity::Error || rule == Rule::ValuesOutside;
    let reported = opened.findings.iter().filter(|finding| is_unread(finding.rule())).count();
    let omitted = opened.omitted.0.iter().filter(|(rule, _)| is_unread(*rule));
    reported + omitted.map(|(_, count)| count).sum::<usize>()
}

/// Whether a path means standard input.
pub(crate) fn is_stdin(path: &Path) -> bool {
    path.as_os_str() == "-"
}

/// The error of an address, of the web or of a database, in place of a file.
fn address(path: &Path) -> Option<Error> {
    let text = path.to_str()?;
    let (scheme, rest) = text.split_once("://")?;
    if path.exists() || rest.is_empty() || !scheme.bytes().all(|b| b.is_ascii_alphanumeric()) {
        return None;
    }
    // The user part may have a password.
    let whole = match rest.split_once('@') {
        Some((_, rest)) => format!("{scheme}://…@{rest}"),
        None => text.to_owned(),
    };
    let leads_to = match scheme.to_ascii_lowercase().as_str() {
        "http" | "https" | "ftp" => Address::Web,
        "postgres" | "postgresql" | "mysql" | "sqlite" | "mssql" | "sqlserver" | "oracle" => {
            Address::Database
        }
        _ => Address::Other,
    };
    Some(Error::Address(visible(&whole).into_owned(), leads_to))
}

/// The file in the same folder whose name is nearest to one that does not exist.
fn file_like(path: &Path) -> Option<String> {
    let folder = path.parent().filter(|folder| *folder != Path::new(""));
    let entries = fs::read_dir(folder.unwrap_or(Path::new("."))).ok()?.take(MOST_FILES);
    let names: Vec<_> =
        entries.flatten().filter_map(|file| file.file_name().into_string().ok()).collect();
    // Names of one extension are not alike for that.
    let stem = |name: &'_ str| Path::new(name).file_stem()?.to_str().map(str::to_owned);
    let stems: Vec<String> = names.iter().filter_map(|name| stem(name)).collect();
    let wanted = path.file_stem()?.to_str()?;
    let near = nearest_within(LIKE, wanted, stems.iter().map(String::as_str))?;
    let same = names.iter().filter(|name| stem(name).as_deref() == Some(near));
    let has_extension = |name: &&String| Path::new(name).extension() == path.extension();
    let near = same.max_by_key(has_extension)?;
    Some(shown(&folder.map_or_else(|| PathBuf::from(near), |folder| folder.join(near))))
}

/// A path as it is shown in a message.
pub(crate) fn shown(path: &Path) -> String {
    visible(&path.to_string_lossy()).into_owned()
}
