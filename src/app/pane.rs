//! The panes of the explorer.

/// The three panes, from left to right.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Pane {
    /// The list of sections.
    Sections,
    /// The list of the selected section's indicators.
    Indicators,
    /// The details of the selected indicator.
    Detail,
}
