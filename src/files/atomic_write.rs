//! Atomic writing: a file is replaced as a whole or not at all.

use std::fs::{self, File, Permissions};
use std::io::{self, Write};
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};

use tempfile::Builder;

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
    let folder = path.parent().filter(|folder| *folder != Path::new(""));
    // Its name is random and it is created with O_EXCL, so that a symbolic link prepared by another user is never
    // followed. It is removed if it is not renamed.
    let mode = old.as_ref().map_or(DEFAULT_MODE, |old| old.permissions().mode() & 0o7777);
    let mut new = Builder::new()
        .prefix(".chitieu-")
        .permissions(Permissions::from_mode(mode))
        .tempfile_in(folder.unwrap_or(Path::new(".")))?;
    if let Some(old) = &old {
        new.as_file().set_permissions(old.permissions())?;
    }
    new.write_all(bytes)?;
    new.persist(path)?;
    Ok(())
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
