//! The legend of the comparison: what the signs and shades in the cells mean; only of those that are on the screen.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::{Color, Style};
use ratatui::text::{Line, Span};

use super::compared_cell::{BEST, ESTIMATE, WORST};
use crate::app::{Comparison, Measure, Turn};
use crate::model::Status;
use crate::ui::canvas::Canvas;
use crate::ui::theme::{Palette, SHADES, WARNING, status_marker};

/// What is between two entries.
const GAP: &str = "  ";
/// The sign of what is derived.
const DERIVED: &str = "≈";

/// An entry of the legend.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum LegendItem {
    /// A sign and what it means.
    Sign { sign: &'static str, text: String },
    /// The shades between two words, for the worst and the best.
    Shades { worst: &'static str, best: &'static str },
    /// A remark about all figures.
    Remark(&'static str),
}

/// The entries of those signs that the table may have, whichever part of it is in view.
pub(super) fn items(canvas: &Canvas<'_>, comparison: &Comparison) -> Vec<LegendItem> {
    let (words, figures) = (canvas.words, comparison.figures());
    if comparison.grid().turn() == Turn::SmallMultiples {
        return Vec::new();
    }
    let sign = |sign, text: &str| LegendItem::Sign { sign, text: text.to_owned() };
    let mut items = Vec::new();
    if figures.weighing().has_extremes() {
        let is_down = figures.weighing().is_down();
        items.push(sign(BEST, words.best_of_line(is_down)));
        items.push(sign(WORST, words.worst_of_line(is_down)));
        if !figures.has_status() && canvas.palette.shade(0) != Style::new() {
            let [worst, best] = words.ends_of_shades();
            items.push(LegendItem::Shades { worst, best });
        }
    }
    if comparison.measure() == Measure::Rank && comparison.has_ranks_by_size() {
        items.push(LegendItem::Remark(words.ranked_by_size()));
    }
    let stages = [false, true].map(|stage| comparison.grid().has_estimate(stage));
    if stages.contains(&true) {
        items.push(sign(ESTIMATE, words.stages(stages)));
    }
    if figures.has_derived() {
        items.push(sign(DERIVED, words.derived()));
    }
    if canvas.app.catalog().has_unread_rows() {
        items.push(sign(WARNING, words.unread_sign()));
    }
    if figures.has_status() {
        let is_there = |status: &Status| comparison.grid().has(*status);
        let assessed = Status::ALL.into_iter().filter(|status| *status != Status::NotAssessed);
        let assessed = assessed.filter(is_there);
        items.extend(assessed.map(|one| sign(status_marker(one), words.status_short(one))));
    }
    items
}

/// Those entries whose signs are in an area that has been drawn.
pub(super) fn shown(items: Vec<LegendItem>, canvas: &Canvas<'_>, area: Rect) -> Vec<LegendItem> {
    let buffer: &Buffer = canvas.buffer;
    let area = area.intersection(buffer.area);
    let any = |is: &dyn Fn(&ratatui::buffer::Cell) -> bool| {
        area.positions().any(|at| buffer.cell(at).is_some_and(is))
    };
    let is_shown = |item: &LegendItem| match item {
        LegendItem::Sign { sign, .. } => any(&|cell| cell.symbol() == *sign),
        LegendItem::Shades { .. } => any(&|cell| cell.bg != Color::Reset),
        LegendItem::Remark(_) => true,
    };
    items.into_iter().filter(is_shown).collect()
}

/// The entries in lines of `width` columns: a sign without a meaning says nothing.
pub(super) fn lines(items: &[LegendItem], width: usize, palette: Palette) -> Vec<Line<'static>> {
    let mut lines: Vec<Line<'static>> = Vec::new();
    for item in items {
        let spans = item.spans(palette);
        let own: usize = spans.iter().map(Span::width).sum();
        match lines.last_mut().filter(|line| line.width() + GAP.len() + own <= width) {
            Some(line) => {
                line.spans.push(Span::styled(GAP, palette.dim));
                line.spans.extend(spans);
            }
            None => lines.push(Line::from(spans)),
        }
    }
    lines
}

impl LegendItem {
    fn spans(&self, palette: Palette) -> Vec<Span<'static>> {
        match self {
            Self::Sign { sign, text } => vec![Span::styled(format!("{sign} {text}"), palette.dim)],
            Self::Remark(text) => vec![Span::styled(*text, palette.dim)],
            Self::Shades { worst, best } => {
                let thousandths = |at: usize| (2 * at + 1) * 1000 / (2 * SHADES);
                let shade = |at| Span::styled("  ", palette.shade(thousandths(at)));
                let word = |text: &str| Span::styled(text.to_owned(), palette.dim);
                let shades = (0..SHADES).rev().map(shade);
                let first = word(&format!("{worst} "));
                [first].into_iter().chain(shades).chain([word(&format!(" {best}"))]).collect()
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::Theme;

    #[test]
    fn entries_wrap_and_shades_are_a_key() {
        let sign = LegendItem::Sign { sign: BEST, text: "tốt nhất".to_owned() };
        let shades = LegendItem::Shades { worst: "kém", best: "tốt" };
        let palette = Palette::of(Theme::Dark);
        let items = [sign, shades];
        let text = |width| -> Vec<String> {
            lines(&items, width, palette).iter().map(|line| line.to_string()).collect()
        };
        assert_eq!(text(40), ["◆ tốt nhất  kém            tốt"]);
        assert_eq!(text(20), ["◆ tốt nhất", "kém            tốt"]);
        let drawn = lines(&items[1..], 40, palette);
        assert_eq!(drawn[0].spans.iter().filter(|span| span.style.bg.is_some()).count(), SHADES);
        assert!(lines(&[], 40, palette).is_empty());
    }
}
