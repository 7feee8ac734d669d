//! Words of up to 16 bytes as one value: nearly all words of names.

/// The bytes of a word and their number, in one value that is quick to compare.
pub(super) type Short = (u128, u8);

/// Returns the bytes of a word, if it is short.
pub(super) fn short(written: &str) -> Option<Short> {
    let mut bytes = [0; 16];
    bytes.get_mut(..written.len())?.copy_from_slice(written.as_bytes());
    Some((u128::from_le_bytes(bytes), u8::try_from(written.len()).ok()?))
}
