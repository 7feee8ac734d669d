//! The datasets that a command works on.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::arguments::Options;
use super::error::{Near, nearest};
use super::output::{self, Output};
use super::{Error, manual, waiting};
use crate::dataset::{self, OpenError, Opened, Progress, Severity};
use crate::model::{Collection, Dataset};
use crate::text::safe::visible;
use crate::ui::Words;

/// How many files of a folder are compared with the name of one that does not exist.
const MOST_FILES: usize = 1000;

/// Opens the files, `-` being standard input; without any, the embedded dataset. What could not be read
/// of a table is told on standard error, in one line a file.
pub(super) fn collection(files: &[PathBuf], options: &Options) -> Result<Collection, Error> {
    let held = datasets(files, options)?.into_iter();
    Ok(Collection::new(held.flat_map(|held| held.datasets)))
}

/// What a file holds, as several collections can hold it.
pub(super) struct Held {
    pub(super) datasets: Vec<Arc<Dataset>>,
    /// How many of its cells could not be read.
    pub(super) unread: usize,
}

/// What each file holds, opened as by [`collection`].
pub(super) fn datasets(files: &[PathBuf], options: &Options) -> Result<Vec<Held>, Error> {
    if files.is_empty() {
        let embedded = dataset::embedded().map_err(OpenError::from)?;
        return Ok(vec![Held { datasets: vec![Arc::new(embedded)], unread: 0 }]);
    }
    stdin_once(files)?;
    files.iter().map(|file| whole(file, options)).collect()
}

/// Refuses standard input given twice.
pub(super) fn stdin_once(files: &[PathBuf]) -> Result<(), Error> {
    if files.iter().filter(|file| is_stdin(file)).count() > 1 {
        return Err(Error::InputTwice);
    }
    Ok(())
}

/// Refuses what is no regular file: a server that opens a named pipe waits for who writes to it.
pub(super) fn only_files(files: &[PathBuf]) -> Result<(), Error> {
    let is_other = |file: &&PathBuf| fs::metadata(file).is_ok_and(|told| !told.is_file());
    match files.iter().find(is_other) {
        Some(file) => Err(Error::NotAFile(shown(file))),
        None => Ok(()),
    }
}

/// What one file holds, opened as by [`collection`].
pub(super) fn whole(file: &Path, options: &Options) -> Result<Held, Error> {
    let opened = open(file, options.sheet.as_deref())?;
    tell_unread(file, &opened, output::words(options))?;
    Ok(opened.into())
}

impl From<Opened> for Held {
    fn from(opened: Opened) -> Self {
        let unread = unread(&opened);
        Self { datasets: opened.datasets.into_iter().map(Arc::new).collect(), unread }
    }
}

/// Opens one file, and says how far that is if it takes long.
pub(super) fn open(path: &Path, sheet: Option<&str>) -> Result<Opened, Error> {
    waiting::told(&shown(path), |progress| open_with(path, sheet, progress))
}

/// Opens one file for someone who looks on.
pub(super) fn open_with(
    path: &Path,
    sheet: Option<&str>,
    progress: &Progress,
) -> Result<Opened, Error> {
    if is_stdin(path) {
        return Ok(dataset::read_with("-", io::stdin().lock(), sheet, progress)?);
    }
    dataset::open_with(path, sheet, progress).map_err(|error| match error {
        OpenError::Read { error, .. } => unreadable(path, error),
        error => error.into(),
    })
}

/// That a file cannot be read, and what may have been meant.
pub(super) fn unreadable(path: &Path, error: io::Error) -> Error {
    let near = if error.kind() == io::ErrorKind::NotFound {
        command_like(path).map(Near::Command).or_else(|| file_like(path).map(Near::File))
    } else {
        None
    };
    Error::Unreadable { name: shown(path), error, near }
}

/// How many cells could not be read, and how to see which.
pub(super) fn tell_unread(path: &Path, opened: &Opened, words: Words) -> Result<(), Error> {
    let unread = unread(opened);
    if unread == 0 {
        return Ok(());
    }
    let said = words.cells_unread(unread, &shown(path));
    Output::plain(io::stderr()).print(&format!("chitieu: {said}\n"))
}

fn unread(opened: &Opened) -> usize {
    let told = opened.findings.iter().filter(|f| f.rule.severity() == Severity::Error).count();
    told + opened.untold.count(Severity::Error)
}

/// Whether a path stands for standard input.
pub(super) fn is_stdin(path: &Path) -> bool {
    path.as_os_str() == "-"
}

/// The command that someone may have meant by the name of a file that does not exist.
fn command_like(path: &Path) -> Option<String> {
    let name = path.to_str().filter(|name| !name.contains(['/', '.']) && !path.exists())?;
    nearest(name, manual::commands().iter().map(String::as_str)).map(str::to_owned)
}

/// The file beside one that does not exist, whose name is nearest to it.
fn file_like(path: &Path) -> Option<String> {
    let folder = path.parent().filter(|folder| *folder != Path::new(""));
    let beside = fs::read_dir(folder.unwrap_or(Path::new("."))).ok()?.take(MOST_FILES);
    let names: Vec<_> =
        beside.flatten().filter_map(|file| file.file_name().into_string().ok()).collect();
    let near = nearest(path.file_name()?.to_str()?, names.iter().map(String::as_str))?;
    Some(shown(&folder.map_or_else(|| PathBuf::from(near), |folder| folder.join(near))))
}

/// A path as it is shown in a message.
pub(super) fn shown(path: &Path) -> String {
    visible(&path.to_string_lossy()).into_owned()
}
