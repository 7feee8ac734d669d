//! Removes Markdown syntax from tables: the rule below the header, emphasis, line breaks.

use std::borrow::Cow;

/// Whether cells form the rule of a Markdown table: `|---|:-:|`.
pub(crate) fn is_rule<T: AsRef<str>>(cells: impl Iterator<Item = T>) -> bool {
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

/// What takes the place of an escaped bar while a text is split into cells; no text has it.
const BAR: &str = "\\\u{e000}";

/// Returns a text whose escaped bars do not separate cells: "a \\| b".
pub(crate) fn with_escaped_bars(text: Cow<'_, str>) -> Cow<'_, str> {
    if text.contains("\\|") { Cow::Owned(text.replace("\\|", BAR)) } else { text }
}

/// Returns a text in which the lines below a table whose rule begins with a bar begin with one, too: "Nguồn: …" is then
/// below the first column of the table, and not in the empty one before it.
pub(crate) fn with_leading_bars(text: Cow<'_, str>) -> Cow<'_, str> {
    let starts_with_bar = |line: &str| line.trim_start().starts_with('|');
    if !text.lines().any(|line| starts_with_bar(line) && is_rule(line.split('|'))) {
        return text;
    }
    let lines: Vec<&str> = text.split_inclusive('\n').collect();
    let below = lines.iter().rposition(|line| starts_with_bar(line)).map_or(0, |last| last + 1);
    if lines[below..].iter().all(|line| line.trim().is_empty()) {
        return text;
    }
    let line = |(at, line): (usize, &&str)| match line.trim().is_empty() || at < below {
        true => (*line).to_owned(),
        false => format!("|{line}"),
    };
    Cow::Owned(lines.iter().enumerate().map(line).collect())
}

/// Returns the text of a cell without Markdown syntax.
pub(crate) fn plain(cell: Cow<'_, str>) -> Cow<'_, str> {
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
    let is_plain = !text.contains("<br") && !text.contains(BAR) && !text.contains("](");
    if is_plain {
        return Cow::Borrowed(text);
    }
    let text = text.replace("<br/>", "\n").replace("<br />", "\n").replace("<br>", "\n");
    Cow::Owned(without_links(&text.replace(BAR, "|")))
}

/// Replaces links by their texts: "[Dân số](https://…)".
fn without_links(text: &str) -> String {
    let mut shown = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, label, behind)) = first_link(rest) {
        shown.push_str(before);
        shown.push_str(label);
        rest = behind;
    }
    shown.push_str(rest);
    shown
}

/// The text before the first link, its label, and what follows it.
fn first_link(text: &str) -> Option<(&str, &str, &str)> {
    let (left, address) = text.split_once("](")?;
    let (before, label) = left.rsplit_once('[')?;
    let (_, behind) = address.split_once(')')?;
    Some((before, label, behind))
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
            ("[Dân số](https://example.org/a) và [GRDP](b)", "Dân số và GRDP"),
            ("a \\\u{e000} b", "a | b"),
            ("(1) [2]", "(1) [2]"),
            ("**a** và **b**", "**a** và **b**"),
        ] {
            assert_eq!(plain(Cow::Borrowed(cell)), text);
        }
    }
}
