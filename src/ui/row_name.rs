//! The name of a row with what follows it: period, whole, figure, unit, dataset. Matched letters are highlighted, what
//! follows is secondary, and a name that is too long is cut before its unit.

use std::ops::Range;

use ratatui::style::{Modifier, Style};
use ratatui::text::{Line, Span};

use super::sparkline::TimeAxis;
use super::words::Words;
use crate::app::{ChangeBefore, DatasetLabel};
use crate::model::{Period, Series};
use crate::text::sanitize::visible;
use crate::text::truncate;

/// What is shown with a name: matched letters, figure, unit, dataset, period.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct NameDetails<'a> {
    /// The matched byte ranges of the name.
    pub(super) places: &'a [Range<usize>],
    /// The figure, if it is shown after the name rather than in a column; else empty.
    pub(super) figure: &'a str,
    /// The unit, if it is shown after the name; else empty.
    pub(super) unit: &'a str,
    /// The matched byte ranges of the unit.
    pub(super) unit_places: &'a [Range<usize>],
    /// The whole that it is a part of, in a list that does not show it as a part; else empty.
    pub(super) whole: &'a str,
    /// The dataset in a list over several, and the words for it.
    pub(super) dataset: Option<(DatasetLabel<'a>, Words)>,
    /// The period of the figure, if it differs from the dataset's.
    pub(super) period: Option<Period>,
    /// Whether the user marked the indicator.
    pub(super) marked: bool,
    /// The series, if a sparkline is shown.
    pub(super) series: Option<&'a Series>,
    /// The periods that the sparklines of the list have in common.
    pub(super) axis: Option<TimeAxis>,
    /// The change against the period before.
    pub(super) change: Option<ChangeBefore>,
    /// Whether it is to be reviewed.
    pub(super) to_review: bool,
    /// Whether a cell of it could not be read as written.
    pub(super) is_unread: bool,
    /// Whether its percent of plan is left out.
    pub(super) hides_percent: bool,
    /// The number of wholes above it, in a list that is a tree.
    pub(super) depth: usize,
    /// The sign of a whole: folded or not.
    pub(super) fold: Option<Fold>,
}

/// Whether a list shows the parts of a whole.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Fold {
    /// It does.
    Open,
    /// It does not.
    Folded,
    /// It has none, while other rows of the list have some.
    NoParts,
}

impl Fold {
    /// The columns of the sign, with the space after it.
    pub(super) const SIGN: usize = 2;
}

impl NameDetails<'_> {
    /// The columns before the name in a list of `width` for names.
    pub(super) fn indent(&self, width: usize) -> usize {
        let sign = if self.fold.is_some() { Fold::SIGN } else { 0 };
        (2 * self.depth + sign).min(width / 2)
    }
}

/// The widest figure or unit whose words stay in one line.
const SHORT_UNIT: usize = 16;

/// The styles of a name.
#[derive(Debug, Clone, Copy)]
pub(super) struct NameStyles {
    /// Of the name itself.
    pub(super) name: Style,
    /// Of what follows it.
    pub(super) secondary: Style,
    /// Of matched letters.
    pub(super) matched: Style,
}

impl NameStyles {
    /// One style for all but the matched letters.
    pub(super) fn plain(name: Style, matched: Style) -> Self {
        Self { name, secondary: name, matched }
    }
}

/// A name as it is shown, with the byte ranges that a query matched.
#[derive(Debug, Default)]
pub(super) struct RowName {
    text: String,
    matched: Vec<Range<usize>>,
    /// Where the secondary text begins; the name is before it.
    secondary: Option<usize>,
    /// Where figure and unit begin, which are kept if the name is cut.
    kept: Option<usize>,
    /// The spaces at which no line ends: between a separator and what follows it, and within a short unit.
    glued: Vec<usize>,
}

impl RowName {
    /// A name with what follows it.
    pub(super) fn new(name: &str, details: NameDetails<'_>) -> Self {
        let NameDetails { places, figure, unit, unit_places, whole, dataset, period, .. } = details;
        let mut shown = Self::default();
        shown.push(name, places);
        if let Some(period) = period {
            shown.text.push_str(&format!(" ({})", period.code()));
        }
        shown.secondary = Some(shown.text.len());
        shown.push_after(" · ", whole, &[]);
        shown.kept = Some(shown.text.len());
        shown.push_after(" · ", figure, &[]);
        shown.push_after(if figure.is_empty() { " · " } else { " " }, unit, unit_places);
        let dataset = dataset.map(|(label, words)| words.dataset_label(label)).unwrap_or_default();
        shown.push_after(" · ", &dataset, &[]);
        shown
    }

    /// Adds a text with its matched byte ranges.
    pub(super) fn push(&mut self, text: &str, places: &[Range<usize>]) {
        let mut at = 0;
        for place in places {
            let (Some(before), Some(hit)) = (text.get(at..place.start), text.get(place.clone()))
            else {
                continue;
            };
            self.text.push_str(&visible(before));
            let start = self.text.len();
            self.text.push_str(&visible(hit));
            self.matched.push(start..self.text.len());
            at = place.end;
        }
        self.text.push_str(&visible(&text[at..]));
    }

    fn push_after(&mut self, separator: &str, text: &str, places: &[Range<usize>]) {
        if text.is_empty() {
            return;
        }
        let before = self.text.len();
        self.text.push_str(separator);
        self.glued.push(self.text.len() - 1);
        let start = self.text.len();
        self.push(text, places);
        let added = &self.text[start..];
        if truncate::width(added) <= SHORT_UNIT {
            // The last word goes with a short text: a unit alone in a line belongs to nothing.
            let last = self.text[..before].rsplit(' ').next().unwrap_or_default();
            if truncate::width(last) + truncate::width(added) <= SHORT_UNIT {
                self.glued.push(before);
            }
            self.glued.extend(added.match_indices(' ').map(|(at, _)| start + at));
        }
    }

    /// The byte range of each line in `width` columns.
    fn ranges(&self, width: usize) -> Vec<Range<usize>> {
        let mut text = self.text.clone();
        for at in &self.glued {
            // No other byte of a text is a space.
            text.replace_range(at..&(at + 1), "_");
        }
        truncate::lines(&text, width)
    }

    /// The number of lines in `width` columns.
    pub(super) fn height(&self, width: usize) -> usize {
        if truncate::width(&self.text) <= width { 1 } else { self.ranges(width).len().max(1) }
    }

    /// The name in at most `count` lines of `width`; if something does not fit, the last ends in … and what is kept
    /// after a name.
    pub(super) fn lines(&self, width: usize, count: usize, styles: NameStyles) -> Vec<Line<'_>> {
        let ranges = self.ranges(width);
        let last = count.min(ranges.len()).saturating_sub(1);
        let is_cut = ranges.len() > count;
        let line = |(at, range): (usize, Range<usize>)| {
            if at == last {
                self.last_line(range, is_cut, width, styles)
            } else {
                self.spans(range, styles)
            }
        };
        ranges.into_iter().take(count).enumerate().map(line).collect()
    }

    /// The last line, which begins where `range` does.
    fn last_line(
        &self,
        range: Range<usize>,
        is_cut: bool,
        width: usize,
        styles: NameStyles,
    ) -> Line<'_> {
        let end = self.text.trim_end().len().max(range.start);
        // A unit is kept unless it takes most of the line, or the line begins in it.
        let kept = self.kept.filter(|kept| is_cut && *kept > range.start).unwrap_or(end);
        let kept_width = truncate::width(&self.text[kept..end]);
        let (kept, kept_width) =
            if kept_width * 3 <= width * 2 { (kept, kept_width) } else { (end, 0) };
        let whole = &self.text[range.start..kept];
        let shown = truncate::cut(whole, width - kept_width);
        let shown_len = shown.trim_end_matches('…').len();
        let cut = shown.len() != whole.len() || shown != whole;
        let name_end = if cut { range.start + shown_len } else { kept };
        let mut line = self.spans(range.start..name_end, styles);
        if cut {
            line.push_span(Span::styled("…", styles.name));
        }
        line.spans.extend(self.spans(kept..end, styles).spans);
        line
    }

    fn spans(&self, range: Range<usize>, styles: NameStyles) -> Line<'_> {
        let secondary = self.secondary.unwrap_or(self.text.len()).clamp(range.start, range.end);
        let mut spans = Vec::new();
        let parts =
            [(range.start..secondary, styles.name), (secondary..range.end, styles.secondary)];
        for (part, style) in parts.into_iter().filter(|(part, _)| !part.is_empty()) {
            self.push_spans(&mut spans, part, style, styles.matched);
        }
        Line::from(spans)
    }

    /// Adds a part of one style, with its matched letters.
    fn push_spans<'a>(
        &'a self,
        spans: &mut Vec<Span<'a>>,
        range: Range<usize>,
        style: Style,
        matched: Style,
    ) {
        let mut at = range.start;
        for place in &self.matched {
            let (start, end) = (place.start.clamp(at, range.end), place.end.clamp(at, range.end));
            if start < end {
                spans.push(Span::styled(&self.text[at..start], style));
                spans.push(Span::styled(&self.text[start..end], on_selection(style, matched)));
                at = end;
            }
        }
        spans.push(Span::styled(&self.text[at..range.end], style));
    }
}

/// The style of matched letters in a name. In reverse video a colour would become a coloured block: there
/// they are only underlined and bold.
fn on_selection(name: Style, matched: Style) -> Style {
    if name.add_modifier.contains(Modifier::REVERSED) {
        name.add_modifier(matched.add_modifier)
    } else {
        name.patch(matched)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(name: &str, details: NameDetails<'_>, width: usize, count: usize) -> Vec<String> {
        let styles = NameStyles::plain(Style::new(), Style::new());
        let name = RowName::new(name, details);
        name.lines(width, count, styles).iter().map(Line::to_string).collect()
    }

    #[test]
    fn the_unit_follows_the_name_and_is_kept_when_it_is_cut() {
        let name = "Tổng mức bán lẻ hàng hóa và doanh thu dịch vụ";
        let details = NameDetails { unit: "tỷ đồng", ..NameDetails::default() };
        assert_eq!(lines(name, details, 60, 3), [format!("{name} · tỷ đồng")]);
        assert_eq!(
            lines(name, details, 30, 3),
            ["Tổng mức bán lẻ hàng hóa và", "doanh thu dịch vụ · tỷ đồng"]
        );
        assert_eq!(lines(name, details, 30, 1), ["Tổng mức bán lẻ hàn… · tỷ đồng"]);
        // A unit that takes most of the line is cut with the name.
        assert_eq!(lines(name, details, 14, 1), ["Tổng mức bán…"]);
        assert_eq!(
            lines(name, details, 48, 2),
            ["Tổng mức bán lẻ hàng hóa và doanh thu dịch", "vụ · tỷ đồng"]
        );
        let details = NameDetails { figure: "10.120", ..details };
        assert_eq!(lines("Bán lẻ", details, 40, 1), ["Bán lẻ · 10.120 tỷ đồng"]);
    }
}
