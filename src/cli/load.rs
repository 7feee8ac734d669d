//! The datasets that a command works on.

use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::error::nearest;
use super::output::Output;
use super::{Ended, Error, manual, waiting};
use crate::dataset::{self, OpenError, Opened, Progress, Severity};
use crate::model::{Collection, Dataset};
use crate::text::safe::visible;

/// Opens the files, `-` being standard input; without any, the embedded dataset. What could not be read
/// of a table is told on standard error, in one line a file. Files that cannot be opened at all are named
/// there and left out, as long as another one can be.
pub(super) fn collection(files: &[PathBuf], sheet: Option<&str>) -> Result<Loaded, Error> {
    let (held, failed) = datasets(files, sheet)?;
    for error in failed.iter().flatten() {
        Output::plain(io::stderr()).print(&format!("chitieu: {error}\n"))?;
    }
    let complete = failed.iter().all(Option::is_none);
    let collection = Collection::new(held.into_iter().flat_map(|held| held.datasets));
    Ok(Loaded { collection, complete })
}

/// What all files hold; nothing where one of them cannot be opened.
#[cfg(feature = "serve")]
pub(super) fn all(files: &[PathBuf], sheet: Option<&str>) -> Result<Collection, Error> {
    let (held, failed) = datasets(files, sheet)?;
    match failed.into_iter().flatten().next() {
        Some(error) => Err(error),
        None => Ok(Collection::new(held.into_iter().flat_map(|held| held.datasets))),
    }
}

/// The datasets of some files.
pub(super) struct Loaded {
    pub(super) collection: Collection,
    /// Whether all files could be opened.
    complete: bool,
}

impl Loaded {
    /// How a command ends that did its work on these files.
    pub(super) fn ended(&self, ended: Ended) -> Ended {
        if self.complete { ended } else { Ended::Incomplete }
    }
}

/// What a file holds, as several collections can hold it.
#[derive(Default)]
pub(super) struct Held {
    pub(super) datasets: Vec<Arc<Dataset>>,
    /// How many of its cells could not be read.
    pub(super) unread: usize,
}

/// What each file holds, nothing where it cannot be opened, and why it cannot.
type Each = (Vec<Held>, Vec<Option<Error>>);

/// What each file holds, opened as by [`collection`].
pub(super) fn datasets(files: &[PathBuf], sheet: Option<&str>) -> Result<Each, Error> {
    if files.is_empty() {
        let embedded = dataset::embedded().map_err(OpenError::from)?;
        return Ok((vec![Held { datasets: vec![Arc::new(embedded)], unread: 0 }], vec![None]));
    }
    stdin_once(files)?;
    each(files.iter().map(|file| whole(file, sheet)))
}

/// Takes what files hold, as long as one of them can be opened.
pub(super) fn each(files: impl Iterator<Item = Result<Held, Error>>) -> Result<Each, Error> {
    let (mut held, mut failed) = (Vec::new(), Vec::new());
    for file in files {
        match file {
            Ok(file) => {
                held.push(file);
                failed.push(None);
            }
            Err(error @ Error::Open(_)) => {
                held.push(Held::default());
                failed.push(Some(error));
            }
            Err(error) => return Err(error),
        }
    }
    if failed.iter().any(Option::is_none) {
        return Ok((held, failed));
    }
    match failed.len() {
        1 => Err(failed.remove(0).unwrap_or_else(|| Error::Usage(String::new()))),
        _ => {
            let all: Vec<String> = failed.iter().flatten().map(Error::to_string).collect();
            Err(Error::Unopened(all.join("\n")))
        }
    }
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
    if let Some(address) = address(path) {
        return Err(address);
    }
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

/// How many places of a file could not be read as they are written, and how to see which.
pub(super) fn tell_unread(path: &Path, opened: &Opened) -> Result<(), Error> {
    let unread = unread(opened);
    if unread == 0 {
        return Ok(());
    }
    let name = shown(path);
    let places = if unread == 1 { "1 place".to_owned() } else { format!("{unread} places") };
    let told = format!(
        "chitieu: {places} of {name} could not be read as written; `chitieu check {name}` names each\n"
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

/// What is given in place of a file and is none: an address of the web or of a database.
fn address(path: &Path) -> Option<Error> {
    let text = path.to_str()?;
    let (scheme, rest) = text.split_once("://")?;
    if path.exists() || rest.is_empty() || !scheme.bytes().all(|b| b.is_ascii_alphanumeric()) {
        return None;
    }
    // A password may be part of it.
    let whole = match rest.split_once('@') {
        Some((_, rest)) => format!("{scheme}://…@{rest}"),
        None => text.to_owned(),
    };
    let what = match scheme.to_ascii_lowercase().as_str() {
        "http" | "https" | "ftp" => {
            "an address of the web; download it first and open the file: \
             curl -L -o FILE ADDRESS, or curl -L ADDRESS | chitieu list -"
        }
        "postgres" | "postgresql" | "mysql" | "sqlite" | "mssql" | "sqlserver" | "oracle" => {
            "the address of a database, which is not read; export the table as CSV: \
             psql -c '\\copy TABLE TO FILE.csv CSV HEADER'"
        }
        _ => "an address, not a file; give the path of a file",
    };
    Some(OpenError::NoFile { name: visible(&whole).into_owned(), what }.into())
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
