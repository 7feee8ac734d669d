//! Words of up to 16 bytes as one value: nearly all words of names.

use std::ops::Range;

/// The bytes of a word and their number, in one value that is quick to compare.
pub(super) type Short = (u128, u8);

/// Returns the bytes of a word, if it is short.
pub(super) fn short(written: &str) -> Option<Short> {
    let mut bytes = [0; 16];
    bytes.get_mut(..written.len())?.copy_from_slice(written.as_bytes());
    Some((u128::from_le_bytes(bytes), u8::try_from(written.len()).ok()?))
}

/// Returns the same for a word within a text: usually 16 bytes are read at once, whatever the length.
pub(super) fn short_in(text: &str, word: &Range<usize>) -> Option<Short> {
    let behind = text.as_bytes().get(word.start..)?;
    let Some(bytes) = behind.first_chunk::<16>().filter(|_| (1..=16).contains(&word.len())) else {
        return short(&text[word.clone()]);
    };
    let unused = u128::BITS - 8 * word.len() as u32;
    Some((u128::from_le_bytes(*bytes) & (u128::MAX >> unused), word.len() as u8))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn reads_the_same_within_a_text(text in "[a-cế ]{1,30}", start in 0_usize..30, length in 0_usize..20) {
            let word = start..start + length;
            if let Some(alone) = text.get(word.clone()) {
                prop_assert_eq!(short_in(&text, &word), short(alone));
            }
        }
    }
}
