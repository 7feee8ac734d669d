//! The periods of a series side by side, for a detail that is too low for a chart and a table: one column a period,
//! with plan and result below it.

use ratatui::style::{Modifier, Style};
use ratatui::text::{Line, Span};

use super::series_plans::SeriesPlans;
use super::theme::Palette;
use super::words::Words;
use crate::model::{Series, SeriesPoint};
use crate::text::truncate;

/// The columns between two periods.
const GAP: usize = 2;
/// The fewest columns of the labels.
const LABEL: usize = 3;

/// A period with its plan and its result.
struct Column {
    texts: [String; 3],
    width: usize,
    is_selected: bool,
}

/// The lines in `width` columns: of the latest periods, as many as fit, with plans where there are any.
pub(super) fn lines(
    series: &Series,
    selected: Option<usize>,
    words: Words,
    palette: &Palette,
    width: usize,
) -> Vec<Line<'static>> {
    let plans = SeriesPlans::of(series);
    let column = |(at, point): (usize, &SeriesPoint)| {
        let value =
            point.value.map_or_else(|| words.no_figure().to_owned(), |one| words.figure(one));
        let value = match words.stage(point.estimate, point.preliminary) {
            Some(stage) => format!("{stage} {value}"),
            None => value,
        };
        let plan = plans.text(point, words);
        let texts = [words.period_short(point.period), plan, value];
        let widest = texts.iter().map(|text| truncate::width(text)).max().unwrap_or(0);
        Column { texts, width: widest + GAP, is_selected: selected == Some(at) }
    };
    let mut columns: Vec<Column> = series.points().iter().enumerate().map(column).collect();
    let labels = [
        words.period_heading().to_owned(),
        plans.heading(series, words),
        words.actual_short().to_owned(),
    ];
    let has_plans = columns.iter().any(|column| !column.texts[1].is_empty());
    let rows = (0..labels.len()).filter(|row| *row != 1 || has_plans);
    let widest = rows.clone().map(|row| truncate::width(&labels[row])).max().unwrap_or(0);
    let label = LABEL.max(widest);
    let mut room = width.saturating_sub(label);
    let fitting = columns.iter().rev().take_while(|column| {
        let rest = room.checked_sub(column.width);
        room = rest.unwrap_or(room);
        rest.is_some()
    });
    let first = columns.len() - fitting.count();
    let columns = columns.split_off(first);
    let line = |row: usize| {
        let cell = |column: &Column| {
            let text = truncate::pad_left(&column.texts[row], column.width);
            let bold = Style::new().add_modifier(Modifier::BOLD);
            Span::styled(text, if column.is_selected { bold } else { Style::new() })
        };
        let label = Span::styled(truncate::pad(&labels[row], label), palette.dim);
        Line::from_iter([label].into_iter().chain(columns.iter().map(cell)))
    };
    rows.map(line).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::{Lang, Theme};
    use crate::model::{Decimal, Period, Target};

    #[test]
    fn the_latest_periods_that_fit_have_plan_and_result() {
        let points = (2021..=2025).map(|year| SeriesPoint {
            plan: (year > 2023).then(|| Target::Value(Decimal::from(year - 2000))),
            estimate: year == 2025,
            ..SeriesPoint::of_value(Period::year(year), Some(Decimal::from(year - 2015)))
        });
        let series = Series::of(Period::year(2025), points);
        let text = |width| -> Vec<String> {
            let palette = Palette::of(Theme::None);
            let lines = lines(&series, Some(4), Words(Lang::Vietnamese), &palette, width);
            lines.iter().map(Line::to_string).collect()
        };
        assert_eq!(text(20), ["kỳ   2024    2025", "KH     24      25", "TH      9  ước 10"]);
        assert_eq!(text(60)[0], "kỳ   2021  2022  2023  2024    2025");
    }
}
