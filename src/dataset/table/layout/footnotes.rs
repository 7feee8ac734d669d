//! Footnotes: the marks at the end of names, "Lúa*", "Đàn bò[2]", and the lines below a table that explain
//! them.

use std::ops::Range;

use crate::dataset::table::source::cell::Cell;
use crate::dataset::table::source::sheet::Sheet;

/// The number of rows below a table that are searched for footnotes.
const SEARCHED_ROWS: usize = 40;

/// The footnotes below a table: pairs of a mark without its brackets, and the text of the footnote.
#[derive(Debug, Default)]
pub(crate) struct Footnotes(Vec<(String, String)>);

impl Footnotes {
    /// Reads the footnotes in the given rows below a table.
    pub(crate) fn of(sheet: &Sheet<'_>, rows: Range<usize>) -> Self {
        let mut footnotes = Vec::new();
        for row in sheet.range(rows).take(SEARCHED_ROWS) {
            let texts = row.cells.iter().filter(|cell| matches!(cell, Cell::Text(_)));
            for text in texts.map(Cell::shown) {
                let lines = text.lines().filter_map(begins);
                footnotes.extend(lines.map(|(mark, text)| (mark, text.to_owned())));
            }
        }
        Self(footnotes)
    }

    /// Whether it is empty.
    pub(crate) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Removes the mark from the end of a name, and returns the text of its footnote. A number in round
    /// brackets or a superscript may be a part of the name: it is a mark only if a footnote has it.
    pub(crate) fn take(&self, name: &mut String) -> Option<String> {
        let (start, mark) = ends(name)?;
        let footnote = self.0.iter().find(|(known, _)| *known == mark);
        let certain = mark.starts_with('*') || name.ends_with(']');
        if footnote.is_none() && !certain {
            return None;
        }
        name.truncate(start);
        footnote.map(|(_, text)| text.clone())
    }
}

/// Splits a line into the mark that it begins with and the text: "(1) Theo giá so sánh", "* Số sơ bộ".
fn begins(line: &str) -> Option<(String, &str)> {
    let line = line.trim();
    let line = line.strip_prefix("Ghi chú:").map_or(line, str::trim_start);
    let end = line.find(|c: char| c.is_alphabetic() || c.is_whitespace())?;
    let (mark, rest) = (line[..end].trim_end_matches(':'), line[end..].trim());
    let enclosed = mark.ends_with([')', ']']) || mark.chars().all(|c| raised(c).is_some());
    let asterisks = mark.chars().all(|c| c == '*');
    let mark = bare(mark);
    (!mark.is_empty() && !rest.is_empty() && (enclosed || asterisks)).then_some((mark, rest))
}

/// The mark at the end of a name, and the byte index where the mark begins.
fn ends(name: &str) -> Option<(usize, String)> {
    let start = match name.chars().next_back()? {
        '*' => name.trim_end_matches('*').len(),
        ')' => name.rfind('(')?,
        ']' => name.rfind('[')?,
        last => {
            raised(last)?;
            name.trim_end_matches(|c| raised(c).is_some()).len()
        }
    };
    let mark = bare(&name[start..]);
    let before = name[..start].trim_end();
    let digits = mark.len() <= 2 && mark.bytes().all(|byte| byte.is_ascii_digit());
    let is_mark = !mark.is_empty() && (digits || mark.chars().all(|c| c == '*'));
    (is_mark && !before.is_empty()).then_some((before.len(), mark))
}

/// The mark without brackets, and with superscript digits as plain digits.
fn bare(mark: &str) -> String {
    let mark = mark.trim_matches(['(', ')', '[', ']', ':', ' ']);
    mark.chars().map(|c| raised(c).unwrap_or(c)).collect()
}

/// The digit that a superscript character represents.
fn raised(c: char) -> Option<char> {
    const RAISED: &str = "⁰¹²³⁴⁵⁶⁷⁸⁹";
    let at = RAISED.chars().position(|raised| raised == c)?;
    char::from_digit(u32::try_from(at).ok()?, 10)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn removes_the_marks_that_are_certain() {
        let lines = ["(1) Theo giá so sánh 2010", "** Số sơ bộ", "³ Ước", "Năm 2024", "(*): Riêng"];
        let footnotes = lines.iter().filter_map(|line| begins(line));
        let footnotes = Footnotes(footnotes.map(|(mark, text)| (mark, text.to_owned())).collect());
        for (name, taken, footnote) in [
            ("Giá trị sản xuất(1)", "Giá trị sản xuất", Some("Theo giá so sánh 2010")),
            ("Giá trị sản xuất [1]", "Giá trị sản xuất", Some("Theo giá so sánh 2010")),
            ("Lúa**", "Lúa", Some("Số sơ bộ")),
            ("Lúa (*)", "Lúa", Some("Riêng")),
            ("Ngô³", "Ngô", Some("Ước")),
            ("Đàn bò[2]", "Đàn bò", None),
            ("Nhóm (2)", "Nhóm (2)", None),
            ("Nhà ở, m²", "Nhà ở, m²", None),
            ("Dân số (2024)", "Dân số (2024)", None),
            ("GRDP (giá hiện hành)", "GRDP (giá hiện hành)", None),
            ("*", "*", None),
        ] {
            let mut own = name.to_owned();
            let found = footnotes.take(&mut own);
            assert_eq!((own.as_str(), found.as_deref()), (taken, footnote), "{name}");
        }
    }
}
