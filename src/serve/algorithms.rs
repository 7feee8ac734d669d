//! The SSH algorithms that the server offers.

use std::borrow::Cow;

use russh::keys::{Algorithm, EcdsaCurve};
use russh::{Preferred, kex};

/// Key exchanges that cost the server about as much as the client. The finite-field groups are left out:
/// one exchange in the largest takes a second of the server for a packet that costs its sender nothing.
const KEY_EXCHANGES: &[kex::Name] = &[
    kex::MLKEM768X25519_SHA256,
    kex::CURVE25519,
    kex::CURVE25519_PRE_RFC_8731,
    kex::ECDH_SHA2_NISTP256,
    kex::EXTENSION_SUPPORT_AS_SERVER,
    kex::EXTENSION_OPENSSH_STRICT_KEX_AS_SERVER,
];

const KEYS: &[Algorithm] = &[
    Algorithm::Ed25519,
    Algorithm::Ecdsa { curve: EcdsaCurve::NistP256 },
    Algorithm::Ecdsa { curve: EcdsaCurve::NistP384 },
    Algorithm::Ecdsa { curve: EcdsaCurve::NistP521 },
];

/// The preferred algorithms of the server, for key exchange and host keys.
pub(super) fn preferred() -> Preferred {
    Preferred {
        kex: Cow::Borrowed(KEY_EXCHANGES),
        key: Cow::Borrowed(KEYS),
        ..Preferred::default()
    }
}

/// Checks the algorithm of a key. An error with a message for the operator if it is not supported.
pub(super) fn usable(algorithm: &Algorithm) -> Result<(), String> {
    let is_old = matches!(algorithm, Algorithm::Rsa { .. } | Algorithm::Dsa);
    let name = algorithm.as_str();
    let message =
        || format!("{name} keys cannot be used here; ssh-keygen -t ed25519 makes one that can");
    if is_old { Err(message()) } else { Ok(()) }
}
