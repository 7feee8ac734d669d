//! Tables as offices have them: delimited text and workbooks, with titles above, headings of two levels,
//! sections, children, footnotes and signatures below.
//!
//! Each file format becomes a [`grid`]; what follows knows no formats:
//!
//! ```text
//! bytes → decode → delimited ┐
//! bytes → workbook           ┴→ grid → heading (role) → columns (compare) → rows (outline) → facts (value)
//! ```
//!
//! Nothing is guessed: what can be read in two ways is decided for a column as a whole and told, and what
//! cannot be read is kept as text and complained of.

mod columns;
mod compare;
mod contents;
mod decode;
mod delimited;
mod direction;
mod facts;
mod footer;
mod grid;
mod heading;
mod ids;
mod limit;
mod markdown;
mod numbering;
mod outline;
mod role;
mod rows;
mod title;
mod told;
mod unit;
mod value;
mod workbook;

use encoding_rs::WINDOWS_1252;

use self::grid::{Cell, Row, Sheet};
use self::ids::{Ids, slug};
use self::rows::{Part, Table};
use self::title::{Caption, Title};
use super::{Complaint, Complaints, Excerpt, Opened, Rule, portable, quotes};
use crate::model::{Dataset, Indicator, Section, Source, Warning};
use crate::text::fold::fold;
use crate::text::legacy;

pub(super) use workbook::is_workbook;

/// What complaints need to name a place.
pub(super) struct Report<'a> {
    file: &'a str,
    /// The text of a delimited file with its separator.
    text: Option<(&'a str, u8)>,
    complaints: Vec<Complaint>,
    warnings: Vec<(Complaint, Warning)>,
    /// The ids that the file gives.
    ids: Ids,
}

impl<'a> Report<'a> {
    fn new(file: &'a str, text: Option<(&'a str, u8)>) -> Self {
        Self { file, text, complaints: Vec::new(), warnings: Vec::new(), ids: Ids::default() }
    }
}

/// Reads the tables of a file: one dataset a sheet that holds one.
pub(super) fn read(file: &str, bytes: &[u8], wanted: Option<&str>) -> Result<Opened, Complaints> {
    if is_workbook(bytes) {
        let sheets = workbook::sheets(bytes).map_err(|refusal| {
            whole_file(
                file,
                Rule::Workbook,
                format!("this workbook cannot be read: {refusal}"),
                "expected XLSX, XLS or ODS",
            )
        })?;
        let mut report = Report::new(file, None);
        return datasets(sheets, wanted, &mut report);
    }
    if let Some(name) = wanted {
        let found = format!("there is no sheet “{name}”");
        return Err(whole_file(file, Rule::NoSheet, found, "only workbooks have sheets"));
    }
    let decoded = decode::decode(bytes);
    if decoded.text.trim().is_empty() {
        return Err(whole_file(
            file,
            Rule::Empty,
            "the file is empty",
            "expected a dataset, a JSON object or a table",
        ));
    }
    let separator = delimited::separator(&decoded.text);
    let (text, open) = quotes::closed(&decoded.text, separator);
    let sheet = delimited::sheet(file, text, separator)?;
    let mut report = Report::new(file, Some((&decoded.text, separator)));
    if let Some((line, column)) = open {
        report.complaints.push(open_quote(file, &decoded.text, line, column));
    }
    if let Some(encoding) = decoded.encoding.filter(|encoding| *encoding != WINDOWS_1252) {
        let found = format!("the file is in {}", encoding.name());
        report.of_file(Rule::LegacyEncoding, found, "it was converted; UTF-8 is safer");
    }
    datasets(vec![sheet], None, &mut report)
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

fn datasets<'a>(
    mut sheets: Vec<Sheet>,
    wanted: Option<&str>,
    report: &mut Report<'a>,
) -> Result<Opened, Complaints> {
    if let Some(wanted) = wanted {
        let names: Vec<String> = sheets.iter().filter_map(|sheet| sheet.name.clone()).collect();
        let key = fold(wanted.trim());
        sheets.retain(|sheet| sheet.name.as_deref().is_some_and(|name| fold(name.trim()) == key));
        if sheets.is_empty() {
            let found = format!("there is no sheet “{wanted}”");
            return Err(whole_file(
                report.file,
                Rule::NoSheet,
                found,
                format!("there are {}", names.join(", ")),
            ));
        }
    }
    if wanted.is_none() && sheets.iter().any(|sheet| !sheet.hidden) {
        leave_hidden(&mut sheets, report);
    }
    convert_legacy(&mut sheets, report);
    for sheet in &mut sheets {
        if let Some(merge) = sheet.part_merges() {
            let mut complaints = whole_file(
                report.file,
                Rule::OverlappingMerges,
                "merged cells overlap others",
                "the first holds, these are read apart",
            );
            for complaint in &mut complaints.0 {
                complaint.sheet.clone_from(&sheet.name);
                (complaint.line, complaint.column) = (merge.rows.0, merge.columns.0 + 1);
            }
            report.complaints.append(&mut complaints.0);
        }
    }
    let several = sheets.iter().filter(|sheet| heading::find(sheet, 0).is_some()).count() > 1;
    let mut datasets = Vec::new();
    for sheet in &sheets {
        if let Some(own) = portable(sheet, report.file) {
            datasets.push(own?);
            continue;
        }
        let mut of_sheet = Report::new(report.file, report.text);
        datasets.extend(dataset(sheet, several, &mut of_sheet));
        report.complaints.append(&mut of_sheet.complaints);
        report.warnings.append(&mut of_sheet.warnings);
    }
    if datasets.is_empty() {
        let found = "no row of headings was found";
        let expected = "expected one with Chỉ tiêu (or name) and, say, ĐVT, Kế hoạch, Thực hiện";
        return Err(whole_file(report.file, Rule::NoTable, found, expected));
    }
    let findings = std::mem::take(&mut report.complaints);
    Ok(Opened { datasets, findings, warnings: std::mem::take(&mut report.warnings) })
}

/// The dataset of a sheet that this program wrote.
fn portable(sheet: &Sheet, file: &str) -> Option<Result<Dataset, Complaints>> {
    let texts = |row: &Row| row.cells.iter().map(Cell::shown).collect::<Vec<_>>();
    let (headings, rows) = sheet.rows.split_first()?;
    if !portable::is_ours(&texts(headings)) {
        return None;
    }
    let rows: Vec<_> =
        rows.iter().map(|row| portable::TextRow { line: row.line, cells: texts(row) }).collect();
    Some(portable::read(file, sheet.name.as_deref(), &rows, false))
}

/// What a workbook does not show is read only when it is asked for.
fn leave_hidden(sheets: &mut Vec<Sheet>, report: &mut Report<'_>) {
    let hidden = sheets.iter().filter(|sheet| sheet.hidden).filter_map(|sheet| sheet.name.clone());
    for name in hidden.collect::<Vec<_>>() {
        let found = format!("the sheet “{name}” is hidden");
        report.of_file(Rule::OutsideTable, found, "it was not read; --sheet reads it all the same");
    }
    sheets.retain(|sheet| !sheet.hidden);
}

/// Turns the text of old fonts into Unicode, and says so.
fn convert_legacy(sheets: &mut [Sheet], report: &mut Report<'_>) {
    let texts = sheets.iter().flat_map(|sheet| &sheet.rows).flat_map(|row| &row.cells);
    let texts = texts.filter_map(|cell| match cell {
        Cell::Text(text) => Some(&**text),
        _ => None,
    });
    let Some((encoding, convert)) = legacy::recognise(texts) else { return };
    for cell in sheets.iter_mut().flat_map(|sheet| &mut sheet.rows).flat_map(|row| &mut row.cells) {
        if let Cell::Text(text) = cell {
            // Where a workbook mixes fonts, what is Unicode already stays as it is.
            if text.chars().all(|c| u32::from(c) <= 0xff || c.is_ascii()) {
                *cell = Cell::text(&convert(text));
            }
        }
    }
    let found = format!("the text is in {encoding}, an encoding of old fonts");
    report.of_file(
        Rule::LegacyEncoding,
        found,
        "it was converted; its capitals may read as small letters",
    );
}

/// The tables of a sheet as one dataset.
fn dataset<'a>(sheet: &'a Sheet, several: bool, report: &mut Report<'a>) -> Option<Dataset> {
    let first = heading::find(sheet, 0)?;
    let title = Title::of(&sheet.rows[..first.first]);
    let mut parts: Vec<Part> = Vec::new();
    let first_row = first.first;
    let mut next = Some(first);
    let mut period = title.period.clone();
    let mut caption = Caption::above(&sheet.rows, first_row, true);
    while let Some(headings) = next {
        let start = headings.below;
        let end = (start..sheet.rows.len())
            .find(|at| heading::begins(sheet, *at))
            .unwrap_or(sheet.rows.len());
        next = (end < sheet.rows.len())
            .then(|| heading::find(sheet, end))
            .flatten()
            .filter(|next| next.below > end);
        let following = next.as_ref().map(|next| Caption::above(&sheet.rows, next.first, false));
        let own_end = following.as_ref().map_or(end, |caption| caption.first.clamp(start, end));
        let unit = caption.unit.or_else(|| title.unit.clone());
        let mut table = Table::new(sheet, headings, &(start..own_end), unit, report);
        let section = caption.section;
        parts.extend(
            table
                .read(start..own_end)
                .into_iter()
                .map(|part| Part { section: part.section.or_else(|| section.clone()), ..part }),
        );
        period = period.or_else(|| year_of(&table));
        caption = following.unwrap_or_default();
    }
    let stem = stem(report.file);
    let own = sheet.name.as_deref().filter(|name| !is_generic(name));
    let id = match own.or(sheet.name.as_deref()).filter(|_| several) {
        Some(sheet) => format!("{}-{}", slug(stem), slug(sheet)),
        None => slug(stem),
    };
    let place = title.place.clone().unwrap_or_else(|| match own.filter(|_| several) {
        Some(name) => name.to_owned(),
        None => stem.to_owned(),
    });
    let unnamed = own.map_or_else(|| stem.to_owned(), str::to_owned);
    let mut sections = Vec::new();
    let mut indicators = Vec::new();
    for part in parts {
        let start = indicators.len();
        indicators.extend(part.indicators);
        let name = part.section.unwrap_or_else(|| unnamed.clone());
        sections.push(Section { name, indicators: start..indicators.len() });
    }
    name_ids(&mut indicators, &mut report.ids);
    let assumed = indicators.iter().filter(|indicator| indicator.better_assumed).count();
    let dataset = Dataset {
        id,
        place,
        period: period.unwrap_or_default(),
        source: title.text.map(|title| Source { title, date: None }),
        totals: None,
        sections,
        indicators: indicators.into_iter().collect(),
    };
    if assumed > 0 {
        let found =
            format!("the good direction of {assumed} indicators was assumed from their names");
        report.of_file(
            Rule::DirectionAssumed,
            found,
            "a column `better` with higher or lower would tell it",
        );
    }
    Some(dataset)
}

/// The year of the values, for a title without one.
fn year_of(table: &Table<'_, '_>) -> Option<String> {
    let column = table.columns.actual.or(table.columns.plan)?;
    match &table.headings.columns[column].role {
        role::Role::Actual(when) | role::Role::Plan(when) => {
            when.year.map(|year| format!("năm {year}"))
        }
        _ => None,
    }
}

/// Ids for indicators that the file gives none.
fn name_ids(indicators: &mut [Indicator], ids: &mut Ids) {
    for indicator in indicators.iter_mut().filter(|indicator| indicator.id.is_empty()) {
        indicator.id = ids.name(&indicator.name, indicator.parents.last().map(String::as_str));
    }
}

impl Report<'_> {
    #[expect(clippy::too_many_arguments, reason = "a place is a sheet, a row and a column")]
    fn complaint(
        &self,
        sheet: &Sheet,
        rule: Rule,
        row: &Row,
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

    fn of_file(&mut self, rule: Rule, found: impl Into<String>, expected: impl Into<String>) {
        self.complaints.append(&mut whole_file(self.file, rule, found, expected).0);
    }
}

fn one_line(cell: &Cell) -> String {
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
