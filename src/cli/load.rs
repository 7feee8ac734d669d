//! The datasets that a command works on.

use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::error::nearest;
use super::output::Output;
use super::{Error, manual, waiting};
use crate::dataset::{self, OpenError, Opened, Progress, Severity};
use crate::model::{Collection, Dataset};
use crate::text::safe::visible;

/// Opens the files, `-` being standard input; without any, the embedded dataset. What could not be read
/// of a table is told on standard error, in one line a file.
pub(super) fn collection(files: &[PathBuf], sheet: Option<&str>) -> Result<Collection, Error> {
    let held = datasets(files, sheet)?.into_iter();
    Ok(Collection::new(held.flat_map(|held| held.datasets)))
}

/// What a file holds, as several collections can hold it.
pub(super) struct Held {
    pub(super) datasets: Vec<Arc<Dataset>>,
    /// How many of its cells could not be read.
    pub(super) unread: usize,
}

/// What each file holds, opened as by [`collection`].
pub(super) fn datasets(files: &[PathBuf], sheet: Option<&str>) -> Result<Vec<Held>, Error> {
    if files.is_empty() {
        let embedded = dataset::embedded().map_err(OpenError::from)?;
        return Ok(vec![Held { datasets: vec![Arc::new(embedded)], unread: 0 }]);
    }
    stdin_once(files)?;
    files.iter().map(|file| whole(file, sheet)).collect()
}

/// Refuses standard input given twice.
pub(super) fn stdin_once(files: &[PathBuf]) -> Result<(), Error> {
    if files.iter().filter(|file| is_stdin(file)).count() > 1 {
        return Err(Error::Usage("standard input (-) can be read only once".to_owned()));
    }
    Ok(())
}

/// What one file holds, opened as by [`collection`].
pub(super) fn whole(file: &Path, sheet: Option<&str>) -> Result<Held, Error> {
    let opened = open(file, sheet)?;
    tell_unread(file, &opened)?;
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
    dataset::open_with(path, sheet, progress).map_err(|error| match (&error, command_like(path)) {
        (OpenError::Read { .. }, Some(command)) => {
            Error::Usage(format!("{error}; did you mean the command `{command}`?"))
        }
        _ => error.into(),
    })
}

/// How many cells could not be read, and how to see which.
pub(super) fn tell_unread(path: &Path, opened: &Opened) -> Result<(), Error> {
    let unread = unread(opened);
    if unread == 0 {
        return Ok(());
    }
    let name = shown(path);
    let cells = if unread == 1 { "1 cell".to_owned() } else { format!("{unread} cells") };
    let told = format!(
        "chitieu: {cells} of {name} could not be read and stand as text; `chitieu check {name}` tells which\n"
    );
    Output::plain(io::stderr()).print(&told)
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

/// A path as it is shown in a message.
pub(super) fn shown(path: &Path) -> String {
    visible(&path.to_string_lossy()).into_owned()
}
