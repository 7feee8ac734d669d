//! Text and Markdown: a line is a paragraph. The markup of headings, emphasis and links is removed, and lines
//! of tables are set aside.

use memchr::memchr3;

use super::Document;

/// Reads text, whose lines are paragraphs. A pasted text with hard line breaks is joined where a line does not
/// end a sentence and all lines are about equally long.
pub(crate) fn read(text: &str) -> Document {
    let mut tables = 0;
    let mut in_table = false;
    let mut lines: Vec<String> = Vec::new();
    for line in text.split(['\n', '\r', '\u{2028}', '\u{2029}', '\u{b}', '\u{c}']) {
        let trimmed = line.trim();
        if is_table_row(trimmed) {
            tables += usize::from(!in_table);
            in_table = true;
        } else {
            in_table = false;
            if !is_rule(trimmed) {
                lines.push(without_markup(trimmed));
            }
        }
    }
    Document { tables, ..Document::of_lines(lines) }
}

/// "| a | b |".
fn is_table_row(line: &str) -> bool {
    line.len() > 2 && line.starts_with('|') && line.ends_with('|')
}

/// "---", "***", "===".
fn is_rule(line: &str) -> bool {
    line.len() > 2 && ['-', '*', '=', '_'].iter().any(|mark| line.chars().all(|c| c == *mark))
}

/// Removes the marks of headings, quotes, emphasis and links.
fn without_markup(line: &str) -> String {
    let hashes = line.trim_start_matches('#');
    let heading = hashes.len() < line.len() && (hashes.starts_with(' ') || hashes.is_empty());
    let line = if heading { hashes.trim().trim_end_matches('#').trim_end() } else { line };
    let line = line.strip_prefix("> ").unwrap_or(line);
    // Few lines of a text have any.
    if memchr3(b'*', b'_', b'[', line.as_bytes()).is_none() {
        return line.to_owned();
    }
    let line = line.replace("**", "").replace("__", "");
    links_as_text(&line)
}

/// "[text](address)" is "text"; "![image](address)" too.
fn links_as_text(line: &str) -> String {
    let mut shown = String::with_capacity(line.len());
    let mut rest = line;
    // An address ends before this.
    let closes = line.rfind(')').map_or(0, |last| last + 1);
    while let Some(start) = rest.find('[') {
        let text = &rest[start + 1..];
        // A text ends at the next bracket, so that no part of the line is searched twice.
        let end = text.find(['[', ']']);
        let link = end.and_then(|end| {
            let address = text[end..].strip_prefix("](")?;
            let is_closed = line.len() - address.len() < closes;
            let (_, after) = is_closed.then(|| address.split_once(')')).flatten()?;
            Some((&text[..end], after))
        });
        match link {
            Some((text, after)) => {
                shown.push_str(rest[..start].trim_end_matches('!'));
                shown.push_str(text);
                rest = after;
            }
            None => {
                shown.push_str(&rest[..=start]);
                rest = &rest[start + 1..];
            }
        }
    }
    shown.push_str(rest);
    shown
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markdown_is_read_as_text() {
        let text = "# Báo cáo **năm** 2024\r\n\r\nThu [ngân sách](http://a/1) 5 tỷ[1].\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n- Chi 3 tỷ\n---\n";
        let document = read(text);
        assert_eq!(document.title, "Báo cáo năm 2024");
        assert_eq!(document.paragraphs, ["Thu ngân sách 5 tỷ[1].", "- Chi 3 tỷ"]);
        assert_eq!(document.tables, 1);
    }
}
