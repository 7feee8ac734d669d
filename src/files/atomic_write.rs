//! A file written whole or not at all, in place of what is there.

use std::fs::{self, File, Permissions};
use std::io::{self, Write};
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};

use tempfile::Builder;

/// What a new file is made with; the user's mask takes from it.
const USUAL: u32 = 0o666;

/// Writes a file beside its place and moves it there, so that nothing is ever half written. A link stays one
/// and what it leads to is written; a pipe or a device takes the bytes as they are; and who could not read
/// the old file cannot read the new one.
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
    // A new file of a name that nobody can guess: whoever else writes in the folder has prepared no link there. It
    // is removed where it is not moved to its place.
    let mode = old.as_ref().map_or(USUAL, |old| old.permissions().mode() & 0o7777);
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

/// Where a link leads, even one to a file that is not there yet.
fn followed(path: &Path) -> io::Result<PathBuf> {
    // As many as the system itself follows.
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
    fn a_link_stays_one_and_what_it_leads_to_is_written() {
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
    fn what_was_kept_from_others_still_is() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("own.json");
        fs::write(&path, "old").unwrap();
        fs::set_permissions(&path, PermissionsExt::from_mode(0o600)).unwrap();
        write(&path, b"new").unwrap();
        assert_eq!(fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o600);
        assert_eq!(fs::read(&path).unwrap(), b"new");
    }

    /// Whoever may write in the folder, but not what the user may write, prepares links at the names that a
    /// new file might have.
    #[test]
    fn no_prepared_link_is_followed() {
        let folder = tempfile::tempdir().unwrap();
        let at = |name: &str| folder.path().join(name);
        fs::write(at("precious"), "kept").unwrap();
        symlink(at("precious"), at(&format!("out.csv.{}.new", std::process::id()))).unwrap();
        write(&at("out.csv"), b"written").unwrap();
        assert_eq!(fs::read(at("precious")).unwrap(), b"kept");
        assert_eq!(fs::read(at("out.csv")).unwrap(), b"written");
    }

    #[test]
    fn a_new_file_is_as_others_are() {
        let folder = tempfile::tempdir().unwrap();
        let at = |name: &str| folder.path().join(name);
        fs::write(at("other"), "x").unwrap();
        write(&at("new"), b"x").unwrap();
        let mode = |name: &str| fs::metadata(at(name)).unwrap().permissions().mode();
        assert_eq!(mode("new"), mode("other"));
    }

    #[test]
    fn a_pipe_takes_what_is_written() {
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
