//! Footnotes: the marks behind names, "Lúa*", "Đàn bò[2]", and the lines below a table that explain them.

use std::ops::Range;

use crate::dataset::table::source::cell::Cell;
use crate::dataset::table::source::sheet::Sheet;

/// How many rows below a table may hold footnotes.
const LOOKED_AT: usize = 40;

/// The footnotes below a table by their marks.
#[derive(Debug, Default)]
pub(in crate::dataset::table) struct Footnotes(Vec<(String, String)>);

impl Footnotes {
    /// Reads the rows below a table.
    pub(in crate::dataset::table) fn of(sheet: &Sheet<'_>, rows: Range<usize>) -> Self {
        let mut footnotes = Vec::new();
        for row in sheet.range(rows).take(LOOKED_AT) {
            let texts = row.cells.iter().filter(|cell| matches!(cell, Cell::Text(_)));
            for text in texts.map(Cell::shown) {
                let lines = text.lines().filter_map(begins);
                footnotes.extend(lines.map(|(mark, text)| (mark, text.to_owned())));
            }
        }
        Self(footnotes)
    }

    /// Takes the mark from the end of a name; gives back what the footnote says. Brackets with a number and
    /// raised figures may belong to a name, and are marks only where a footnote has them.
    pub(in crate::dataset::table) fn take(&self, name: &mut String) -> Option<String> {
        let (start, mark) = ends(name)?;
        let footnote = self.0.iter().find(|(known, _)| *known == mark);
        let sure = mark.starts_with('*') || name.ends_with(']');
        if footnote.is_none() && !sure {
            return None;
        }
        name.truncate(start);
        footnote.map(|(_, text)| text.clone())
    }
}

/// The mark that a line begins with, and the rest: "(1) Theo giá so sánh", "* Số sơ bộ".
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

/// The mark at the end of a name, and where it begins.
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

/// A mark without what encloses it.
fn bare(mark: &str) -> String {
    let mark = mark.trim_matches(['(', ')', '[', ']', ':', ' ']);
    mark.chars().map(|c| raised(c).unwrap_or(c)).collect()
}

/// The digit that is raised.
fn raised(c: char) -> Option<char> {
    const RAISED: &str = "⁰¹²³⁴⁵⁶⁷⁸⁹";
    let at = RAISED.chars().position(|raised| raised == c)?;
    char::from_digit(u32::try_from(at).ok()?, 10)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_are_taken_where_they_are_certain() {
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
