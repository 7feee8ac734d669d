//! Tables as offices have them: delimited text and workbooks, with titles above, headings of two levels,
//! sections, children, footnotes and signatures below.
//!
//! Each file format becomes a [`grid`]; what follows knows no formats:
//!
//! ```text
//! bytes → decode → delimited ┐
//! bytes → workbook           ┴→ grid → heading (role) → columns (compare) → rows (outline) → plan
//!                                                                         → sections → facts (value)
//! ```
//!
//! A table may have a million rows: of delimited text only the text is held and where its rows begin, and
//! each step goes over them on its own, keeping nothing that grows with them but the indicators.
//!
//! Nothing is guessed: what can be read in two ways is decided for a column as a whole and told, and what
//! cannot be read is kept as text and complained of.

mod bounds;
mod bytes;
mod columns;
mod compare;
mod comparing;
mod comparison;
mod contents;
mod decode;
mod delimited;
mod direction;
mod facts;
mod footer;
mod found;
mod grid;
mod heading;
mod ids;
mod inherited;
mod items;
mod languages;
mod levels;
mod limit;
mod lines;
mod markdown;
mod numbering;
mod outline;
mod parts;
mod period;
mod pipeline;
mod plan;
mod readings;
mod record;
mod renumbered;
mod role;
mod rows;
mod sections;
mod signs;
mod stacked;
mod title;
mod told;
mod unit;
mod value;
mod words;
mod workbook;

use encoding_rs::WINDOWS_1252;

use self::found::Found;
use self::grid::{Cell, Cells, Row, Rows, Sheet};
use self::heading::Headings;
use self::ids::slug;
use self::parts::in_parts;
use self::rows::Table;
use self::sections::Sections;
use self::title::{Caption, Title};
use super::progress::{Ended, Progress};
use super::{Complaint, Complaints, Excerpt, OpenError, Opened, Rule, portable, quotes};
use crate::model::{Dataset, Source};
use crate::text::fold::fold;
use crate::text::legacy;

pub(super) use unit::in_brackets as unit_in_brackets;
pub(super) use workbook::is_workbook;

/// What complaints need to name a place.
#[derive(Debug, Clone, Copy)]
pub(super) struct Places<'a> {
    file: &'a str,
    /// The text of a delimited file with its separator.
    text: Option<(&'a str, u8)>,
}

/// Reads the tables of a file: one dataset a sheet that holds one.
pub(super) fn read(
    file: &str,
    bytes: &[u8],
    wanted: Option<&str>,
    progress: &Progress,
) -> Result<Opened, OpenError> {
    let mut found = Found::default();
    if is_workbook(bytes) {
        let sheets = workbook::sheets(bytes).map_err(|refusal| {
            whole_file(
                file,
                Rule::Workbook,
                format!("this workbook cannot be read: {refusal}"),
                "expected XLSX, XLS or ODS",
            )
        })?;
        return datasets(sheets, wanted, Places { file, text: None }, found, progress);
    }
    if let Some(name) = wanted {
        let found = format!("there is no sheet “{name}”");
        return Err(whole_file(file, Rule::NoSheet, found, "only workbooks have sheets").into());
    }
    let decoded = decode::decode(bytes);
    if decoded.text.trim().is_empty() {
        return Err(whole_file(
            file,
            Rule::Empty,
            "the file is empty",
            "expected a dataset, a JSON object or a table",
        )
        .into());
    }
    let separator = delimited::separator(&decoded.text);
    let (text, open) = quotes::closed(&decoded.text, separator);
    let sheet = delimited::sheet(file, text, separator)?;
    let places = Places { file, text: Some((&decoded.text, separator)) };
    if let Some((line, column)) = open {
        found.complaints.push(open_quote(file, &decoded.text, line, column));
    }
    if let Some(encoding) = decoded.encoding.filter(|encoding| *encoding != WINDOWS_1252) {
        let what = format!("the file is in {}", encoding.name());
        found.of_file(file, Rule::LegacyEncoding, what, "it was converted; UTF-8 is safer");
    }
    datasets(vec![sheet], None, places, found, progress)
}

/// Whether delimited text has headings that make it a table of values rather than a list of names.
pub(super) fn has_values(bytes: &[u8]) -> bool {
    const SAMPLE: usize = 64 * 1024;
    let first = &bytes[..bytes.len().min(SAMPLE)];
    let line = first.split(|byte| *byte == b'\n').next().unwrap_or_default();
    let line = String::from_utf8_lossy(line);
    let cells = line.split(['\t', ',', ';']).map(|cell| cell.trim().trim_matches('"'));
    cells.into_iter().any(|cell| {
        use role::Role;
        matches!(
            role::Heading::of(cell).role,
            Role::Plan(_) | Role::Actual(_) | Role::Comparison(_) | Role::Better
        )
    })
}

fn datasets(
    mut sheets: Vec<Sheet<'_>>,
    wanted: Option<&str>,
    places: Places<'_>,
    mut found: Found,
    progress: &Progress,
) -> Result<Opened, OpenError> {
    let file = places.file;
    if let Some(wanted) = wanted {
        let names: Vec<String> = sheets.iter().filter_map(|sheet| sheet.name.clone()).collect();
        let key = fold(wanted.trim());
        sheets.retain(|sheet| sheet.name.as_deref().is_some_and(|name| fold(name.trim()) == key));
        if sheets.is_empty() {
            let found = format!("there is no sheet “{wanted}”");
            let expected = format!("there are {}", names.join(", "));
            return Err(whole_file(file, Rule::NoSheet, found, expected).into());
        }
    }
    if wanted.is_none() && sheets.iter().any(|sheet| !sheet.hidden) {
        leave_hidden(&mut sheets, file, &mut found);
    }
    let mut sheets = convert_legacy(sheets, file, &mut found);
    for sheet in &mut sheets {
        if let Some(merge) = sheet.part_merges() {
            let (what, how) =
                ("merged cells overlap others", "the first holds, these are read apart");
            let mut complaints = whole_file(file, Rule::OverlappingMerges, what, how);
            for complaint in &mut complaints.0 {
                complaint.sheet.clone_from(&sheet.name);
                (complaint.line, complaint.column) = (merge.rows.0, merge.columns.0 + 1);
            }
            found.complaints.append(&mut complaints.0);
        }
    }
    progress.expect(sheets.iter().map(Sheet::len).sum::<usize>() * sections::LOOKS);
    let several = sheets.iter().filter(|sheet| heading::find(sheet, 0).is_some()).count() > 1;
    let mut datasets = Vec::new();
    for sheet in &sheets {
        if let Some(own) = portable(sheet, file) {
            datasets.push(own?);
            continue;
        }
        datasets.extend(dataset(sheet, several, places, &mut found, progress)?);
    }
    if datasets.is_empty() {
        let found = "no row of headings was found";
        let expected = "expected one with Chỉ tiêu (or name) and, say, ĐVT, Kế hoạch, Thực hiện";
        return Err(whole_file(file, Rule::NoTable, found, expected).into());
    }
    let Found { complaints: findings, warnings, room } = found;
    Ok(Opened { datasets, findings, warnings, untold: room.untold })
}

/// The dataset of a sheet that this program wrote.
fn portable(sheet: &Sheet<'_>, file: &str) -> Option<Result<Dataset, Complaints>> {
    let texts = |row: &Row<'_>| -> Vec<String> {
        row.cells.iter().map(|cell| cell.shown().into_owned()).collect()
    };
    if !portable::is_ours(&texts(&sheet.get(0)?)) {
        return None;
    }
    let rows = sheet.range(1..sheet.len());
    let rows: Vec<_> =
        rows.map(|row| portable::TextRow { line: row.line, cells: texts(&row) }).collect();
    Some(portable::read(file, sheet.name.as_deref(), &rows, false))
}

/// What a workbook does not show is read only when it is asked for.
fn leave_hidden(sheets: &mut Vec<Sheet<'_>>, file: &str, found: &mut Found) {
    let hidden = sheets.iter().filter(|sheet| sheet.hidden).filter_map(|sheet| sheet.name.clone());
    for name in hidden.collect::<Vec<_>>() {
        let what = format!("the sheet “{name}” is hidden");
        let expected = "it was not read; --sheet reads it all the same";
        found.of_file(file, Rule::OutsideTable, what, expected);
    }
    sheets.retain(|sheet| !sheet.hidden);
}

/// Turns the text of old fonts into Unicode, and says so.
fn convert_legacy<'t>(sheets: Vec<Sheet<'t>>, file: &str, found: &mut Found) -> Vec<Sheet<'t>> {
    let rows = sheets.iter().flat_map(|sheet| sheet.range(0..sheet.len()));
    let texts = rows.flat_map(|row| {
        let texts = row.cells.iter().filter_map(|cell| match cell {
            Cell::Text(text) if !text.is_ascii() => Some(text.to_string()),
            _ => None,
        });
        texts.collect::<Vec<_>>()
    });
    let Some((encoding, convert)) = legacy::recognise(texts) else { return sheets };
    let what = format!("the text is in {encoding}, an encoding of old fonts");
    let expected = "it was converted; its capitals may read as small letters";
    found.of_file(file, Rule::LegacyEncoding, what, expected);
    let converted = |mut sheet: Sheet<'t>| {
        match &mut sheet.rows {
            Rows::Lines(lines) => lines.convert(convert),
            Rows::Cells(rows) => {
                for row in rows {
                    let cells = row.cells.iter().map(|cell| cell.clone().converted(convert));
                    row.cells = Cells::Own(cells.collect());
                }
            }
        }
        sheet
    };
    sheets.into_iter().map(converted).collect()
}

/// The tables of a sheet as one dataset.
fn dataset(
    sheet: &Sheet<'_>,
    several: bool,
    places: Places<'_>,
    found: &mut Found,
    progress: &Progress,
) -> Result<Option<Dataset>, Ended> {
    let Some(first) = heading::find(sheet, 0) else { return Ok(None) };
    let title = Title::of(sheet.range(0..first.first));
    let tables = tables(sheet, first, &title, places, progress)?;
    let years = || tables.iter().find_map(|(table, _)| year_of(table));
    let period = title.period.clone().or_else(years).unwrap_or_default();
    let stem = stem(places.file);
    let own = sheet.name.as_deref().filter(|name| !is_generic(name));
    let id = match own.or(sheet.name.as_deref()).filter(|_| several) {
        Some(sheet) => format!("{}-{}", slug(stem), slug(sheet)),
        None => slug(stem),
    };
    let place = title.place.clone().unwrap_or_else(|| match own.filter(|_| several) {
        Some(name) => name.to_owned(),
        None => stem.to_owned(),
    });
    let mut read = Sections::default();
    for (table, _) in &tables {
        read.reserve_ids(table);
    }
    for (table, section) in &tables {
        let unnamed = section.as_deref().or(own).unwrap_or(stem);
        table.read(unnamed, &mut read, found, progress)?;
    }
    if read.assumed > 0 {
        let count = read.assumed;
        let what = format!("the good direction of {count} indicators was assumed from their names");
        let expected = "a column `better` with higher or lower would tell it";
        found.of_file(places.file, Rule::DirectionAssumed, what, expected);
    }
    Ok(Some(Dataset {
        id,
        place,
        period,
        source: title.text.map(|title| Source { title, date: None }),
        totals: None,
        sections: read.sections,
        indicators: read.indicators,
    }))
}

/// The tables of a sheet, with the sections that lines above them name: headings that stand further down
/// begin another one.
fn tables<'a>(
    sheet: &'a Sheet<'a>,
    first: Headings,
    title: &Title,
    places: Places<'a>,
    progress: &Progress,
) -> Result<Vec<(Table<'a>, Option<String>)>, Ended> {
    let begins = in_parts(first.below..sheet.len(), progress, |rows| {
        let mut begins = Vec::new();
        sheet.each(rows, |at, row| begins.extend(heading::begins(sheet, at, row).then_some(at)));
        begins
    })?;
    let begins: Vec<usize> = begins.into_iter().flatten().collect();
    let mut tables = Vec::new();
    let mut caption = Caption::above(sheet, first.first, true);
    let mut next = Some(first);
    while let Some(headings) = next {
        let start = headings.below;
        let end = begins.get(begins.partition_point(|at| *at < start));
        let end = end.copied().unwrap_or(sheet.len());
        let below = (end < sheet.len()).then(|| heading::find(sheet, end)).flatten();
        next = below.filter(|next| next.below > end);
        let following = next.as_ref().map(|next| Caption::above(sheet, next.first, false));
        let own_end = following.as_ref().map_or(end, |caption| caption.first.clamp(start, end));
        let unit = caption.unit.or_else(|| title.unit.clone());
        let table = Table::new(sheet, headings, start..own_end, unit, places, progress)?;
        tables.push((table, caption.section));
        caption = following.unwrap_or_default();
    }
    Ok(tables)
}

/// The year of the values, for a title without one.
fn year_of(table: &Table<'_>) -> Option<String> {
    let column = table.columns.actual.or(table.columns.plan)?;
    match &table.headings.columns[column].role {
        role::Role::Actual(when) | role::Role::Plan(when) => {
            when.year.map(|year| format!("năm {year}"))
        }
        _ => None,
    }
}

impl Places<'_> {
    #[expect(clippy::too_many_arguments, reason = "a place is a sheet, a row and a column")]
    fn complaint(
        self,
        sheet: &Sheet<'_>,
        rule: Rule,
        row: &Row<'_>,
        column: usize,
        path: String,
        found: impl Into<String>,
        expected: impl Into<String>,
    ) -> Complaint {
        let shown = row.cell(column).shown();
        let width = shown.lines().next().unwrap_or_default().chars().count().max(1);
        let (line, at, excerpt) = match self.text {
            Some((text, separator)) => {
                let (line, at, text) = delimited::place(text, row, separator, column);
                (line, at, Excerpt::of(&text, at - 1, width))
            }
            None => {
                let before: usize =
                    row.cells.iter().take(column).map(|c| one_line(c).chars().count() + 3).sum();
                let cells: Vec<String> = row.cells.iter().map(one_line).collect();
                (row.line, column + 1, Excerpt::of(&cells.join(" | "), before, width))
            }
        };
        Complaint {
            rule,
            file: self.file.to_owned(),
            sheet: sheet.name.clone(),
            line,
            column: at,
            path,
            found: found.into(),
            expected: expected.into(),
            excerpt,
        }
    }
}

impl Found {
    fn of_file(
        &mut self,
        file: &str,
        rule: Rule,
        found: impl Into<String>,
        expected: impl Into<String>,
    ) {
        self.complaints.append(&mut whole_file(file, rule, found, expected).0);
    }
}

fn one_line(cell: &Cell<'_>) -> String {
    facts::one_line(&cell.shown())
}

/// A complaint of a file as a whole.
fn whole_file(
    file: &str,
    rule: Rule,
    found: impl Into<String>,
    expected: impl Into<String>,
) -> Complaints {
    Complaints(vec![Complaint {
        rule,
        file: file.to_owned(),
        sheet: None,
        line: 1,
        column: 1,
        path: String::new(),
        found: found.into(),
        expected: expected.into(),
        excerpt: None,
    }])
}

/// A quote that is not closed, with its place in the text of a file.
fn open_quote(file: &str, text: &str, line: usize, column: usize) -> Complaint {
    Complaint {
        rule: Rule::UnclosedQuote,
        file: file.to_owned(),
        sheet: None,
        line,
        column,
        path: String::new(),
        found: "the quote that opens here is never closed".to_owned(),
        expected: "nothing was read from this line on; close the quote, or write it twice"
            .to_owned(),
        excerpt: text.lines().nth(line - 1).and_then(|text| Excerpt::of(text, column - 1, 1)),
    }
}

/// The name of a file without folders and ending.
fn stem(file: &str) -> &str {
    let name = file.rsplit(['/', '\\']).next().unwrap_or(file);
    name.rsplit_once('.').map_or(name, |(stem, _)| stem)
}

/// Whether a sheet's name says nothing: "Sheet1", "Trang tính1", or nothing at all.
fn is_generic(name: &str) -> bool {
    let folded = fold(name);
    let word = folded.trim_end_matches(|c: char| c.is_ascii_digit() || c == ' ' || c == '_');
    matches!(word, "" | "sheet" | "trang tinh" | "trang" | "table" | "bang" | "bieu")
}
