//! A line with the parts of it that answer clicks.

use std::ops::Range;

use ratatui::text::Line;

/// A line, and in ranges of its columns the indicators to which a click goes.
#[derive(Debug, Clone, Default)]
pub(super) struct TargetLine {
    pub(super) line: Line<'static>,
    pub(super) targets: Vec<(Range<usize>, usize)>,
}

impl TargetLine {
    /// A line that goes to an indicator, if one is named, wherever it is clicked.
    pub(super) fn new(line: Line<'static>, indicator: Option<usize>) -> Self {
        let width = line.width();
        Self {
            targets: indicator.map(|indicator| (0..width, indicator)).into_iter().collect(),
            line,
        }
    }
}

impl From<Line<'static>> for TargetLine {
    fn from(line: Line<'static>) -> Self {
        Self::new(line, None)
    }
}
