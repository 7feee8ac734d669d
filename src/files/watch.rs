//! Watches files for changes. It watches their folders, since an editor may replace a file when it saves it, and
//! filters the events by the names of the files and of the symbolic links that lead to them.

use std::collections::{BTreeSet, HashSet};
use std::ffi::OsString;
use std::fs;
use std::path::{self, Path, PathBuf};

use notify::{Event, EventKind, RecommendedWatcher, RecursiveMode, Watcher};

/// The most symbolic links that are followed; every system follows fewer.
const LINKS: usize = 64;

/// The folders that are watched, and the names that matter in them.
#[derive(Debug, Default)]
struct WatchedNames {
    folders: BTreeSet<PathBuf>,
    names: HashSet<OsString>,
}

/// Calls `changed` for each change, as long as the returned watcher is kept. Returns none where the system cannot
/// watch files; the user can still reload by hand.
pub(super) fn watch(
    files: &[PathBuf],
    changed: impl Fn() + Send + 'static,
) -> Option<RecommendedWatcher> {
    let watched = WatchedNames::of(files);
    let folders = watched.folders.clone();
    let on_event = move |event: notify::Result<Event>| {
        if event.map_or(true, |event| watched.matches(&event)) {
            changed();
        }
    };
    let mut watcher = notify::recommended_watcher(on_event).ok()?;
    for folder in folders {
        let _unwatched = watcher.watch(&folder, RecursiveMode::NonRecursive);
    }
    Some(watcher)
}

impl WatchedNames {
    fn of(files: &[PathBuf]) -> Self {
        let mut watched = Self::default();
        for file in files {
            watched.add(file);
        }
        watched
    }

    /// Adds a file and every symbolic link on the way to it.
    fn add(&mut self, file: &Path) {
        // A file system that ignores case reports the name as it is on the disk.
        if let Ok(real) = fs::canonicalize(file) {
            self.names.extend(real.file_name().map(OsString::from));
        }
        let mut at = file.to_owned();
        for _ in 0..LINKS {
            self.names.extend(at.file_name().map(OsString::from));
            self.folders.extend(path::absolute(folder(&at)));
            let Ok(target) = fs::read_link(&at) else { break };
            // A folder in the target may be a link as well.
            self.names.extend(target.iter().map(OsString::from));
            at = folder(&at).join(target);
        }
    }

    fn matches(&self, event: &Event) -> bool {
        // Reading a file is an event too. An event without paths means that events were lost.
        let concerns = |path: &PathBuf| {
            path.file_name().is_some_and(|name| self.names.contains(name))
                || self.folders.contains(path)
        };
        !matches!(event.kind, EventKind::Access(_))
            && (event.paths.is_empty() || event.paths.iter().any(concerns))
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
    fn reports_changes_of_the_watched_files_only() {
        let folder = tempfile::tempdir().unwrap();
        let [file, other] = ["x.csv", "y.csv"].map(|name| folder.path().join(name));
        fs::write(&file, "1").unwrap();
        let (to, changes) = mpsc::channel();
        let changed = move || to.send(()).unwrap_or_default();
        let _watcher = watch(std::slice::from_ref(&file), changed).unwrap();

        fs::write(&other, "2").unwrap();
        fs::read(&file).unwrap();
        assert!(changes.recv_timeout(Duration::from_millis(200)).is_err());
        fs::rename(&other, &file).unwrap();
        assert!(changes.recv_timeout(Duration::from_secs(20)).is_ok());
    }
}
