//! Keeps a running explorer up to date with its files, in a thread of its own: reads the rest of large files while
//! their first rows are shown, and reads files again when they change or when the user asks for it.

use std::sync::Arc;
use std::sync::mpsc::{Receiver, Sender};
use std::thread;
use std::time::{Duration, Instant};

use super::observer::observe_while;
use super::open_files::OpenFiles;
use super::watch;
use crate::app::DataUpdate;
use crate::dataset::Progress;
use crate::terminal::Messenger;

/// How long no further change must come before files are read: many programs save a file in several steps.
const SETTLED: Duration = Duration::from_millis(100);

/// The longest wait for changes to end: some files are written all the time.
const LONGEST: Duration = Duration::from_secs(1);

/// How soon after the first rows the progress is reported.
const SOON: Duration = Duration::from_millis(100);

/// Why files are read again.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Cause {
    /// One of them changed.
    Changed,
    /// The user asked for it.
    Asked,
}

/// The causes to read files again: where they arrive, and where others are added.
pub(crate) struct Causes {
    pub(crate) sender: Sender<Cause>,
    pub(crate) receiver: Receiver<Cause>,
}

/// Sends an update to the explorer. Returns whether the explorer still receives.
type Sink<'a> = dyn Fn(DataUpdate) -> bool + Sync + 'a;

/// Starts the thread. It ends when the explorer does.
pub(crate) fn follow(files: OpenFiles, causes: Causes, to: Messenger) {
    thread::spawn(move || keep(files, causes, &|update| to.send(update)));
}

/// Reads files whenever there is a cause, until the explorer no longer receives.
fn keep(mut files: OpenFiles, causes: Causes, send: &Sink<'_>) {
    let Causes { sender: changed, receiver: causes } = causes;
    if files.are_partial() && !read_on(&mut files, send) {
        return;
    }
    let mut asked = false;
    loop {
        let changed = changed.clone();
        let on_change = move || changed.send(Cause::Changed).unwrap_or_default();
        // A new watcher each time, since a link may lead elsewhere now; and before the files are read, so that no
        // change is missed.
        let _watcher = watch::watch(&files.paths(), on_change);
        if !read_again(&mut files, asked).into_iter().all(send) {
            return;
        }
        let Ok(cause) = causes.recv() else { return };
        asked = settle(&causes, cause);
    }
}

/// Reads the rest of files whose first rows are shown. Returns whether the explorer still receives.
fn read_on(files: &mut OpenFiles, send: &Sink<'_>) -> bool {
    files.read_on(|read| {
        let progress = Progress::default();
        let look = || {
            if !send(DataUpdate::Progress(progress.percent().unwrap_or(0))) {
                progress.cancel();
            }
        };
        observe_while(SOON, look, || read(&progress)).0
    });
    let shared = Arc::new(files.shared());
    let received = send(DataUpdate::Complete(shared.clone()));
    // Made here, so that the first key of a search does not wait for the index.
    let _made = shared.index();
    received
}

/// Reads the files again that were written since, or all if the user asked.
fn read_again(files: &mut OpenFiles, asked: bool) -> Vec<DataUpdate> {
    let was_broken = files.errors().is_some();
    let changed = files.read_again(asked);
    let mut updates = Vec::new();
    if changed {
        let shared = files.shared();
        // Made here, so that the next key of a search does not wait for the index.
        let _made = shared.index();
        updates.push(DataUpdate::Reloaded(Arc::new(shared)));
    }
    if let Some(error) = files.errors() {
        updates.push(DataUpdate::Failed(error));
    } else if !changed && (asked || was_broken) {
        updates.push(DataUpdate::Unchanged);
    }
    updates
}

/// Waits until no more causes come. Returns whether the user asked.
fn settle(causes: &Receiver<Cause>, first: Cause) -> bool {
    let end = Instant::now() + LONGEST;
    let mut asked = first == Cause::Asked;
    while let Ok(cause) = causes.recv_timeout(SETTLED) {
        asked |= cause == Cause::Asked;
        if Instant::now() >= end {
            break;
        }
    }
    asked
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::sync::mpsc;

    use super::*;
    use crate::files::observer::tests::SILENT;

    #[test]
    fn reads_what_was_written_before_the_watcher_started() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("x.csv");
        fs::write(&file, "Chỉ tiêu;ĐVT;TH 2024\nTrồng rừng;ha;11\n").unwrap();
        let files = OpenFiles::open(std::slice::from_ref(&file), &SILENT).unwrap();
        fs::write(&file, "Chỉ tiêu;ĐVT;TH 2024\nTrồng rừng;ha;1100\n").unwrap();
        let (to, updates) = mpsc::channel();
        let (sender, receiver) = mpsc::channel();
        let causes = Causes { sender, receiver };
        thread::spawn(move || keep(files, causes, &|update| to.send(update).is_ok()));
        let update = updates.recv_timeout(Duration::from_secs(20));
        assert!(matches!(update, Ok(DataUpdate::Reloaded(_))), "{update:?}");
    }

    #[test]
    fn does_not_wait_for_changes_that_never_end() {
        let (cause, causes) = mpsc::channel();
        let never = thread::spawn(move || {
            let begun = Instant::now();
            while begun.elapsed() < LONGEST * 10 && cause.send(Cause::Changed).is_ok() {
                thread::sleep(Duration::from_millis(1));
            }
        });
        assert!(settle(&causes, Cause::Asked));
        assert!(!never.is_finished(), "it waited for all of them");
    }
}
