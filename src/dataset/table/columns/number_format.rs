//! Decides how the numbers of each column are written: decimal comma or decimal point.

use std::ops::Range;

use memchr::memchr2;

use super::thousands::{RowVotes, row_votes};
use crate::dataset::parallel::chunks::in_chunks;
use crate::dataset::progress::{Cancelled, Progress};
use crate::dataset::table::layout::header::Header;
use crate::dataset::table::layout::header_column::HeaderColumn;
use crate::dataset::table::source::cell::{Cell, Row};
use crate::dataset::table::source::sheet::Sheet;
use crate::dataset::table::values::number::{
    NumberFormat, bare_digits, in_brackets, number_styles,
};
use crate::lexicon::heading::subject;
use crate::lexicon::phrases::{ENGLISH, has, key};
use crate::lexicon::place::{is_english_axis, is_english_heading};
use crate::lexicon::role::Role;
use crate::text::parse_number::{NumberStyle, Separators, parse};

/// The number format of a column, and the evidence for it.
#[derive(Debug, Clone, Copy)]
pub(crate) struct FormatDecision {
    pub(crate) format: NumberFormat,
    pub(crate) evidence: usize,
    /// The number of cells that can be read in both ways.
    pub(crate) open: usize,
    /// The number of cells in brackets.
    pub(crate) in_brackets: usize,
}

/// The evidence in the cells of a column.
#[derive(Debug, Clone, Copy, Default)]
struct Counted {
    /// The number of cells that are valid only with a decimal comma …
    comma: usize,
    /// … only with a decimal point …
    point: usize,
    /// … and how many of the latter have grouped thousands, or three decimals.
    clearly: usize,
    /// The number of cells that are valid in both ways.
    open: usize,
    /// How many of those contain a comma.
    grouped_by_commas: usize,
    /// The number of cells without comma or point.
    plain: usize,
    /// The number of cells that are only a number in brackets.
    in_brackets: usize,
}

impl Counted {
    fn plus(self, other: Self) -> Self {
        Self {
            comma: self.comma + other.comma,
            point: self.point + other.point,
            clearly: self.clearly + other.clearly,
            open: self.open + other.open,
            grouped_by_commas: self.grouped_by_commas + other.grouped_by_commas,
            plain: self.plain + other.plain,
            in_brackets: self.in_brackets + other.in_brackets,
        }
    }
}

/// The evidence in the cells of some rows, by column.
#[derive(Debug, Clone, Default)]
pub(crate) struct NumbersInColumns(Vec<Counted>);

impl NumbersInColumns {
    /// Adds the cells of a row.
    pub(crate) fn add(&mut self, row: &Row<'_>) {
        self.widen(row.cells.len());
        for (cell, counted) in row.cells.iter().zip(&mut self.0) {
            count(cell, counted);
        }
    }

    /// Adds the cells of other rows.
    pub(crate) fn add_all(&mut self, other: Self) {
        self.widen(other.0.len());
        for (all, part) in self.0.iter_mut().zip(other.0) {
            *all = all.plus(part);
        }
    }

    fn widen(&mut self, width: usize) {
        if self.0.len() < width {
            self.0.resize(width, Counted::default());
        }
    }

    /// The evidence in rows of a sheet. An error if the user cancelled.
    pub(crate) fn of(
        sheet: &Sheet<'_>,
        rows: Range<usize>,
        progress: &Progress,
    ) -> Result<Self, Cancelled> {
        let parts = in_chunks(rows, progress, |rows| {
            let mut counted = Self::default();
            sheet.each(rows, |_, row| counted.add(row));
            counted
        })?;
        let mut all = Self::default();
        parts.into_iter().for_each(|part| all.add_all(part));
        Ok(all)
    }
}

/// Decides the number format of each column by the numbers in its rows; a column without evidence follows the others.
pub(crate) fn number_formats(
    sheet: &Sheet<'_>,
    header: &Header,
    rows: Range<usize>,
    mut numbers: NumbersInColumns,
) -> Vec<FormatDecision> {
    numbers.widen(sheet.width().max(header.columns.len()));
    let NumbersInColumns(counted) = numbers;
    let values = header.values();
    let subjects = header.columns.iter().map(|column| subject(&column.heading));
    let subjects: Vec<String> = subjects.collect();
    let in_english = is_english(header, &values, &counted);
    let others = usual(&counted, header, &values, in_english);
    let has_commas_only = has_commas_only(&counted, &values);
    let decide = |(column, counted): (usize, Counted)| {
        let decision = decision(counted, others);
        // In English a point never groups thousands; where all other values have decimal commas, it always does.
        let decided = counted.comma + counted.clearly > 0 || in_english || has_commas_only;
        if decided || !values.contains(&column) {
            return decision;
        }
        let is_neighbour = |other: &usize| *other != column && subjects[*other] == subjects[column];
        let neighbours: Vec<usize> = values.iter().copied().filter(is_neighbour).collect();
        by_rows(decision, counted, || row_votes(sheet, rows.clone(), column, &neighbours))
    };
    counted.into_iter().enumerate().map(decide).collect()
}

/// Whether the headings are in English only. Those of places, periods and names, "Entity | Year", count if no value has
/// a decimal comma, and some have decimal points or all names are in English, too.
fn is_english(header: &Header, values: &[usize], counted: &[Counted]) -> bool {
    let english = |column: &usize| has(&key(&header.columns[*column].heading), &ENGLISH);
    let of_axis = |column: &HeaderColumn| {
        is_english_axis(&column.heading) || is_english_heading(&column.heading)
    };
    let by_axes = || {
        let shown = values.iter().filter_map(|column| counted.get(*column).copied());
        let shown = shown.fold(Counted::default(), Counted::plus);
        let in_ascii =
            || header.columns.iter().all(|column| column.profile.filled().all(str::is_ascii));
        shown.comma == 0 && (shown.point > 0 || in_ascii()) && header.columns.iter().any(of_axis)
    };
    (values.iter().any(english) || by_axes())
        && header.columns.iter().all(|column| column.heading.is_ascii())
}

/// Whether values of a table are written with decimal commas, and none with a decimal point: a file
/// has one format, however few of its numbers show it.
fn has_commas_only(counted: &[Counted], values: &[usize]) -> bool {
    let shown = values.iter().filter_map(|column| counted.get(*column).copied());
    let shown = shown.fold(Counted::default(), Counted::plus);
    shown.comma > 0 && shown.point == 0
}

/// The usual format of the numbers in a table. Percentages computed by a spreadsheet may have decimal points
/// even if the values were typed with points between thousands. So they are evidence for the values only if
/// they have commas, or if the headings are in English.
fn usual(counted: &[Counted], header: &Header, values: &[usize], in_english: bool) -> Separators {
    let all = |columns: &mut dyn Iterator<Item = usize>| {
        let counted = columns.filter_map(|column| counted.get(column).copied());
        counted.fold(Counted::default(), Counted::plus)
    };
    let own = all(&mut values.iter().copied());
    let compared = all(&mut header.all(|role| matches!(role, Role::Comparison(_))));
    let sample = match own.comma + own.point {
        0 if in_english || compared.comma > compared.point => compared,
        _ => own,
    };
    if in_english && sample.comma == 0 {
        return Separators::Point;
    }
    // Without any evidence, a separator before three digits groups thousands: Vietnamese offices write 1.234.
    // If all such separators are commas, the format is the English one.
    let no_evidence = sample.comma + sample.point == 0;
    let grouped_by_commas = own.open > 0 && own.open == own.grouped_by_commas;
    match sample.point > sample.comma || no_evidence && grouped_by_commas {
        true => Separators::Point,
        false => Separators::Comma,
    }
}

/// The format of a column by its own numbers, given the usual format of the table.
fn decision(counted: Counted, others: Separators) -> FormatDecision {
    const CLEARLY: usize = 4;
    let Counted { comma, point, open, in_brackets, .. } = counted;
    let (separators, evidence) = match (comma, point) {
        (0, 0) => (others, 0),
        (comma, point) if comma > point || comma == point && others == Separators::Comma => {
            (Separators::Comma, comma)
        }
        (_, point) => (Separators::Point, point),
    };
    let mixed = comma.min(point) > 0 && comma.max(point) < comma.min(point) * CLEARLY;
    // Among other numbers, those in brackets are negative; alone they may count anything.
    let negative = in_brackets > 0 && comma + point + open + counted.plain > in_brackets;
    let format = NumberFormat { separators, mixed, in_brackets: negative };
    FormatDecision { format, evidence, open, in_brackets }
}

/// Decides about a column with points before three digits that has no evidence, or only numbers with fewer
/// decimals: 4.500 above 51.5. More than half of its rows must support a format. Otherwise the default
/// remains, and in a column that also has decimal points neither is read.
fn by_rows(
    decision: FormatDecision,
    counted: Counted,
    ask: impl Fn() -> RowVotes,
) -> FormatDecision {
    if counted.open == counted.grouped_by_commas {
        return decision;
    }
    let votes = ask();
    let points = decision.format.separators == Separators::Point;
    let most = |count: usize| count * 2 > votes.open;
    // Next to 3, 1.250 may well be a plan that was far from reached.
    let decimals = if points { votes.decimals } else { votes.fractions };
    let (separators, mixed, evidence) = if most(votes.thousands) && votes.decimals == 0 {
        (Separators::Comma, false, votes.thousands)
    } else if most(decimals) && votes.thousands == 0 {
        (Separators::Point, false, decimals.max(counted.point))
    } else if points {
        (Separators::Point, true, 0)
    } else {
        return decision;
    };
    FormatDecision {
        format: NumberFormat { separators, mixed, ..decision.format },
        evidence,
        ..decision
    }
}

/// Adds the evidence of a cell.
fn count(cell: &Cell<'_>, counted: &mut Counted) {
    let text = match cell {
        Cell::Text(text) => text,
        Cell::Number { .. } | Cell::Measured(_) => return counted.plain += 1,
        Cell::Empty => return,
    };
    let add = |number| match number {
        NumberStyle::Comma(_) => counted.comma += 1,
        NumberStyle::Point(number) => {
            counted.point += 1;
            counted.clearly += usize::from(number.scale() >= 3 || text.contains(','));
        }
        NumberStyle::Either { comma, point } => {
            counted.open += 1;
            counted.grouped_by_commas += usize::from(comma.abs() < point.abs());
        }
        NumberStyle::Plain(_) => counted.plain += 1,
    };
    if let Some(digits) = bare_digits(text).filter(|digits| !digits.ends_with(['.', ','])) {
        return parse(digits).into_iter().for_each(add);
    }
    if let Some(digits) = in_brackets(text.trim()) {
        counted.in_brackets += 1;
        return parse(digits.trim_end_matches('%')).into_iter().for_each(add);
    }
    // Without separator or digit there is no evidence.
    let bytes = text.as_bytes();
    if memchr2(b',', b'.', bytes).is_some() && bytes.iter().any(u8::is_ascii_digit) {
        number_styles(text).for_each(add);
    }
}
