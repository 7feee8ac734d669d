//! What Markdown writes into tables that is none of their content: the rule below the headings, emphasis,
//! line breaks.

use std::borrow::Cow;

/// Whether cells are those of a rule: `|---|:-:|`.
pub(super) fn is_rule<'a>(cells: impl Iterator<Item = &'a str>) -> bool {
    let filled: Vec<&str> = cells.map(str::trim).filter(|cell| !cell.is_empty()).collect();
    let dashes =
        |cell: &&str| cell.contains('-') && cell.chars().all(|c| matches!(c, '-' | ':' | '+'));
    filled.len() > 1 && filled.iter().all(dashes)
}

/// The text of a cell as it is meant to be read.
pub(super) fn plain(cell: &str) -> Cow<'_, str> {
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
    fn a_rule_is_told_from_rows() {
        let rule = |line: &str| is_rule(line.split('|'));
        for line in ["|---|:-:|--:|", "| -- | :-- |", "----|----"] {
            assert!(rule(line), "{line}");
        }
        for line in ["| - Thu | 5 |", "|---|", "| a | - | - |", "||"] {
            assert!(!rule(line), "{line}");
        }
    }

    #[test]
    fn emphasis_is_no_part_of_a_name() {
        for (cell, text) in [
            (" **Kinh tế** ", "Kinh tế"),
            ("*Xã hội*", "Xã hội"),
            ("57*", "57*"),
            ("*", "*"),
            ("Tên<br>Name", "Tên\nName"),
            ("**a** và **b**", "**a** và **b**"),
        ] {
            assert_eq!(plain(cell), text);
        }
    }
}
