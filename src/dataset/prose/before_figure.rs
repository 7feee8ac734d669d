//! Stage 8: the words before a figure, split into what can be a name and what else they say.

use std::ops::Range;

/// The part of a gap's body that is a name, as a range of items; empty if there is none.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Before {
    pub(super) words: Range<usize>,
    pub(super) label: Option<Range<usize>>,
    pub(super) period: Option<Range<usize>>,
    /// Whether it says that parts of the indicator before follow.
    pub(super) part: bool,
    /// Whether it says that a sum over a longer period follows.
    pub(super) sum: bool,
    /// Whether nothing but a place or who it is about is behind the last comma.
    pub(super) subject_last: bool,
    /// An earlier period with which what follows is compared: "so với cùng kỳ".
    pub(super) base: Option<Range<usize>>,
}
