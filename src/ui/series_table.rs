//! The table of a series: one line for each period, the latest first, with plan, result, percent of plan,
//! status and change since the period before.

use ratatui::style::{Modifier, Style};
use ratatui::text::{Line, Span};

use super::series_plans::SeriesPlans;
use super::target_line::TargetLine;
use super::theme::{Palette, status_marker};
use super::words::Words;
use crate::app::Target;
use crate::model::{Indicator, Period, Series, Status, derive};
use crate::text::{format_number, truncate};

/// The columns of the table besides the sign of a status.
const COLUMNS: usize = 6;
/// The width of the selection marker and a space.
const LEAD: usize = 2;
/// The widths that are enough for most indicators, each with the space before it. Where there is
/// room a column with data has at least that: it stays at its place, and a step redraws less.
const STEADY: [usize; COLUMNS] = [0, 9, 9, 7, 8, 13];
/// The most columns of a usual plan and result.
const USUAL: [usize; 2] = [14, 16];
/// The most missing periods with a row for each.
const EACH_MISSING: usize = 3;
/// The positions of the columns; those of plan, rank and change may be left out.
const PLAN: usize = 1;
const VALUE: usize = 2;
const RANK: usize = 3;
const PERCENT: usize = 4;
const CHANGE: usize = 5;

/// The cells of one line.
struct PeriodRow {
    period: String,
    plan: String,
    value: String,
    /// The rank that is published next to the result.
    rank: String,
    percent: String,
    /// Whether the percent is derived.
    is_derived: bool,
    status: Status,
    change: String,
    /// The indicator of the period, if it has one of its own.
    indicator: Option<usize>,
    /// Whether nothing is known of the period.
    is_missing: bool,
}

/// What the changes of a series are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Changes {
    /// Differences, in the unit of the indicator.
    Differences,
    /// Differences of percentages, in points.
    Points,
    /// Places in a ranking, of which the first is the best.
    Places,
}

impl Changes {
    pub(super) fn of(indicator: &Indicator) -> Self {
        match (indicator.is_place(), indicator.is_percentage()) {
            (true, _) => Self::Places,
            (false, true) => Self::Points,
            (false, false) => Self::Differences,
        }
    }
}

/// What an indicator of the series says in words, by its number.
pub(super) struct PublishedTexts<'a> {
    /// The result, if it is published in words.
    pub(super) result: &'a dyn Fn(usize) -> Option<String>,
    /// The rank next to the result.
    pub(super) rank: &'a dyn Fn(usize) -> Option<String>,
}

/// The table of a series: its cells, and the columns that they need.
pub(super) struct SeriesTable {
    rows: Vec<PeriodRow>,
    /// The row of the point that the detail is about.
    selected: Option<usize>,
    headings: [String; COLUMNS],
    /// The widths of period, plan, result, rank, percent and change, each with the space before it;
    /// 0 for one without data.
    widths: [usize; COLUMNS],
    /// The widths that all indicators of the data have room in.
    steady: [usize; COLUMNS],
    /// The width of the sign of a status.
    status: usize,
}

impl SeriesTable {
    /// The table of a series; `usual` are the widths of the widest plan and result of the data.
    pub(super) fn of(
        series: &Series,
        selected: Option<usize>,
        words: Words,
        changes: Changes,
        usual: [usize; 2],
        texts: &PublishedTexts<'_>,
    ) -> Self {
        let points = series.points();
        let percents = shows_percents_in_progress(series);
        let plans = SeriesPlans::of(series);
        let mut rows: Vec<PeriodRow> = Vec::with_capacity(points.len());
        let mut of_selected = None;
        let mut before = None;
        for (at, step) in series.steps().enumerate() {
            // A period without anything has its row as well.
            let missing = before.map_or(0, |before| step - before - 1);
            if let Some(last) = at.checked_sub(1) {
                rows.extend(missing_rows(points[last].period, missing, words));
            }
            of_selected = of_selected.or((selected == Some(at)).then_some(rows.len()));
            rows.push(PeriodRow::of(series, at, (percents, plans, changes), texts, words));
            before = Some(step);
        }
        let headings = [
            words.period_heading().to_owned(),
            plans.heading(series, words),
            words.actual_short().to_owned(),
            words.rank().to_owned(),
            words.percent_short().to_owned(),
            match changes {
                Changes::Differences => words.change_heading(),
                Changes::Points => words.change_heading_in_points(),
                Changes::Places => words.change_column(),
            }
            .to_owned(),
        ];
        let widest = |at: usize, cell: fn(&PeriodRow) -> &str| {
            let cells = rows.iter().map(cell).map(truncate::width);
            let widest = cells.max().unwrap_or(0);
            if widest == 0 { 0 } else { widest.max(truncate::width(&headings[at])) + 2 }
        };
        let widths = [
            widest(0, |row| &row.period) - 1,
            widest(PLAN, |row| &row.plan),
            widest(VALUE, |row| &row.value),
            widest(RANK, |row| &row.rank),
            widest(PERCENT, |row| &row.percent),
            widest(CHANGE, |row| &row.change),
        ];
        let has_status = points.iter().any(|point| point.status != Status::NotAssessed);
        let mut steady = STEADY;
        for (at, (usual, most)) in usual.into_iter().zip(USUAL).enumerate() {
            steady[PLAN + at] = steady[PLAN + at].max(usual.min(most) + 2);
        }
        let selected = of_selected;
        Self { selected, headings, widths, steady, status: if has_status { 2 } else { 0 }, rows }
    }

    /// The columns of the whole table that are the same for most indicators.
    pub(super) fn usual(&self) -> usize {
        let mut widths = self.widths;
        widen(&mut widths, self.steady, usize::MAX);
        LEAD + widths.iter().sum::<usize>() + self.status
    }

    /// The columns that the whole table needs.
    pub(super) fn needed(&self) -> usize {
        LEAD + self.widths.iter().sum::<usize>() + self.status
    }

    /// The lines in `width` columns. What does not fit is left out: first the change, which follows from the results,
    /// then the plan, which the chart marks, and the rank.
    pub(super) fn lines(&self, width: usize, palette: &Palette) -> Vec<TargetLine> {
        let mut widths = self.widths;
        let used = |widths: &[usize; COLUMNS]| LEAD + widths.iter().sum::<usize>() + self.status;
        for column in [CHANGE, PLAN, RANK] {
            if used(&widths) > width {
                widths[column] = 0;
            }
        }
        let room = width.saturating_sub(used(&widths));
        widen(&mut widths, self.steady, room);
        let [period, plan, value, rank, percent, change] = widths;
        let heading = |at: usize| cell(&self.headings[at], widths[at]);
        let headings = [
            " ".repeat(LEAD),
            truncate::pad(&self.headings[0], period),
            heading(PLAN),
            heading(VALUE),
            heading(RANK),
            heading(PERCENT),
            " ".repeat(self.status),
            heading(CHANGE),
        ];
        let headings = truncate::cut(&headings.concat(), width).into_owned();
        let mut lines = vec![Line::styled(headings, palette.dim).into()];
        for (at, row) in self.rows.iter().enumerate().rev() {
            let is_selected = self.selected == Some(at);
            let style =
                if is_selected { Style::new().add_modifier(Modifier::BOLD) } else { Style::new() };
            let italic = style.add_modifier(Modifier::ITALIC);
            let marker = match row.status {
                Status::NotAssessed => " ".repeat(self.status),
                assessed => format!(" {}", status_marker(assessed)),
            };
            let line = Line::from(vec![
                Span::styled(if is_selected { "▸ " } else { "  " }, style),
                Span::styled(truncate::pad(&row.period, period), style),
                // Figures are no secondary text, and each change of style costs bytes in each row.
                Span::styled(cell(&row.plan, plan), style),
                Span::styled(cell(&row.value, value) + &cell(&row.rank, rank), style),
                Span::styled(
                    cell(&row.percent, percent),
                    if row.is_derived { italic } else { style },
                ),
                Span::styled(marker, palette.marker(row.status)),
                Span::styled(cell(&row.change, change), italic),
            ]);
            // A value next to another period's result has no list of its own.
            let target = row.indicator.map_or(Target::OnlyValue, Target::Neighbour);
            lines.push(TargetLine::at(line, (!is_selected && !row.is_missing).then_some(target)));
        }
        lines
    }
}

/// The rows of some missing periods after one: of many a single row from the first to the last.
fn missing_rows(before: Period, count: usize, words: Words) -> Vec<PeriodRow> {
    let later = |steps: usize| before.later(u16::try_from(steps).ok()?);
    let text = |steps: usize| later(steps).map(|period| words.period_short(period));
    let row = |period: String| PeriodRow {
        period,
        plan: String::new(),
        value: words.no_figure().to_owned(),
        rank: String::new(),
        percent: String::new(),
        is_derived: false,
        status: Status::NotAssessed,
        change: String::new(),
        indicator: None,
        is_missing: true,
    };
    if count <= EACH_MISSING {
        return (1..=count).filter_map(text).map(row).collect();
    }
    let ends = text(1).zip(text(count));
    ends.map(|(first, last)| row(format!("{first}…{last}"))).into_iter().collect()
}

/// Whether percents of plans in progress are shown: not if only some of the periods that have a plan have one, as
/// the others would read as if they had none.
fn shows_percents_in_progress(series: &Series) -> bool {
    let in_progress = series.points().iter().filter(|point| point.plan.is_some());
    in_progress.filter(|point| point.value.is_some()).all(|point| point.percent.is_some())
}

/// Widens the columns with data to their usual widths, from the right, as far as there is room.
fn widen(widths: &mut [usize; COLUMNS], steady: [usize; COLUMNS], mut room: usize) {
    for (width, steady) in widths.iter_mut().zip(steady).rev().filter(|(width, _)| **width > 0) {
        let more = steady.saturating_sub(*width).min(room);
        *width += more;
        room -= more;
    }
}

fn cell(text: &str, width: usize) -> String {
    truncate::pad_left(if width > 0 { text } else { "" }, width)
}

impl PeriodRow {
    fn of(
        series: &Series,
        at: usize,
        (shows_percents, plans, changes): (bool, SeriesPlans, Changes),
        texts: &PublishedTexts<'_>,
        words: Words,
    ) -> Self {
        let point = &series.points()[at];
        let text = || {
            let own = point.indicator.filter(|_| point.in_words).and_then(texts.result);
            own.unwrap_or_else(|| words.no_figure().to_owned())
        };
        let value = point.value.map_or_else(text, |value| words.figure(value));
        let percent =
            point.percent.filter(|_| shows_percents || point.status != Status::InProgress);
        let percent = percent.map(|percent| match point.percent_derived {
            true => words.about(&words.figure(derive::shown_percent(percent)), ""),
            false => words.figure(percent),
        });
        Self {
            period: words.period_short(point.period),
            plan: plans.text(point, words),
            value: match words.stage(point.estimate, point.preliminary) {
                Some(stage) => format!("{stage} {value}"),
                None => value,
            },
            rank: point.indicator.and_then(texts.rank).unwrap_or_default(),
            percent: percent.unwrap_or_default(),
            is_derived: point.percent_derived,
            status: point.status,
            indicator: point.indicator,
            is_missing: false,
            change: series
                .change(at)
                .map(|change| match changes {
                    Changes::Places => words.places_won(-change),
                    _ => format_number::signed(change, words.numbers()),
                })
                .map(|change| words.about(&change, ""))
                .unwrap_or_default(),
        }
    }
}
