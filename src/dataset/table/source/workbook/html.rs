//! Reads the tables of an HTML page, which web systems export with the file extension .xls.

use html5gum::{DefaultEmitter, StartTag, Token, Tokenizer};

use super::book::{Book, Budget};
use super::gather::SheetBuilder;
use super::rich_text::{Rich, TextStyle};
use crate::dataset::WorkbookProblem;
use crate::dataset::table::source::limits;
use crate::dataset::table::source::sheet::Merge;

/// The depth of nested tables that are read as tables; a deeper one is text of its cell.
const DEEPEST: usize = 16;

/// Reads all tables into one sheet, one below the other.
pub(super) fn read(text: &str, budget: Budget) -> Result<Book, WorkbookProblem> {
    let mut emitter = DefaultEmitter::default();
    // The content of scripts is not text of the page.
    emitter.naively_switch_states(true);
    let mut parser =
        HtmlParser { builder: SheetBuilder::new(None, false, budget), ..HtmlParser::default() };
    for token in Tokenizer::new_with_emitter(text, emitter) {
        let Ok(token) = token;
        match token {
            Token::StartTag(tag) => parser.open(&tag)?,
            Token::EndTag(tag) => parser.close(&tag.name)?,
            Token::String(text) => parser.text(&String::from_utf8_lossy(&text)),
            _ => {}
        }
    }
    while !parser.tables.is_empty() {
        parser.end_table()?;
    }
    let mut book = Book::default();
    book.take(parser.builder)?;
    Ok(book)
}

#[derive(Default)]
struct HtmlParser {
    builder: SheetBuilder,
    tables: Vec<Table>,
    /// The next row of the sheet, from 0.
    row: usize,
    /// Whether the current element has no visible text: a script, a style.
    in_raw_text: bool,
    /// The lines of text since the last table: the title and the unit of the next one.
    lines: Vec<String>,
    line: String,
}

/// The lines above a table that are read, and the longest of them in bytes.
const LINES: usize = 8;
const LONGEST_LINE: usize = 400;

/// An open table.
#[derive(Default)]
struct Table {
    row_is_open: bool,
    row_hidden: bool,
    column: usize,
    /// For each column, the number of following rows that a cell from above spans.
    reaching: Vec<usize>,
    cell: Option<OpenCell>,
}

/// The open cell.
#[derive(Default)]
struct OpenCell {
    hidden: bool,
    rows: usize,
    columns: usize,
    text: Rich,
    text_styles: Vec<(Vec<u8>, TextStyle)>,
    /// White space or a line break before the next text.
    gap: Option<&'static str>,
    is_begun: bool,
}

impl HtmlParser {
    fn open(&mut self, tag: &StartTag<()>) -> Result<(), WorkbookProblem> {
        let name = tag.name.as_slice();
        match name {
            b"script" | b"style" | b"title" => self.in_raw_text = !tag.self_closing,
            b"table" if self.tables.len() < DEEPEST => {
                // A nested table replaces the row that contains it.
                self.end_open_row()?;
                self.add_lines()?;
                self.tables.push(Table::default());
            }
            b"tr" => {
                self.end_row()?;
                if let Some(table) = self.tables.last_mut() {
                    table.row_is_open = true;
                    table.row_hidden = is_hidden(tag);
                }
            }
            b"td" | b"th" => {
                self.end_cell()?;
                let Some(table) = self.tables.last_mut() else { return Ok(()) };
                table.row_is_open = true;
                let span = |name, most: usize| {
                    let text = attribute(tag, name)?;
                    text.trim().parse::<usize>().ok().map(|n| n.clamp(1, most))
                };
                table.cell = Some(OpenCell {
                    hidden: is_hidden(tag),
                    rows: span("rowspan", 65_534).unwrap_or(1),
                    columns: span("colspan", limits::COLUMNS).unwrap_or(1),
                    ..OpenCell::default()
                });
            }
            b"br" | b"p" | b"div" | b"li" | b"h1" | b"h2" | b"h3" | b"h4" | b"center" => {
                self.gap("\n");
            }
            b"sup" | b"s" | b"strike" | b"del" => {
                if let Some(cell) = self.cell().filter(|cell| cell.text_styles.len() < DEEPEST) {
                    let outer = cell
                        .text_styles
                        .last()
                        .map(|(_, text_style)| *text_style)
                        .unwrap_or_default();
                    let text_style = match name {
                        b"sup" => TextStyle { raised: true, ..outer },
                        _ => TextStyle { struck: true, ..outer },
                    };
                    cell.text_styles.push((name.to_owned(), text_style));
                }
            }
            _ => {}
        }
        Ok(())
    }

    fn close(&mut self, name: &[u8]) -> Result<(), WorkbookProblem> {
        match name {
            b"script" | b"style" | b"title" => self.in_raw_text = false,
            b"table" => self.end_table()?,
            b"tr" => self.end_row()?,
            b"td" | b"th" => self.end_cell()?,
            b"p" | b"div" | b"li" | b"h1" | b"h2" | b"h3" | b"h4" | b"center" => self.gap("\n"),
            _ => {
                if let Some(cell) = self.cell()
                    && let Some(at) = cell.text_styles.iter().rposition(|(own, _)| own == name)
                {
                    cell.text_styles.truncate(at);
                }
            }
        }
        Ok(())
    }

    fn cell(&mut self) -> Option<&mut OpenCell> {
        self.tables.last_mut()?.cell.as_mut()
    }

    fn gap(&mut self, gap: &'static str) {
        match self.cell() {
            Some(cell) => cell.gap = Some(gap),
            None => self.end_line(),
        }
    }

    /// Adds text with white space collapsed, as a browser does.
    fn text(&mut self, text: &str) {
        if self.in_raw_text {
            return;
        }
        if self.tables.is_empty() {
            self.line.push_str(text);
        }
        let Some(cell) = self.cell() else { return };
        let text_style =
            cell.text_styles.last().map(|(_, text_style)| *text_style).unwrap_or_default();
        let blank = |c: char| matches!(c, ' ' | '\t' | '\r' | '\n');
        if text.starts_with(blank) {
            cell.gap.get_or_insert(" ");
        }
        for word in text.split(blank).filter(|word| !word.is_empty()) {
            if let Some(gap) = cell.gap.take().filter(|_| cell.is_begun) {
                cell.text.push(gap, TextStyle { raised: false, ..text_style });
            }
            cell.text.push(word, text_style);
            cell.is_begun = true;
            cell.gap = Some(" ");
        }
        if !text.ends_with(blank) && !text.is_empty() {
            cell.gap = None;
        }
    }

    /// Ends a line of text outside of tables.
    fn end_line(&mut self) {
        let line = std::mem::take(&mut self.line);
        let words: Vec<&str> = line.split_whitespace().collect();
        if !words.is_empty() && line.len() <= LONGEST_LINE {
            self.lines.push(words.join(" "));
        }
    }

    /// Adds the last lines of text above a table as rows of one cell.
    fn add_lines(&mut self) -> Result<(), WorkbookProblem> {
        if !self.tables.is_empty() {
            return Ok(());
        }
        self.end_line();
        let lines = std::mem::take(&mut self.lines);
        for line in &lines[lines.len().saturating_sub(LINES)..] {
            let mut text = Rich::default();
            text.push(line, TextStyle::default());
            self.builder.push_text((self.row, 0), &text.take(), 0, false)?;
            self.row += 1;
        }
        Ok(())
    }

    fn end_cell(&mut self) -> Result<(), WorkbookProblem> {
        let row = self.row;
        let Some(table) = self.tables.last_mut() else { return Ok(()) };
        let Some(mut cell) = table.cell.take() else { return Ok(()) };
        while table.reaching.get(table.column).is_some_and(|rows| *rows > 0) {
            table.column += 1;
        }
        let first = table.column;
        let last =
            first.saturating_add(cell.columns).min(limits::COLUMNS).saturating_sub(1).max(first);
        table.column = last + 1;
        if table.reaching.len() <= last && last < limits::COLUMNS {
            table.reaching.resize(last + 1, 0);
        }
        for reached in table.reaching.iter_mut().skip(first).take(last + 1 - first) {
            *reached = cell.rows;
        }
        if cell.rows > 1 || last > first {
            let rows = (row + 1, row + cell.rows);
            self.builder.merges.push(Merge { rows, columns: (first, last) });
            self.builder.check_merges()?;
        }
        let hidden = table.row_hidden || cell.hidden;
        self.builder.push_text((row, first), &cell.text.take(), 0, hidden)
    }

    fn end_row(&mut self) -> Result<(), WorkbookProblem> {
        self.end_cell()?;
        let Some(table) = self.tables.last_mut() else { return Ok(()) };
        if std::mem::take(&mut table.row_is_open) {
            table.column = 0;
            for rows in &mut table.reaching {
                *rows = rows.saturating_sub(1);
            }
            self.row += 1;
        }
        Ok(())
    }

    /// Ends the row of the outer table before a nested table begins.
    fn end_open_row(&mut self) -> Result<(), WorkbookProblem> {
        if self.tables.last().is_some_and(|table| table.row_is_open) {
            self.end_row()?;
        }
        Ok(())
    }

    fn end_table(&mut self) -> Result<(), WorkbookProblem> {
        self.end_row()?;
        // An empty row separates the table from the next one, so that its merged cells cannot reach into it.
        if self.tables.pop().is_some() {
            self.row += 1;
        }
        Ok(())
    }
}

fn attribute(tag: &StartTag<()>, name: &str) -> Option<String> {
    let own = tag.attributes.iter().find(|(own, _)| own.as_slice() == name.as_bytes());
    own.map(|(_, value)| String::from_utf8_lossy(value).into_owned())
}

fn is_hidden(tag: &StartTag<()>) -> bool {
    let style = attribute(tag, "style").unwrap_or_default().to_ascii_lowercase();
    style.replace(' ', "").contains("display:none") || attribute(tag, "hidden").is_some()
}
