//! What was computed from short texts, such as units and periods, which a document repeats.

use std::cell::RefCell;
use std::collections::HashMap;

use foldhash::fast::FixedState;

/// The most texts that are remembered, and the most bytes of one: a hostile document repeats nothing.
const MOST: usize = 2048;
const LONGEST: usize = 100;

/// The values of short texts, for one thread.
#[derive(Debug)]
pub(crate) struct Remembered<T>(RefCell<HashMap<Box<str>, T, FixedState>>);

impl<T> Default for Remembered<T> {
    fn default() -> Self {
        Self(RefCell::default())
    }
}

impl<T: Clone> Remembered<T> {
    /// The value of a text, which is computed if it is not known yet.
    pub(crate) fn of(&self, text: &str, compute: impl FnOnce(&str) -> T) -> T {
        if text.len() > LONGEST {
            return compute(text);
        }
        if let Some(known) = self.0.borrow().get(text) {
            return known.clone();
        }
        let value = compute(text);
        let mut values = self.0.borrow_mut();
        if values.len() >= MOST {
            values.clear();
        }
        values.insert(text.into(), value.clone());
        value
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn computes_once_and_forgets_before_it_grows() {
        let lengths = Remembered::default();
        assert_eq!(lengths.of("tỷ đồng", str::len), 12);
        assert_eq!(lengths.of("tỷ đồng", |_| 0), 12);
        for number in 0..3 * MOST {
            assert_eq!(lengths.of(&number.to_string(), |_| number), number);
            assert!(lengths.0.borrow().len() <= MOST);
        }
        let long = "a".repeat(LONGEST + 1);
        assert_eq!((lengths.of(&long, str::len), lengths.of(&long, |_| 0)), (LONGEST + 1, 0));
    }
}
