//! Colours by meaning. A status always has a marker as well, so that it is readable without colours.

use ratatui::style::{Color, Modifier, Style};

use crate::app::Theme;
use crate::model::Status;

/// The styles of one theme.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Palette {
    /// Secondary text.
    pub dim: Style,
    /// The plan was exceeded.
    pub exceeded: Style,
    /// The plan was met.
    pub met: Style,
    /// The plan was missed.
    pub missed: Style,
    /// The border and title of the pane with the focus.
    pub focus: Style,
    /// Letters that a query matched.
    pub matched: Style,
    /// Warnings and notices.
    pub warning: Style,
}

impl Palette {
    /// The styles of a theme. The dark and light themes use blue, green and vermilion of the
    /// colour-blind-safe palette of Okabe and Ito, or the nearest of the 256 colours that most terminals
    /// have.
    #[must_use]
    pub fn of(theme: Theme) -> Self {
        let plain = Style::new();
        let dim = plain.add_modifier(Modifier::DIM);
        let bold = plain.add_modifier(Modifier::BOLD);
        let underlined = bold.add_modifier(Modifier::UNDERLINED);
        let indexed = |index| plain.fg(Color::Indexed(index));
        match theme {
            Theme::Terminal => Self {
                dim,
                // Bold, as the plain ones are pale on white.
                exceeded: bold.fg(Color::Cyan),
                met: bold.fg(Color::Green),
                missed: bold.fg(Color::Red),
                focus: plain.fg(Color::Cyan),
                matched: underlined.fg(Color::Magenta),
                warning: plain.fg(Color::Magenta),
            },
            Theme::Dark => Self {
                dim: indexed(246),
                exceeded: indexed(74),
                met: indexed(36),
                missed: indexed(209).add_modifier(Modifier::BOLD),
                focus: indexed(74),
                matched: underlined.fg(Color::Indexed(221)),
                warning: indexed(221),
            },
            Theme::Light => Self {
                dim: indexed(241),
                exceeded: indexed(25),
                met: indexed(29),
                missed: indexed(130).add_modifier(Modifier::BOLD),
                focus: indexed(25),
                matched: underlined.fg(Color::Indexed(90)),
                warning: indexed(94),
            },
            Theme::None => Self {
                dim: plain,
                exceeded: plain,
                met: plain,
                missed: bold,
                focus: bold,
                matched: underlined,
                warning: bold,
            },
        }
    }

    /// The style of a status.
    #[must_use]
    pub fn status(&self, status: Status) -> Style {
        match status {
            Status::Exceeded => self.exceeded,
            Status::Met => self.met,
            Status::Missed => self.missed,
            // Neither good nor bad: no colour.
            Status::InProgress => Style::new(),
            Status::NotAssessed => self.dim,
        }
    }
}

/// The marker after a figure that failed a check.
pub const WARNING: &str = "!";

/// The sign of an indicator that the user marked.
pub const MARK: &str = "*";

/// The marker of a status.
#[must_use]
pub fn status_marker(status: Status) -> &'static str {
    match status {
        Status::Exceeded => "▲",
        Status::Met => "✓",
        Status::Missed => "✗",
        Status::InProgress => "◔",
        Status::NotAssessed => "·",
    }
}
