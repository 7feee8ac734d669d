//! The order of row markers: which of two rows is the parent.

/// The marker of a row; lesser values are parents of greater ones.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Marker {
    /// A, B, C.
    Letter,
    /// I, II, III.
    Roman,
    /// KINH TẾ.
    Capitals,
    /// 1, 1.1, 1.1.1: the number of levels.
    Number(u8),
    /// a, b, c.
    SmallLetter,
    /// *
    Star,
    /// No marker: the width of the indent.
    Plain(u16),
    /// -
    Dash(u16),
    /// +
    Plus(u16),
}
