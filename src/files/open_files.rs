//! The open files of an explorer and their contents. A large table is opened with its first rows; a file that
//! changed is read again, and if that fails its former contents stay.

use std::fs;
use std::os::unix::fs::MetadataExt;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, SystemTime};

use super::error::Error;
use super::load::{self, FileContents, TriedFile};
use super::observer::Opening;
use crate::app::{Catalog, LoadError};
use crate::dataset::{self, Opened, Progress};
use crate::model::{Collection, Dataset};
use crate::ui::Words;

/// Longer than the resolution of the modification times of files.
const TICK: Duration = Duration::from_millis(100);

/// The result of reading a file.
type ReadOutcome = Result<Opened, Error>;

/// Files, and their contents when they were last read.
pub(crate) struct OpenFiles {
    paths: Vec<PathBuf>,
    sheet: Option<String>,
    words: Words,
    contents: Vec<FileContents>,
    stamps: Vec<Option<Stamp>>,
    /// For each file, whether it can be read again; a pipe cannot.
    lasting: Vec<bool>,
    /// For each file, whether only its first rows were read.
    partial: Vec<bool>,
    /// For each file, why it could not be read again.
    broken: Vec<Option<String>>,
}

/// What changes when a file is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Stamp {
    /// The inode: another file may have taken its place.
    inode: u64,
    written: Option<SystemTime>,
    bytes: u64,
}

impl OpenFiles {
    /// Opens the files.
    pub(crate) fn open(paths: &[PathBuf], opening: &Opening<'_>) -> Result<Self, Error> {
        // Before reading, so that a file that is written meanwhile is read again.
        let stamps = paths.iter().map(|path| Stamp::before_reading(path)).collect();
        let files = load::datasets(paths, opening)?;
        Ok(Self::holding(paths, opening, files, stamps))
    }

    /// Opens the files, large tables with their first rows only, so that there is something to show at once.
    pub(crate) fn begin(paths: &[PathBuf], opening: &Opening<'_>) -> Result<Self, Error> {
        load::stdin_once(paths)?;
        // A sheet is part of a workbook, whose first rows cannot be read alone.
        let is_whole = |path: &Path| opening.sheet.is_some() || load::is_stdin(path);
        let head = |path: &PathBuf| if is_whole(path) { None } else { dataset::head(path) };
        let heads: Vec<_> = paths.iter().map(head).collect();
        if heads.iter().all(Option::is_none) {
            return Self::open(paths, opening);
        }
        let stamps = paths.iter().map(|path| Stamp::before_reading(path)).collect();
        let partial = heads.iter().map(Option::is_some).collect();
        let one = |(path, head): (&PathBuf, Option<_>)| match head {
            Some(head) => Ok(FileContents::from(head)),
            None => load::whole(path, opening),
        };
        let files = load::each(paths.iter().zip(heads).map(one))?;
        Ok(Self { partial, ..Self::holding(paths, opening, files, stamps) })
    }

    fn holding(
        paths: &[PathBuf],
        opening: &Opening<'_>,
        files: Vec<TriedFile>,
        stamps: Vec<Option<Stamp>>,
    ) -> Self {
        let count = paths.len();
        let (paths, sheet) = (paths.to_vec(), opening.sheet.map(str::to_owned));
        let words = opening.words;
        // The embedded dataset has no path, and cannot fail.
        let text = |file: &TriedFile| Some(file.error.as_ref()?.text(words));
        let broken = files.iter().map(text).collect();
        let contents = files.into_iter().map(|file| file.contents).collect();
        let lasting = paths.iter().map(|path| is_lasting(path)).collect();
        Self { paths, sheet, words, contents, stamps, lasting, partial: vec![false; count], broken }
    }

    /// Whether there are files whose first rows only were read.
    pub(crate) fn are_partial(&self) -> bool {
        self.partial.contains(&true)
    }

    /// The datasets of all files.
    fn collection(&self) -> Collection {
        Collection::new(self.contents.iter().flat_map(|held| &held.datasets).cloned())
    }

    /// The number of cells that could not be read, in all files.
    fn unread(&self) -> usize {
        self.contents.iter().map(|held| held.unread).sum()
    }

    /// The contents of all files, as the explorer sees them.
    pub(crate) fn shared(&self) -> Catalog {
        let hidden = self.contents.iter().map(|held| held.hidden).sum();
        let mut before = 0;
        let mut rows = Vec::new();
        for held in &self.contents {
            rows.extend(held.unread_rows.iter().map(|(dataset, row)| (before + dataset, *row)));
            before += held.datasets.len();
        }
        let catalog = Catalog::new(self.collection()).with_unread_rows(rows);
        let catalog = catalog.with_unread(self.unread()).with_only_file(self.only_file());
        catalog.with_hidden(hidden).with_drafts(self.drafts())
    }

    /// The name by which the only file was opened; none for standard input, which is gone.
    fn only_file(&self) -> Option<String> {
        match &*self.paths {
            [path] if !load::is_stdin(path) => Some(path.display().to_string()),
            _ => None,
        }
    }

    /// The file of each dataset that carries its text and is alone in a file that can be written.
    fn drafts(&self) -> Vec<Option<Arc<Path>>> {
        let of_file = |(at, held): (usize, &FileContents)| {
            // The embedded dataset has no path.
            let is_one = held.datasets.len() == 1 && self.lasting.get(at) == Some(&true);
            let path = self.paths.get(at).filter(|_| is_one);
            let path: Option<Arc<Path>> = path.map(|path| path.as_path().into());
            let draft = |dataset: &Arc<Dataset>| path.clone().filter(|_| dataset.has_text());
            held.datasets.iter().map(draft).collect::<Vec<_>>()
        };
        self.contents.iter().enumerate().flat_map(of_file).collect()
    }

    /// Whether any file can be read again; the embedded dataset cannot.
    pub(crate) fn can_reload(&self) -> bool {
        self.lasting.contains(&true)
    }

    /// The paths of the files.
    pub(crate) fn paths(&self) -> &[PathBuf] {
        &self.paths
    }

    /// Reads the rest of the files whose first rows only were read. `reading` runs each reading and may observe it.
    pub(crate) fn read_on(
        &mut self,
        reading: impl Fn(&dyn Fn(&Progress) -> ReadOutcome) -> ReadOutcome,
    ) {
        for at in 0..self.paths.len() {
            if !std::mem::take(&mut self.partial[at]) {
                continue;
            }
            let read = |progress: &Progress| {
                load::open_with(&self.paths[at], self.sheet.as_deref(), progress)
            };
            match reading(&read) {
                Ok(opened) => self.contents[at] = opened.into(),
                Err(error) => self.broken[at] = Some(error.text(self.words)),
            }
        }
    }

    /// Reads the files again that were written since, or all files if `all`. Returns whether any dataset changed.
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
            // Opening a named pipe that took its place could block for ever.
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

    /// The errors of the files that could not be read.
    pub(crate) fn errors(&self) -> Option<LoadError> {
        let broken: Vec<&str> = self.broken.iter().flatten().map(String::as_str).collect();
        let mut contents = self.contents.iter().zip(&self.broken);
        let was_never_open = contents.any(|(held, error)| error.is_some() && held.is_empty());
        match (broken.is_empty(), was_never_open) {
            (true, _) => None,
            (false, true) => Some(LoadError::NeverOpened(broken.join("\n").into())),
            (false, false) => Some(LoadError::FormerContent(broken.join("\n").into())),
        }
    }

    /// Replaces the contents of a file. Returns whether they changed.
    fn take(&mut self, at: usize, held: FileContents) -> bool {
        let changed = self.contents[at] != held;
        if changed {
            self.contents[at] = held;
        }
        changed
    }
}

impl Stamp {
    fn of(path: &Path) -> Option<Self> {
        let metadata = fs::metadata(path).ok()?;
        Some(Self {
            inode: metadata.ino(),
            written: metadata.modified().ok(),
            bytes: metadata.len(),
        })
    }

    /// The stamp of a file that is about to be read. None if the file was written so recently that the next write
    /// could have the same modification time.
    fn before_reading(path: &Path) -> Option<Self> {
        let is_past = |time: &SystemTime| time.elapsed().is_ok_and(|since| since > TICK);
        Self::of(path).filter(|stamp| stamp.written.as_ref().is_some_and(is_past))
    }
}

/// Whether a file can be read again. A pipe cannot: its data is gone, and opening it could block for ever.
fn is_lasting(path: &Path) -> bool {
    // A file that does not exist may come back.
    !load::is_stdin(path) && fs::metadata(path).map_or(true, |metadata| metadata.is_file())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::files::observer::tests::SILENT;

    /// Creates a file with one figure and opens it.
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

    /// Sets the modification time of a file.
    fn date(file: &Path, time: SystemTime) {
        fs::File::options().append(true).open(file).unwrap().set_modified(time).unwrap();
    }

    #[test]
    fn reads_a_file_again_that_was_written_twice_in_one_tick() {
        let (_folder, file, mut files) = opened("11");
        let tick = fs::metadata(&file).unwrap().modified().unwrap();
        fs::write(&file, table("12")).unwrap();
        date(&file, tick);
        assert!(files.read_again(false));
    }

    #[test]
    fn reports_a_file_that_was_deleted_just_after_it_was_written() {
        let (_folder, file, mut files) = opened("11");
        fs::remove_file(&file).unwrap();
        assert!(!files.read_again(false));
        let error = files.errors();
        assert!(matches!(error, Some(LoadError::FormerContent(text)) if text.contains("x.csv")));
    }

    #[test]
    fn reads_another_file_of_the_same_time_and_length() {
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
