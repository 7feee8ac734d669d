//! The detail pane: all of one indicator, with figure and status, the gauge, the series, the other places, every fact
//! and the rank strip.

use ratatui::layout::Rect;
use ratatui::style::{Modifier, Style};
use ratatui::text::{Line, Span};
use ratatui::widgets::Widget;

use super::canvas::Canvas;
use super::detail_rows::{DetailRow, fact_rows, wrapped};
use super::facts::{self, Fact};
use super::gauge::Gauge;
use super::name_with_whole::name_with_whole;
use super::room::Room;
use super::same_elsewhere;
use super::section_neighbours;
use super::series;
use super::series_across;
use super::side_by_side::side_by_side;
use super::source_sentence;
use super::status_text::status_in_short;
use super::target_line::TargetLine;
use super::theme::TO_REVIEW;
use crate::app::{Pane, Target, Top, View, has_sections};
use crate::model::{Entry, Indicator, Series, Status, percent_of_plan, status, why_not_assessed};
use crate::text::sanitize::visible;
use crate::text::truncate;

/// The fewest lines of a pane with empty lines between its parts; and of one next to the list that
/// is steady: what follows the name, and what is in the last lines, stays at its place whether or
/// not the rest is longer, so that a step redraws less.
const ROOMY: usize = 14;
/// The lines of a pane below the list that is too low for a chart and a table.
const LOW: usize = 8;
const STEADY: usize = 30;
/// The lines of a name, and the facts about the indicator itself, that have room in a steady pane.
const NAME: usize = 2;
const BACKGROUND: usize = 2;

/// The most columns of the gauge and of what is above it.
const WIDEST_GAUGE: u16 = 64;
/// The fewest columns of a pane with the other places right of the series, the columns of these and the space before.
const WIDE: usize = 104;
const NARROWEST_RANKING: usize = 40;
const WIDEST_RANKING: usize = 60;
const BETWEEN: usize = 3;

/// Draws the pane; `under` says whether it is below another pane rather than next to it.
pub(super) fn render(canvas: &mut Canvas<'_>, area: Rect, under: bool) {
    let app = canvas.app;
    let focused = app.body() == Top::Panes && app.focus() == Pane::Detail;
    canvas.target(area, Target::Pane(Pane::Detail));
    let title = canvas.words.detail();
    let inner = if under {
        canvas.pane_under(area, title, focused)
    } else {
        canvas.pane(area, title, "", focused)
    };
    let Some(entry) = app.selected_entry() else {
        canvas.paragraph(inner, canvas.words.nothing_selected(), canvas.palette.dim);
        canvas.frame.detail = Some(View { top: 0, page: inner.height.into(), rows: 0 });
        if focused {
            canvas.cursor(inner.x, inner.y);
        }
        return;
    };
    // An empty column on both sides, if there is room.
    let margin = u16::from(inner.width > 30) + u16::from(under);
    let text = Rect { x: inner.x + margin, width: inner.width - 2 * margin, ..inner };
    let page = usize::from(inner.height);
    let rows = rows(canvas, &entry, Room { width: text.width.into(), height: page }, under);
    let top = app.detail().top.min(rows.len().saturating_sub(page));
    for (place, row) in text.rows().zip(&rows[top..]) {
        match row {
            DetailRow::Text(line) => canvas.line(place, line),
            DetailRow::Targets(line) => canvas.target_line(place, line),
            DetailRow::GaugeAndPercent(gauge, percent) => {
                let place = Rect { width: place.width.min(WIDEST_GAUGE), ..place };
                let width = u16::try_from(percent.width()).unwrap_or(u16::MAX).min(place.width);
                let before = place.width - width;
                let of_gauge = Rect { width: before.saturating_sub(1), ..place };
                gauge.render(of_gauge, canvas.buffer);
                canvas.line(Rect { x: place.x + before, width, ..place }, percent);
            }
        }
    }
    let view = View { top, page, rows: rows.len() };
    canvas.scrollbar(area, view);
    canvas.frame.detail = Some(view);
    if focused {
        canvas.cursor(text.x, text.y);
    }
}

/// All rows: what belongs to the figure, the neighbours, and in the last lines what is known of the indicator.
fn rows(
    canvas: &Canvas<'_>,
    entry: &Entry<'_>,
    Room { width, height }: Room,
    under: bool,
) -> Vec<DetailRow> {
    let indicator = entry.indicator();
    let steady = height >= STEADY && !under;
    let series = canvas.app.catalog().series(entry.index);
    let is_compact = under && height < LOW && !series.points().is_empty();
    let mut rows = match is_compact {
        true => compact(canvas, entry, &indicator, &series, width),
        false => heading(canvas, entry, Room { width, height }, steady),
    };
    // In a low pane the plan says more than the words of what needs no review.
    let sentence_first = height >= ROOMY || !indicator.review.is_empty();
    let sentence = source_sentence::lines(canvas, entry, &indicator, width);
    let sentence: Vec<DetailRow> = sentence.into_iter().map(DetailRow::Text).collect();
    let (sentence, later) = if sentence_first { (sentence, vec![]) } else { (vec![], sentence) };
    rows.extend(sentence);
    rows.extend(of_figure(canvas, entry, &indicator, Room { width, height }));
    let facts = facts::background(entry, canvas.words);
    let of_facts = facts.iter().flat_map(|fact| fact_rows(canvas, fact, width));
    let mut background: Vec<DetailRow> = of_facts.collect();
    if steady && facts.len() < BACKGROUND {
        background.insert(0, DetailRow::Text(Line::default()));
    }
    let left = height.saturating_sub(rows.len() + background.len());
    // Below the list the neighbours are in view already.
    // Nor does a list that is wholly in view need them.
    let is_whole = |view: View| view.page == view.rows && canvas.app.filter().is_everything();
    let is_in_view = canvas.frame.indicators.is_some_and(is_whole);
    let neighbours = if under || is_in_view {
        vec![]
    } else {
        neighbours(canvas, entry, Room { width, height }, left)
    };
    if steady {
        let above = left.saturating_sub(neighbours.len());
        rows.resize_with(rows.len() + above, || DetailRow::Text(Line::default()));
    }
    rows.extend(neighbours);
    rows.extend(background);
    rows.extend(later);
    rows
}

fn neighbours(
    canvas: &Canvas<'_>,
    entry: &Entry<'_>,
    Room { width, height }: Room,
    left: usize,
) -> Vec<DetailRow> {
    let lines = section_neighbours::lines(canvas, entry, Room { width, height }, left).into_iter();
    lines.map(|(line, index)| DetailRow::Targets(TargetLine::new(line, index))).collect()
}

/// Name, section, figure and status.
fn heading(
    canvas: &Canvas<'_>,
    entry: &Entry<'_>,
    Room { width, height }: Room,
    steady: bool,
) -> Vec<DetailRow> {
    let bold = Style::new().add_modifier(Modifier::BOLD);
    let name = truncate::wrap(&name_with_whole(entry), width, usize::MAX);
    let name = name.into_iter().map(|line| DetailRow::Text(Line::styled(line, bold)));
    let section = wrapped(&location(canvas, entry), width, canvas.palette.dim);
    let mut rows: Vec<DetailRow> = if steady {
        section.into_iter().chain(name).collect()
    } else {
        name.chain(section).collect()
    };
    if height >= ROOMY {
        let least = if steady { NAME + 1 } else { 0 };
        rows.resize_with(rows.len().max(least) + 1, || DetailRow::Text(Line::default()));
    }
    let indicator = entry.indicator();
    rows.extend(figure_and_status(canvas, entry, &indicator, width));
    rows.extend(gauge(canvas, &indicator));
    rows
}

/// What a low pane shows of an indicator with a series: its name, the figure with its status and
/// percent, and the periods side by side. The gauge is in the list.
fn compact(
    canvas: &Canvas<'_>,
    entry: &Entry<'_>,
    indicator: &Indicator,
    series: &Series,
    width: usize,
) -> Vec<DetailRow> {
    let bold = Style::new().add_modifier(Modifier::BOLD);
    let name = name_with_whole(entry);
    let location = location(canvas, entry);
    let is_one_line = truncate::width(&name) + truncate::width(&location) + 3 <= width;
    let mut rows = match is_one_line && !location.is_empty() {
        true => {
            let location = Span::styled(format!(" · {location}"), canvas.palette.dim);
            vec![DetailRow::Text(Line::from(vec![Span::styled(name, bold), location]))]
        }
        false => wrapped(&name, width, bold),
    };
    rows.extend(figure_and_status(canvas, entry, indicator, width));
    let percent = facts::percent(indicator, canvas.words);
    if let (false, Some(DetailRow::Text(line))) = (percent.is_empty(), rows.last_mut()) {
        line.push_span(Span::styled(
            format!(" · {percent}"),
            canvas.palette.status(status(indicator)),
        ));
    }
    let selected = series.points().iter().position(|point| point.indicator == Some(entry.index));
    let across = series_across::lines(series, selected, canvas.words, &canvas.palette, width);
    rows.extend(across.into_iter().map(DetailRow::Text));
    rows
}

/// What else belongs to the figure: doubts, the series and the other places, facts.
fn of_figure(
    canvas: &Canvas<'_>,
    entry: &Entry<'_>,
    indicator: &Indicator,
    Room { width, height }: Room,
) -> Vec<DetailRow> {
    let mut rows = review(canvas, indicator, width);
    if canvas.app.catalog().is_unread(entry.index) {
        rows.extend(fact_rows(
            canvas,
            &facts::unread_cell(canvas.words, canvas.only_file().as_deref()),
            width,
        ));
    }
    let contradiction = facts::contradiction(canvas.app.catalog(), entry, canvas.words);
    rows.extend(contradiction.iter().flat_map(|fact| fact_rows(canvas, fact, width)));
    if height >= ROOMY {
        rows.push(DetailRow::Text(Line::default()));
    }
    let over_time = canvas.app.catalog().series(entry.index);
    let lines = time_and_places(canvas, entry, &over_time, Room { width, height });
    rows.extend(lines.into_iter().map(DetailRow::Targets));
    // The percent is already shown under the gauge, the values of other periods in the series.
    let mut shown = series::shown_periods(canvas.app.catalog(), entry, indicator, &over_time);
    shown.push(canvas.words.percent().to_owned());
    if indicator.parents.len() == 1 {
        // Its whole is before its name.
        shown.push(canvas.words.within().to_owned());
    }
    let longer = facts::longer_target(canvas.app.catalog(), entry, canvas.words);
    if let Some(fact) = &longer {
        // It says more than that there is no plan of the period.
        shown.push(canvas.words.plan().to_owned());
        rows.extend(fact_rows(canvas, fact, width));
    }
    let is_shown = |fact: &&Fact| shown.iter().any(|label| *label == fact.label);
    for fact in facts::of_figure(entry, canvas.words).iter().filter(|fact| !is_shown(fact)) {
        rows.extend(fact_rows(canvas, fact, width));
    }
    rows
}

/// The series, and the place among the others: next to each other if there is room.
fn time_and_places(
    canvas: &Canvas<'_>,
    entry: &Entry<'_>,
    over_time: &Series,
    Room { width, height }: Room,
) -> Vec<TargetLine> {
    let next_to_series = (width / 3).clamp(NARROWEST_RANKING, WIDEST_RANKING);
    let is_wide = width >= WIDE && !over_time.points().is_empty();
    let of_places = if is_wide { next_to_series } else { width };
    let places = same_elsewhere::lines(canvas, entry, Room { width: of_places, height });
    if !is_wide || places.is_empty() {
        let mut lines = series::lines(canvas, entry, over_time, Room { width, height });
        lines.extend(places);
        return lines;
    }
    let at = width - next_to_series;
    let series = series::lines(canvas, entry, over_time, Room { width: at - BETWEEN, height });
    side_by_side(series, places, at)
}

/// The section and the position in it; with several datasets, the dataset too.
fn location(canvas: &Canvas<'_>, entry: &Entry<'_>) -> String {
    let collection = &canvas.app.catalog().collection;
    let section = visible(&entry.section.name);
    let position = entry.local - entry.section.indicators.start + 1;
    let position = canvas.words.position(position, entry.section.indicators.len());
    // Among parts, which are not counted, a position says nothing.
    let position = Some(position).filter(|_| canvas.app.catalog().tree.is_flat());
    let section = has_sections(entry.dataset).then(|| section.into_owned());
    // A file is no place.
    let place = entry.dataset.place.named().filter(|_| collection.datasets().len() > 1);
    let place = place.map(|place| visible(place).into_owned());
    // If the slice is not the one in the header.
    let app = canvas.app;
    let is_listed =
        app.slice().is_some() && app.catalog().slices.of_dataset(entry.dataset_at) == app.slice();
    let period = Some(&entry.dataset.period).filter(|period| !is_listed && !period.is_empty());
    let period = period.filter(|_| collection.datasets().len() > 1);
    let period = period.map(|period| visible(&canvas.words.period_text(period)).into_owned());
    [place, period, section, position].into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

/// The figure on the left, the status on the right or under it.
fn figure_and_status(
    canvas: &Canvas<'_>,
    entry: &Entry<'_>,
    indicator: &Indicator,
    width: usize,
) -> Vec<DetailRow> {
    let words = canvas.words;
    let status = status(indicator);
    let style = match status {
        // Next to the figure it is no secondary text.
        Status::NotAssessed => Style::new(),
        assessed => canvas.palette.status(assessed),
    };
    let rank = || indicator.only_rank().map(|rank| words.rank_short(rank));
    let figure = facts::actual(entry, indicator, words).or_else(rank);
    let figure = figure.unwrap_or_else(|| words.no_figure().to_owned());
    let why = why_not_assessed(indicator).map(|why| format!(": {}", words.why_in_short(why)));
    let why = why.unwrap_or_default();
    let verdict = format!("{}{why}", status_in_short(indicator, words));
    // Far apart they would not read as one statement.
    let gap = width
        .min(WIDEST_GAUGE.into())
        .checked_sub(truncate::width(&figure) + truncate::width(&verdict))
        .filter(|gap| *gap >= 2);
    let bold = Style::new().add_modifier(Modifier::BOLD);
    match gap {
        Some(gap) => vec![DetailRow::Text(Line::from(vec![
            Span::styled(figure, bold),
            Span::raw(" ".repeat(gap)),
            Span::styled(verdict, style),
        ]))],
        None => {
            let mut rows = wrapped(&figure, width, bold);
            rows.extend(wrapped(&verdict, width, style));
            rows
        }
    }
}

/// Why the indicator is to be reviewed.
fn review(canvas: &Canvas<'_>, indicator: &Indicator, width: usize) -> Vec<DetailRow> {
    let words = canvas.words;
    if indicator.review.is_empty() {
        return Vec::new();
    }
    let doubts: Vec<String> = indicator.review.iter().map(|one| words.doubt(one)).collect();
    let text = format!("{TO_REVIEW} {}: {}", words.to_review(), doubts.join("; "));
    wrapped(&text, width, canvas.palette.warning)
}

/// The gauge with its percent.
fn gauge(canvas: &Canvas<'_>, indicator: &Indicator) -> Option<DetailRow> {
    let style = canvas.palette.status(status(indicator));
    // Without a percent there is no gauge: status and facts say in words what is known.
    let gauge = Gauge::new(percent_of_plan(indicator)?, canvas.app.catalog().scale_end)
        .bar(canvas.palette.bar(status(indicator)));
    let percent = facts::percent(indicator, canvas.words);
    let bold = style.add_modifier(Modifier::BOLD);
    Some(DetailRow::GaugeAndPercent(gauge, Line::styled(percent, bold)))
}
