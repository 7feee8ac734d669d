//! The files of an explorer and what they hold: of a large table its first rows at first, of a file that
//! changed what is in it now. What one of them held stays as long as it holds nothing better.

use std::fs;
use std::os::unix::fs::MetadataExt;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, SystemTime};

use super::error::Error;
use super::load::{self, FileContents};
use super::observer::Opening;
use crate::app::Catalog;
use crate::dataset::{self, Opened, Progress};
use crate::model::Collection;
use crate::ui::Words;

/// Longer than the clock stands still by which a system tells when a file was written.
const TICK: Duration = Duration::from_millis(100);

/// What comes of reading a file.
type ReadOutcome = Result<Opened, Error>;

/// Files, and what they held when they were read last.
pub(crate) struct OpenFiles {
    paths: Vec<PathBuf>,
    sheet: Option<String>,
    words: Words,
    held: Vec<FileContents>,
    stamps: Vec<Option<Stamp>>,
    /// Those that can be read more than once: what came through a pipe is gone.
    lasting: Vec<bool>,
    /// Of which only the first rows are held.
    begun: Vec<bool>,
    /// Why one could not be read again.
    broken: Vec<Option<String>>,
}

/// What tells that a file was written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Stamp {
    /// Another file may take its place.
    number: u64,
    written: Option<SystemTime>,
    bytes: u64,
}

impl OpenFiles {
    /// Opens the files.
    pub(crate) fn open(paths: &[PathBuf], opening: &Opening<'_>) -> Result<Self, Error> {
        // Taken before they are read: a file that is written meanwhile is read again.
        let stamps = paths.iter().map(|path| Stamp::before_reading(path)).collect();
        let held = load::datasets(paths, opening)?;
        Ok(Self::holding(paths, opening, held, stamps))
    }

    /// Opens the files, of large tables only their first rows, so that there is something to show at once.
    pub(crate) fn begin(paths: &[PathBuf], opening: &Opening<'_>) -> Result<Self, Error> {
        load::stdin_once(paths)?;
        // A sheet is one of a workbook, which has no first rows to be read by themselves.
        let is_whole = |path: &Path| opening.sheet.is_some() || load::is_stdin(path);
        let head = |path: &PathBuf| if is_whole(path) { None } else { dataset::head(path) };
        let heads: Vec<_> = paths.iter().map(head).collect();
        if heads.iter().all(Option::is_none) {
            return Self::open(paths, opening);
        }
        let stamps = paths.iter().map(|path| Stamp::before_reading(path)).collect();
        let begun = heads.iter().map(Option::is_some).collect();
        let one = |(path, head): (&PathBuf, Option<_>)| match head {
            Some(head) => Ok(FileContents::from(head)),
            None => load::whole(path, opening),
        };
        let held = load::each(paths.iter().zip(heads).map(one))?;
        Ok(Self { begun, ..Self::holding(paths, opening, held, stamps) })
    }

    fn holding(
        paths: &[PathBuf],
        opening: &Opening<'_>,
        (held, failed): (Vec<FileContents>, Vec<Option<Error>>),
        stamps: Vec<Option<Stamp>>,
    ) -> Self {
        let count = paths.len();
        let (paths, sheet) = (paths.to_vec(), opening.sheet.map(str::to_owned));
        let words = opening.words;
        // The embedded dataset has no path, and cannot fail.
        let broken = failed.iter().map(|error| Some(error.as_ref()?.text(words))).collect();
        let lasting = paths.iter().map(|path| is_lasting(path)).collect();
        Self { paths, sheet, words, held, stamps, lasting, begun: vec![false; count], broken }
    }

    /// Whether there are files of which only the first rows are held.
    pub(crate) fn are_begun(&self) -> bool {
        self.begun.contains(&true)
    }

    /// What they held when they were read last.
    fn collection(&self) -> Collection {
        Collection::new(self.held.iter().flat_map(|held| &held.datasets).cloned())
    }

    /// How many of their cells could not be read.
    fn unread(&self) -> usize {
        self.held.iter().map(|held| held.unread).sum()
    }

    /// What they held when they were read last, to be shared by visits.
    pub(crate) fn shared(&self) -> Catalog {
        let hidden = self.held.iter().map(|held| held.hidden).sum();
        Catalog::new(self.collection()).with_unread(self.unread()).with_hidden(hidden)
    }

    /// Whether there is any that can be read again; what is embedded cannot.
    pub(crate) fn can_be_read_again(&self) -> bool {
        self.lasting.contains(&true)
    }

    /// Where they are.
    pub(crate) fn paths(&self) -> &[PathBuf] {
        &self.paths
    }

    /// Reads what was only begun; `reading` has each file read, for someone who looks on.
    pub(crate) fn read_on(
        &mut self,
        reading: impl Fn(&dyn Fn(&Progress) -> ReadOutcome) -> ReadOutcome,
    ) {
        for at in 0..self.paths.len() {
            if !std::mem::take(&mut self.begun[at]) {
                continue;
            }
            let read = |progress: &Progress| {
                load::open_with(&self.paths[at], self.sheet.as_deref(), progress)
            };
            match reading(&read) {
                Ok(opened) => self.held[at] = opened.into(),
                Err(error) => self.broken[at] = Some(error.text(self.words)),
            }
        }
    }

    /// Reads again what was written since, or, if `all`, everything. Returns whether anything is else now.
    pub(crate) fn read_again(&mut self, all: bool) -> bool {
        let mut changed = false;
        for at in 0..self.paths.len() {
            let path = &self.paths[at];
            // A file that is missing has no stamp, as one that was written just before it was read.
            let same = Stamp::of(path).is_some_and(|stamp| self.stamps[at] == Some(stamp));
            if !self.lasting[at] || same && !all {
                continue;
            }
            self.stamps[at] = Stamp::before_reading(path);
            // Who opens a named pipe that took its place may wait for ever.
            let read = load::only_files(std::slice::from_ref(path))
                .and_then(|()| load::open_with(path, self.sheet.as_deref(), &Progress::default()));
            match read {
                Ok(opened) => {
                    changed |= self.take(at, opened.into());
                    self.broken[at] = None;
                }
                Err(error) => self.broken[at] = Some(error.text(self.words)),
            }
        }
        changed
    }

    /// What is wrong with files that could not be read.
    pub(crate) fn complaint(&self) -> Option<Arc<str>> {
        let broken: Vec<&str> = self.broken.iter().flatten().map(String::as_str).collect();
        (!broken.is_empty()).then(|| broken.join("\n").into())
    }

    /// Takes over what a file holds now. Returns whether that is anything else.
    fn take(&mut self, at: usize, held: FileContents) -> bool {
        let changed = self.held[at].datasets != held.datasets;
        if changed {
            self.held[at] = held;
        }
        changed
    }
}

impl Stamp {
    fn of(path: &Path) -> Option<Self> {
        let told = fs::metadata(path).ok()?;
        Some(Self { number: told.ino(), written: told.modified().ok(), bytes: told.len() })
    }

    /// That of a file which is about to be read, if it tells when that is written again: the next time may
    /// be the same as the last by the clock of the file system.
    fn before_reading(path: &Path) -> Option<Self> {
        let is_past = |time: &SystemTime| time.elapsed().is_ok_and(|since| since > TICK);
        Self::of(path).filter(|stamp| stamp.written.as_ref().is_some_and(is_past))
    }
}

/// Whether a file can be read more than once: what came through a pipe is gone, and who opens one again may
/// wait for ever.
fn is_lasting(path: &Path) -> bool {
    // One that is not there may come back.
    !load::is_stdin(path) && fs::metadata(path).map_or(true, |told| told.is_file())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::files::observer::tests::SILENT;

    /// A file of one figure, with what it was opened as.
    fn opened(figure: &str) -> (tempfile::TempDir, PathBuf, OpenFiles) {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("x.csv");
        fs::write(&file, table(figure)).unwrap();
        let files = OpenFiles::open(std::slice::from_ref(&file), &SILENT).unwrap();
        (folder, file, files)
    }

    fn table(figure: &str) -> String {
        format!("Chỉ tiêu;ĐVT;TH 2024\nTrồng rừng;ha;{figure}\n")
    }

    /// Has a file written at a time, as a clock tells that ticks seldom.
    fn date(file: &Path, time: SystemTime) {
        fs::File::options().append(true).open(file).unwrap().set_modified(time).unwrap();
    }

    #[test]
    fn what_is_written_twice_in_one_tick_of_the_clock_is_read_twice() {
        let (_folder, file, mut files) = opened("11");
        let tick = fs::metadata(&file).unwrap().modified().unwrap();
        fs::write(&file, table("12")).unwrap();
        date(&file, tick);
        assert!(files.read_again(false));
    }

    #[test]
    fn a_file_that_is_deleted_just_after_it_was_written_is_missed() {
        let (_folder, file, mut files) = opened("11");
        fs::remove_file(&file).unwrap();
        assert!(!files.read_again(false));
        assert!(files.complaint().is_some_and(|complaint| complaint.contains("x.csv")));
    }

    #[test]
    fn another_file_of_the_same_age_and_length_is_another_file() {
        let (folder, file, _) = opened("11");
        let before = SystemTime::now() - Duration::from_secs(3600);
        date(&file, before);
        let mut files = OpenFiles::open(std::slice::from_ref(&file), &SILENT).unwrap();
        assert!(!files.read_again(false));
        let other = folder.path().join("y.csv");
        fs::write(&other, table("12")).unwrap();
        date(&other, before);
        fs::rename(&other, &file).unwrap();
        assert!(files.read_again(false));
    }
}
