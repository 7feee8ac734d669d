//! Atomic writing: a file is replaced or created as a whole or not at all, also if the machine loses power.

use std::fs::{self, File, Permissions};
use std::io::{self, Write};
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};

use tempfile::{Builder, NamedTempFile};

/// The mode of a new file, before the user's umask.
const DEFAULT_MODE: u32 = 0o666;

/// Writes a temporary file in the same folder and renames it to `path`, so that no reader sees half of it. A
/// symbolic link stays one, and its target is replaced; a pipe or a device is written to directly; the new file has
/// the permissions of the old one.
///
/// # Errors
///
/// If the folder or the file cannot be written.
pub(crate) fn write(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let old = match fs::metadata(path) {
        Ok(old) if !old.is_file() => {
            return File::options().write(true).open(path)?.write_all(bytes);
        }
        Ok(old) => Some(old),
        Err(error) if error.kind() == io::ErrorKind::NotFound => None,
        Err(error) => return Err(error),
    };
    let path = &followed(path)?;
    let mode = old.as_ref().map_or(DEFAULT_MODE, |old| old.permissions().mode() & 0o7777);
    let new = temporary(folder_of(path), mode)?;
    if let Some(old) = &old {
        new.as_file().set_permissions(old.permissions())?;
    }
    fill(&new, bytes)?;
    new.persist(path)?;
    sync_folder(folder_of(path));
    Ok(())
}

/// Creates a file that did not exist, with the given mode. If several do so at once, the first one has created the
/// file.
///
/// # Errors
///
/// [`io::ErrorKind::AlreadyExists`] if there is one; others if the folder or the file cannot be written.
#[cfg(feature = "serve")]
pub(crate) fn create(path: &Path, mode: u32, bytes: &[u8]) -> io::Result<()> {
    let new = temporary(folder_of(path), mode)?;
    fill(&new, bytes)?;
    new.persist_noclobber(path)?;
    sync_folder(folder_of(path));
    Ok(())
}

fn folder_of(path: &Path) -> &Path {
    path.parent().filter(|folder| *folder != Path::new("")).unwrap_or(Path::new("."))
}

/// Creates a file that is removed if it is not renamed. Its name is random and it is created with `O_EXCL`, so that a
/// symbolic link prepared by another user is never followed.
fn temporary(folder: &Path, mode: u32) -> io::Result<NamedTempFile> {
    Builder::new().prefix(".chitieu-").permissions(Permissions::from_mode(mode)).tempfile_in(folder)
}

/// Writes the bytes to the disk. Without it the name may get there before them, and be that of an empty file.
fn fill(mut new: &NamedTempFile, bytes: &[u8]) -> io::Result<()> {
    new.write_all(bytes)?;
    new.as_file().sync_all()
}

/// Writes the new name to the disk, if the folder may be read and its file system can do so. Either the old or the new
/// file is there in any case.
fn sync_folder(folder: &Path) {
    let _ = File::open(folder).and_then(|folder| folder.sync_all());
}

/// Follows symbolic links, also to a file that does not exist yet.
fn followed(path: &Path) -> io::Result<PathBuf> {
    // As many as Linux follows.
    const LINKS: usize = 40;
    let mut path = path.to_owned();
    for _ in 0..LINKS {
        match fs::read_link(&path) {
            Ok(to) => path = path.parent().unwrap_or(Path::new("")).join(to),
            Err(_) => return Ok(path),
        }
    }
    Err(io::Error::other("too many links"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Read;
    use std::os::unix::fs::{FileTypeExt, symlink};
    use std::thread;

    #[test]
    fn replaces_the_target_of_a_link() {
        let folder = tempfile::tempdir().unwrap();
        let at = |name: &str| folder.path().join(name);
        fs::write(at("old"), "old").unwrap();
        symlink("old", at("link")).unwrap();
        symlink("new", at("ahead")).unwrap();
        write(&at("link"), b"written").unwrap();
        write(&at("ahead"), b"first").unwrap();
        assert!(["link", "ahead"].iter().all(|link| fs::read_link(at(link)).is_ok()));
        assert_eq!(fs::read(at("old")).unwrap(), b"written");
        assert_eq!(fs::read(at("new")).unwrap(), b"first");
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 4, "nothing else is left");
        symlink("round", at("round")).unwrap();
        assert!(write(&at("round"), b"x").is_err());
    }

    #[test]
    fn keeps_the_permissions_of_the_old_file() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("own.json");
        fs::write(&path, "old").unwrap();
        fs::set_permissions(&path, PermissionsExt::from_mode(0o600)).unwrap();
        write(&path, b"new").unwrap();
        assert_eq!(fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o600);
        assert_eq!(fs::read(&path).unwrap(), b"new");
    }

    /// Another user of the folder may prepare links at the names that a temporary file could have.
    #[test]
    fn follows_no_link_at_the_name_of_the_temporary_file() {
        let folder = tempfile::tempdir().unwrap();
        let at = |name: &str| folder.path().join(name);
        fs::write(at("precious"), "kept").unwrap();
        symlink(at("precious"), at(&format!("out.csv.{}.new", std::process::id()))).unwrap();
        write(&at("out.csv"), b"written").unwrap();
        assert_eq!(fs::read(at("precious")).unwrap(), b"kept");
        assert_eq!(fs::read(at("out.csv")).unwrap(), b"written");
    }

    #[cfg(feature = "serve")]
    #[test]
    fn creates_a_file_once() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("key");
        create(&path, 0o600, b"first").unwrap();
        let again = create(&path, 0o644, b"second").map_err(|error| error.kind());
        assert_eq!(again, Err(io::ErrorKind::AlreadyExists));
        assert_eq!(fs::read(&path).unwrap(), b"first");
        assert_eq!(fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o600);
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1, "nothing else is left");
    }

    #[test]
    fn gives_a_new_file_the_usual_permissions() {
        let folder = tempfile::tempdir().unwrap();
        let at = |name: &str| folder.path().join(name);
        fs::write(at("other"), "x").unwrap();
        write(&at("new"), b"x").unwrap();
        let mode = |name: &str| fs::metadata(at(name)).unwrap().permissions().mode();
        assert_eq!(mode("new"), mode("other"));
    }

    #[test]
    fn writes_to_a_pipe() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("pipe");
        rustix::fs::mknodat(rustix::fs::CWD, &path, rustix::fs::FileType::Fifo, 0o600.into(), 0)
            .unwrap();
        let reader = thread::spawn({
            let path = path.clone();
            move || {
                let mut text = String::new();
                File::open(path).unwrap().read_to_string(&mut text).unwrap();
                text
            }
        });
        write(&path, b"through").unwrap();
        assert_eq!(reader.join().unwrap(), "through");
        assert!(fs::metadata(&path).unwrap().file_type().is_fifo());
    }
}
