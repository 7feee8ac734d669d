//! Reads the cells of ODS sheets.

use std::collections::HashMap;
use std::io::BufRead;

use quick_xml::events::{BytesStart, Event};

use super::ods_content::{Content, OpenCell};
use super::ods_styles::Styles;
use crate::dataset::table::source::cell::Cell;
use crate::dataset::table::source::limits;
use crate::dataset::table::source::sheet::Merge;
use crate::dataset::table::source::workbook::book::{Book, Budget};
use crate::dataset::table::source::workbook::cell_format::CellFormat;
use crate::dataset::table::source::workbook::gather::{SheetBuilder, column_too_far};
use crate::dataset::table::source::workbook::remark::Kind;
use crate::dataset::table::source::workbook::rich_text::TextStyle;
use crate::dataset::table::source::workbook::xml::{Events, attribute, number, text_of};
use crate::dataset::{WorkbookLimit, WorkbookProblem};

/// Reads `content.xml`.
pub(super) fn read<R: BufRead>(
    mut events: Events<R>,
    styles: Styles,
    budget: Budget,
) -> Result<Book, WorkbookProblem> {
    let mut parser = OdsParser { styles, budget, ..OdsParser::default() };
    loop {
        let event = events.next()?;
        match &event {
            Event::Eof => return Ok(parser.book),
            Event::Start(element) => parser.open(element, true)?,
            Event::Empty(element) => parser.open(element, false)?,
            Event::End(element) => parser.close(element.local_name().as_ref())?,
            other => parser.text(other),
        }
        if parser.tables == 0 {
            parser.styles.take(&event);
        }
    }
}

/// The state of the parser.
#[derive(Default)]
struct OdsParser {
    styles: Styles,
    budget: Budget,
    book: Book,
    formats: HashMap<String, Option<CellFormat>>,
    builder: SheetBuilder,
    /// The depth of nested tables: a cell can contain a table of its own.
    tables: usize,
    /// The number of open elements whose content is not part of the sheet: notes, deleted cells.
    outside: usize,
    /// The number of open row groups that are collapsed.
    folded: usize,
    /// For each open row group, whether it is collapsed.
    groups: Vec<bool>,
    repeats: usize,
    column_styles: Vec<(usize, String)>,
    next_column: usize,
    row: usize,
    rows: usize,
    row_hidden: bool,
    row_style: Option<String>,
    column: usize,
    /// The cells of the current row: first column, repetitions, content.
    cells: Vec<(usize, usize, Content)>,
    cell: Option<OpenCell>,
    text_styles: Vec<TextStyle>,
}

/// Elements whose content is not part of a sheet.
const OUTSIDE: [&str; 7] =
    ["annotation", "tracked-changes", "frame", "shapes", "forms", "dde-links", "named-expressions"];

impl OdsParser {
    fn open(&mut self, element: &BytesStart<'_>, has_content: bool) -> Result<(), WorkbookProblem> {
        let name = element.local_name();
        if self.outside > 0 || OUTSIDE.contains(&name.as_ref()) {
            self.outside += usize::from(has_content);
            return Ok(());
        }
        let value = |name| attribute(element, name);
        match name.as_ref() {
            "table" => {
                self.tables += usize::from(has_content);
                if self.tables == 1 && has_content {
                    let hidden = value("style-name").is_some_and(|style| self.styles.hides(&style));
                    self.begin_table(value("name"), hidden);
                }
            }
            _ if self.tables != 1 => {}
            "table-column" => self.columns(element),
            "table-row-group" if has_content => {
                let folded = value("display").as_deref() == Some("false");
                self.folded += usize::from(folded);
                self.groups.push(folded);
            }
            "table-row" => {
                self.rows = number(element, "number-rows-repeated").unwrap_or(1).max(1);
                self.row_hidden = is_hidden(value("visibility").as_deref()) || self.folded > 0;
                self.row_style = value("default-cell-style-name");
                self.column = 0;
                if !has_content {
                    self.end_row()?;
                }
            }
            "table-cell" | "covered-table-cell" => {
                self.begin_cell(element)?;
                if !has_content {
                    self.end_cell()?;
                }
            }
            "p" | "h" => self.begin_paragraph(&value("style-name").unwrap_or_default()),
            "span" => {
                let style = value("style-name").unwrap_or_default();
                let outer = self.text_styles.last().copied().unwrap_or_default();
                if has_content {
                    self.text_styles.push(joined(outer, self.styles.text_style("text", &style)));
                }
            }
            "s" => self.push(&" ".repeat(number(element, "c").unwrap_or(1).min(limits::CELL))),
            "tab" => self.push("\t"),
            "line-break" => self.push("\n"),
            _ => {}
        }
        Ok(())
    }

    /// One element describes several columns that are alike.
    fn columns(&mut self, element: &BytesStart<'_>) {
        let repeated = number(element, "number-columns-repeated").unwrap_or(1);
        let last = self.next_column.saturating_add(repeated.max(1)) - 1;
        if is_hidden(attribute(element, "visibility").as_deref()) {
            self.builder.hide_columns(self.next_column, last);
        }
        if let Some(style) = attribute(element, "default-cell-style-name") {
            self.column_styles.push((last, style));
        }
        self.next_column = last.saturating_add(1);
    }

    fn begin_paragraph(&mut self, style: &str) {
        let Some(cell) = &mut self.cell else { return };
        if cell.paragraphs > 0 {
            cell.text.push("\n", TextStyle::default());
        }
        cell.paragraphs += 1;
        let own = self.styles.text_style("paragraph", style);
        self.text_styles = vec![joined(cell.text_style, own)];
    }

    fn begin_table(&mut self, name: Option<String>, hidden: bool) {
        let (styles, formats) =
            (std::mem::take(&mut self.styles), std::mem::take(&mut self.formats));
        let (book, budget) = (std::mem::take(&mut self.book), self.budget);
        let builder = SheetBuilder::new(name, hidden, budget);
        let repeats = builder.repeats();
        *self =
            Self { styles, formats, book, budget, builder, repeats, tables: 1, ..Self::default() };
    }

    fn begin_cell(&mut self, element: &BytesStart<'_>) -> Result<(), WorkbookProblem> {
        let value = |name| attribute(element, name);
        let kind = match value("value-type") {
            // LibreOffice adds a type of its own next to the standard one, with the same local name.
            Some(_) => office(element, "value-type").unwrap_or_default(),
            None => String::new(),
        };
        let style = value("style-name").or_else(|| self.row_style.clone()).or_else(|| {
            let of_column = self.column_styles.iter().find(|(last, _)| self.column <= *last);
            of_column.map(|(_, style)| style.clone())
        });
        let text_style = match &style {
            Some(style) => {
                TextStyle { raised: false, ..self.styles.text_style("table-cell", style) }
            }
            None => TextStyle::default(),
        };
        let (rows, columns) =
            (number(element, "number-rows-spanned"), number(element, "number-columns-spanned"));
        let (rows, columns) = (rows.unwrap_or(1).max(1), columns.unwrap_or(1).max(1));
        if rows > 1 || columns > 1 {
            self.builder.merges.push(Merge {
                rows: (self.row + 1, self.row.saturating_add(rows)),
                columns: (self.column, self.column.saturating_add(columns) - 1),
            });
            self.builder.check_merges()?;
        }
        let date = || value("date-value").or_else(|| value("time-value"));
        self.cell = Some(OpenCell {
            repeated: number(element, "number-columns-repeated").unwrap_or(1).max(1),
            kind,
            value: value("value").or_else(date).or_else(|| value("boolean-value")),
            formula: value("formula"),
            style,
            text_style,
            ..OpenCell::default()
        });
        Ok(())
    }

    fn text(&mut self, event: &Event<'_>) {
        if self.outside == 0
            && !self.text_styles.is_empty()
            && let Some(text) = text_of(event)
        {
            self.push(&text);
        }
    }

    fn push(&mut self, text: &str) {
        if let (Some(cell), Some(text_style)) = (&mut self.cell, self.text_styles.last()) {
            cell.text.push(text, *text_style);
        }
    }

    fn close(&mut self, name: &str) -> Result<(), WorkbookProblem> {
        if self.outside > 0 {
            self.outside -= 1;
            return Ok(());
        }
        match name {
            "table" => {
                self.tables = self.tables.saturating_sub(1);
                if self.tables == 0 {
                    self.book.take(std::mem::take(&mut self.builder))?;
                }
            }
            _ if self.tables != 1 => {}
            "table-row-group" => {
                self.folded -= usize::from(self.groups.pop().unwrap_or(false));
            }
            "table-row" => self.end_row()?,
            "table-cell" | "covered-table-cell" => self.end_cell()?,
            "p" | "h" => self.text_styles.clear(),
            "span" => drop(self.text_styles.pop()),
            _ => {}
        }
        Ok(())
    }

    fn end_cell(&mut self) -> Result<(), WorkbookProblem> {
        let Some(cell) = self.cell.take() else { return Ok(()) };
        let (first, repeated) = (self.column, cell.repeated);
        self.column = self.column.saturating_add(repeated);
        let format = cell.style.as_deref().and_then(|style| self.format(style));
        if let Some(content) = cell.content(format) {
            if first.saturating_add(repeated) > limits::COLUMNS {
                return Err(column_too_far(first.saturating_add(repeated) - 1));
            }
            self.cells.push((first, repeated, content));
        }
        Ok(())
    }

    fn format(&mut self, style: &str) -> Option<&CellFormat> {
        if !self.formats.contains_key(style) {
            self.formats.insert(style.to_owned(), self.styles.number_format(style));
        }
        self.formats.get(style)?.as_ref()
    }

    fn end_row(&mut self) -> Result<(), WorkbookProblem> {
        let (cells, rows) = (std::mem::take(&mut self.cells), std::mem::replace(&mut self.rows, 1));
        if !cells.is_empty() {
            for row in self.row..self.row.saturating_add(rows) {
                for (first, repeated, content) in &cells {
                    for column in *first..first + repeated {
                        if row > self.row || column > *first {
                            self.repeats =
                                self.repeats.checked_sub(1).ok_or_else(repeated_too_often)?;
                        }
                        self.put((row, column), content)?;
                    }
                }
            }
        }
        self.row = self.row.saturating_add(rows);
        Ok(())
    }

    fn put(
        &mut self,
        (row, column): (usize, usize),
        content: &Content,
    ) -> Result<(), WorkbookProblem> {
        let hidden = self.row_hidden;
        match content {
            Content::Number(cell) => self.builder.push((row, column), cell.clone(), hidden),
            Content::Text(written) => self.builder.push_text((row, column), written, 0, hidden),
            Content::NoResult(formula) => {
                if !hidden {
                    self.builder.note(Kind::NoResult, row, column);
                }
                self.builder.push((row, column), Cell::text(formula.clone()), hidden)
            }
        }
    }
}

/// Returns an attribute of the standard namespace, not of LibreOffice's extension.
fn office(element: &BytesStart<'_>, name: &str) -> Option<String> {
    let mut own = element.attributes();
    let attribute = own.with_checks(false).flatten().find(|attribute| {
        let key: &str = attribute.key.as_ref();
        attribute.key.local_name().as_ref() == name && !key.starts_with("calcext")
    })?;
    let value = attribute.normalized_value(quick_xml::XmlVersion::Implicit1_0).ok()?;
    Some(value.into_owned())
}

fn is_hidden(visibility: Option<&str>) -> bool {
    matches!(visibility, Some("collapse" | "filter"))
}

fn joined(outer: TextStyle, own: TextStyle) -> TextStyle {
    TextStyle { raised: outer.raised || own.raised, struck: outer.struck || own.struck }
}

fn repeated_too_often() -> WorkbookProblem {
    WorkbookLimit::Repeated.into()
}
