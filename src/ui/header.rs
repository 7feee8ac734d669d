//! The header: which dataset this is, and what its source says of itself.
//!
//! The source may count indicators that it does not name; that is said where the counts stand, so
//! that nobody takes the named ones for all.

use ratatui::layout::Rect;
use ratatui::style::{Modifier, Style};
use ratatui::text::{Line, Span};

use super::canvas::Canvas;
use super::status_counts;
use super::theme::sign;
use crate::model::{Dataset, Status, Totals};
use crate::text::fit;
use crate::text::safe::visible;

/// The lines of the header for a window: one if it all fits, else two, else the shorter forms.
pub(super) fn lines(canvas: &Canvas<'_>, screen: Rect) -> Vec<Line<'static>> {
    let width = usize::from(screen.width);
    let title = title(canvas, width);
    let long = totals(canvas, Form::Long);
    if long.width() + title.width() + 3 <= width {
        let gap = width - long.width() - title.width() - 1;
        let mut line = title;
        line.push_span(Span::raw(" ".repeat(gap)));
        line.spans.extend(long.spans);
        return vec![line];
    }
    let forms = [long, totals(canvas, Form::Short)];
    let fits = forms.into_iter().find(|told| told.width() <= width);
    let told = fits.unwrap_or_else(|| totals(canvas, Form::Shortest));
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
    let period = visible(&dataset.period);
    let period = if period.is_empty() { String::new() } else { format!(" · {period}") };
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

/// How much is told of the totals, by the room there is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Form {
    Long,
    Short,
    Shortest,
}

/// The report's own totals; where the source gives none, what can be counted.
fn totals(canvas: &Canvas<'_>, form: Form) -> Line<'static> {
    match current(canvas).and_then(|(_, dataset)| dataset.totals.as_ref()) {
        Some(totals) => published(canvas, totals, form),
        None => status_counts::line(canvas.app.shared().sections[0].counts, 2, &canvas.palette),
    }
}

fn published(canvas: &Canvas<'_>, totals: &Totals, form: Form) -> Line<'static> {
    let (words, palette) = (canvas.words, &canvas.palette);
    let (all, missed) = (totals.plan_indicators, totals.missed);
    let (met, short) = (sign(Status::Met), sign(Status::Missed));
    let unnamed = words.not_named(totals, form == Form::Shortest);
    let unnamed = if unnamed.is_empty() { unnamed } else { format!(" ({unnamed})") };
    if form == Form::Shortest {
        let told = Span::styled(format!("{short} {missed}/{all}"), palette.missed);
        return Line::from(vec![told, Span::raw(unnamed)]);
    }
    let long = form == Form::Long;
    let mut spans = vec![Span::raw(format!("{all} {}", words.plan_indicators(long)))];
    if let Some(reached) = totals.reached() {
        // Not published: the source counts only those that missed their plan.
        let text = if long {
            format!("  {met} {reached} {} ({all} − {missed})", words.status_short(Status::Met))
        } else {
            format!(" {met} {reached}")
        };
        spans.push(Span::styled(text, palette.met));
    }
    let text = if long {
        format!("  {short} {missed} {}", words.status_short(Status::Missed))
    } else {
        format!(" {short} {missed}")
    };
    spans.push(Span::styled(text, palette.missed));
    spans.push(Span::raw(unnamed));
    Line::from(spans)
}
