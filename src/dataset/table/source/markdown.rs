//! Removes Markdown syntax from tables: the rule below the header, emphasis, line breaks.

use std::borrow::Cow;

/// Whether cells form the rule of a Markdown table: `|---|:-:|`.
pub(in crate::dataset::table) fn is_rule<T: AsRef<str>>(cells: impl Iterator<Item = T>) -> bool {
    let dashes =
        |cell: &str| cell.contains('-') && cell.chars().all(|c| matches!(c, '-' | ':' | '+'));
    let mut filled = 0;
    for cell in cells {
        let cell = cell.as_ref().trim();
        if !cell.is_empty() && !dashes(cell) {
            return false;
        }
        filled += usize::from(!cell.is_empty());
    }
    filled > 1
}

/// Returns the text of a cell without Markdown syntax.
pub(in crate::dataset::table) fn plain(cell: Cow<'_, str>) -> Cow<'_, str> {
    match cell {
        Cow::Borrowed(cell) => without_marks(cell),
        Cow::Owned(cell) => Cow::Owned(without_marks(&cell).into_owned()),
    }
}

fn without_marks(cell: &str) -> Cow<'_, str> {
    let mut text = cell.trim_end();
    for mark in ["**", "__", "*", "_", "`"] {
        let inner = text.trim_start().strip_prefix(mark).and_then(|text| text.strip_suffix(mark));
        text = inner.filter(|inner| !inner.is_empty() && !inner.contains(mark)).unwrap_or(text);
    }
    if text.contains("<br") {
        return Cow::Owned(
            text.replace("<br/>", "\n").replace("<br />", "\n").replace("<br>", "\n"),
        );
    }
    Cow::Borrowed(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn distinguishes_a_rule_from_rows() {
        let rule = |line: &str| is_rule(line.split('|'));
        for line in ["|---|:-:|--:|", "| -- | :-- |", "----|----"] {
            assert!(rule(line), "{line}");
        }
        for line in ["| - Thu | 5 |", "|---|", "| a | - | - |", "||"] {
            assert!(!rule(line), "{line}");
        }
    }

    #[test]
    fn removes_emphasis() {
        for (cell, text) in [
            (" **Kinh tế** ", "Kinh tế"),
            ("*Xã hội*", "Xã hội"),
            ("57*", "57*"),
            ("*", "*"),
            ("Tên<br>Name", "Tên\nName"),
            ("**a** và **b**", "**a** và **b**"),
        ] {
            assert_eq!(plain(Cow::Borrowed(cell)), text);
        }
    }
}
