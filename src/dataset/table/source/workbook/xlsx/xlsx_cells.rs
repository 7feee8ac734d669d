//! Reads the cells of an XLSX sheet.

use std::io::BufRead;

use quick_xml::events::{BytesStart, Event};

use super::shared_strings::Runs;
use super::shared_strings::SharedText;
use super::xlsx_styles::Styles;
use crate::dataset::table::source::cell::Cell;
use crate::dataset::table::source::sheet::Merge;
use crate::dataset::table::source::workbook::cell_values::decimal;
use crate::dataset::table::source::workbook::gather::SheetBuilder;
use crate::dataset::table::source::workbook::remark::Kind;
use crate::dataset::table::source::workbook::rich_text::VisibleText;
use crate::dataset::table::source::workbook::xml::{Events, attribute, flag, number, text_of};
use crate::dataset::{Damage, WorkbookProblem};

/// The data of the workbook that cells refer to.
#[derive(Clone, Copy)]
pub(super) struct Context<'b> {
    pub(super) styles: &'b Styles,
    pub(super) strings: &'b [SharedText],
    pub(super) is_1904: bool,
}

/// The maximum number of rows and columns in this format.
const ROWS: usize = 1_048_576;
const COLUMNS: usize = 16_384;

/// Reads the part of a sheet.
pub(super) fn read<R: BufRead>(
    mut events: Events<R>,
    context: Context<'_>,
    to: &mut SheetBuilder,
) -> Result<(), WorkbookProblem> {
    let mut parser = XlsxParser::default();
    loop {
        let event = events.next()?;
        match &event {
            Event::Start(element) => parser.open(element, true, context, to)?,
            Event::Empty(element) => parser.open(element, false, context, to)?,
            Event::End(element) => parser.close(element.local_name().as_ref(), context, to)?,
            Event::Eof => return Ok(()),
            other => parser.text(other),
        }
        if parser.in_runs {
            parser.runs.read(&event);
        }
    }
}

/// The state of the parser.
#[derive(Debug, Default)]
struct XlsxParser {
    /// The next row and column, from 0.
    row: usize,
    column: usize,
    /// Whether the row is hidden.
    hidden: bool,
    cell: Option<OpenCell>,
    within: Within,
    in_runs: bool,
    runs: Runs,
}

/// The open cell.
#[derive(Debug, Default)]
struct OpenCell {
    at: (usize, usize),
    kind: String,
    style: usize,
    value: String,
    /// The formula, if the cell has one.
    formula: Option<String>,
}

#[derive(Debug, Default, PartialEq)]
enum Within {
    #[default]
    Elsewhere,
    Value,
    Formula,
}

impl XlsxParser {
    fn open(
        &mut self,
        element: &BytesStart<'_>,
        has_content: bool,
        context: Context<'_>,
        to: &mut SheetBuilder,
    ) -> Result<(), WorkbookProblem> {
        match element.local_name().as_ref() {
            "col" => {
                let (first, last) = (number(element, "min"), number(element, "max"));
                let narrow = attribute(element, "width").is_some_and(|w| w.parse() == Ok(0.0));
                if let Some((first, last)) = first.zip(last)
                    && (flag(element, "hidden") || narrow)
                {
                    to.hide_columns(first.saturating_sub(1), last.saturating_sub(1));
                }
            }
            "row" => self.begin_row(element)?,
            "c" => {
                self.begin_cell(element)?;
                if !has_content {
                    self.end_cell(context, to)?;
                }
            }
            "v" if has_content && self.cell.is_some() => self.within = Within::Value,
            "f" => {
                if let Some(cell) = &mut self.cell {
                    cell.formula = Some(String::new());
                    if has_content {
                        self.within = Within::Formula;
                    }
                }
            }
            "is" if has_content && self.cell.is_some() => self.in_runs = true,
            "mergeCell" => {
                let merge = attribute(element, "ref").and_then(|area| merge(&area));
                to.merges.extend(merge);
                to.check_merges()?;
            }
            _ => {}
        }
        Ok(())
    }

    fn begin_row(&mut self, element: &BytesStart<'_>) -> Result<(), WorkbookProblem> {
        if let Some(row) = number(element, "r") {
            self.row = row.saturating_sub(1);
        }
        if self.row >= ROWS {
            return Err(Damage::RowOutside { row: self.row + 1 }.into());
        }
        self.column = 0;
        let flat = attribute(element, "ht").is_some_and(|height| height.parse() == Ok(0.0));
        self.hidden = flag(element, "hidden") || flat;
        Ok(())
    }

    fn begin_cell(&mut self, element: &BytesStart<'_>) -> Result<(), WorkbookProblem> {
        let named = attribute(element, "r").and_then(|name| place(&name));
        let at = named.unwrap_or((self.row, self.column));
        if at.0 >= ROWS || at.1 >= COLUMNS {
            return Err(Damage::CellOutside { row: at.0 + 1, column: at.1 + 1 }.into());
        }
        (self.row, self.column) = (at.0, at.1 + 1);
        self.cell = Some(OpenCell {
            at,
            kind: attribute(element, "t").unwrap_or_default(),
            style: number(element, "s").unwrap_or(0),
            ..OpenCell::default()
        });
        Ok(())
    }

    fn text(&mut self, event: &Event<'_>) {
        let Some(cell) = &mut self.cell else { return };
        let to = match (&self.within, &mut cell.formula) {
            (Within::Value, _) => &mut cell.value,
            (Within::Formula, Some(formula)) => formula,
            _ => return,
        };
        if let Some(text) = text_of(event) {
            to.push_str(&text);
        }
    }

    fn close(
        &mut self,
        name: &str,
        context: Context<'_>,
        to: &mut SheetBuilder,
    ) -> Result<(), WorkbookProblem> {
        match name {
            "v" | "f" => self.within = Within::Elsewhere,
            "is" => self.in_runs = false,
            "c" => self.end_cell(context, to)?,
            "row" => {
                self.row += 1;
                self.hidden = false;
            }
            _ => {}
        }
        Ok(())
    }

    fn end_cell(
        &mut self,
        context: Context<'_>,
        to: &mut SheetBuilder,
    ) -> Result<(), WorkbookProblem> {
        let Some(cell) = self.cell.take() else { return Ok(()) };
        (self.within, self.in_runs) = (Within::Elsewhere, false);
        let (styles, hidden) = (context.styles, self.hidden);
        let in_runs = (!self.runs.is_empty()).then(|| self.runs.take());
        let (row, column) = cell.at;
        let written = |text: &str| VisibleText { text: text.to_owned(), ..VisibleText::default() };
        let value = cell.value.trim();
        let text = match (cell.kind.as_str(), in_runs) {
            (_, Some(runs)) => runs,
            (_, None) if value.is_empty() => match cell.formula {
                Some(formula) if cell.kind != "str" => {
                    if !hidden {
                        to.note(Kind::NoResult, row, column);
                    }
                    written(&format!("={formula}"))
                }
                _ => return Ok(()),
            },
            ("s", None) => match value.parse().ok().and_then(|at: usize| context.strings.get(at)) {
                Some(text) => text.clone(),
                None => {
                    if !hidden {
                        to.note(Kind::Odd, row, column);
                    }
                    return Ok(());
                }
            },
            ("str" | "e", None) => written(&cell.value),
            ("d", None) => written(&iso_date(value)),
            ("b", None) => written(if matches!(value, "1" | "true") { "TRUE" } else { "FALSE" }),
            (_, None) => match value.parse().ok().and_then(decimal) {
                Some(_) if styles.is_struck(cell.style) => {
                    VisibleText { struck: true, ..VisibleText::default() }
                }
                Some(number) => {
                    let shown = match styles.format(cell.style) {
                        Some(format) => format.show(number, context.is_1904),
                        None => Cell::Number { value: number, percent: false },
                    };
                    return to.push(cell.at, shown, hidden);
                }
                None => written(value),
            },
        };
        let text = match styles.is_struck(cell.style) && !text.text.is_empty() {
            true => VisibleText { struck: true, ..VisibleText::default() },
            false => text,
        };
        to.push_text(cell.at, &text, styles.indent(cell.style), hidden)
    }
}

/// Formats an ISO date as offices write it: 2024-12-31T00:00:00 becomes 31/12/2024.
fn iso_date(text: &str) -> String {
    let date = text.split('T').next().unwrap_or_default();
    match date.split('-').collect::<Vec<_>>()[..] {
        [year, month, day] => format!("{day}/{month}/{year}"),
        _ => text.to_owned(),
    }
}

/// Parses a cell reference like AB12 into row and column, from 0.
fn place(name: &str) -> Option<(usize, usize)> {
    let name = name.trim().replace('$', "");
    let letters = name.bytes().take_while(u8::is_ascii_alphabetic).count();
    let (letters, digits) = name.split_at(letters);
    let column = letters.bytes().try_fold(0_usize, |column, letter| {
        let letter = usize::from(letter.to_ascii_uppercase() - b'A') + 1;
        column.checked_mul(26)?.checked_add(letter)
    })?;
    let row: usize = digits.parse().ok()?;
    Some((row.checked_sub(1)?, column.checked_sub(1)?))
}

/// Parses a range reference like A1:B2.
fn merge(area: &str) -> Option<Merge> {
    let (first, last) = area.split_once(':')?;
    let ((top, left), (bottom, right)) = (place(first)?, place(last)?);
    Some(Merge {
        rows: (top.min(bottom) + 1, top.max(bottom) + 1),
        columns: (left.min(right), left.max(right)),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parses_cell_references() {
        for (name, expected) in [
            ("A1", Some((0, 0))),
            ("$AB$12", Some((11, 27))),
            ("XFD1048576", Some((1_048_575, 16_383))),
            ("A0", None),
            ("12", None),
            ("ZZZZZZZZZZZZZZZZZZZZ1", None),
        ] {
            assert_eq!(place(name), expected, "{name}");
        }
        assert_eq!(merge("B2:A1"), Some(Merge { rows: (1, 2), columns: (0, 1) }));
    }
}
