//! The datasets that a command works on.

use std::io;
use std::path::{Path, PathBuf};

use super::Error;
use super::error::nearest;
use crate::dataset::{self, OpenError};
use crate::model::{Collection, Dataset};
use crate::text::safe::visible;

/// Opens the files, `-` being standard input; without any, the embedded dataset.
pub(super) fn collection(files: &[PathBuf]) -> Result<Collection, Error> {
    if files.is_empty() {
        let embedded = dataset::embedded().map_err(OpenError::from)?;
        return Ok(Collection::new(vec![embedded]));
    }
    if files.iter().filter(|file| is_stdin(file)).count() > 1 {
        return Err(Error::Usage("standard input (-) can be read only once".to_owned()));
    }
    let datasets = files.iter().map(|file| open(file)).collect::<Result<_, _>>()?;
    Ok(Collection::new(datasets))
}

/// Whether a path stands for standard input.
pub(super) fn is_stdin(path: &Path) -> bool {
    path.as_os_str() == "-"
}

fn open(path: &Path) -> Result<Dataset, Error> {
    if is_stdin(path) {
        return Ok(dataset::read("-", io::stdin().lock())?);
    }
    dataset::open(path).map_err(|error| match (&error, command_like(path)) {
        (OpenError::Read { .. }, Some(command)) => {
            Error::Usage(format!("{error}; did you mean the command `{command}`?"))
        }
        _ => error.into(),
    })
}

/// The command that someone may have meant by the name of a file that does not exist.
fn command_like(path: &Path) -> Option<&'static str> {
    let name = path.to_str().filter(|name| !name.contains(['/', '.']))?;
    let commands = ["list", "search", "show", "serve", "help"];
    (!path.exists()).then(|| nearest(name, commands.into_iter())).flatten()
}

/// A path as it is shown in a message.
pub(super) fn shown(path: &Path) -> String {
    visible(&path.to_string_lossy()).into_owned()
}
