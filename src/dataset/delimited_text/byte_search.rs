//! Searches for any of several bytes, eight bytes at a time (SWAR). Faster than one `memchr` call for each
//! occurrence if the bytes occur close together, as the separators of cells do.

/// An iterator over the offsets of the searched bytes.
#[derive(Debug)]
pub(crate) struct ByteSearch<'b, const N: usize> {
    /// Each needle, repeated eight times.
    needles: [u64; N],
    bytes: &'b [u8],
    /// The offset of the eight bytes that are loaded.
    at: usize,
    /// The highest bit of each loaded byte that matches and was not returned yet.
    found: u64,
}

const EACH: u64 = 0x0101_0101_0101_0101;
const HIGHEST_BITS: u64 = 0x80 * EACH;
const OTHER_BITS: u64 = !HIGHEST_BITS;
const STEP: usize = 8;

impl<'b, const N: usize> ByteSearch<'b, N> {
    /// Starts a search at the offset `at`. A needle must not be zero.
    pub(crate) fn of(needles: [u8; N], bytes: &'b [u8], at: usize) -> Self {
        let mut places = Self { needles: [0; N], bytes, at, found: 0 };
        for (repeated, byte) in places.needles.iter_mut().zip(needles) {
            *repeated = u64::from(byte) * EACH;
        }
        places.load();
        places
    }

    /// Continues the search at another offset.
    pub(crate) fn skip_to(&mut self, at: usize) {
        self.at = at;
        self.load();
    }

    #[inline]
    fn load(&mut self) {
        let left = self.bytes.get(self.at..).unwrap_or_default();
        let eight = left.first_chunk().copied().unwrap_or_else(|| {
            // The padding with zeros matches no needle.
            let mut eight = [0; STEP];
            eight[..left.len()].copy_from_slice(left);
            eight
        });
        let eight = u64::from_le_bytes(eight);
        // A byte that equals the needle becomes zero. Only then neither its highest bit is set nor, after the
        // addition to the other bits, which carries into no other byte, that of the sum.
        let mut found = 0;
        for needle in &self.needles {
            let left = eight ^ needle;
            found |= !(((left & OTHER_BITS) + OTHER_BITS) | left);
        }
        self.found = found & HIGHEST_BITS;
    }
}

impl<const N: usize> Iterator for ByteSearch<'_, N> {
    type Item = usize;

    #[inline]
    fn next(&mut self) -> Option<usize> {
        while self.found == 0 {
            self.at += STEP;
            if self.at >= self.bytes.len() {
                return None;
            }
            self.load();
        }
        let place = self.at + self.found.trailing_zeros() as usize / STEP;
        self.found &= self.found - 1;
        Some(place)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn finds_every_offset(bytes in proptest::collection::vec(any::<u8>(), 0..60), at in 0..70_usize) {
            let needles = [b';', 1, 0xff, 0x80];
            let places: Vec<usize> = ByteSearch::of(needles, &bytes, at).collect();
            let all: Vec<usize> =
                (at..bytes.len()).filter(|place| needles.contains(&bytes[*place])).collect();
            prop_assert_eq!(places, all);
        }

        #[test]
        fn skips_the_offsets_before(text in "[;a]{0,40}", at in 0..50_usize) {
            let mut places = ByteSearch::of(*b";", text.as_bytes(), 0);
            places.next();
            places.skip_to(at);
            let all: Vec<usize> =
                text.bytes().enumerate().skip(at).filter(|(_, b)| *b == b';').map(|(at, _)| at).collect();
            prop_assert_eq!(places.collect::<Vec<_>>(), all);
        }
    }
}
