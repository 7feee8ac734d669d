//! The panes, and the order in which they are moved through.

/// The three panes, from left to right.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Pane {
    /// The sections.
    Sections,
    /// The indicators of the selected section.
    Indicators,
    /// The selected indicator.
    Detail,
}
