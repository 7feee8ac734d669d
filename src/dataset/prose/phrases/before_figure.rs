//! The words before a figure, split into what can be a name and what else they say.

use std::ops::Range;

/// The part of a gap's body that is a name, as a range of items; empty if there is none.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct BeforeFigure {
    pub(crate) words: Range<usize>,
    pub(crate) label: Option<Range<usize>>,
    /// What limits it: a group, an area or a crop season before a comma.
    pub(crate) limit: Option<Range<usize>>,
    pub(crate) period: Option<Range<usize>>,
    /// Whether it says that parts of the indicator before follow.
    pub(crate) part: bool,
    /// Whether it says that a sum over a longer period follows.
    pub(crate) sum: bool,
    /// Whether nothing but a place or who it is about is behind the last comma.
    pub(crate) subject_last: bool,
    /// An earlier period with which what follows is compared: "so với cùng kỳ".
    pub(crate) base: Option<Range<usize>>,
    /// What is left out of the figure: "trừ tiền sử dụng đất".
    pub(crate) without: Option<Range<usize>>,
}
