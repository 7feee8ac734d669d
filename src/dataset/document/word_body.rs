//! Reads the XML of a part of a Word document: what each element opens and closes.

use quick_xml::Reader;
use quick_xml::XmlVersion;
use quick_xml::events::{BytesStart, Event};

use super::NotProse;
use super::old_font::{Conversion, conversion};
use super::word_content::{Block, WordCell, WordContent, WordTable};

/// The deepest nesting of tables and text boxes that is followed.
const DEEPEST: usize = 32;

/// What is open while a part is read.
#[derive(Debug, Default)]
pub(super) struct Body {
    content: WordContent,
    /// The open paragraphs: one in a text box is inside another one.
    paragraphs: Vec<String>,
    tables: Vec<OpenTable>,
    /// The number of open tables that are nested too deep: their text belongs to the last cell that is not.
    deeper: usize,
    /// The depth of elements whose content is not read, and why.
    skipped: usize,
    run: Run,
    in_text: bool,
    /// Whether the properties belong to a run.
    in_run_properties: bool,
}

/// The properties of the open run.
#[derive(Debug, Default, Clone, Copy)]
struct Run {
    convert: Option<Conversion>,
    hidden: bool,
}

/// An open table.
#[derive(Debug, Default)]
struct OpenTable {
    table: WordTable,
    row: Vec<WordCell>,
    column: usize,
    cell: Option<WordCell>,
    /// The number of paragraphs open outside of the table.
    outer: usize,
}

impl Body {
    /// Continues the content of the parts before.
    pub(super) fn after(content: WordContent) -> Self {
        Self { content, ..Self::default() }
    }

    /// Reads a part.
    pub(super) fn read(&mut self, xml: &str) -> Result<(), NotProse> {
        let mut reader = Reader::from_str(xml);
        reader.config_mut().check_end_names = false;
        loop {
            match reader.read_event() {
                Ok(Event::Start(element)) => self.open(&element, false),
                Ok(Event::Empty(element)) => self.open(&element, true),
                Ok(Event::End(element)) => self.close(element.local_name().as_ref()),
                Ok(Event::Text(text)) => self.text(&text.xml10_content()),
                Ok(Event::CData(text)) => self.text(&text.xml10_content()),
                Ok(Event::GeneralRef(entity)) => {
                    let name: &str = entity.as_ref();
                    let known =
                        quick_xml::escape::resolve_predefined_entity(name).map(str::to_owned);
                    let numbered = entity.resolve_char_ref().ok().flatten().map(|c| c.to_string());
                    self.text(&numbered.or(known).unwrap_or_default());
                }
                Ok(Event::Eof) => return Ok(()),
                Ok(_) => {}
                Err(error) => return Err(NotProse::Damaged(error.to_string())),
            }
        }
    }

    fn open(&mut self, element: &BytesStart<'_>, empty: bool) {
        let name = element.local_name();
        let name: &str = name.as_ref();
        if self.skipped > 0 {
            self.skipped += usize::from(!empty);
            return;
        }
        match name {
            // The same text box for old programs, and what was deleted or moved away.
            "Fallback" | "instrText" => self.skipped += usize::from(!empty),
            "del" | "moveFrom" if !empty && !self.in_run_properties => {
                self.content.deletions += 1;
                self.skipped += 1;
            }
            // Separators of footnotes.
            "footnote" | "endnote" if attribute(element, "type").is_some() => {
                self.skipped += usize::from(!empty);
            }
            "p" if !empty => self.paragraphs.push(String::new()),
            "r" => self.run = Run::default(),
            "rPr" => self.in_run_properties = !empty,
            "rFonts" if self.in_run_properties => {
                let font = attribute(element, "ascii").or_else(|| attribute(element, "hAnsi"));
                self.run.convert = font.as_deref().and_then(conversion);
            }
            "vanish" if self.in_run_properties => {
                self.run.hidden =
                    !matches!(attribute(element, "val").as_deref(), Some("0" | "false"));
            }
            "t" => self.in_text = !empty,
            "tab" if !self.in_properties() => self.push(" "),
            "br" | "cr" => self.push("\n"),
            "noBreakHyphen" => self.push("-"),
            "tbl" if !empty && self.deeper == 0 && self.tables.len() < DEEPEST => {
                self.tables
                    .push(OpenTable { outer: self.paragraphs.len(), ..OpenTable::default() });
            }
            "tbl" if !empty => self.deeper += 1,
            "tc" if !empty => {
                if let Some(table) = self.table() {
                    table.cell =
                        Some(WordCell { column: table.column, columns: 1, ..WordCell::default() });
                }
            }
            "gridSpan" => {
                let columns = number(element).unwrap_or(1).clamp(1, 1024);
                if let Some(cell) = self.cell() {
                    cell.columns = columns;
                }
            }
            "vMerge" => {
                let continues = attribute(element, "val").is_none_or(|value| value != "restart");
                if let Some(cell) = self.cell() {
                    cell.continues = continues;
                }
            }
            "gridBefore" => {
                let columns = number(element).unwrap_or(0).min(1024);
                if let Some(table) = self.table() {
                    table.column = columns;
                }
            }
            _ => {}
        }
    }

    /// Whether a tab is a tab stop of a paragraph's properties.
    fn in_properties(&self) -> bool {
        self.in_run_properties || self.paragraphs.is_empty()
    }

    fn close(&mut self, name: &str) {
        if self.skipped > 0 {
            self.skipped -= 1;
            return;
        }
        match name {
            "rPr" => self.in_run_properties = false,
            "t" => self.in_text = false,
            "r" => self.run = Run::default(),
            "p" => {
                if let Some(text) = self.paragraphs.pop() {
                    self.end_paragraph(text);
                }
            }
            "tc" => {
                if let Some(table) = self.table()
                    && let Some(cell) = table.cell.take()
                {
                    table.column = cell.column + cell.columns;
                    table.row.push(cell);
                }
            }
            "tr" => {
                if let Some(table) = self.table() {
                    table.column = 0;
                    let row = std::mem::take(&mut table.row);
                    table.table.rows.push(row);
                }
            }
            "tbl" if self.deeper > 0 => self.deeper -= 1,
            "tbl" => self.end_table(),
            _ => {}
        }
    }

    fn end_table(&mut self) {
        if let Some(open) = self.tables.pop() {
            // A nested table comes before the one that contains it.
            self.content.blocks.push(Block::Table(open.table));
        }
    }

    fn end_paragraph(&mut self, text: String) {
        let depth = self.paragraphs.len();
        let cell = self
            .tables
            .last_mut()
            .filter(|table| table.outer == depth)
            .and_then(|table| table.cell.as_mut());
        match cell {
            Some(cell) if cell.text.is_empty() => cell.text = text,
            Some(cell) => {
                cell.text.push('\n');
                cell.text.push_str(&text);
            }
            None if text.trim().is_empty() => {}
            None => self.content.blocks.push(Block::Paragraph(text)),
        }
    }

    /// The innermost table; none inside of one that is nested too deep.
    fn table(&mut self) -> Option<&mut OpenTable> {
        self.tables.last_mut().filter(|_| self.deeper == 0)
    }

    fn cell(&mut self) -> Option<&mut WordCell> {
        self.table()?.cell.as_mut()
    }

    fn text(&mut self, text: &str) {
        if !self.in_text || self.skipped > 0 {
            return;
        }
        if self.run.hidden {
            self.content.hidden += 1;
            return;
        }
        match self.run.convert {
            Some(convert) => {
                self.content.converted += 1;
                self.push(&convert(text));
            }
            None => self.push(text),
        }
    }

    fn push(&mut self, text: &str) {
        if let Some(paragraph) = self.paragraphs.last_mut() {
            paragraph.push_str(text);
        }
    }

    /// Ends what a damaged document left open.
    pub(super) fn finish(mut self) -> WordContent {
        while let Some(text) = self.paragraphs.pop() {
            self.end_paragraph(text);
        }
        while !self.tables.is_empty() {
            self.close("tc");
            self.close("tr");
            self.end_table();
        }
        self.content
    }
}

fn attribute(element: &BytesStart<'_>, name: &str) -> Option<String> {
    let mut own = element.attributes();
    let attribute =
        own.with_checks(false).flatten().find(|a| a.key.local_name().as_ref() == name)?;
    Some(attribute.normalized_value(XmlVersion::Implicit1_0).ok()?.into_owned())
}

fn number(element: &BytesStart<'_>) -> Option<usize> {
    attribute(element, "val")?.trim().parse().ok()
}
