//! The public keys that may log in: a file in the format of OpenSSH's `authorized_keys`, without options.

use std::path::Path;

use russh::keys::ssh_key::AuthorizedKeys;
use russh::keys::ssh_key::public::KeyData;

use super::algorithms;
use super::regular_file::read_file;
use crate::text::sanitize::visible;

/// The maximum length of the file in bytes.
const MAX_BYTES: u64 = 16 * 1024 * 1024;

/// The public keys that may log in.
#[derive(Debug)]
pub(super) struct AllowedKeys(Vec<KeyData>);

impl AllowedKeys {
    /// Reads the file. An error for every line that is not understood, since it may be meant to keep
    /// someone out.
    pub(super) fn open(path: &Path) -> Result<Self, String> {
        let name = visible(&path.to_string_lossy()).into_owned();
        let text = read_file(path, MAX_BYTES).map_err(|error| format!("{name}: {error}"))?;
        let keys = Self::read(&text).map_err(|message| format!("{name}:{message}"))?;
        if keys.0.is_empty() {
            return Err(format!("{name}: has no key, so nobody could enter"));
        }
        Ok(keys)
    }

    fn read(text: &str) -> Result<Self, String> {
        let mut keys = Vec::new();
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        for (at, line) in text.lines().enumerate() {
            for entry in AuthorizedKeys::new(line.trim()) {
                let at = at + 1;
                let entry = entry.map_err(|_| {
                    format!(
                        "{at}: not a public key, or one with options, which are not understood here"
                    )
                })?;
                if !entry.config_opts().is_empty() {
                    return Err(format!("{at}: options before a key are not understood here"));
                }
                let key = entry.public_key().key_data();
                algorithms::usable(&key.algorithm()).map_err(|why| format!("{at}: {why}"))?;
                keys.push(key.clone());
            }
        }
        Ok(Self(keys))
    }

    /// Whether the file has this key.
    pub(super) fn contains(&self, key: &KeyData) -> bool {
        self.0.contains(key)
    }

    pub(super) fn len(&self) -> usize {
        self.0.len()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use russh::keys::PrivateKey;
    use russh::keys::ssh_key::private::Ed25519Keypair;

    #[test]
    fn reads_keys_and_rejects_every_other_line() {
        let key = PrivateKey::from(Ed25519Keypair::from_seed(&[7; 32]));
        let key = key.public_key().to_openssh().unwrap();
        let keys =
            AllowedKeys::read(&format!("\u{feff}# staff\n\n{key} a@b\r\n\t{key}\n")).unwrap();
        assert_eq!(keys.len(), 2);
        assert!(keys.contains(&keys.0[0]));
        let message = |text: &str| AllowedKeys::read(text).unwrap_err();
        assert!(message(&format!("{key}\nssh-ed25519 AAAA")).starts_with("2:"));
        assert!(message(&format!("from=\"192.0.2.1\" {key}")).starts_with("1:"));
    }
}
