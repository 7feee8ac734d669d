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
    files: Vec<OpenFile>,
    sheet: Option<String>,
    words: Words,
}

/// A file, and its contents when it was last read.
struct OpenFile {
    /// `None` for the embedded dataset.
    path: Option<PathBuf>,
    contents: FileContents,
    stamp: Option<Stamp>,
    /// Whether it can be read again; a pipe cannot.
    is_lasting: bool,
    /// Whether only its first rows were read.
    is_partial: bool,
    /// Why it could not be read again.
    error: Option<String>,
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
        let partial: Vec<bool> = heads.iter().map(Option::is_some).collect();
        let one = |(path, head): (&PathBuf, Option<_>)| match head {
            Some(head) => Ok(FileContents::from(head)),
            None => load::whole(path, opening),
        };
        let files = load::each(paths.iter().zip(heads).map(one))?;
        let mut open = Self::holding(paths, opening, files, stamps);
        for (file, is_partial) in open.files.iter_mut().zip(partial) {
            file.is_partial = is_partial;
        }
        Ok(open)
    }

    /// The files that were read. Without any path the only one is the embedded dataset.
    fn holding(
        paths: &[PathBuf],
        opening: &Opening<'_>,
        files: Vec<TriedFile>,
        stamps: Vec<Option<Stamp>>,
    ) -> Self {
        let words = opening.words;
        let paths = paths.iter().map(Some).chain(std::iter::once(None));
        let stamps = stamps.into_iter().chain(std::iter::once(None));
        let file =
            |((file, path), stamp): ((TriedFile, Option<&PathBuf>), Option<Stamp>)| OpenFile {
                path: path.cloned(),
                error: file.error.map(|error| error.text(words)),
                contents: file.contents,
                stamp,
                is_lasting: path.is_some_and(|path| is_lasting(path)),
                is_partial: false,
            };
        let files = files.into_iter().zip(paths).zip(stamps).map(file).collect();
        Self { files, sheet: opening.sheet.map(str::to_owned), words }
    }

    /// Whether there are files whose first rows only were read.
    pub(crate) fn are_partial(&self) -> bool {
        self.files.iter().any(|file| file.is_partial)
    }

    /// The contents of all files, as the explorer sees them.
    pub(crate) fn shared(&self) -> Catalog {
        let (mut datasets, mut rows, mut drafts) = (Vec::new(), Vec::new(), Vec::new());
        for file in &self.files {
            let unread = file.contents.unread_rows.iter();
            rows.extend(unread.map(|(dataset, row)| (datasets.len() + dataset, *row)));
            drafts.extend(file.drafts());
            datasets.extend(file.contents.datasets.iter().cloned());
        }
        let catalog = Catalog::new(Collection::new(datasets)).with_unread_rows(rows);
        let unread = self.files.iter().map(|file| file.contents.unread).sum();
        let hidden = self.files.iter().map(|file| file.contents.hidden).sum();
        let catalog = catalog.with_unread(unread).with_only_file(self.only_file());
        catalog.with_hidden(hidden).with_drafts(drafts)
    }

    /// The name by which the only file was opened; none for standard input, which is gone.
    fn only_file(&self) -> Option<String> {
        match &*self.files {
            [OpenFile { path: Some(path), .. }] if !load::is_stdin(path) => {
                Some(path.display().to_string())
            }
            _ => None,
        }
    }

    /// Whether any file can be read again; the embedded dataset cannot.
    pub(crate) fn can_reload(&self) -> bool {
        self.files.iter().any(|file| file.is_lasting)
    }

    /// The paths of the files.
    pub(crate) fn paths(&self) -> Vec<PathBuf> {
        self.files.iter().filter_map(|file| file.path.clone()).collect()
    }

    /// Reads the rest of the files whose first rows only were read. `reading` runs each reading and may observe it.
    pub(crate) fn read_on(
        &mut self,
        reading: impl Fn(&dyn Fn(&Progress) -> ReadOutcome) -> ReadOutcome,
    ) {
        for file in &mut self.files {
            let Some(path) = file.path.as_deref().filter(|_| file.is_partial) else { continue };
            file.is_partial = false;
            let read = |progress: &Progress| load::open_with(path, self.sheet.as_deref(), progress);
            match reading(&read) {
                Ok(opened) => file.contents = opened.into(),
                Err(error) => file.error = Some(error.text(self.words)),
            }
        }
    }

    /// Reads the files again that were written since, or all files if `all`. Returns whether any dataset changed.
    pub(crate) fn read_again(&mut self, all: bool) -> bool {
        let mut changed = false;
        for file in &mut self.files {
            changed |= file.read_again(all, self.sheet.as_deref(), self.words);
        }
        changed
    }

    /// The errors of the files that could not be read.
    pub(crate) fn errors(&self) -> Option<LoadError> {
        let errors: Vec<&str> =
            self.files.iter().filter_map(|file| file.error.as_deref()).collect();
        if errors.is_empty() {
            return None;
        }
        let was_never_open = |file: &OpenFile| file.error.is_some() && file.contents.is_empty();
        let text = errors.join("\n").into();
        Some(match self.files.iter().any(was_never_open) {
            true => LoadError::NeverOpened(text),
            false => LoadError::FormerContent(text),
        })
    }
}

impl OpenFile {
    /// For each dataset the file, if the dataset carries its text and is alone in a file that can be written.
    fn drafts(&self) -> Vec<Option<Arc<Path>>> {
        let is_one = self.contents.datasets.len() == 1 && self.is_lasting;
        let path: Option<Arc<Path>> = self.path.as_deref().filter(|_| is_one).map(Arc::from);
        let draft = |dataset: &Arc<Dataset>| path.clone().filter(|_| dataset.has_text());
        self.contents.datasets.iter().map(draft).collect()
    }

    /// Reads the file again if it was written since, or if `always`. Returns whether its contents changed.
    fn read_again(&mut self, always: bool, sheet: Option<&str>, words: Words) -> bool {
        let Some(path) = self.path.as_ref().filter(|_| self.is_lasting) else { return false };
        // A file that is missing has no stamp, as one that was written just before it was read.
        let same = Stamp::of(path).is_some_and(|stamp| self.stamp == Some(stamp));
        if same && !always {
            return false;
        }
        self.stamp = Stamp::before_reading(path);
        // Opening a named pipe that took its place could block for ever.
        let read = load::only_files(std::slice::from_ref(path))
            .and_then(|()| load::open_with(path, sheet, &Progress::default()));
        match read {
            Ok(opened) => {
                self.error = None;
                let contents = FileContents::from(opened);
                let changed = self.contents != contents;
                self.contents = contents;
                changed
            }
            Err(error) => {
                self.error = Some(error.text(words));
                false
            }
        }
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
