//! Reads XML Spreadsheet 2003, which old systems export with the file extension .xls.

use std::collections::HashMap;

use quick_xml::events::{BytesStart, Event};

use super::book::{Book, Budget};
use super::cell_format::CellFormat;
use super::cell_values::decimal;
use super::gather::SheetBuilder;
use super::remark::Kind;
use super::rich_text::{Rich, TextStyle};
use super::xml::{Events, attribute, flag, number, text_of};
use crate::dataset::WorkbookProblem;
use crate::dataset::table::source::cell::Cell;
use crate::dataset::table::source::sheet::Merge;

/// Reads a workbook.
pub(super) fn read(text: &str, budget: Budget) -> Result<Book, WorkbookProblem> {
    let mut events = Events::of(text.as_bytes());
    let mut parser = XmlSpreadsheetParser { budget, ..XmlSpreadsheetParser::default() };
    loop {
        match events.next()? {
            Event::Eof => return Ok(parser.book),
            Event::Start(element) => parser.open(&element, true)?,
            Event::Empty(element) => parser.open(&element, false)?,
            Event::End(element) => parser.close(element.local_name().as_ref())?,
            other => {
                if let (Some(data), Some(text)) = (&mut parser.data, text_of(&other)) {
                    let text_style = parser.text_styles.last().copied().unwrap_or_default();
                    data.text.push(&text, text_style);
                }
            }
        }
    }
}

#[derive(Default)]
struct XmlSpreadsheetParser {
    budget: Budget,
    book: Book,
    formats: HashMap<String, Style>,
    style: String,
    builder: Option<SheetBuilder>,
    row: usize,
    column: usize,
    next_column: usize,
    row_hidden: bool,
    row_style: Option<String>,
    cell: Option<OpenCell>,
    data: Option<Data>,
    text_styles: Vec<TextStyle>,
}

#[derive(Debug, Default)]
struct Style {
    format: Option<CellFormat>,
    indent: usize,
    struck: bool,
}

#[derive(Debug, Default)]
struct OpenCell {
    style: Option<String>,
    formula: bool,
    across: usize,
    is_filled: bool,
}

#[derive(Debug, Default)]
struct Data {
    kind: String,
    text: Rich,
}

impl XmlSpreadsheetParser {
    fn open(&mut self, element: &BytesStart<'_>, has_content: bool) -> Result<(), WorkbookProblem> {
        let value = |name| attribute(element, name);
        match element.local_name().as_ref() {
            "Style" => self.style = value("ID").unwrap_or_default(),
            "NumberFormat" => {
                let format = value("Format").and_then(|code| named_format(&code));
                self.formats.entry(self.style.clone()).or_default().format = format;
            }
            "Alignment" => {
                let indent = number(element, "Indent").unwrap_or(0).min(255);
                self.formats.entry(self.style.clone()).or_default().indent = indent;
            }
            "Font" if self.data.is_none() => {
                let struck = flag(element, "StrikeThrough");
                self.formats.entry(self.style.clone()).or_default().struck = struck;
            }
            "Worksheet" if has_content => {
                self.builder = Some(SheetBuilder::new(value("Name"), false, self.budget));
                (self.row, self.next_column) = (0, 0);
            }
            "Column" => {
                let first =
                    number(element, "Index").map_or(self.next_column, |i| i.saturating_sub(1));
                let last = first.saturating_add(number(element, "Span").unwrap_or(0));
                self.next_column = last.saturating_add(1);
                if let Some(builder) = self.builder.as_mut().filter(|_| flag(element, "Hidden")) {
                    builder.hide_columns(first, last);
                }
            }
            "Row" => {
                if let Some(index) = number(element, "Index") {
                    self.row = index.saturating_sub(1);
                }
                self.column = 0;
                self.row_hidden = flag(element, "Hidden");
                self.row_style = value("StyleID");
                if !has_content {
                    self.row = self.row.saturating_add(1 + number(element, "Span").unwrap_or(0));
                }
            }
            "Cell" => {
                self.begin_cell(element);
                if !has_content {
                    self.end_cell()?;
                }
            }
            "Data" if self.cell.is_some() && has_content => {
                self.data =
                    Some(Data { kind: value("Type").unwrap_or_default(), ..Data::default() });
            }
            name @ ("S" | "Sup") if self.data.is_some() && has_content => {
                let outer = self.text_styles.last().copied().unwrap_or_default();
                self.text_styles.push(match name {
                    "S" => TextStyle { struck: true, ..outer },
                    _ => TextStyle { raised: true, ..outer },
                });
            }
            _ => {}
        }
        Ok(())
    }

    fn begin_cell(&mut self, element: &BytesStart<'_>) {
        if let Some(index) = number(element, "Index") {
            self.column = index.saturating_sub(1);
        }
        let (across, down) = (number(element, "MergeAcross"), number(element, "MergeDown"));
        let (across, down) = (across.unwrap_or(0), down.unwrap_or(0));
        if let Some(builder) = self.builder.as_mut().filter(|_| across + down > 0) {
            builder.merges.push(Merge {
                rows: (self.row + 1, self.row.saturating_add(1 + down)),
                columns: (self.column, self.column.saturating_add(across)),
            });
        }
        self.cell = Some(OpenCell {
            style: attribute(element, "StyleID").or_else(|| self.row_style.clone()),
            formula: attribute(element, "Formula").is_some(),
            across,
            is_filled: false,
        });
    }

    fn close(&mut self, name: &str) -> Result<(), WorkbookProblem> {
        match name {
            "Worksheet" => {
                if let Some(builder) = self.builder.take() {
                    self.book.take(builder)?;
                }
            }
            "Row" => self.row = self.row.saturating_add(1),
            "Cell" => self.end_cell()?,
            "Data" => self.end_data()?,
            "S" | "Sup" => drop(self.text_styles.pop()),
            _ => {}
        }
        Ok(())
    }

    fn end_data(&mut self) -> Result<(), WorkbookProblem> {
        let (Some(mut data), Some(builder)) = (self.data.take(), &mut self.builder) else {
            return Ok(());
        };
        self.text_styles.clear();
        let Some(cell) = &mut self.cell else { return Ok(()) };
        let (at, hidden) = ((self.row, self.column), self.row_hidden);
        let style = cell.style.as_ref().and_then(|style| self.formats.get(style));
        let mut written = data.text.take();
        cell.is_filled = !written.text.is_empty();
        if style.is_some_and(|style| style.struck) {
            (written.text, written.struck) = (String::new(), true);
        }
        let number = match data.kind.as_str() {
            "Number" => written.text.trim().parse().ok().and_then(decimal),
            _ => None,
        };
        if let Some(number) = number {
            let format = style.and_then(|style| style.format.as_ref());
            let shown = match format {
                Some(format) => format.show(number, false),
                None => Cell::Number { value: number, percent: false },
            };
            return builder.push(at, shown, hidden);
        }
        if data.kind == "DateTime" {
            let date = written.text.split('T').next().unwrap_or_default();
            if let [year, month, day] = date.split('-').collect::<Vec<_>>()[..] {
                written.text = format!("{day}/{month}/{year}");
            }
        }
        builder.push_text(at, &written, style.map_or(0, |style| style.indent), hidden)
    }

    fn end_cell(&mut self) -> Result<(), WorkbookProblem> {
        let Some(cell) = self.cell.take() else { return Ok(()) };
        let at = (self.row, self.column);
        self.column = self.column.saturating_add(1 + cell.across);
        if cell.formula
            && !cell.is_filled
            && let Some(builder) = &mut self.builder
        {
            if !self.row_hidden {
                builder.note(Kind::NoResult, at.0, at.1);
            }
            builder.push(at, Cell::text("="), self.row_hidden)?;
        }
        Ok(())
    }
}

/// Returns the format of a code, or of a predefined name.
fn named_format(code: &str) -> Option<CellFormat> {
    let code = match code {
        "General" | "General Number" | "@" | "" => return None,
        "Fixed" => "0.00",
        "Standard" | "Currency" | "Euro Currency" => "#,##0.00",
        "Percent" => "0.00%",
        "Scientific" => "0.00E+00",
        code if code.contains("Date") || code.contains("Time") => "dd/mm/yyyy",
        code => code,
    };
    Some(CellFormat::of(code))
}
