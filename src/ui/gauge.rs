//! The gauge widget: a bar with a mark at 100 % of plan, on a scale that many gauges share.
//!
//! ```text
//!   ▇▇▇▇▇▇▇▇┃▇▇▌      125 %       bar, mark at 100 %, overshoot
//!   ▇▇▇▇▇▇▊ ┃          85 %       short of the plan
//!   ▇▇▇▇▇▇▇▇┃▇▇▇▇▸    past the end of the scale
//! ```
//!
//! Bars are drawn in eighths of a cell, and leave the top of a cell free, so that those of neighbouring rows do not
//! merge. The cells before the mark are 100 %: a plan met exactly fills them exactly. Any shortfall or excess shows
//! as at least a quarter of a cell, as less is not seen.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::widgets::Widget;
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

const EIGHTHS: [&str; 8] = [" ", "▏", "▎", "▍", "▌", "▋", "▊", "▉"];
const FULL: &str = "▇";
/// The least shortfall or excess that is drawn, in eighths of a cell.
const LEAST: u32 = 2;

/// A gauge of a percent of plan.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Gauge {
    percent: Decimal,
    scale_end: u32,
    bar: Style,
}

impl Gauge {
    /// A gauge on a scale from 0 to `scale_end` percent of plan.
    #[must_use]
    pub fn new(percent: Decimal, scale_end: u32) -> Self {
        Self { percent, scale_end: scale_end.max(100), bar: Style::new() }
    }

    /// The style of the bar.
    #[must_use]
    pub fn bar(self, bar: Style) -> Self {
        Self { bar, ..self }
    }

    /// Returns the cell of the mark, from 0, in a gauge of `width` cells.
    #[must_use]
    pub fn mark(&self, width: u16) -> u16 {
        let cells = u32::from(width.saturating_sub(1));
        u16::try_from(cells * 100 / self.scale_end).unwrap_or(0)
    }

    /// The length of the bar in eighths of a cell, before and after the mark, and whether it runs off the
    /// scale.
    fn eighths(&self, width: u16) -> (u32, u32, bool) {
        let before = u32::from(self.mark(width)) * 8;
        let after = u32::from(width.saturating_sub(1)) * 8 - before;
        let percent = self.percent.max(Decimal::ZERO);
        let hundred = Decimal::ONE_HUNDRED;
        let full = |share: Decimal| {
            share.checked_mul(Decimal::from(before)).map(|eighths| eighths / hundred)
        };
        if percent < hundred {
            let filled = full(percent).and_then(|eighths| eighths.round().to_u32()).unwrap_or(0);
            return (filled.min(before.saturating_sub(LEAST)), 0, false);
        }
        let over = full(percent - hundred)
            .map_or(u32::MAX, |eighths| eighths.round().to_u32().unwrap_or(u32::MAX));
        let over = if percent > hundred { over.max(LEAST) } else { 0 };
        (before, over.min(after), over > after)
    }
}

impl Widget for &Gauge {
    fn render(self, area: Rect, buffer: &mut Buffer) {
        let area = area.intersection(buffer.area);
        if area.width < 2 {
            return;
        }
        let mark = self.mark(area.width);
        let (before, after, off_scale) = self.eighths(area.width);
        for y in area.rows().map(|row| row.y) {
            draw_bar(buffer, area.x, y, mark, before, self.bar);
            // In the style of the bar: a change of style on both sides costs more than the mark.
            let style = if before + after > 0 { self.bar } else { Style::new() };
            buffer.set_string(area.x + mark, y, "┃", style);
            let rest = area.width - mark - 1;
            draw_bar(buffer, area.x + mark + 1, y, rest, after, self.bar);
            if off_scale {
                buffer.set_string(area.right() - 1, y, "▸", self.bar);
            }
        }
    }
}

fn draw_bar(buffer: &mut Buffer, x: u16, y: u16, cells: u16, eighths: u32, style: Style) {
    for cell in 0..cells {
        let filled = eighths.saturating_sub(u32::from(cell) * 8);
        match filled {
            0 => break,
            1..8 => buffer.set_string(x + cell, y, EIGHTHS[filled as usize], style),
            _ => buffer.set_string(x + cell, y, FULL, style),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn drawn(percent: &str, scale_end: u32, width: u16) -> String {
        let area = Rect::new(0, 0, width, 1);
        let mut buffer = Buffer::empty(area);
        Gauge::new(percent.parse().unwrap(), scale_end).render(area, &mut buffer);
        buffer.content.iter().map(ratatui::buffer::Cell::symbol).collect()
    }

    #[test]
    fn a_met_plan_fills_the_cells_before_the_mark() {
        assert_eq!(drawn("100", 160, 17), "▇▇▇▇▇▇▇▇▇▇┃      ");
        assert_eq!(drawn("150", 160, 17), "▇▇▇▇▇▇▇▇▇▇┃▇▇▇▇▇ ");
        assert_eq!(drawn("0", 160, 17), "          ┃      ");
        assert_eq!(drawn("50", 160, 17), "▇▇▇▇▇     ┃      ");
    }

    #[test]
    fn the_least_excess_and_shortfall_are_visible() {
        assert_eq!(drawn("100.0001", 160, 17), "▇▇▇▇▇▇▇▇▇▇┃▎     ");
        assert_eq!(drawn("99.9999", 160, 17), "▇▇▇▇▇▇▇▇▇▊┃      ");
    }

    #[test]
    fn a_bar_past_the_scale_ends_in_an_arrow() {
        assert_eq!(drawn("164.8", 160, 17), "▇▇▇▇▇▇▇▇▇▇┃▇▇▇▇▇▸");
        assert_eq!(drawn("79228162514264337593543950335", 160, 17), "▇▇▇▇▇▇▇▇▇▇┃▇▇▇▇▇▸");
        assert_eq!(drawn("160", 160, 17), "▇▇▇▇▇▇▇▇▇▇┃▇▇▇▇▇▇");
    }

    #[test]
    fn a_negative_percent_has_no_bar() {
        assert_eq!(drawn("-5", 160, 17), "          ┃      ");
    }

    proptest! {
        #[test]
        fn a_greater_percent_is_never_drawn_shorter(a in 0u32..40_000, b in 0u32..40_000, width in 2u16..120, end in 100u32..300) {
            let (low, high) = (a.min(b), a.max(b));
            let length = |percent: u32| {
                let gauge = Gauge::new(Decimal::new(i64::from(percent), 2), end);
                let (before, after, _) = gauge.eighths(width);
                before + after
            };
            prop_assert!(length(low) <= length(high));
        }
    }
}
