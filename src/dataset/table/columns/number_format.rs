//! How the numbers of columns are written: one decision a column.

use std::ops::Range;

use memchr::memchr2;

use super::thousands::{RowVotes, borne_out};
use crate::dataset::progress::{Cancelled, Progress};
use crate::dataset::table::layout::header::Header;
use crate::dataset::table::parallel::chunks::in_chunks;
use crate::dataset::table::source::cell::Cell;
use crate::dataset::table::source::sheet::Sheet;
use crate::dataset::table::values::number::{NumberFormat, bare_digits, evidence, in_brackets};
use crate::lexicon::phrases::{ENGLISH, has, key};
use crate::lexicon::role::{Role, subject};
use crate::text::parse_number::{NumberStyle, Separators, parse};

/// How a column's numbers are written, and how many of them tell it.
#[derive(Debug, Clone, Copy)]
pub(in crate::dataset::table) struct FormatDecision {
    pub(in crate::dataset::table) reading: NumberFormat,
    pub(in crate::dataset::table) told_by: usize,
    /// How many could be read either way.
    pub(in crate::dataset::table) open: usize,
    /// How many stand in brackets.
    pub(in crate::dataset::table) in_brackets: usize,
}

/// What the numbers of a column tell.
#[derive(Debug, Clone, Copy, Default)]
struct Counted {
    /// How many read with a comma only …
    comma: usize,
    /// … with a point only …
    point: usize,
    /// … and how many of those have groups of three, or three decimals.
    clearly: usize,
    /// How many read either way.
    open: usize,
    /// How many of those are written with a comma.
    grouped_by_commas: usize,
    /// How many have no sign that would matter.
    plain: usize,
    /// How many cells are a number in brackets and nothing else.
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

/// How the numbers of columns are written; a column that does not tell follows the others.
pub(in crate::dataset::table) fn readings(
    sheet: &Sheet<'_>,
    headings: &Header,
    rows: Range<usize>,
    progress: &Progress,
) -> Result<Vec<FormatDecision>, Cancelled> {
    let width = sheet.width();
    let parts = in_chunks(rows.clone(), progress, |rows| {
        let mut counted = vec![Counted::default(); width];
        sheet.each(rows, |_, row| {
            for (cell, counted) in row.cells.iter().zip(&mut counted) {
                count(cell, counted);
            }
        });
        counted
    })?;
    let mut counted = vec![Counted::default(); width];
    for part in parts {
        for (all, part) in counted.iter_mut().zip(part) {
            *all = all.plus(part);
        }
    }
    let values = headings.values();
    let subjects = headings.columns.iter().map(|heading| subject(&heading.text));
    let subjects: Vec<String> = subjects.collect();
    let in_english = is_english(headings, &values);
    let others = usual(&counted, headings, &values, in_english);
    let decide = |(column, counted): (usize, Counted)| {
        let decision = decision(counted, others);
        // In English a dot never parts thousands.
        let told = counted.comma + counted.clearly > 0 || in_english;
        if told || !values.contains(&column) {
            return decision;
        }
        let beside = |other: &usize| *other != column && subjects[*other] == subjects[column];
        let beside: Vec<usize> = values.iter().copied().filter(beside).collect();
        by_rows(decision, counted, || borne_out(sheet, rows.clone(), column, &beside))
    };
    Ok(counted.into_iter().enumerate().map(decide).collect())
}

/// Whether headings are in English and in no other language.
fn is_english(headings: &Header, values: &[usize]) -> bool {
    let english = |column: &usize| has(&key(&headings.columns[*column].text), ENGLISH);
    values.iter().any(english) && headings.columns.iter().all(|heading| heading.text.is_ascii())
}

/// How most numbers of a table are written. Percents that a spreadsheet computed may have points where the
/// values have been typed with dots between thousands: only commas, or headings in English, let them speak
/// for the values.
fn usual(counted: &[Counted], headings: &Header, values: &[usize], in_english: bool) -> Separators {
    let all = |columns: &mut dyn Iterator<Item = usize>| {
        let counted = columns.filter_map(|column| counted.get(column).copied());
        counted.fold(Counted::default(), Counted::plus)
    };
    let own = all(&mut values.iter().copied());
    let compared = all(&mut headings.all(|role| matches!(role, Role::Comparison(_))));
    let told = match own.comma + own.point {
        0 if in_english || compared.comma > compared.point => compared,
        _ => own,
    };
    // Where no number of the table tells, what parts three digits parts thousands. The house's default is
    // what Vietnamese offices write.
    let untold = told.comma + told.point == 0;
    let grouped_by_commas = own.open > 0 && own.open == own.grouped_by_commas;
    match told.point > told.comma || untold && grouped_by_commas {
        true => Separators::Point,
        false => Separators::Comma,
    }
}

/// What the numbers of a column alone tell, where the others are usually written in one way.
fn decision(counted: Counted, others: Separators) -> FormatDecision {
    const CLEARLY: usize = 4;
    let Counted { comma, point, open, in_brackets, .. } = counted;
    let (separators, told_by) = match (comma, point) {
        (0, 0) => (others, 0),
        (comma, point) if comma > point || comma == point && others == Separators::Comma => {
            (Separators::Comma, comma)
        }
        (_, point) => (Separators::Point, point),
    };
    let mixed = comma.min(point) > 0 && comma.max(point) < comma.min(point) * CLEARLY;
    // Among other numbers those in brackets are negative; alone they may count anything.
    let negative = in_brackets > 0 && comma + point + open + counted.plain > in_brackets;
    let reading = NumberFormat { separators, mixed, in_brackets: negative };
    FormatDecision { reading, told_by, open, in_brackets }
}

/// Decides of a column with dots before three digits where nothing in it tells what they part, or only
/// numbers with fewer decimals: 4.500 above 51.5. Most of its rows must tell it; where they do not, the
/// house's default stands, and beside points none of the two is read.
fn by_rows(
    decision: FormatDecision,
    counted: Counted,
    ask: impl Fn() -> RowVotes,
) -> FormatDecision {
    if counted.open == counted.grouped_by_commas {
        return decision;
    }
    let told = ask();
    let points = decision.reading.separators == Separators::Point;
    let most = |votes: usize| votes * 2 > told.open;
    // Beside 3, 1.250 may well be a plan that was far from reached.
    let decimals = if points { told.decimals } else { told.fractions };
    let (separators, mixed, told_by) = if most(told.thousands) && told.decimals == 0 {
        (Separators::Comma, false, told.thousands)
    } else if most(decimals) && told.thousands == 0 {
        (Separators::Point, false, decimals.max(counted.point))
    } else if points {
        (Separators::Point, true, 0)
    } else {
        return decision;
    };
    FormatDecision {
        reading: NumberFormat { separators, mixed, ..decision.reading },
        told_by,
        ..decision
    }
}

/// Counts what the numbers of a cell tell.
fn count(cell: &Cell<'_>, counted: &mut Counted) {
    let text = match cell {
        Cell::Text(text) => text,
        Cell::Number { .. } => return counted.plain += 1,
        Cell::Empty => return,
    };
    let tell = |number| match number {
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
        return parse(digits).into_iter().for_each(tell);
    }
    if let Some(digits) = in_brackets(text.trim()) {
        counted.in_brackets += 1;
        return parse(digits.trim_end_matches('%')).into_iter().for_each(tell);
    }
    // Without either, or without digits, there is nothing to tell.
    let bytes = text.as_bytes();
    if memchr2(b',', b'.', bytes).is_some() && bytes.iter().any(u8::is_ascii_digit) {
        evidence(text).for_each(tell);
    }
}
