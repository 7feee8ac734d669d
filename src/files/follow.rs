//! Keeps a running explorer to its files, by a thread of its own: tells what is left of large ones while
//! their first rows are shown, and what all of them hold when they change, or when the user wants them read.

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

/// Whoever saves a file often does it in several steps; it is read when they are over.
const SETTLED: Duration = Duration::from_millis(100);

/// How long the steps are waited for: some files are written all the time.
const LONGEST: Duration = Duration::from_secs(1);

/// How soon after the first rows it is told how far the others are.
const SOON: Duration = Duration::from_millis(100);

/// Why files are to be looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Cause {
    /// Something happened to one of them.
    Changed,
    /// The user wants it.
    Asked,
}

/// Tells news. Returns whether anybody still listens.
type Telling<'a> = dyn Fn(DataUpdate) -> bool + Sync + 'a;

/// Reads files whenever there is cause to, in a thread of its own, until nobody listens any more.
pub(crate) fn follow(files: OpenFiles, causes: (Sender<Cause>, Receiver<Cause>), to: Messenger) {
    thread::spawn(move || keep(files, causes, &|news| to.send(news)));
}

/// Reads files whenever there is cause to, until nobody listens any more.
fn keep(mut files: OpenFiles, causes: (Sender<Cause>, Receiver<Cause>), tell: &Telling<'_>) {
    let (changed, causes) = causes;
    if files.are_begun() && !read_on(&mut files, tell) {
        return;
    }
    let mut asked = false;
    loop {
        let changed = changed.clone();
        let hear = move || changed.send(Cause::Changed).unwrap_or_default();
        // Anew each time, as a link may lead elsewhere now; and begun before the files are looked at, so
        // that what was written meanwhile is not missed.
        let _watcher = watch::watch(files.paths(), hear);
        if !read_again(&mut files, asked).into_iter().all(tell) {
            return;
        }
        let Ok(cause) = causes.recv() else { return };
        asked = settle(&causes, cause);
    }
}

/// Reads what was only begun. Returns whether anybody still listens.
fn read_on(files: &mut OpenFiles, tell: &Telling<'_>) -> bool {
    files.read_on(|read| {
        let progress = Progress::default();
        let look = || {
            if !tell(DataUpdate::Reading(progress.percent().unwrap_or(0))) {
                progress.end();
            }
        };
        observe_while(SOON, look, || read(&progress)).0
    });
    let shared = Arc::new(files.shared());
    let told = tell(DataUpdate::Whole(shared.clone()));
    // The first letter that is searched for does not wait for it.
    let _made = shared.index();
    told
}

/// Reads again what was written since, or, if the user asked, everything.
fn read_again(files: &mut OpenFiles, asked: bool) -> Vec<DataUpdate> {
    let was_broken = files.complaint().is_some();
    let changed = files.read_again(asked);
    let mut news = Vec::new();
    if changed {
        let shared = files.shared();
        // The next letter that is searched for does not wait for it.
        let _made = shared.index();
        news.push(DataUpdate::Data(Arc::new(shared)));
    }
    if let Some(complaint) = files.complaint() {
        news.push(DataUpdate::Broken(complaint));
    } else if !changed && (asked || was_broken) {
        news.push(DataUpdate::Unchanged);
    }
    news
}

/// Waits until there are no more causes for a while. Returns whether the user was one of them.
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
    fn what_was_written_before_they_are_watched_is_read() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("x.csv");
        fs::write(&file, "Chỉ tiêu;ĐVT;TH 2024\nTrồng rừng;ha;11\n").unwrap();
        let files = OpenFiles::open(std::slice::from_ref(&file), &SILENT).unwrap();
        fs::write(&file, "Chỉ tiêu;ĐVT;TH 2024\nTrồng rừng;ha;1100\n").unwrap();
        let (told, news) = mpsc::channel();
        thread::spawn(move || keep(files, mpsc::channel(), &|news| told.send(news).is_ok()));
        let news = news.recv_timeout(Duration::from_secs(20));
        assert!(matches!(news, Ok(DataUpdate::Data(_))), "{news:?}");
    }

    #[test]
    fn causes_that_never_end_are_not_waited_for() {
        let (cause, causes) = mpsc::channel();
        let never = thread::spawn(move || {
            let begun = Instant::now();
            while begun.elapsed() < LONGEST * 10 && cause.send(Cause::Changed).is_ok() {
                thread::sleep(Duration::from_millis(1));
            }
        });
        assert!(settle(&causes, Cause::Asked));
        assert!(!never.is_finished(), "it was heard out");
    }
}
