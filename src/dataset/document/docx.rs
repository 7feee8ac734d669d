//! Word documents: the paragraphs and tables of the body in order, with text boxes and footnotes. Insertions of
//! tracked changes are accepted and deletions dropped; runs in old fonts are converted by their font.

use std::io::{Cursor, Read};

use zip::ZipArchive;

use super::word_body::Body;
use super::word_content::{Block, WordContent};
use super::{Document, NotProse, SetAside};

/// The maximum number of bytes of the text of a document, unpacked.
const MOST: u64 = 128 * 1024 * 1024;

/// The ratio of unpacked to packed bytes up to which a document is read, beyond 16 MiB.
const RATIO: u64 = 200;

/// Reads a document as prose: its tables are only counted.
pub(crate) fn read(bytes: &[u8]) -> Result<Document, NotProse> {
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

/// Reads the content of a document.
pub(crate) fn content(bytes: &[u8]) -> Result<WordContent, NotProse> {
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
        let mut body = Body::after(content);
        body.read(&text)?;
        content = body.finish();
    }
    Ok(content)
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
