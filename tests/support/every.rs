//! What holds for every item of a test, of which there must be some.

/// [`Iterator::all`] for tests.
pub trait Every: Iterator + Sized {
    /// Returns whether all items fulfil a condition. Panics if there are none: a reader that drops
    /// everything would pass.
    #[track_caller]
    fn every(self, holds: impl FnMut(Self::Item) -> bool) -> bool {
        let mut items = self.peekable();
        assert!(items.peek().is_some(), "there is nothing that could fulfil the condition");
        items.all(holds)
    }
}

impl<I: Iterator> Every for I {}
