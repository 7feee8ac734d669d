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
use crate::app::Scope;
use crate::model::{Dataset, Status, Totals};
use crate::text::sanitize::visible;
use crate::text::truncate;

/// How many lines the complaint of a file that was read anew may take.
const COMPLAINT: u16 = 3;

/// The lines of the header for a window; above all others, what is wrong with a file.
pub(super) fn lines(canvas: &Canvas<'_>, screen: Rect) -> Vec<Line<'static>> {
    let mut lines = broken(canvas, screen);
    lines.extend(title_and_totals(canvas, screen));
    lines
}

/// Why the data shown is not what a file holds now.
fn broken(canvas: &Canvas<'_>, screen: Rect) -> Vec<Line<'static>> {
    let Some(complaint) = canvas.app.broken() else { return Vec::new() };
    let mut told = complaint.lines();
    let first = visible(told.next().unwrap_or_default()).into_owned();
    let label = match canvas.app.is_unopened() {
        true => canvas.words.others_are_shown(),
        false => canvas.words.old_data_stays(),
    };
    let text = format!("! {label}: {first}");
    let text = match told.count() {
        0 => text,
        more => format!("{text} {}", canvas.words.and_more(more)),
    };
    let most = COMPLAINT.min(screen.height / 6).max(1);
    let wrapped = truncate::wrap(&text, screen.width.into(), most.into());
    wrapped.into_iter().map(|line| Line::styled(line, canvas.palette.warning)).collect()
}

/// One line if it all fits, else two, else the shorter forms.
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

/// The dataset that the selection stands in.
fn current<'a>(canvas: &Canvas<'a>) -> Option<(usize, &'a Dataset)> {
    let datasets = canvas.app.shared().collection.datasets();
    let at = canvas.app.selected_entry().map_or(0, |entry| entry.dataset_at);
    datasets.get(at).map(|dataset| (at, &**dataset))
}

/// How much is told of the totals, by the room there is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Form {
    Long,
    Medium,
    Short,
    Shortest,
}

/// The report's own totals; where the source gives none, what can be counted; while rows are missing, that
/// they are.
fn totals(canvas: &Canvas<'_>, form: Form) -> Line<'static> {
    if let Some(percent) = canvas.app.reading() {
        let told = format!("{} {percent} %", canvas.words.reading());
        return Line::styled(told, canvas.palette.warning);
    }
    match current(canvas).and_then(|(at, dataset)| Some((dataset.totals.as_ref()?, at))) {
        Some((totals, dataset)) => published(canvas, dataset, totals, form),
        None => status_counts::line(canvas.app.shared().sections[0].counts, 2, &canvas.palette),
    }
}

/// How many indicators of a dataset reached their plan.
fn reached_here(canvas: &Canvas<'_>, dataset: usize) -> usize {
    let rows = canvas.app.shared().sections.iter();
    let own =
        rows.filter(|row| matches!(row.scope, Scope::Section { dataset: at, .. } if at == dataset));
    own.map(|row| row.counts.get(Status::Exceeded) + row.counts.get(Status::Met)).sum()
}

fn published(canvas: &Canvas<'_>, dataset: usize, totals: &Totals, form: Form) -> Line<'static> {
    let (words, palette) = (canvas.words, &canvas.palette);
    let (all, missed) = (totals.plan_indicators, totals.missed);
    let (exceeded, met, short) = (sign(Status::Exceeded), sign(Status::Met), sign(Status::Missed));
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
        // Derived: the source counts only those that missed their plan. Not all of them are named here.
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
