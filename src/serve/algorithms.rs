//! What the two ends of a connection may agree on.

use std::borrow::Cow;

use russh::keys::{Algorithm, EcdsaCurve};
use russh::{Preferred, kex};

/// Exchanges that cost the server as little as the client. The groups of whole numbers are left out: of the
/// largest, one exchange takes a second, for a packet that costs its sender nothing.
const EXCHANGES: &[kex::Name] = &[
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

/// What the server offers.
pub(super) fn preferred() -> Preferred {
    Preferred { kex: Cow::Borrowed(EXCHANGES), key: Cow::Borrowed(KEYS), ..Preferred::default() }
}

/// Whether keys of a kind are of use here, or what is wrong with them.
pub(super) fn usable(algorithm: &Algorithm) -> Result<(), String> {
    let old = matches!(algorithm, Algorithm::Rsa { .. } | Algorithm::Dsa);
    let name = algorithm.as_str();
    let complaint =
        || format!("{name} keys cannot be used here; ssh-keygen -t ed25519 makes one that can");
    if old { Err(complaint()) } else { Ok(()) }
}
