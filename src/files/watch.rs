//! Hears of changes to files. Their folders are watched, as whoever saves a file may put a new one in its
//! place; of what happens there only what befalls the files counts, or a link on the way to one.

use std::collections::{BTreeSet, HashSet};
use std::ffi::OsString;
use std::fs;
use std::path::{self, Path, PathBuf};

use notify::{Event, EventKind, RecommendedWatcher, RecursiveMode, Watcher};

/// More links than any system follows.
const LINKS: usize = 64;

/// Where files are watched, and for what.
#[derive(Debug, Default)]
struct Places {
    folders: BTreeSet<PathBuf>,
    names: HashSet<OsString>,
}

/// Has changes told for as long as what it returns is kept. Where the system cannot tell them, the user
/// still can ask.
pub(super) fn watch(
    files: &[PathBuf],
    changed: impl Fn() + Send + 'static,
) -> Option<RecommendedWatcher> {
    let places = Places::of(files);
    let folders = places.folders.clone();
    let tell = move |event: notify::Result<Event>| {
        if event.map_or(true, |event| places.are_meant_by(&event)) {
            changed();
        }
    };
    let mut watcher = notify::recommended_watcher(tell).ok()?;
    for folder in folders {
        let _unwatched = watcher.watch(&folder, RecursiveMode::NonRecursive);
    }
    Some(watcher)
}

impl Places {
    fn of(files: &[PathBuf]) -> Self {
        let mut places = Self::default();
        for file in files {
            places.add(file);
        }
        places
    }

    /// Adds a file, and what links lead to it by way of.
    fn add(&mut self, file: &Path) {
        // A system that takes names for the same though they are written otherwise tells the one on the disk.
        if let Ok(real) = fs::canonicalize(file) {
            self.names.extend(real.file_name().map(OsString::from));
        }
        let mut at = file.to_owned();
        for _ in 0..LINKS {
            self.names.extend(at.file_name().map(OsString::from));
            self.folders.extend(path::absolute(folder(&at)));
            let Ok(target) = fs::read_link(&at) else { break };
            // A folder on the way may be a link itself.
            self.names.extend(target.iter().map(OsString::from));
            at = folder(&at).join(target);
        }
    }

    fn are_meant_by(&self, event: &Event) -> bool {
        // Reading a file is an event as well; one without paths says that some were lost.
        let befalls = |path: &PathBuf| {
            path.file_name().is_some_and(|name| self.names.contains(name))
                || self.folders.contains(path)
        };
        !matches!(event.kind, EventKind::Access(_))
            && (event.paths.is_empty() || event.paths.iter().any(befalls))
    }
}

fn folder(path: &Path) -> &Path {
    match path.parent() {
        Some(parent) if parent != Path::new("") => parent,
        _ => Path::new("."),
    }
}

#[cfg(test)]
mod tests {
    use std::sync::mpsc;
    use std::time::Duration;

    use super::*;

    #[test]
    fn only_what_befalls_the_files_is_heard() {
        let folder = tempfile::tempdir().unwrap();
        let [file, beside] = ["x.csv", "y.csv"].map(|name| folder.path().join(name));
        fs::write(&file, "1").unwrap();
        let (to, heard) = mpsc::channel();
        let changed = move || to.send(()).unwrap_or_default();
        let _watcher = watch(std::slice::from_ref(&file), changed).unwrap();

        fs::write(&beside, "2").unwrap();
        fs::read(&file).unwrap();
        assert!(heard.recv_timeout(Duration::from_millis(200)).is_err());
        fs::rename(&beside, &file).unwrap();
        assert!(heard.recv_timeout(Duration::from_secs(20)).is_ok());
    }
}
