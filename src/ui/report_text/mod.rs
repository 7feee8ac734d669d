//! The reading view: the paragraphs of a draft's source, each number with the sign and the colour of what became of
//! it, and below them what the selected number is.
//!
//! ```text
//!   2  Tổng thu ngân sách ước đạt 1.035✓ tỷ đồng, đạt 100✓% kế hoạch; có 12! mô hình mới.
//! ```

mod marked_paragraph;
mod number_meaning;

use ratatui::layout::Rect;
use ratatui::style::{Modifier, Style};
use ratatui::text::{Line, Span};

use super::canvas::Canvas;
use super::facts;
use super::layout;
use super::viewport;
use crate::app::{OpenText, Target};
use crate::dataset::{NumberState, ReviewedNumber};
use crate::text::sanitize::visible;
use crate::text::truncate;
use marked_paragraph::MarkedParagraph;

/// The width of the number of a paragraph and the spaces after it.
const MARGIN: u16 = 5;
/// The columns of a border that its titles do not have, and one between them.
const TITLE_BORDERS: usize = 8;
/// The most lines about the selected number.
const ABOUT: usize = 3;

pub(super) fn render(canvas: &mut Canvas<'_>, area: Rect) {
    let Some(report) = canvas.app.text() else { return };
    let data = canvas.app.catalog().collection.datasets().get(report.dataset);
    let Some(source) = data.and_then(|data| data.source.as_ref()) else { return };
    let words = canvas.words;
    let title = format!("{} · {}", words.source_text(), visible(&source.title));
    let open = [NumberState::ToReview, NumberState::Unread].map(|state| report.count(state));
    let position = (report.selected + 1).min(report.numbers.len());
    let position = format!("{position}/{}", report.numbers.len());
    let counts = format!("{} · {position}", words.open_numbers(open[0], open[1]));
    // The counts say more than the end of a long title; where they have no room, it has theirs.
    let room_next_to = |right: &str| {
        usize::from(area.width).saturating_sub(truncate::width(right) + TITLE_BORDERS)
    };
    let fits = |right: &String| room_next_to(right) >= truncate::width(words.source_text());
    let right = [counts, position].into_iter().find(fits).unwrap_or_default();
    let title = truncate::cut(&title, room_next_to(&right).max(1));
    let inner = canvas.pane(area, &title, &right, true);
    canvas.cursor(inner.x, inner.y);
    // As in other panes, no text touches the border.
    let margin = u16::from(inner.width > 20);
    let room = Rect { x: inner.x + margin, width: inner.width - 2 * margin, ..inner };
    let about = about(canvas, report, room.width.into());
    let lines = u16::try_from(about.len()).unwrap_or(0).min(inner.height / 2);
    let text = Rect { height: inner.height - lines, ..inner };
    paragraphs(canvas, report, &source.text, area, text);
    let below = Rect { y: text.bottom(), height: lines, ..room };
    for (place, line) in below.rows().zip(&about) {
        canvas.line(place, line);
    }
}

fn paragraphs(canvas: &mut Canvas<'_>, report: &OpenText, text: &[String], pane: Rect, area: Rect) {
    let list = layout::left_of_scrollbar(area);
    let width = usize::from(list.width.saturating_sub(MARGIN));
    let marked = |row: usize| {
        let paragraph = text.get(row).map_or("", String::as_str);
        MarkedParagraph::of(paragraph, row, report)
    };
    let page = usize::from(list.height);
    let height = |row: usize| marked(row).height(width).min(page.max(1));
    let view = viewport::view(report.paragraphs, text.len(), page, height);
    let mut y = list.y;
    // One more than fits whole: the rest of the page is not empty.
    for row in view.top..(view.top + view.page + 1).min(text.len()) {
        let paragraph = marked(row);
        let free = usize::from(list.bottom().saturating_sub(y));
        let lines = paragraph.lines(width, &canvas.palette);
        // If a paragraph is higher than the page, the lines around the selected number are shown.
        let selected = lines.iter().position(|line| line.selected.is_some());
        let skip = selected.filter(|at| *at >= free).map_or(0, |at| at + 1 - free.div_ceil(2));
        for (at, line) in lines.into_iter().skip(skip).take(free).enumerate() {
            let place = Rect { y, height: 1, ..list };
            if at + skip == 0 {
                let number = Line::styled(format!("{:>3}", row + 1), canvas.palette.dim);
                canvas.line(place, &number);
            }
            let room =
                Rect { x: list.x + MARGIN, width: list.width.saturating_sub(MARGIN), ..place };
            canvas.line(room, &line.line);
            for (column, width, number) in line.targets {
                let x = room.x + u16::try_from(column).unwrap_or(0);
                let width = u16::try_from(width).unwrap_or(0).min(room.right().saturating_sub(x));
                canvas.target(Rect { x, width, ..room }, Target::Number(number));
            }
            if let Some(column) = line.selected {
                canvas.cursor(room.x + u16::try_from(column).unwrap_or(0), y);
            }
            y += 1;
        }
    }
    canvas.scrollbar(Rect { height: area.height + 2, ..pane }, view);
    canvas.frame.text = Some(view);
}

/// What the selected number is: its state, the indicator whose figure it is, and why that is to be reviewed.
fn about(canvas: &Canvas<'_>, report: &OpenText, width: usize) -> Vec<Line<'static>> {
    let words = canvas.words;
    let dim = canvas.palette.dim;
    let Some(number) = report.number() else {
        return vec![Line::styled(words.no_numbers(), dim)];
    };
    let sign = marked_paragraph::sign(number.state);
    let state = words.number_state(number.state, number.fate);
    let place = words.paragraph_and_sentence(number.paragraph, number.sentence);
    let meaning = number_meaning(canvas, report, number);
    let meaning = meaning.map(|meaning| format!("→ {meaning} · ")).unwrap_or_default();
    let head = format!("{} {meaning}{sign} {state} · {place}", visible(&number.text));
    let bold = Style::new().add_modifier(Modifier::BOLD);
    let mut lines = vec![Line::styled("─".repeat(width), dim)];
    lines.push(Line::styled(truncate::cut(&head, width).into_owned(), bold));
    lines.extend(indicator(canvas, report, number, width));
    lines
}

/// What the selected number was read as.
fn number_meaning(
    canvas: &Canvas<'_>,
    report: &OpenText,
    number: &ReviewedNumber,
) -> Option<String> {
    let data = canvas.app.catalog().collection.datasets().get(report.dataset)?;
    let indicator = data.indicators.get(number.indicator?)?;
    number_meaning::meaning(&number.text, &indicator, canvas.words)
}

fn indicator(
    canvas: &Canvas<'_>,
    report: &OpenText,
    number: &ReviewedNumber,
    width: usize,
) -> Vec<Line<'static>> {
    let words = canvas.words;
    let collection = &canvas.app.catalog().collection;
    let at = number.indicator.map(|local| collection.start_of(report.dataset) + local);
    let Some(entry) = at.and_then(|at| collection.get(at)) else { return Vec::new() };
    let indicator = entry.indicator();
    let figure = facts::actual(&entry, &indicator, words);
    let percent = facts::percent(&indicator, words);
    let parts = [figure, Some(percent).filter(|percent| !percent.is_empty())];
    let parts: Vec<String> = parts.into_iter().flatten().collect();
    let text = format!("{}: {}", visible(&indicator.name), parts.join(" · "));
    let wrapped = truncate::wrap(&text, width, ABOUT - 1);
    let mut lines: Vec<Line<'static>> = wrapped.into_iter().map(Line::raw).collect();
    if !indicator.review.is_empty() {
        let doubts: Vec<String> = indicator.review.iter().map(|one| words.doubt(one)).collect();
        let text = truncate::cut(&doubts.join("; "), width.saturating_sub(2)).into_owned();
        let sign = Span::styled(format!("{} ", super::theme::TO_REVIEW), canvas.palette.warning);
        lines.push(Line::from(vec![sign, Span::styled(text, canvas.palette.warning)]));
    }
    lines
}
