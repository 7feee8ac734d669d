//! Word documents: the paragraphs and tables of the body in order, with text boxes and footnotes. Insertions of
//! tracked changes are accepted and deletions dropped; runs in old fonts are converted by their font.

use std::io::{Cursor, Read};

use quick_xml::Reader;
use quick_xml::XmlVersion;
use quick_xml::events::{BytesStart, Event};
use zip::ZipArchive;

use super::old_font::{Conversion, conversion};
use super::{Document, NotProse, SetAside};

/// The maximum number of bytes of the text of a document, unpacked.
const MOST: u64 = 128 * 1024 * 1024;

/// The ratio of unpacked to packed bytes up to which a document is read, beyond 16 MiB.
const RATIO: u64 = 200;

/// The deepest nesting of tables and text boxes that is followed.
const DEEPEST: usize = 32;

/// A paragraph or a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::dataset) enum Block {
    /// The text of a paragraph; a line break is a newline.
    Paragraph(String),
    /// A table.
    Table(WordTable),
}

/// The rows of a table.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(in crate::dataset) struct WordTable {
    /// The cells of each row.
    pub(in crate::dataset) rows: Vec<Vec<WordCell>>,
}

/// A cell of a table.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(in crate::dataset) struct WordCell {
    /// The first column, from 0.
    pub(in crate::dataset) column: usize,
    /// The number of columns.
    pub(in crate::dataset) columns: usize,
    /// Whether it continues the cell above it.
    pub(in crate::dataset) continues: bool,
    /// Its paragraphs, separated by newlines.
    pub(in crate::dataset) text: String,
}

/// The content of a document.
#[derive(Debug, Default)]
pub(in crate::dataset) struct WordContent {
    /// Paragraphs and tables in order, footnotes at the end.
    pub(in crate::dataset) blocks: Vec<Block>,
    deletions: usize,
    hidden: usize,
    converted: usize,
}

/// Reads a document as prose: its tables are only counted.
pub(in crate::dataset) fn read(bytes: &[u8]) -> Result<Document, NotProse> {
    let content = content(bytes)?;
    let lines = content.blocks.iter().flat_map(|block| match block {
        Block::Paragraph(text) => text.split('\n').collect::<Vec<_>>(),
        Block::Table(_) => Vec::new(),
    });
    let tables = content
        .blocks
        .iter()
        .filter(|block| matches!(block, Block::Table(table) if table.has_figures()));
    let mut document = Document { tables: tables.count(), ..Document::of_lines(lines) };
    document.count(SetAside::Deletions, content.deletions);
    document.count(SetAside::Hidden, content.hidden);
    document.count(SetAside::OldFont, content.converted);
    Ok(document)
}

impl WordTable {
    /// Whether it is a table of data: at least two columns, and two rows with figures.
    pub(in crate::dataset) fn has_figures(&self) -> bool {
        let figure = |cell: &WordCell| cell.text.contains(|c: char| c.is_ascii_digit());
        let rows = self.rows.iter().filter(|row| row.len() > 1 && row.iter().any(figure)).count();
        rows > 1
    }
}

/// Reads the content of a document.
pub(in crate::dataset) fn content(bytes: &[u8]) -> Result<WordContent, NotProse> {
    let damaged = |error: &dyn std::fmt::Display| NotProse::Damaged(error.to_string());
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|error| damaged(&error))?;
    let limit = (bytes.len() as u64).saturating_mul(RATIO).saturating_add(16 << 20).min(MOST);
    let mut content = WordContent::default();
    for part in ["word/document.xml", "word/footnotes.xml", "word/endnotes.xml"] {
        let mut xml = Vec::new();
        match archive.by_name(part) {
            Ok(entry) => {
                entry.take(limit + 1).read_to_end(&mut xml).map_err(|error| damaged(&error))?;
            }
            Err(_) if part != "word/document.xml" => continue,
            Err(error) => return Err(damaged(&error)),
        }
        if xml.len() as u64 > limit {
            return Err(NotProse::TooLarge(limit >> 20));
        }
        let text = String::from_utf8_lossy(&xml);
        let mut body = Body { content, ..Body::default() };
        body.read(&text)?;
        content = body.finish();
    }
    Ok(content)
}

/// What is open while a part is read.
#[derive(Debug, Default)]
struct Body {
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
    /// Whether the properties are those of a run.
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
    fn read(&mut self, xml: &str) -> Result<(), NotProse> {
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
    fn finish(mut self) -> WordContent {
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

#[cfg(test)]
mod tests {
    use std::io::Write;

    use super::*;

    fn packed(parts: &[(&str, &str)]) -> Vec<u8> {
        let mut archive = zip::ZipWriter::new(Cursor::new(Vec::new()));
        for (name, text) in parts {
            archive.start_file(*name, zip::write::SimpleFileOptions::default()).unwrap();
            archive.write_all(text.as_bytes()).unwrap();
        }
        archive.finish().unwrap().into_inner()
    }

    fn document(body: &str) -> Vec<u8> {
        let xml = format!("<w:document xmlns:w=\"w\"><w:body>{body}</w:body></w:document>");
        packed(&[("word/document.xml", &xml)])
    }

    #[test]
    fn paragraphs_with_changes_boxes_and_old_fonts() {
        let run = |text: &str| format!("<w:r><w:t>{text}</w:t></w:r>");
        let body = [
            format!("<w:p>{}</w:p>", run("Báo cáo &amp; kết quả")),
            format!("<w:p>{}<w:ins>{}</w:ins><w:del><w:r><w:delText>9</w:delText></w:r></w:del>{}</w:p>", run("Thu "), run("5 tỷ"), run(" đồng")),
            format!(
                "<w:p>{}<mc:AlternateContent><mc:Choice><w:txbxContent><w:p>{}</w:p></w:txbxContent></mc:Choice><mc:Fallback><w:p>{}</w:p></mc:Fallback></mc:AlternateContent></w:p>",
                run("Ngoài"),
                run("Trong khung"),
                run("Trong khung")
            ),
            "<w:p><w:r><w:rPr><w:rFonts w:ascii=\".VnTime\"/></w:rPr><w:t>ChØ tiªu</w:t></w:r><w:r><w:br/><w:t>b</w:t></w:r></w:p>".to_owned(),
            format!("<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>ẩn 7</w:t></w:r>{}</w:p>", run("hết")),
        ]
        .concat();
        let found = read(&document(&body)).unwrap();
        assert_eq!(found.title, "Báo cáo & kết quả");
        assert_eq!(
            found.paragraphs,
            ["Thu 5 tỷ đồng", "Trong khung", "Ngoài", "Chỉ tiêu", "b", "hết"]
        );
        assert_eq!(
            found.set_aside,
            [(SetAside::Deletions, 1), (SetAside::Hidden, 1), (SetAside::OldFont, 1)]
        );
    }

    #[test]
    fn tables_keep_their_grid() {
        let cell = |properties: &str, text: &str| {
            format!(
                "<w:tc><w:tcPr>{properties}</w:tcPr><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:tc>"
            )
        };
        let body = format!(
            "<w:tbl><w:tr>{}{}</w:tr><w:tr><w:trPr><w:gridBefore w:val=\"1\"/></w:trPr>{}{}</w:tr><w:tr>{}{}</w:tr></w:tbl>",
            cell("<w:vMerge w:val=\"restart\"/>", "a"),
            cell("<w:gridSpan w:val=\"2\"/>", "b"),
            cell("", "1"),
            cell("", "2"),
            cell("<w:vMerge/>", ""),
            cell("", "3"),
        );
        let content = content(&document(&body)).unwrap();
        let [Block::Table(table)] = &content.blocks[..] else { panic!("{:?}", content.blocks) };
        let at: Vec<_> = table
            .rows
            .iter()
            .flatten()
            .map(|cell| (cell.column, cell.columns, cell.continues, cell.text.as_str()))
            .collect();
        assert_eq!(
            at,
            [
                (0, 1, false, "a"),
                (1, 2, false, "b"),
                (1, 1, false, "1"),
                (2, 1, false, "2"),
                (0, 1, true, ""),
                (1, 1, false, "3")
            ]
        );
        assert!(table.has_figures());
    }

    #[test]
    fn footnotes_follow_and_damage_is_reported() {
        let notes = "<w:footnotes><w:footnote w:type=\"separator\"><w:p><w:r><w:t>x</w:t></w:r></w:p></w:footnote><w:footnote><w:p><w:r><w:t>Theo giá 2010</w:t></w:r></w:p></w:footnote></w:footnotes>";
        let parts = [
            (
                "word/document.xml",
                "<w:document><w:body><w:p><w:r><w:t>Một</w:t></w:r></w:p></w:body></w:document>",
            ),
            ("word/footnotes.xml", notes),
        ];
        assert_eq!(read(&packed(&parts)).unwrap().paragraphs, ["Theo giá 2010"]);
        assert!(matches!(read(b"PK\x03\x04"), Err(NotProse::Damaged(_))));
        assert!(matches!(read(&packed(&[("a", "b")])), Err(NotProse::Damaged(_))));
        let whole = document("<w:p><w:r><w:t>Thu 5 tỷ</w:t></w:r></w:p>");
        for cut in 0..whole.len() {
            let _ = read(&whole[..cut]);
        }
    }

    #[test]
    fn a_bomb_is_refused() {
        let bomb = document(&format!("<w:p>{}</w:p>", " ".repeat(60_000_000)));
        assert!(bomb.len() < 200_000);
        assert!(matches!(read(&bomb), Err(NotProse::TooLarge(_))));
    }
}
