//! The header: which slice is listed, and the totals that its source publishes. Its place and its period open
//! their pickers.
//!
//! The source may count indicators that it does not name. The header says so next to the counts, so that the
//! named indicators are not taken for all of them.

use ratatui::layout::Rect;
use ratatui::style::{Modifier, Style};
use ratatui::text::{Line, Span};

use super::canvas::Canvas;
use super::status_counts;
use super::theme::status_marker;
use super::words::SliceAxis;
use crate::app::{Action, LoadError, Scope};
use crate::model::{Dataset, Status, StatusCounts, Totals};
use crate::text::sanitize::visible;
use crate::text::truncate;

/// The lines of a window, less than which there is one line for title and totals.
const LOW: u16 = 10;
/// The most lines for the error of a file that could not be loaded.
const ERROR_LINES: u16 = 3;

/// A line of the header, and the parts of it that can be clicked: offset, width, action.
#[derive(Debug, Default)]
pub(super) struct HeaderLine {
    pub(super) line: Line<'static>,
    pub(super) hints: Vec<(usize, usize, Action)>,
}

impl HeaderLine {
    fn push(&mut self, text: String, style: Style, action: Option<Action>) {
        let width = truncate::width(&text);
        if let Some(action) = action {
            self.hints.push((self.line.width(), width, action));
        }
        self.line.push_span(Span::styled(text, style));
    }
}

impl From<Line<'static>> for HeaderLine {
    fn from(line: Line<'static>) -> Self {
        Self { line, hints: Vec::new() }
    }
}

/// The lines of the header for a window; the error of a file comes first.
pub(super) fn lines(canvas: &Canvas<'_>, screen: Rect) -> Vec<HeaderLine> {
    let mut lines: Vec<HeaderLine> =
        load_error(canvas, screen).into_iter().map(HeaderLine::from).collect();
    lines.extend(title_and_totals(canvas, screen));
    lines
}

/// Why the shown data is not the current content of a file.
fn load_error(canvas: &Canvas<'_>, screen: Rect) -> Vec<Line<'static>> {
    let Some(error) = canvas.app.load_error() else { return Vec::new() };
    let mut reasons = error.text().lines();
    let first = visible(reasons.next().unwrap_or_default()).into_owned();
    let label = match error {
        LoadError::NeverOpened(_) => canvas.words.others_are_shown(),
        LoadError::FormerContent(_) => canvas.words.old_data_stays(),
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

/// Title and totals on one line if they fit, else on two, the totals as long as they fit. A low window has one line, of
/// which the title comes first, as figures without their place and period say nothing.
fn title_and_totals(canvas: &Canvas<'_>, screen: Rect) -> Vec<HeaderLine> {
    let width = usize::from(screen.width);
    let title = title(canvas, width);
    let forms = [Form::Long, Form::Medium, Form::Short].map(|form| totals(canvas, form));
    let is_low = screen.height < LOW;
    // Published totals in short forms say less than in a line of their own, if there is room for one.
    let next_to_title = if is_low || counts_are_own(canvas) { &forms[..] } else { &forms[..1] };
    let fits = next_to_title.iter().find(|one| one.width() + title.line.width() + 3 <= width);
    if let Some(totals) = fits.cloned() {
        let gap = width - totals.width() - title.line.width() - 1;
        let mut line = title;
        line.push(" ".repeat(gap), Style::new(), None);
        line.line.spans.extend(totals.spans);
        return vec![line];
    }
    if is_low {
        return vec![title];
    }
    let fits = forms.into_iter().find(|line| line.width() <= width);
    let totals = fits.unwrap_or_else(|| totals(canvas, Form::Shortest));
    vec![title, totals.into()]
}

fn title(canvas: &Canvas<'_>, width: usize) -> HeaderLine {
    let mut title = HeaderLine::default();
    let program = "chitieu";
    if counts_all_datasets(canvas) {
        let bold = Style::new().add_modifier(Modifier::BOLD);
        let all = truncate::cut(&all_datasets(canvas), width).into_owned();
        if truncate::width(program) + 3 + truncate::width(&all) <= width {
            title.push(program.to_owned(), canvas.palette.focus, None);
            title.push(" · ".to_owned(), Style::new(), None);
        }
        title.push(all, bold, Some(Action::PickDataset));
        return title;
    }
    let Some((at, dataset)) = current(canvas) else {
        title.push(program.to_owned(), canvas.palette.focus, None);
        return title;
    };
    let positions = positions(canvas, at);
    let place = visible(&canvas.words.place(&dataset.place)).into_owned();
    let period = canvas.words.period_text(&dataset.period);
    let period = visible(&period).into_owned();
    let with = |text: &str, (position, _): &(String, _)| {
        [text, position.as_str()]
            .into_iter()
            .filter(|part| !part.is_empty())
            .collect::<Vec<_>>()
            .join(" ")
    };
    let period = with(&period, &positions[1]);
    let of_period = if period.is_empty() { 0 } else { truncate::width(&period) + 3 };
    // The slice goes before the name of the program, and the period and positions before the end of a long place.
    let of_place = truncate::width(&with(&place, &positions[0]));
    if truncate::width(program) + 3 + of_place + of_period <= width {
        title.push(program.to_owned(), canvas.palette.focus, None);
        title.push(" · ".to_owned(), Style::new(), None);
    }
    let room = width.saturating_sub(title.line.width());
    let of_position = of_place - truncate::width(&place);
    let least = room / 2;
    let room_of_place =
        room.saturating_sub(of_period + of_position).max(least.saturating_sub(of_position));
    let place = with(&truncate::cut(&place, room_of_place), &positions[0]);
    let bold = Style::new().add_modifier(Modifier::BOLD);
    title.push(place, bold, positions[0].1.clone());
    if !period.is_empty() {
        title.push(" · ".to_owned(), canvas.palette.dim, None);
        let room = width.saturating_sub(title.line.width());
        let style = if !positions[1].0.is_empty() { bold } else { canvas.palette.dim };
        title.push(truncate::cut(&period, room).into_owned(), style, positions[1].1.clone());
    }
    title
}

/// Whether the indicators of several datasets are listed, of which that of the selected one says nothing of the others.
fn counts_all_datasets(canvas: &Canvas<'_>) -> bool {
    let app = canvas.app;
    app.slice().is_none() && app.catalog().has_several() && app.section_row().scope == Scope::All
}

/// What all datasets are: "tất cả 8 nơi × 5 kỳ".
fn all_datasets(canvas: &Canvas<'_>) -> String {
    let (catalog, words) = (canvas.app.catalog(), canvas.words);
    let datasets = catalog.collection.datasets();
    if catalog.first_slice().is_none() {
        return words.all_datasets(datasets.len());
    }
    let (places, periods) = (catalog.slices.place_count(), catalog.slices.period_count());
    let first = datasets.first();
    let place = first.filter(|_| places == 1).map(|one| words.place(&one.place));
    let period = first.filter(|_| periods == 1).map(|one| words.period_text(&one.period));
    let places = SliceAxis { count: places, only: place.as_deref() };
    let periods = SliceAxis { count: periods, only: period.as_deref() };
    visible(&words.all_slices(places, periods)).into_owned()
}

/// Where the place and the period are among the others, "(2/5)", and what opens the picker of these; of several
/// datasets without slices the position of the dataset.
fn positions(canvas: &Canvas<'_>, dataset: usize) -> [(String, Option<Action>); 2] {
    let app = canvas.app;
    let slices = &app.catalog().slices;
    let several =
        |at: usize, of: usize| if of > 1 { format!("({at}/{of})") } else { String::new() };
    let Some((slice, at)) = app.slice().and_then(|at| Some((slices.get(at)?, at))) else {
        let all = app.catalog().collection.datasets().len();
        let action = (all > 1).then_some(Action::PickDataset);
        return [(several(dataset + 1, all), action), (String::new(), None)];
    };
    let periods = slices.periods(at);
    let period = periods.iter().position(|other| *other == at).map_or(0, |at| at + 1);
    // A click is answered also if there is only one place or period.
    [
        (several(slice.place + 1, slices.place_count()), Some(Action::PickPlace)),
        (several(period, periods.len()), Some(Action::PickPeriod)),
    ]
}

/// The position and the dataset of the selected indicator.
fn current<'a>(canvas: &Canvas<'a>) -> Option<(usize, &'a Dataset)> {
    let datasets = canvas.app.catalog().collection.datasets();
    let app = canvas.app;
    let of_slice = || app.catalog().slices.datasets(app.slice()?).first().copied();
    let selected = app.selected_entry().map(|entry| entry.dataset_at);
    // A hit may be of another slice than the listed one.
    let selected = selected
        .filter(|at| app.slice().is_none() || app.catalog().slices.of_dataset(*at) == app.slice());
    let at = selected.or_else(of_slice).unwrap_or(0);
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
    if let Some(percent) = canvas.app.loading() {
        let text = format!("{} {percent} %", canvas.words.reading());
        return Line::styled(text, canvas.palette.warning);
    }
    match published_totals(canvas) {
        Some((totals, dataset)) => published(canvas, dataset, totals, form),
        None => own_counts(canvas, form),
    }
}

/// The published totals of the dataset in the title, and its position.
fn published_totals<'a>(canvas: &Canvas<'a>) -> Option<(&'a Totals, usize)> {
    let (at, dataset) = current(canvas).filter(|_| !counts_all_datasets(canvas))?;
    Some((dataset.totals.as_ref()?, at))
}

/// Whether the listed indicators were counted, because the source publishes no counts.
fn counts_are_own(canvas: &Canvas<'_>) -> bool {
    canvas.app.loading().is_none() && published_totals(canvas).is_none()
}

/// The counts by status, in words where there is room. Of all slices each result counts, not each indicator.
fn own_counts(canvas: &Canvas<'_>, form: Form) -> Line<'static> {
    let (counts, words) = (counted(canvas), canvas.words);
    let dim = canvas.palette.dim;
    let counts_results =
        counts_all_datasets(canvas) && canvas.app.catalog().first_slice().is_some();
    // Without plans that nothing is assessed goes without saying. The shortest form saves a line.
    if form != Form::Short
        && !canvas.app.section_rows()[0].widths.has_plans
        && counts.get(Status::NotAssessed) == counts.total()
    {
        let text = match counts_results {
            true => words.results(counts.total()),
            false => words.indicators_counted(counts.total()),
        };
        return Line::styled(text, dim);
    }
    let in_words = (form == Form::Long).then_some(words);
    let mut line = status_counts::line(counts, 2, &canvas.palette, in_words);
    if counts_results {
        let all = Span::styled(format!("{}: ", words.results(counts.total())), dim);
        line.spans.insert(0, all);
    }
    line
}

/// The counts of what the title names: of the slice, of all datasets, or of the listed one.
fn counted(canvas: &Canvas<'_>) -> StatusCounts {
    let rows = canvas.app.section_rows();
    let dataset = match canvas.app.section_row().scope {
        Scope::Dataset(dataset) | Scope::Section { dataset, .. } => Some(dataset),
        Scope::All | Scope::Slice(_) => None,
    };
    let own = dataset.filter(|_| canvas.app.slice().is_none());
    let own = own.and_then(|own| rows.iter().find(|row| row.scope == Scope::Dataset(own)));
    own.unwrap_or(&rows[0]).counts
}

/// The number of a dataset's indicators that met or exceeded their plan.
fn reached_here(canvas: &Canvas<'_>, dataset: usize) -> usize {
    let rows = canvas.app.catalog().sections.iter();
    let mut own = rows.filter(|row| match row.scope {
        Scope::Dataset(at) => at == dataset,
        Scope::All => !canvas.app.catalog().has_several(),
        Scope::Slice(_) | Scope::Section { .. } => false,
    });
    own.next().map_or(0, |row| row.counts.get(Status::Exceeded) + row.counts.get(Status::Met))
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
