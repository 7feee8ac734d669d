//! The header: which dataset this is, and what its source says of itself.
//!
//! The source may count indicators that it does not name; that is said where the counts stand, so
//! that nobody takes the named ones for all.

use ratatui::layout::Rect;
use ratatui::style::{Modifier, Style};
use ratatui::text::{Line, Span};

use super::canvas::Canvas;
use super::indicators::status_counts;
use super::theme::sign;
use crate::model::{Dataset, Status, Totals};
use crate::text::fit;
use crate::text::safe::visible;

/// The lines of the header for a window: one if it all fits, else two, else the shorter forms.
pub(super) fn lines(canvas: &Canvas<'_>, screen: Rect) -> Vec<Line<'static>> {
    let width = usize::from(screen.width);
    let title = title(canvas, width);
    let told = [true, false].map(|long| totals(canvas, long));
    let beside = told[0].width() + title.width() + 3 <= width;
    if beside {
        let gap = width - told[0].width() - title.width() - 1;
        let [long, _] = told;
        let mut line = title;
        line.push_span(Span::raw(" ".repeat(gap)));
        line.spans.extend(long.spans);
        return vec![line];
    }
    let [long, short] = told;
    let told = if long.width() < width { long } else { short };
    if screen.height < 10 { vec![told] } else { vec![title, told] }
}

fn title(canvas: &Canvas<'_>, width: usize) -> Line<'static> {
    let program = Span::styled("chitieu", canvas.palette.focus);
    let Some((at, dataset)) = current(canvas) else {
        return Line::from(program);
    };
    let mut place = visible(&dataset.place).into_owned();
    let all = canvas.app.shared().collection.datasets().len();
    if all > 1 {
        place = format!("{place} ({}/{all})", at + 1);
    }
    let place = fit::cut(&place, width.saturating_sub(10)).into_owned();
    let used = 10 + fit::width(&place);
    let period = format!(" · {}", visible(&dataset.period));
    let period = fit::cut(&period, width.saturating_sub(used)).into_owned();
    let bold = Style::new().add_modifier(Modifier::BOLD);
    Line::from(vec![
        program,
        Span::raw(" · "),
        Span::styled(place, bold),
        Span::styled(period, canvas.palette.dim),
    ])
}

/// The dataset that the selection stands in.
fn current<'a>(canvas: &Canvas<'a>) -> Option<(usize, &'a Dataset)> {
    let datasets = canvas.app.shared().collection.datasets();
    let selected = canvas.app.selected_entry().map(|entry| entry.dataset);
    let at = selected.and_then(|held| datasets.iter().position(|d| std::ptr::eq(d, held)));
    let at = at.unwrap_or(0);
    datasets.get(at).map(|dataset| (at, dataset))
}

/// The report's own totals; where the source gives none, what can be counted.
fn totals(canvas: &Canvas<'_>, long: bool) -> Line<'static> {
    match current(canvas).and_then(|(_, dataset)| dataset.totals.as_ref()) {
        Some(totals) => published(canvas, totals, long),
        None => status_counts(canvas, canvas.app.shared().sections[0].counts),
    }
}

fn published(canvas: &Canvas<'_>, totals: &Totals, long: bool) -> Line<'static> {
    let (words, palette) = (canvas.words, &canvas.palette);
    let plan = match long {
        true => words.pick("chỉ tiêu kế hoạch", "plan indicators"),
        false => words.pick("KH", "plan"),
    };
    let mut spans = vec![Span::raw(format!("{} {plan}", totals.plan_indicators))];
    if let Some(reached) = totals.reached() {
        let sign = sign(Status::Met);
        // Not published: the source counts only those that missed their plan.
        let derived = format!("{} − {}", totals.plan_indicators, totals.missed);
        let text = match long {
            true => format!("  {sign} {reached} {} ({derived})", words.status_short(Status::Met)),
            false => format!(" {sign} {reached}"),
        };
        spans.push(Span::styled(text, palette.met));
    }
    let sign = sign(Status::Missed);
    let text = match long {
        true => format!("  {sign} {} {}", totals.missed, words.status_short(Status::Missed)),
        false => format!(" {sign} {}", totals.missed),
    };
    spans.push(Span::styled(text, palette.missed));
    let unnamed = words.not_named(totals);
    if !unnamed.is_empty() {
        spans.push(Span::raw(format!(" ({unnamed})")));
    }
    Line::from(spans)
}
