//! The host key of the server, created on the first run.

use std::fs::{self, DirBuilder};
use std::io;
use std::os::unix::fs::{DirBuilderExt, MetadataExt};
use std::path::Path;

use russh::keys::PrivateKey;
use russh::keys::ssh_key::LineEnding;
use russh::keys::ssh_key::private::Ed25519Keypair;

use super::regular_file::read_file;
use super::{Error, algorithms};
use crate::files::atomic_write;
use crate::text::sanitize::visible;

/// The maximum length of the file in bytes.
const MAX_BYTES: u64 = 64 * 1024;

/// Reads the host key, and creates it first if the file does not exist.
pub(super) fn open(path: &Path) -> Result<PrivateKey, Error> {
    let error = |why: String| Error::HostKey(visible(&path.to_string_lossy()).into_owned(), why);
    if !path.exists() {
        create(path).map_err(|cause| error(format!("cannot be made: {cause}")))?;
    }
    let mode = fs::metadata(path).map_err(|cause| error(cause.to_string()))?.mode();
    // Its group may read it, as it may a secret that is mounted for a service (mode 440); nobody
    // else may, and the group may not replace it.
    if mode & 0o027 != 0 {
        let mode = mode & 0o777;
        return Err(error(format!(
            "others can use it (mode {mode:o}); chmod 600 keeps it private"
        )));
    }
    let text = read_file(path, MAX_BYTES).map_err(|cause| error(cause.to_string()))?;
    let key = PrivateKey::from_openssh(&text).map_err(|cause| error(cause.to_string()))?;
    algorithms::usable(&key.algorithm()).map_err(error)?;
    if key.is_encrypted() {
        return Err(error("has a passphrase, which nobody could type".to_owned()));
    }
    Ok(key)
}

/// Creates a key atomically. When two servers start at once, both use the key of the first.
fn create(path: &Path) -> io::Result<()> {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
    if let Some(folder) = folder {
        DirBuilder::new().recursive(true).mode(0o700).create(folder)?;
    }
    let mut seed = [0; Ed25519Keypair::BYTE_SIZE / 2];
    getrandom::fill(&mut seed).map_err(io::Error::other)?;
    let key = PrivateKey::from(Ed25519Keypair::from_seed(&seed));
    let text = key.to_openssh(LineEnding::LF).map_err(io::Error::other)?;
    match atomic_write::create(path, 0o600, text.as_bytes()) {
        Err(cause) if cause.kind() == io::ErrorKind::AlreadyExists => Ok(()),
        created => created,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use russh::keys::HashAlg;
    use std::os::unix::fs::PermissionsExt;
    use std::thread;

    #[test]
    fn creates_a_private_key_once_and_reads_it_again() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("state/chitieu/host_key");
        let made: Vec<_> = thread::scope(|scope| {
            let threads: Vec<_> = (0..4).map(|_| scope.spawn(|| open(&path).unwrap())).collect();
            threads.into_iter().map(|thread| thread.join().unwrap()).collect()
        });
        let fingerprint = open(&path).unwrap().fingerprint(HashAlg::Sha256);
        assert!(made.iter().all(|key| key.fingerprint(HashAlg::Sha256) == fingerprint));
        assert_eq!(fs::metadata(&path).unwrap().mode() & 0o777, 0o600);
        assert_eq!(fs::read_dir(path.parent().unwrap()).unwrap().count(), 1, "no draft is left");
    }

    #[test]
    fn rejects_a_key_that_others_can_read_and_a_file_that_is_none() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("key");
        open(&path).unwrap();
        fs::set_permissions(&path, fs::Permissions::from_mode(0o644)).unwrap();
        assert!(open(&path).unwrap_err().to_string().contains("mode 644"));
        fs::set_permissions(&path, fs::Permissions::from_mode(0o600)).unwrap();
        fs::write(&path, "no key").unwrap();
        assert!(open(&path).is_err());
        assert_eq!(fs::read_to_string(&path).unwrap(), "no key", "it is left as it is");
    }
}
