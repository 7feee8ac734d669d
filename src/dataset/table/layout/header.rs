//! Finds the header of a table: its rows, and the role of each column.
//!
//! ```text
//!            PHỤ LỤC I …                                          ← title lines
//! TT | Chỉ tiêu | ĐVT | Năm 2024      | So sánh (%)     | Ghi chú  ← header …
//!    |          |     | KH    | ƯTH   | UTH/KH | UTH/CK |          ← … of two rows
//! A  | B        | 1   | 2     | 3     | 4=3/2  | 5      | 6        ← numbering row
//! I  | KINH TẾ  |     |       |       |        |        |          ← body
//! ```

use super::column_profile::{self, TableRows};
use super::header_rows::{are_values, has_value_next_to_names, is_level_above, is_level_below};
use super::score_columns;
use super::{numbering_row, rates};
use crate::dataset::table::source::cell::{Cell, Row};
use crate::dataset::table::source::sheet::{Merge, Sheet};
use crate::lexicon::comparison::Comparison;
use crate::lexicon::measure::measure;
use crate::lexicon::period_words::{HeadingPeriod, is_sum};
use crate::lexicon::phrases::{is_remaining, key};
use crate::lexicon::role;
use crate::lexicon::role::{Heading, Role};
use crate::lexicon::verdict;

/// The number of rows that are searched for a header.
const SEARCHED_ROWS: usize = 80;

/// The number of rows below the first that may belong to the header.
const ROWS_BELOW: usize = 2;

/// The header of a table. Rows and columns are counted from 0.
#[derive(Debug, Clone)]
pub(in crate::dataset::table) struct Header {
    /// The heading of each column, in order.
    pub(in crate::dataset::table) columns: Vec<Heading>,
    /// The columns that contain names; more than one where each level has a column of its own.
    pub(in crate::dataset::table) names: Vec<usize>,
    /// The index of the first row of the header.
    pub(in crate::dataset::table) first: usize,
    /// The index of the first row below the header and the numbering row.
    pub(in crate::dataset::table) below: usize,
    /// Pairs of columns with the same heading and role: the first of them, and the one that repeats it.
    pub(in crate::dataset::table) repeated: Vec<(usize, usize)>,
    /// Columns that a formula in the numbering row computes from two others, "5=4/3": the result, the left
    /// and the right operand.
    pub(in crate::dataset::table) formulas: Vec<(usize, usize, usize)>,
}

impl Header {
    /// The number of columns whose role is known.
    pub(in crate::dataset::table) fn recognised(&self) -> usize {
        self.columns.iter().filter(|column| column.role != Role::Unknown).count()
    }

    /// The columns whose role satisfies a condition.
    pub(in crate::dataset::table) fn all(
        &self,
        wanted: impl Fn(&Role) -> bool,
    ) -> impl Iterator<Item = usize> {
        let columns = self.columns.iter().enumerate();
        columns.filter(move |(_, column)| wanted(&column.role)).map(|(at, _)| at)
    }

    /// The columns of plans and actuals.
    pub(in crate::dataset::table) fn values(&self) -> Vec<usize> {
        self.all(|role| matches!(role, Role::Plan(_) | Role::Actual(_))).collect()
    }

    /// The first column with a role.
    pub(in crate::dataset::table) fn column(&self, role: &Role) -> Option<usize> {
        self.columns.iter().position(|column| column.role == *role)
    }
}

/// Finds the first header at or below the row `from`.
pub(in crate::dataset::table) fn find(sheet: &Sheet, from: usize) -> Option<Header> {
    let until = sheet.len().min(from.saturating_add(SEARCHED_ROWS));
    (from..until).find_map(|at| header_at(sheet, at, from))
}

/// Whether a row begins another header: a second table follows on the same sheet.
pub(in crate::dataset::table) fn begins(sheet: &Sheet, at: usize, row: &Row) -> bool {
    // Asked for every row: most rows have no such cell, so the expensive part is skipped.
    let texts = row.cells.iter().filter(|cell| matches!(cell, Cell::Text(_)));
    if !texts.into_iter().any(|cell| role::is_name(&cell.shown())) {
        return false;
    }
    let alone = columns(sheet, at, at);
    let known = alone.iter().filter(|column| column.role != Role::Unknown).count();
    known >= 3 && alone.iter().any(|column| column.role == Role::Name)
}

fn header_at(sheet: &Sheet, at: usize, from: usize) -> Option<Header> {
    let row = &sheet.get(at)?;
    let alone = columns(sheet, at, at);
    let anchor = alone.iter().position(|column| column.role == Role::Name);
    let known = alone.iter().filter(|column| column.role != Role::Unknown).count();
    // A title may begin with "Chỉ tiêu", and a row of data may contain years: one known cell is not enough.
    let begins = match anchor {
        Some(_) => known >= 2 || (sheet.width() == 1 && row.filled() == 1),
        None => are_values(row, &alone) || has_value_next_to_names(sheet, at, &alone),
    };
    if !begins {
        return None;
    }
    // Where this row has no heading for the names, the header may begin one row higher.
    let with_above = at > from && is_level_above(sheet, at - 1, at, anchor);
    let first = if with_above { at - 1 } else { at };
    let mut last = at;
    let over_names =
        anchor.or_else(|| plan_over_names(sheet, TableRows::from(sheet, at + 1), &alone));
    while last < at + ROWS_BELOW && is_level_below(sheet, last + 1, over_names, &alone) {
        last += 1;
    }
    let mut columns = columns(sheet, first, last);
    find_sums(&mut columns);
    let mut below = last + 1;
    let numbering = sheet.get(below).filter(|row| numbering_row::is_numbering(row, &columns));
    below += usize::from(numbering.is_some());
    let rows = own_rows(sheet, at, below);
    by_contents(sheet, rows, &mut columns);
    score_columns::date_by_scores(&mut columns);
    score_columns::choose_results(sheet, rows, &mut columns);
    let name = name(sheet, rows, &columns)?;
    columns[name].role = Role::Name;
    left_of_names(sheet, rows, name, &mut columns);
    let marked = columns.iter().any(|column| column.role == Role::Mark);
    if let Some(before) = name.checked_sub(1).filter(|_| !marked) {
        // A column of numbers left of the names needs no heading, or "Số" alone.
        let unnamed = matches!(key(&columns[before].text).as_str(), "" | "so");
        if unnamed && column_profile::are_markers(sheet, rows, before) {
            columns[before].role = Role::Mark;
        }
    }
    let formulas = numbering.map(|row| numbering_row::by_formulas(&row, &mut columns));
    let repeated = repeated(sheet, rows, &mut columns);
    let names = name_columns(sheet, (at, rows), name, &columns);
    let formulas = formulas.unwrap_or_default();
    Some(Header { columns, names, first, below, repeated, formulas })
}

/// The rows below a header that belong to its table: up to the next table, without its caption.
fn own_rows(sheet: &Sheet, at: usize, below: usize) -> TableRows {
    let texts = |row: &Row| -> Vec<String> {
        row.filled_cells().map(|(_, cell)| cell.shown().into_owned()).collect()
    };
    let own = texts(&sheet.row(at));
    let until = sheet.len().min(below.saturating_add(column_profile::SAMPLED_ROWS));
    // The same headings on another page begin no other table.
    let next = |row: &Row, at: usize| begins(sheet, at, row) && texts(row) != own;
    let Some(mut end) = (below..until).find(|at| next(&sheet.row(*at), *at)) else {
        return TableRows::from(sheet, below);
    };
    while end > below && sheet.row(end - 1).filled() <= 1 {
        end -= 1;
    }
    TableRows { from: below, end }
}

/// Gives "Cả năm" and "Tổng cộng" the whole year as their period where other columns are quarters or months.
fn find_sums(columns: &mut [Heading]) {
    let part = |heading: &&Heading| matches!(&heading.role, Role::Actual(when) if when.part);
    if columns.iter().filter(part).count() < 2 {
        return;
    }
    let year = columns.iter().filter(part).find_map(|heading| match &heading.role {
        Role::Actual(when) => when.year,
        _ => None,
    });
    for column in columns.iter_mut().filter(|column| column.role == Role::Unknown) {
        if column.text.rsplit(" · ").next().is_some_and(is_sum) {
            column.role =
                Role::Actual(HeadingPeriod { year, months: 12, ..HeadingPeriod::default() });
        }
    }
}

/// Corrects the roles that the headings suggest by what the columns contain.
fn by_contents(sheet: &Sheet, rows: TableRows, columns: &mut [Heading]) {
    // A heading merged over two columns belongs to the column that contains the values.
    for at in 1..columns.len() {
        let twin = columns[at].text.is_empty() || columns[at].text == columns[at - 1].text;
        let values = is_value(&columns[at - 1].role);
        if twin && values && column_profile::is_empty(sheet, rows, at - 1) {
            columns[at] = std::mem::replace(&mut columns[at - 1], Heading::of(""));
        } else if twin && is_value(&columns[at].role) && column_profile::is_empty(sheet, rows, at) {
            columns[at] = Heading::of("");
        }
    }
    // "Chỉ tiêu" over numbers is the plan if another column contains the names.
    for (at, column) in columns.iter_mut().enumerate().skip(1) {
        let key = key(&column.text);
        let named = column.role == Role::Name
            || column.role == Role::Unknown && key.starts_with("chi tieu") && !is_remaining(&key);
        if named && column_profile::are_figures(sheet, rows, at) {
            column.role = Role::Plan(HeadingPeriod::of(&key));
        }
    }
    // "Indicator" over 1.1.1 and 3.2.1 is a column of codes, and so is "PI" over EN01; the names are in
    // another.
    let codes = |at: &usize| {
        columns[*at].role == Role::Name
            && (column_profile::are_markers(sheet, rows, *at)
                || column_profile::are_codes(sheet, rows, *at))
            && (0..columns.len()).any(|other| {
                other != *at
                    && matches!(columns[other].role, Role::Unknown | Role::Name)
                    && column_profile::are_names(sheet, rows, other)
            })
    };
    if let Some(at) = (0..columns.len()).find(codes) {
        columns[at].role = Role::Unknown;
    }
    by_others(columns);
    rates::choose_actual(sheet, rows, columns);
    by_marks(sheet, rows, columns);
    only_figures(sheet, rows, columns);
    let nameless = columns.iter().all(|column| column.role != Role::Unit);
    for at in 0..columns.len() {
        let reached = columns.iter().any(|column| matches!(column.role, Role::Actual(_)));
        // A plan may be "Đạt" as well.
        let asked = matches!(columns[at].role, Role::Plan(_)) && reached;
        let assessed = columns.iter().any(|column| column.role == Role::Verdict);
        let compares =
            matches!(columns[at].role, Role::Comparison(Comparison::Plan | Comparison::Either));
        if columns[at].text.is_empty()
            || !(compares || matches!(columns[at].role, Role::Plan(_) | Role::Actual(_)))
        {
            continue;
        }
        if column_profile::are_verdicts(sheet, rows, at) {
            if !assessed && !asked && !column_profile::has_figures(sheet, rows, at) {
                columns[at].role = Role::Verdict;
            }
        } else if column_profile::are_words(sheet, rows, at) {
            // "Đơn vị thực hiện" is a column of offices.
            columns[at].role = Role::Unknown;
        }
    }
    let first_name = columns.iter().position(|column| column.role == Role::Name);
    let is_unit = |at: &usize| {
        // "Measure" right of "Indicator" is a column of units; alone it is a column of names.
        let second = columns[*at].role == Role::Name && first_name.is_some_and(|name| name < *at);
        (second || columns[*at].role == Role::Unknown)
            && column_profile::are_units(sheet, rows, *at)
    };
    if let Some(unit) = (0..columns.len()).find(is_unit).filter(|_| nameless) {
        columns[unit].role = Role::Unit;
    }
}

/// Makes the only column of numbers in a table with ranks the actual, whatever its heading: "PAR INDEX 2024
/// (%)".
fn only_figures(sheet: &Sheet, rows: TableRows, columns: &mut [Heading]) {
    let ranked = columns.iter().any(|column| matches!(column.role, Role::Rank(_)));
    if !ranked || columns.iter().any(|column| is_value(&column.role)) {
        return;
    }
    let figures = |at: &usize| {
        columns[*at].role == Role::Unknown && column_profile::are_figures(sheet, rows, *at)
    };
    let found: Vec<usize> = (0..columns.len()).filter(figures).collect();
    if let [only] = found[..] {
        columns[only].role = Role::Actual(HeadingPeriod::of(&key(&columns[only].text)));
    }
}

/// Assigns roles by crosses and ranks in the cells: "x" under "Không đạt" is that verdict, "Tốt" under
/// "Xếp hạng" is not a place.
fn by_marks(sheet: &Sheet, rows: TableRows, columns: &mut [Heading]) {
    for (at, column) in columns.iter_mut().enumerate() {
        let last = column.text.rsplit(" · ").next().unwrap_or_default();
        let places = || column_profile::are_places(sheet, rows, at);
        column.role = match column.role {
            Role::Unknown
            | Role::Comparison(Comparison::Either)
            | Role::Verdict
            | Role::Plan(_)
            | Role::Actual(_)
                if verdict::verdict(last).is_some()
                    && column_profile::are_crosses(sheet, rows, at) =>
            {
                Role::Cross
            }
            Role::Rank(_) | Role::RankChange if !places() => Role::Unknown,
            // "So với 2022" over "tăng 6 bậc".
            Role::Unknown | Role::Comparison(_)
                if column_profile::are_places_won(sheet, rows, at) =>
            {
                Role::RankChange
            }
            _ => continue,
        };
    }
}

/// Assigns roles to short headings by the other columns: "Đạt" between a plan and its percentage, a rate next
/// to a target in percent, "Achievement" after an actual.
fn by_others(columns: &mut [Heading]) {
    let is_actual = |column: &Heading| matches!(column.role, Role::Actual(_));
    let either = |column: &Heading| column.role == Role::Comparison(Comparison::Either);
    let achieved =
        |column: &Heading| matches!(key(&column.text).as_str(), "achievement" | "achieved");
    if columns.iter().filter(|column| is_actual(column)).count() > 1
        && let Some(column) =
            columns.iter_mut().rfind(|column| is_actual(column) && achieved(column))
    {
        column.role = Role::Comparison(Comparison::Either);
    }
    if columns.iter().any(is_actual) {
        return;
    }
    let planned = columns.iter().find(|column| matches!(column.role, Role::Plan(_)));
    if planned.is_none() {
        // If nothing else is a value, "Tỷ lệ hộ nghèo năm 2024 (%)" is the actual.
        for column in columns.iter_mut().filter(|column| {
            let rate = Role::Comparison(Comparison::Rate);
            (either(column) || column.role == rate)
                && column.text.contains('%')
                && !measure(&column.text).is_empty()
        }) {
            column.role = Role::Actual(HeadingPeriod::of(&key(&column.text)));
        }
    }
}

/// The column of names: the one whose heading says so, or else the first left of the values that contains
/// names.
fn name(sheet: &Sheet, rows: TableRows, columns: &[Heading]) -> Option<usize> {
    if let Some(name) = columns.iter().position(|column| column.role == Role::Name) {
        return Some(name);
    }
    let first_value = columns.iter().position(|column| is_value(&column.role));
    let first_value = first_value.or_else(|| {
        let ranks = |column: &Heading| matches!(column.role, Role::Rank(_));
        columns.iter().any(ranks).then_some(columns.len())
    })?;
    let holds_names = |at: &usize| column_profile::are_names(sheet, rows, *at);
    let of = |wanted: &dyn Fn(&Heading) -> bool| {
        (0..first_value).find(|at| wanted(&columns[*at]) && holds_names(at))
    };
    // "Đơn vị" means a commune or an office where the cells below are not units.
    let unknown = |column: &Heading| matches!(column.role, Role::Unknown | Role::Unit);
    let indices = |column: &Heading| unknown(column) && key(&column.text).starts_with("chi so");
    let name = of(&indices)
        .or_else(|| of(&|column| unknown(column) && names_places(&column.text)))
        .or_else(|| of(&unknown))
        .or_else(|| of(&|column| column.role == Role::Section));
    // Names may look like units, "Sinh viên", or be letters.
    let loose = |at: &usize| {
        let column = &columns[*at];
        !column.text.is_empty()
            && matches!(column.role, Role::Unknown | Role::Section | Role::Unit)
            && Heading::of(&column.text).role != Role::Unit
            && column_profile::are_distinct_words(sheet, rows, *at)
    };
    name.or_else(|| plan_over_names(sheet, rows, columns))
        .or_else(|| (0..first_value).find(loose))
        .or_else(|| name_right_of_values(sheet, rows, columns))
}

/// The column of names right of the values: the first of words, if no other unknown column is left of it.
fn name_right_of_values(sheet: &Sheet, rows: TableRows, columns: &[Heading]) -> Option<usize> {
    let open = |at: &usize| {
        matches!(columns[*at].role, Role::Unknown | Role::Unit | Role::Section)
            && !columns[*at].text.is_empty()
            && column_profile::are_names(sheet, rows, *at)
    };
    // Words that are not understood further left may be the names.
    let before = |at: usize| {
        let unknown = |column: &Heading| {
            let open = matches!(column.role, Role::Unknown | Role::Unit | Role::Section);
            open && !column.text.is_empty()
        };
        columns[..at].iter().any(unknown)
    };
    (0..columns.len()).find(open).filter(|at| !before(*at))
}

/// Corrects the role of "Goal" and "Target" left of the names: codes of goals are not plans, and goals in
/// words are sections.
fn left_of_names(sheet: &Sheet, rows: TableRows, name: usize, columns: &mut [Heading]) {
    const GOALS: &[&str] = &["muc tieu", "goal", "goals", "target", "targets"];
    let other_plan = columns[name..].iter().any(|column| matches!(column.role, Role::Plan(_)));
    let columns = &mut columns[..name];
    let mut sections = columns.iter().any(|column| column.role == Role::Section);
    for (at, column) in columns.iter_mut().enumerate() {
        let goal = GOALS.contains(&key(&column.text).as_str());
        let planned = matches!(column.role, Role::Plan(_));
        if !(planned || goal && column.role == Role::Unknown) {
            continue;
        }
        // A plan may be left of the names, and codes of goals come in order.
        let codes = || other_plan || column_profile::are_in_order(sheet, rows, at);
        if planned && column_profile::are_figures(sheet, rows, at) && !(goal && codes()) {
            continue;
        }
        let section = goal && !sections && column_profile::are_names(sheet, rows, at);
        column.role = if section { Role::Section } else { Role::Unknown };
        sections |= section;
    }
}

/// Whether a heading names places or offices: "Tỉnh, thành phố", "Bộ, cơ quan trung ương".
fn names_places(text: &str) -> bool {
    const PLACES: &[&str] = &[
        "tinh",
        "thanh pho",
        "huyen",
        "xa",
        "phuong",
        "dia phuong",
        "don vi",
        "co quan",
        "bo",
        "so",
        "truong",
        "benh vien",
        "province",
        "provinces",
        "district",
        "commune",
        "council",
        "authority",
    ];
    let key = key(text);
    PLACES.iter().any(|place| {
        key.strip_prefix(place).is_some_and(|rest| !rest.starts_with(char::is_alphabetic))
    })
}

/// The first column of values if it contains names and others contain the values: "Chỉ tiêu Nghị quyết" is
/// not a plan then.
fn plan_over_names(sheet: &Sheet, rows: TableRows, columns: &[Heading]) -> Option<usize> {
    let mut values = (0..columns.len()).filter(|at| is_value(&columns[*at].role));
    let first = values.next()?;
    (values.count() > 1 && column_profile::are_names(sheet, rows, first)).then_some(first)
}

/// Removes the role from columns that repeat the heading and role of an earlier column, because nothing says
/// which of the two is right. Returns the pairs: the earlier column, the repeated one.
fn repeated(sheet: &Sheet, rows: TableRows, columns: &mut [Heading]) -> Vec<(usize, usize)> {
    let mut pairs = Vec::new();
    for at in 1..columns.len() {
        let single = matches!(columns[at].role, Role::Plan(_) | Role::Actual(_) | Role::Unit);
        let first = columns[..at]
            .iter()
            .position(|column| column.text == columns[at].text && column.role == columns[at].role);
        if let Some(first) = first.filter(|_| single) {
            columns[at].role = Role::Unknown;
            pairs.extend((!column_profile::is_empty(sheet, rows, at)).then_some((first, at)));
        }
    }
    pairs
}

/// The headings of the rows `first..=last` combined, one a column.
pub(in crate::dataset::table) fn columns(sheet: &Sheet, first: usize, last: usize) -> Vec<Heading> {
    let width = sheet.range(first..last + 1).map(|row| row.cells.len()).max().unwrap_or(0);
    let rows: Vec<(Row, Vec<&Merge>)> = sheet
        .range(first..last + 1)
        .map(|row| {
            // Merges are sorted by their first row.
            let begun = sheet.merges.partition_point(|merge| merge.rows.0 <= row.line);
            let reaching = sheet.merges[..begun].iter().filter(|merge| row.line <= merge.rows.1);
            let reaching = reaching.collect();
            (row, reaching)
        })
        .collect();
    let heading = |column| {
        let mut levels: Vec<String> = Vec::new();
        for (at, (row, merges)) in (first..).zip(&rows) {
            let text = heading_text(sheet, (at, row, merges), column, last);
            if !text.is_empty() && levels.last() != Some(&text) {
                levels.push(text);
            }
        }
        Heading::of(&levels.join(" · "))
    };
    (0..width).map(heading).collect()
}

/// The text over a column in one row of the header: its own cell, the cell it is merged with, or, where the
/// file has no merges, the cell to the left that spans several columns of the next row.
fn heading_text(
    sheet: &Sheet,
    (at, row, merges): (usize, &Row, &[&Merge]),
    column: usize,
    last: usize,
) -> String {
    let own = row.cell(column);
    if !own.is_empty() {
        return own.shown().into_owned();
    }
    let merge = merges.iter().find(|merge| (merge.columns.0..=merge.columns.1).contains(&column));
    if let Some(merge) = merge {
        let top = sheet.at_line(merge.rows.0).map(|at| sheet.row(at));
        let text = top.map(|row| row.cell(merge.columns.0).shown().into_owned());
        return text.unwrap_or_default();
    }
    let below = |column: usize| (at + 1..=last).any(|at| !sheet.row(at).cell(column).is_empty());
    if !sheet.merges.is_empty() || at == last || !below(column) {
        return String::new();
    }
    let left = (0..column).rev().find(|left| !row.cell(*left).is_empty());
    let spans = left.filter(|left| (*left..column).all(below));
    spans.map(|left| row.cell(left).shown().into_owned()).unwrap_or_default()
}

/// The columns that contain names. There are several where the heading of the names is merged over several
/// columns (one for each level), or where a second column of names follows and the first contains groups.
fn name_columns(
    sheet: &Sheet,
    (at, rows): (usize, TableRows),
    name: usize,
    columns: &[Heading],
) -> Vec<usize> {
    let line = sheet.row(at).line;
    let merge = sheet
        .merges
        .iter()
        .find(|merge| merge.rows.0 <= line && line <= merge.rows.1 && merge.columns.0 == name);
    let last = merge.map_or(name, |merge| merge.columns.1.min(columns.len().saturating_sub(1)));
    let values = columns.iter().position(|column| is_value(&column.role)).unwrap_or(columns.len());
    let second = (last + 1..values).find(|at| {
        columns[*at].role == Role::Name && column_profile::are_groups(sheet, rows, (name, *at))
    });
    (name..=last).chain(second).collect()
}

fn is_value(role: &Role) -> bool {
    matches!(role, Role::Plan(_) | Role::Actual(_) | Role::Comparison(_))
}
