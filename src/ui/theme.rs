//! Colours by meaning. A status always has a marker as well, so that it is readable without colours.

use ratatui::style::{Color, Modifier, Style};

use crate::app::Theme;
use crate::model::Status;

/// Blue, green and red of the 256 colours that contrast with black and with white by at least 4.5 to 1. No colour does
/// so with white and with a dark grey as well: with that of many editors, #1e1e1e, these have about 3.6 to 1, and the
/// dark theme has others.
const ON_BOTH: [u8; 3] = [63, 29, 131];
/// A magenta that does as well.
const WARNING_ON_BOTH: u8 = 163;

/// A grey that does as well: labels, borders and units do not weigh as much as values, and stay readable. What a
/// terminal makes of faint text is not known.
const DIM_ON_BOTH: u8 = 243;

/// The number of shades of a table.
pub(super) const SHADES: usize = 5;
/// Backgrounds from the best to the worst, from violet to grey: one hue, which no status has. For white and for black
/// text.
const ON_DARK: [u8; SHADES] = [92, 55, 54, 240, 236];
const ON_LIGHT: [u8; SHADES] = [177, 183, 189, 254, 255];
/// Backgrounds of figures whose plan was met, exceeded and missed, in colours that colour-blind readers distinguish.
const STATUS_ON_DARK: [u8; 3] = [23, 24, 94];
const STATUS_ON_LIGHT: [u8; 3] = [151, 153, 216];

fn shade(text: u8, background: u8) -> Style {
    Style::new().fg(Color::Indexed(text)).bg(Color::Indexed(background))
}

/// The styles of one theme. Texts and graphics are apart: on a background that is not known, text has the terminal's
/// own colour, which contrasts with it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Palette {
    /// Secondary text.
    pub dim: Style,
    /// Borders, of which each row has some: a colour for them would cost bytes on a slow line.
    pub(super) border: Style,
    /// Text: the plan was exceeded.
    pub exceeded: Style,
    /// Text: the plan was met.
    pub met: Style,
    /// Text: the plan was missed.
    pub missed: Style,
    /// Markers: exceeded, met, missed, not assessed.
    markers: [Style; 4],
    /// Bars: exceeded, met, missed.
    bars: [Style; 3],
    /// Cells of a table from the best to the worst: text and background, as the background is not the terminal's.
    shades: [Style; SHADES],
    /// Cells with a result whose plan was met, exceeded, missed.
    status_shades: [Style; 3],
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
        let bold = plain.add_modifier(Modifier::BOLD);
        let underlined = bold.add_modifier(Modifier::UNDERLINED);
        let indexed = |index| plain.fg(Color::Indexed(index));
        match theme {
            Theme::Terminal => Self {
                dim: indexed(DIM_ON_BOTH),
                border: plain.add_modifier(Modifier::DIM),
                exceeded: plain,
                met: plain,
                missed: bold,
                // Each change of colour costs bytes on a slow line, and their shapes differ: of the markers those that
                // need attention are bold, as no red contrasts with white and with a dark grey.
                markers: [plain, plain, bold, plain],
                bars: ON_BOTH.map(indexed),
                shades: ON_DARK.map(|back| shade(231, back)),
                status_shades: STATUS_ON_DARK.map(|back| shade(231, back)),
                // A thick border and a bold title show the focus.
                focus: plain,
                matched: underlined.fg(Color::Indexed(WARNING_ON_BOTH)),
                warning: indexed(WARNING_ON_BOTH),
            },
            Theme::Dark => Self {
                dim: indexed(246),
                border: indexed(246),
                exceeded: indexed(74),
                met: indexed(36),
                missed: indexed(209).add_modifier(Modifier::BOLD),
                markers: [74, 36, 209, 246].map(indexed),
                bars: [74, 36, 209].map(indexed),
                shades: ON_DARK.map(|back| shade(231, back)),
                status_shades: STATUS_ON_DARK.map(|back| shade(231, back)),
                focus: indexed(74),
                matched: underlined.fg(Color::Indexed(221)),
                warning: indexed(221),
            },
            Theme::Light => Self {
                dim: indexed(241),
                border: indexed(241),
                exceeded: indexed(25),
                met: indexed(29),
                missed: indexed(130).add_modifier(Modifier::BOLD),
                markers: [25, 29, 130, 241].map(indexed),
                bars: [25, 29, 130].map(indexed),
                shades: ON_LIGHT.map(|back| shade(16, back)),
                status_shades: STATUS_ON_LIGHT.map(|back| shade(16, back)),
                focus: indexed(25),
                matched: underlined.fg(Color::Indexed(90)),
                warning: indexed(94),
            },
            Theme::None => Self {
                dim: plain,
                border: plain,
                exceeded: plain,
                met: plain,
                missed: bold,
                markers: [plain, plain, bold, plain],
                bars: [plain, plain, bold],
                shades: [plain; SHADES],
                status_shades: [plain; 3],
                focus: bold,
                matched: underlined,
                warning: bold,
            },
        }
    }

    /// The style of the marker of a status.
    #[must_use]
    pub fn marker(&self, status: Status) -> Style {
        match status {
            Status::Exceeded => self.markers[0],
            Status::Met => self.markers[1],
            Status::Missed => self.markers[2],
            Status::InProgress => Style::new(),
            Status::NotAssessed => self.markers[3],
        }
    }

    /// The style of a bar of a status.
    #[must_use]
    pub fn bar(&self, status: Status) -> Style {
        match status {
            Status::Exceeded => self.bars[0],
            Status::Met => self.bars[1],
            Status::Missed => self.bars[2],
            Status::InProgress => Style::new(),
            Status::NotAssessed => self.dim,
        }
    }

    /// The style of a cell by its place from the best, 0, to the worst, 1000.
    #[must_use]
    pub(super) fn shade(&self, thousandths: usize) -> Style {
        self.shades[(thousandths * SHADES / 1000).min(SHADES - 1)]
    }

    /// The style of a cell with a result of a status; none where nothing is assessed.
    #[must_use]
    pub(super) fn shade_of(&self, status: Status) -> Style {
        match status {
            Status::Met => self.status_shades[0],
            Status::Exceeded => self.status_shades[1],
            Status::Missed => self.status_shades[2],
            Status::InProgress | Status::NotAssessed => Style::new(),
        }
    }

    /// The style of a text about a status.
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

/// The sign of an indicator or a number that is to be reviewed.
pub const TO_REVIEW: &str = "?";

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

#[cfg(test)]
mod tests {
    use super::*;

    /// The relative luminance of one of the 256 colours from the cube or the greys, as WCAG defines it.
    fn luminance(index: u8) -> f64 {
        let cube = [0.0, 95.0, 135.0, 175.0, 215.0, 255.0];
        let [red, green, blue] = match index {
            16..232 => [36, 6, 1].map(|step| cube[usize::from((index - 16) / step % 6)]),
            _ => [8.0 + 10.0 * f64::from(index - 232); 3],
        };
        let linear = |value: f64| match value / 255.0 {
            low if low <= 0.03928 => low / 12.92,
            high => ((high + 0.055) / 1.055).powf(2.4),
        };
        0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
    }

    /// The contrast of a style with black and with white; a style without a colour has the terminal's own.
    fn contrast(style: Style) -> Option<[f64; 2]> {
        match style.fg {
            Some(Color::Indexed(index)) => {
                let own = luminance(index) + 0.05;
                Some([own / 0.05, 1.05 / own])
            }
            None => None,
            Some(other) => panic!("{other} depends on the terminal"),
        }
    }

    #[test]
    fn shaded_cells_contrast_with_their_text() {
        for theme in [Theme::Terminal, Theme::Dark, Theme::Light] {
            let palette = Palette::of(theme);
            for style in palette.shades.into_iter().chain(palette.status_shades) {
                let (Some(Color::Indexed(text)), Some(Color::Indexed(back))) = (style.fg, style.bg)
                else {
                    panic!("{style:?}");
                };
                let (one, other) = (luminance(text) + 0.05, luminance(back) + 0.05);
                assert!(one.max(other) / one.min(other) >= 4.5, "{theme:?} {style:?}");
            }
        }
    }

    #[test]
    fn on_any_background_secondary_text_is_dim_and_a_missed_plan_bold() {
        let palette = Palette::of(Theme::Terminal);
        assert!(palette.dim.fg.is_some() && palette.border != Style::new());
        // A red that contrasts with white does not with a dark grey, such as that of many editors.
        let marker = palette.marker(Status::Missed);
        assert_eq!((marker.fg, marker.add_modifier), (None, Modifier::BOLD));
    }

    #[test]
    fn colours_contrast_with_their_background() {
        for (theme, backgrounds) in
            [(Theme::Terminal, &[0, 1][..]), (Theme::Dark, &[0]), (Theme::Light, &[1])]
        {
            let palette = Palette::of(theme);
            let Palette {
                dim, exceeded, met, missed, markers, bars, focus, matched, warning, ..
            } = palette;
            let texts = [dim, exceeded, met, missed, focus, matched, warning];
            for style in texts.into_iter().chain(markers).chain(bars) {
                let Some(contrast) = contrast(style) else { continue };
                for background in backgrounds {
                    assert!(contrast[*background] >= 4.5, "{theme:?} {style:?} {contrast:?}");
                }
            }
        }
    }
}
