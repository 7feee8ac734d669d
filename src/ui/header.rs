//! The header: the name of the dataset and the totals that its source publishes.
//!
//! The source may count indicators that it does not name. The header says so next to the counts, so that the
//! named indicators are not taken for all of them.

use ratatui::layout::Rect;
use ratatui::style::{Modifier, Style};
use ratatui::text::{Line, Span};

use super::canvas::Canvas;
use super::status_counts;
use super::theme::status_marker;
use crate::app::Scope;
use crate::model::{Dataset, Status, Totals};
use crate::text::sanitize::visible;
use crate::text::truncate;

/// The most lines for the error of a file that could not be loaded.
const ERROR_LINES: u16 = 3;

/// The lines of the header for a window; the error of a file comes first.
pub(super) fn lines(canvas: &Canvas<'_>, screen: Rect) -> Vec<Line<'static>> {
    let mut lines = load_error(canvas, screen);
    lines.extend(title_and_totals(canvas, screen));
    lines
}

/// Why the shown data is not the current content of a file.
fn load_error(canvas: &Canvas<'_>, screen: Rect) -> Vec<Line<'static>> {
    let Some(error) = canvas.app.load_error() else { return Vec::new() };
    let mut reasons = error.lines();
    let first = visible(reasons.next().unwrap_or_default()).into_owned();
    let label = match canvas.app.has_unopened_files() {
        true => canvas.words.others_are_shown(),
        false => canvas.words.old_data_stays(),
    };
    let text = format!("! {label}: {first}");
    let text = match reasons.count() {
        0 => text,
        more => format!("{text} {}", canvas.words.and_more(more)),
    };
    let most = ERROR_LINES.min(screen.height / 6).max(1);
    let wrapped = truncate::wrap(&text, screen.width.into(), most.into());
    wrapped.into_iter().map(|line| Line::styled(line, canvas.palette.warning)).collect()
}

/// Title and totals on one line if they fit, else on two, the totals as long as they fit.
fn title_and_totals(canvas: &Canvas<'_>, screen: Rect) -> Vec<Line<'static>> {
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
    let forms = [long, totals(canvas, Form::Medium), totals(canvas, Form::Short)];
    let fits = forms.into_iter().find(|line| line.width() <= width);
    let totals = fits.unwrap_or_else(|| totals(canvas, Form::Shortest));
    if screen.height < 10 { vec![totals] } else { vec![title, totals] }
}

fn title(canvas: &Canvas<'_>, width: usize) -> Line<'static> {
    let program = Span::styled("chitieu", canvas.palette.focus);
    let Some((at, dataset)) = current(canvas) else {
        return Line::from(program);
    };
    let mut place = visible(&canvas.words.place(&dataset.place)).into_owned();
    let all = canvas.app.catalog().collection.datasets().len();
    if all > 1 {
        place = format!("{place} ({}/{all})", at + 1);
    }
    let place = truncate::cut(&place, width.saturating_sub(10)).into_owned();
    let used = 10 + truncate::width(&place);
    let period = visible(&dataset.period);
    let period = if period.is_empty() { String::new() } else { format!(" · {period}") };
    let period = truncate::cut(&period, width.saturating_sub(used)).into_owned();
    let bold = Style::new().add_modifier(Modifier::BOLD);
    Line::from(vec![
        program,
        Span::raw(" · "),
        Span::styled(place, bold),
        Span::styled(period, canvas.palette.dim),
    ])
}

/// The position and the dataset of the selected indicator.
fn current<'a>(canvas: &Canvas<'a>) -> Option<(usize, &'a Dataset)> {
    let datasets = canvas.app.catalog().collection.datasets();
    let at = canvas.app.selected_entry().map_or(0, |entry| entry.dataset_at);
    datasets.get(at).map(|dataset| (at, &**dataset))
}

/// The forms of the totals, for different widths.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Form {
    Long,
    Medium,
    Short,
    Shortest,
}

/// The published totals; without any, the counts by status; while a file is being read, the percentage read.
fn totals(canvas: &Canvas<'_>, form: Form) -> Line<'static> {
    if let Some(percent) = canvas.app.reading() {
        let text = format!("{} {percent} %", canvas.words.reading());
        return Line::styled(text, canvas.palette.warning);
    }
    match current(canvas).and_then(|(at, dataset)| Some((dataset.totals.as_ref()?, at))) {
        Some((totals, dataset)) => published(canvas, dataset, totals, form),
        None => status_counts::line(canvas.app.catalog().sections[0].counts, 2, &canvas.palette),
    }
}

/// The number of a dataset's indicators that met or exceeded their plan.
fn reached_here(canvas: &Canvas<'_>, dataset: usize) -> usize {
    let rows = canvas.app.catalog().sections.iter();
    let own =
        rows.filter(|row| matches!(row.scope, Scope::Section { dataset: at, .. } if at == dataset));
    own.map(|row| row.counts.get(Status::Exceeded) + row.counts.get(Status::Met)).sum()
}

fn published(canvas: &Canvas<'_>, dataset: usize, totals: &Totals, form: Form) -> Line<'static> {
    let (words, palette) = (canvas.words, &canvas.palette);
    let (all, missed) = (totals.plan_indicators, totals.missed);
    let (exceeded, met, short) = (
        status_marker(Status::Exceeded),
        status_marker(Status::Met),
        status_marker(Status::Missed),
    );
    let unnamed = words.not_named(totals, form != Form::Long);
    let unnamed = if unnamed.is_empty() { unnamed } else { format!(" ({unnamed})") };
    if form == Form::Shortest {
        let text = Span::styled(format!("{short} {missed}/{all}"), palette.missed);
        return Line::from(vec![text, Span::raw(unnamed)]);
    }
    let mut spans = vec![Span::raw(match form {
        Form::Long => words.plan_indicators_counted(all),
        _ => format!("{all} {}", words.plan_indicators(false)),
    })];
    if let Some(reached) = totals.reached() {
        // Derived: the source counts only those that missed their plan, and names not all of the others.
        let named = reached_here(canvas, dataset);
        let text = match form {
            Form::Short => format!(" {exceeded}{met}{}", words.reached_short(reached, named)),
            _ => format!("  {exceeded}{met} {}", words.reached(reached, named)),
        };
        spans.push(Span::styled(text, palette.met));
    }
    let text = match form {
        Form::Short => format!(" {short}{missed}"),
        _ => format!("  {short} {missed} {}", words.status_short(Status::Missed)),
    };
    spans.push(Span::styled(text, palette.missed));
    spans.push(Span::raw(unnamed));
    Line::from(spans)
}
