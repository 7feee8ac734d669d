//! Classifies the cells of a column where its heading does not say what the column is for: names, units,
//! numbers, codes, verdicts, or nothing. Each question reads at most [`SAMPLED_ROWS`] rows.

use crate::dataset::table::source::cell::{Cell, Row};
use crate::dataset::table::source::sheet::Sheet;
use crate::dataset::table::values::Value;
use crate::dataset::table::values::number::NumberFormat;
use crate::lexicon::markers::is_sign;
use crate::lexicon::ranking;
use crate::lexicon::unit;
use crate::lexicon::verdict;
use crate::text::fold::fold;
use crate::text::parse_number::Separators;

/// The number of rows that are sampled to classify a column.
pub(super) const SAMPLED_ROWS: usize = 60;

/// The rows below a header that decide about its columns, by index. A later table on the same sheet has its
/// own.
#[derive(Debug, Clone, Copy)]
pub(in crate::dataset::table) struct TableRows {
    pub(in crate::dataset::table) from: usize,
    pub(in crate::dataset::table) end: usize,
}

impl TableRows {
    /// All rows of a sheet from an index on.
    pub(in crate::dataset::table) fn from(sheet: &Sheet<'_>, from: usize) -> Self {
        Self { from, end: sheet.len() }
    }

    /// The rows that are sampled.
    pub(super) fn sampled<'s>(self, sheet: &'s Sheet<'_>) -> impl Iterator<Item = Row<'s>> {
        sheet.range(self.from..self.end.max(self.from)).take(SAMPLED_ROWS)
    }
}

/// Whether more than half of the filled cells are names: words that are neither units nor
/// numbering nor codes.
pub(in crate::dataset::table) fn are_names(
    sheet: &Sheet<'_>,
    rows: TableRows,
    column: usize,
) -> bool {
    most(sheet, rows, column, |text| {
        let roman = text.chars().all(|c| matches!(c, 'I' | 'V' | 'X' | '.' | ')'));
        let letters = text.chars().filter(|c| c.is_alphabetic()).count();
        let digits = text.chars().filter(char::is_ascii_digit).count();
        // "SI_POV_DAY1" is a code.
        let code = text.contains('_') && !text.contains(' ');
        letters > 2 && letters > digits && !roman && !code && !unit::is_unit(text)
    })
}

/// Whether the filled cells are words that all differ, and there are any.
pub(in crate::dataset::table) fn are_distinct_words(
    sheet: &Sheet<'_>,
    rows: TableRows,
    column: usize,
) -> bool {
    let texts = rows.sampled(sheet).map(|row| row.cell(column).shown().into_owned());
    let texts: Vec<String> = texts.filter(|text| !text.is_empty()).collect();
    let words = texts.iter().all(|text| text.contains(char::is_alphabetic));
    let mut sorted: Vec<&String> = texts.iter().collect();
    sorted.sort_unstable();
    words && !sorted.is_empty() && sorted.windows(2).all(|pair| pair[0] != pair[1])
}

/// Whether more than half of the filled cells are markers of a level: I, 1, a.
pub(in crate::dataset::table) fn are_markers(
    sheet: &Sheet<'_>,
    rows: TableRows,
    column: usize,
) -> bool {
    !is_empty(sheet, rows, column) && most(sheet, rows, column, is_sign)
}

/// Whether the filled cells are numbers that never fall, as in a numbering: 1, 1, 2, 3.1, 3.2.
pub(in crate::dataset::table) fn are_in_order(
    sheet: &Sheet<'_>,
    rows: TableRows,
    column: usize,
) -> bool {
    let parts = |text: &str| -> Option<Vec<u32>> {
        text.trim().trim_end_matches('.').split('.').map(|part| part.parse().ok()).collect()
    };
    let texts = rows.sampled(sheet).map(|row| row.cell(column).shown().into_owned());
    let texts: Vec<String> = texts.filter(|text| !text.is_empty()).collect();
    let numbers: Option<Vec<_>> = texts.iter().map(|text| parts(text)).collect();
    numbers.is_some_and(|numbers| numbers.is_sorted())
}

/// Whether more than half of the filled cells are codes: EN01, SI_POV_DAY1.
pub(in crate::dataset::table) fn are_codes(
    sheet: &Sheet<'_>,
    rows: TableRows,
    column: usize,
) -> bool {
    most(sheet, rows, column, |text| {
        let has = |kind: fn(char) -> bool| text.contains(kind);
        !has(char::is_whitespace) && has(char::is_alphabetic) && has(|c| c.is_ascii_digit())
    })
}

/// Whether more than half of the filled cells are units.
pub(in crate::dataset::table) fn are_units(
    sheet: &Sheet<'_>,
    rows: TableRows,
    column: usize,
) -> bool {
    most(sheet, rows, column, |text| unit::is_unit(text) || unit::is_ditto(text))
}

/// Whether all filled cells are the unit of percentages, and there is one.
pub(in crate::dataset::table) fn are_percents(
    sheet: &Sheet<'_>,
    rows: TableRows,
    column: usize,
) -> bool {
    let percent = |text: &str| matches!(text.trim(), "%" | "percent" | "phần trăm");
    let mut cells = rows.sampled(sheet).filter(|row| !row.cell(column).is_empty()).peekable();
    cells.peek().is_some() && cells.all(|row| percent(&row.cell(column).shown()))
}

/// Whether more than half of the filled cells are numbers, bounds or counts.
pub(in crate::dataset::table) fn are_figures(
    sheet: &Sheet<'_>,
    rows: TableRows,
    column: usize,
) -> bool {
    most(sheet, rows, column, |text| is_figure(&Cell::text(text)))
}

/// Whether any sampled cell of the column is a number.
pub(in crate::dataset::table) fn has_figures(
    sheet: &Sheet<'_>,
    rows: TableRows,
    column: usize,
) -> bool {
    rows.sampled(sheet).any(|row| is_figure(row.cell(column)))
}

fn is_figure(cell: &Cell<'_>) -> bool {
    let format = NumberFormat { separators: Separators::Comma, mixed: false, in_brackets: false };
    let value = Value::of(cell, format);
    matches!(value, Value::Number(_) | Value::Bound(..) | Value::Count(_))
}

/// Whether the column has filled cells and all of them are crosses.
pub(in crate::dataset::table) fn are_crosses(
    sheet: &Sheet,
    rows: TableRows,
    column: usize,
) -> bool {
    let cells = |at| rows.sampled(sheet).filter(move |row| !row.cell(at).is_empty());
    cells(column).next().is_some() && cells(column).all(|row| is_cross(&row.cell(column).shown()))
}

/// Whether a text is a mark that ticks a box in a form: x, ✓, +.
pub(in crate::dataset::table) fn is_cross(text: &str) -> bool {
    matches!(
        text.trim().trim_matches(['(', ')', '[', ']']),
        "x" | "X"
            | "✓"
            | "✔"
            | "✔️"
            | "☑"
            | "√"
            | "v"
            | "V"
            | "+"
            | "●"
            | "•"
            | "⨯"
            | "×"
            | "✗"
            | "✘"
    )
}

/// Whether more than half of the filled cells can be places in a ranking, or changes of place: 22, 22/63, +8,
/// tăng 2 bậc.
pub(in crate::dataset::table) fn are_places(sheet: &Sheet, rows: TableRows, column: usize) -> bool {
    most(sheet, rows, column, |text| {
        ranking::bare_place(text).is_some()
            || verdict::is_missing(text)
            || ranking::places_gained(text).is_some()
    })
}

/// Whether more than half of the filled cells state a change of place in words ("tăng 2 bậc"), or no change.
pub(in crate::dataset::table) fn are_places_won(
    sheet: &Sheet,
    rows: TableRows,
    column: usize,
) -> bool {
    let in_places =
        |text: &str| fold(text).ends_with(" bac") && ranking::places_gained(text).is_some();
    most(sheet, rows, column, |text| in_places(text) || ranking::places_gained(text) == Some(0))
        && rows.sampled(sheet).any(|row| in_places(&row.cell(column).shown()))
}

/// Whether more than half of the filled cells are words that are neither values nor verdicts.
pub(in crate::dataset::table) fn are_words(sheet: &Sheet, rows: TableRows, column: usize) -> bool {
    !are_figures(sheet, rows, column)
        && most(sheet, rows, column, |text| {
            !text.contains(|c: char| c.is_ascii_digit())
                && !verdict::is_missing(text)
                && !verdict::is_error(text)
        })
}

/// Whether more than half of the filled cells are verdicts: "Đạt", "Vượt".
pub(in crate::dataset::table) fn are_verdicts(
    sheet: &Sheet,
    rows: TableRows,
    column: usize,
) -> bool {
    most(sheet, rows, column, |text| verdict::verdict(text).is_some())
}

/// Whether the first of two columns of names contains groups of the names in the second: in some rows both
/// are filled, in others only the second.
pub(in crate::dataset::table) fn are_groups(
    sheet: &Sheet<'_>,
    rows: TableRows,
    (first, second): (usize, usize),
) -> bool {
    let (mut begin, mut go_on) = (0, 0);
    for row in rows.sampled(sheet) {
        let filled = |column: usize| usize::from(!row.cell(column).is_empty());
        begin += filled(first) * filled(second);
        go_on += (1 - filled(first)) * filled(second);
    }
    begin > 0 && go_on > 0 && are_names(sheet, rows, second)
}

/// Whether the column has no filled cell in any of the rows.
pub(in crate::dataset::table) fn is_empty(
    sheet: &Sheet<'_>,
    rows: TableRows,
    column: usize,
) -> bool {
    sheet.range(rows.from..rows.end.max(rows.from)).all(|row| row.cell(column).is_empty())
}

fn most(sheet: &Sheet<'_>, rows: TableRows, column: usize, fits: impl Fn(&str) -> bool) -> bool {
    let (mut count, mut fitting) = (0, 0);
    for row in rows.sampled(sheet) {
        let cell = row.cell(column);
        count += usize::from(!cell.is_empty());
        fitting += usize::from(!cell.is_empty() && fits(&cell.shown()));
    }
    fitting * 2 > count
}
