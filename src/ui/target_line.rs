//! A line with the parts of it that answer clicks.

use std::ops::Range;

use ratatui::text::Line;

use crate::app::Target;

/// A line, and what a click on ranges of its columns is at.
#[derive(Debug, Clone, Default)]
pub(super) struct TargetLine {
    pub(super) line: Line<'static>,
    pub(super) targets: Vec<(Range<usize>, Target)>,
}

impl TargetLine {
    /// A line that goes to an indicator, if one is named, wherever it is clicked.
    pub(super) fn new(line: Line<'static>, indicator: Option<usize>) -> Self {
        Self::at(line, indicator.map(Target::Neighbour))
    }

    /// A line that is one target, if there is one.
    pub(super) fn at(line: Line<'static>, target: Option<Target>) -> Self {
        let width = line.width();
        Self { targets: target.map(|target| (0..width, target)).into_iter().collect(), line }
    }
}

impl From<Line<'static>> for TargetLine {
    fn from(line: Line<'static>) -> Self {
        Self::new(line, None)
    }
}
