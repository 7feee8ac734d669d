//! Who may enter: the public keys of a file as OpenSSH's `authorized_keys`, without options.

use std::path::Path;

use russh::keys::ssh_key::AuthorizedKeys;
use russh::keys::ssh_key::public::KeyData;

use super::algorithms;
use super::regular_file::read_file;
use crate::text::sanitize::visible;

/// How many bytes the file may have.
const MOST: u64 = 16 * 1024 * 1024;

/// Those who may enter.
#[derive(Debug)]
pub(super) struct AllowedKeys(Vec<KeyData>);

impl AllowedKeys {
    /// Reads the file; whatever is not understood is a complaint, since it may mean to keep someone out.
    pub(super) fn open(path: &Path) -> Result<Self, String> {
        let name = visible(&path.to_string_lossy()).into_owned();
        let text = read_file(path, MOST).map_err(|error| format!("{name}: {error}"))?;
        let guests = Self::read(&text).map_err(|complaint| format!("{name}:{complaint}"))?;
        if guests.0.is_empty() {
            return Err(format!("{name}: has no key, so nobody could enter"));
        }
        Ok(guests)
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

    /// Whether the holder of a key may enter.
    pub(super) fn has(&self, key: &KeyData) -> bool {
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
    fn keys_are_read_and_all_else_is_a_complaint() {
        let key = PrivateKey::from(Ed25519Keypair::from_seed(&[7; 32]));
        let key = key.public_key().to_openssh().unwrap();
        let guests =
            AllowedKeys::read(&format!("\u{feff}# staff\n\n{key} a@b\r\n\t{key}\n")).unwrap();
        assert_eq!(guests.len(), 2);
        assert!(guests.has(&guests.0[0]));
        let complaint = |text: &str| AllowedKeys::read(text).unwrap_err();
        assert!(complaint(&format!("{key}\nssh-ed25519 AAAA")).starts_with("2:"));
        assert!(complaint(&format!("from=\"192.0.2.1\" {key}")).starts_with("1:"));
    }
}
