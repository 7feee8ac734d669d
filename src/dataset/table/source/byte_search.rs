//! Where some bytes stand among many, looked for eight at a time: what stands close together, as the
//! separators of cells do, is found quicker so than by searching for each anew.

/// Sought bytes among others: where they stand, one place after another.
#[derive(Debug)]
pub(in crate::dataset::table) struct ByteSearch<'b, const N: usize> {
    /// Each sought byte, eight times.
    sought: [u64; N],
    bytes: &'b [u8],
    /// Where the eight bytes begin that are looked at.
    at: usize,
    /// The highest bit of each of these that is sought and was not given yet.
    found: u64,
}

const EACH: u64 = 0x0101_0101_0101_0101;
const HIGHEST_BITS: u64 = 0x80 * EACH;
const STEP: usize = 8;

impl<'b, const N: usize> ByteSearch<'b, N> {
    /// The places of `sought` from a place on. What is sought is no zero.
    pub(in crate::dataset::table) fn of(sought: [u8; N], bytes: &'b [u8], at: usize) -> Self {
        let mut places = Self { sought: [0; N], bytes, at, found: 0 };
        for (eightfold, byte) in places.sought.iter_mut().zip(sought) {
            *eightfold = u64::from(byte) * EACH;
        }
        places.look();
        places
    }

    /// Leaves out what stands before a place.
    pub(in crate::dataset::table) fn go_on_at(&mut self, at: usize) {
        self.at = at;
        self.look();
    }

    fn look(&mut self) {
        let left = self.bytes.get(self.at..).unwrap_or_default();
        let eight = left.first_chunk().copied().unwrap_or_else(|| {
            // Zeros behind the last ones are not sought.
            let mut eight = [0; STEP];
            eight[..left.len()].copy_from_slice(left);
            eight
        });
        let eight = u64::from_le_bytes(eight);
        // Where a byte is a sought one, nothing is left of it but what the subtraction borrows. So may be
        // what stands right behind one: what is found is looked at again.
        let mut found = 0;
        for sought in &self.sought {
            let left = eight ^ sought;
            found |= left.wrapping_sub(EACH) & !left;
        }
        self.found = found & HIGHEST_BITS;
    }
}

impl<const N: usize> Iterator for ByteSearch<'_, N> {
    type Item = usize;

    fn next(&mut self) -> Option<usize> {
        loop {
            while self.found == 0 {
                self.at += STEP;
                if self.at >= self.bytes.len() {
                    return None;
                }
                self.look();
            }
            let place = self.at + self.found.trailing_zeros() as usize / STEP;
            self.found &= self.found - 1;
            let byte = *self.bytes.get(place)?;
            for sought in &self.sought {
                if *sought as u8 == byte {
                    return Some(place);
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn every_place_is_found(bytes in proptest::collection::vec(any::<u8>(), 0..60), at in 0..70_usize) {
            let sought = [b';', 1, 0xff, 0x80];
            let places: Vec<usize> = ByteSearch::of(sought, &bytes, at).collect();
            let all: Vec<usize> =
                (at..bytes.len()).filter(|place| sought.contains(&bytes[*place])).collect();
            prop_assert_eq!(places, all);
        }

        #[test]
        fn places_before_are_left_out(text in "[;a]{0,40}", at in 0..50_usize) {
            let mut places = ByteSearch::of(*b";", text.as_bytes(), 0);
            places.next();
            places.go_on_at(at);
            let all: Vec<usize> =
                text.bytes().enumerate().skip(at).filter(|(_, b)| *b == b';').map(|(at, _)| at).collect();
            prop_assert_eq!(places.collect::<Vec<_>>(), all);
        }
    }
}
