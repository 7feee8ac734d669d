//! A block of the comparison as a table: a line for each indicator, with its bar, and lines for what is left out.

use ratatui::style::{Modifier, Style};
use ratatui::text::{Line, Span};
use rust_decimal::Decimal;

use super::block_columns::{BlockRow, BlockWidths, SHORTEST_BAR};
use super::canvas::Canvas;
use super::compared_rows::{Compared, Ranked, RankedRows};
use super::length_bar;
use super::target_line::TargetLine;
use super::words::Words;
use crate::text::truncate;

/// The rows of a block with their texts, and the columns that these need.
pub(super) struct BlockTable<'a> {
    own: &'a Compared<'a>,
    ranked: &'a RankedRows<'a>,
    rows: Vec<BlockRow>,
    widths: BlockWidths,
}

impl<'a> BlockTable<'a> {
    /// The table in `width` columns, with a label for each row.
    pub(super) fn of(
        own: &'a Compared<'a>,
        ranked: &'a RankedRows<'a>,
        label: &dyn Fn(&Ranked<'_>) -> String,
        words: Words,
        width: usize,
    ) -> Self {
        let rows = ranked.rows.iter().map(|row| BlockRow::of(label(row), row, own, words));
        let rows: Vec<BlockRow> = rows.collect();
        let widths = BlockWidths::of(&rows, width, ranked.left_out.is_empty(), words);
        Self { own, ranked, rows, widths }
    }

    /// Whether a label or a figure is cut.
    pub(super) fn cuts(&self) -> bool {
        self.widths.cuts(&self.rows)
    }

    /// The same without percents, if a label would be cut next to them: a place without its name says less.
    pub(super) fn with_names_before_percents(self, words: Words, width: usize) -> Self {
        if self.widths.percent == 0 || !self.cuts() {
            return self;
        }
        let without = |row: BlockRow| BlockRow { percent: String::new(), ..row };
        let rows: Vec<BlockRow> = self.rows.into_iter().map(without).collect();
        let widths = BlockWidths::of(&rows, width, self.ranked.left_out.is_empty(), words);
        Self { rows, widths, ..self }
    }

    /// All lines: the heading, what is known of all rows, the rows, and how many are left out.
    pub(super) fn lines(
        &self,
        canvas: &Canvas<'_>,
        heading: &str,
        standing: Vec<Line<'static>>,
        width: usize,
    ) -> Vec<TargetLine> {
        let (words, dim) = (canvas.words, canvas.palette.dim);
        let heading = self.widths.heading(heading, width, words);
        let mut lines: Vec<TargetLine> = vec![Line::styled(heading, dim).into()];
        lines.extend(standing.into_iter().map(TargetLine::from));
        let remark = |text: String| TargetLine::from(Line::styled(format!("  {text}"), dim));
        let more = |at: usize| {
            let left_out = self.ranked.left_out.iter();
            let left_out = left_out.filter(move |(after, count)| *after == at && *count > 0);
            left_out.map(|(_, count)| remark(words.and_more_places(*count)))
        };
        let greatest = self.greatest_on_scale();
        for at in 0..self.rows.len() {
            lines.extend(more(at));
            lines.push(self.line(canvas, at, greatest));
        }
        lines.extend(more(self.rows.len()));
        if self.ranked.without > 0 {
            lines.push(remark(words.places_without_figures(self.ranked.without)));
        }
        lines.push(TargetLine::default());
        lines
    }

    /// The figure that the longest bar is for; `None` if no bars are drawn: that of a rank would be
    /// the longer the worse it is.
    fn greatest_on_scale(&self) -> Option<Decimal> {
        let on_scale = || self.ranked.rows.iter().filter(|row| row.is_on_scale);
        let figures = || on_scale().filter_map(|row| row.one.indicator.figure_or_rank());
        let draws = !self.own.indicator.is_place()
            && self.widths.bar >= SHORTEST_BAR
            && figures().all(|figure| figure >= Decimal::ZERO);
        figures().max().filter(|_| draws)
    }

    /// The line of a row.
    fn line(&self, canvas: &Canvas<'_>, at: usize, greatest: Option<Decimal>) -> TargetLine {
        let (row, widths, ranked) = (&self.rows[at], &self.widths, &self.ranked.rows[at]);
        let is_own = ranked.one.is(self.own);
        let figure = ranked.one.indicator.figure_or_rank().filter(|_| ranked.is_on_scale);
        let bar = figure
            .zip(greatest)
            .map(|(figure, greatest)| length_bar::text(figure, greatest, widths.bar));
        let bar = bar.unwrap_or_default();
        let style = if is_own { Style::new().add_modifier(Modifier::BOLD) } else { Style::new() };
        // One style for all others: each change of it costs bytes in each of many rows.
        let of_bar = if is_own { canvas.palette.focus } else { Style::new() };
        let label = truncate::pad(&self.cut_label(row), widths.label);
        let figure = truncate::cut(&row.figure, widths.figure);
        let figure = truncate::pad_left(&figure, widths.figure);
        let line = Line::from(vec![
            Span::styled(format!("{} {label} {figure} ", if is_own { "▸" } else { " " }), style),
            Span::styled(truncate::pad(&bar, widths.bar), of_bar),
            Span::styled(truncate::pad_left(&row.percent, widths.percent), style),
            Span::raw(widths.difference_of(row)),
        ]);
        TargetLine::new(line, Some(ranked.one.entry.index).filter(|_| !is_own))
    }

    /// The label of a row in its column; one that would be the same as another when it is cut keeps its end, which
    /// distinguishes it: "2. Huyện Ch… (Tiền Giang)".
    fn cut_label(&self, row: &BlockRow) -> String {
        let width = self.widths.label;
        let cut = |label: &str| truncate::cut(label, width).into_owned();
        let name = |label: &str| label.split_once(". ").map_or(label, |(_, name)| name).to_owned();
        let own = cut(&row.label);
        let is_same =
            |other: &&BlockRow| other.label != row.label && name(&cut(&other.label)) == name(&own);
        if own == row.label || self.rows.iter().filter(|other| is_same(other)).count() == 0 {
            return own;
        }
        truncate::cut_middle(&row.label, width)
    }
}
