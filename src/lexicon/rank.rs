//! How rows rank: which of two stands under the other.

/// What a row is marked with; lesser ones stand above greater ones.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Marker {
    /// A, B, C.
    Letter,
    /// I, II, III.
    Roman,
    /// KINH TẾ.
    Capitals,
    /// 1, 1.1, 1.1.1: how many parts.
    Number(u8),
    /// a, b, c.
    SmallLetter,
    /// *
    Star,
    /// Nothing: how far it is indented.
    Plain(u16),
    /// -
    Dash(u16),
    /// +
    Plus(u16),
}
