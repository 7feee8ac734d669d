//! Fits text to a number of terminal columns: truncation, wrapping, padding. Truncated text always ends in ….

use std::borrow::Cow;
use std::ops::Range;

use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

/// Returns the number of terminal columns that a text takes.
#[must_use]
pub fn width(text: &str) -> usize {
    text.width()
}

/// Truncates text to at most `columns`, ending in … if something was cut.
///
/// ```
/// use chitieu::text::truncate::cut;
/// assert_eq!(cut("Trồng rừng mới", 14), "Trồng rừng mới");
/// assert_eq!(cut("Trồng rừng mới", 10), "Trồng rừn…");
/// // A number is never cut to another one.
/// assert_eq!(cut("Kế hoạch 1.058,4", 13), "Kế hoạch…");
/// ```
#[must_use]
pub fn cut(text: &str, columns: usize) -> Cow<'_, str> {
    if text.width() <= columns {
        return Cow::Borrowed(text);
    }
    let Some(available) = columns.checked_sub(1) else {
        return Cow::Borrowed("");
    };
    let mut taken = 0;
    let mut end = 0;
    for (at, grapheme) in text.grapheme_indices(true) {
        taken += grapheme.width();
        if taken > available {
            break;
        }
        end = at + grapheme.len();
    }
    Cow::Owned(format!("{}…", text[..before_number(text, end)].trim_end()))
}

/// Where to cut instead of `end`: before a number that would lose digits.
fn before_number(text: &str, end: usize) -> usize {
    let is_of_number = |c: char| c.is_ascii_digit() || matches!(c, '.' | ',');
    let (kept, lost) = text.split_at(end);
    let number = kept.trim_end_matches(is_of_number).len();
    let has_digits = kept[number..].contains(|c: char| c.is_ascii_digit());
    let loses_digits =
        lost.trim_start_matches(['.', ',']).starts_with(|c: char| c.is_ascii_digit());
    if !has_digits || !loses_digits {
        return end;
    }
    kept[..number].trim_end_matches(['+', '-', '≈', '≥', '≤', '~']).len()
}

/// Cuts a text to at most `columns` in its middle, so that its end stays: "Huyện Ch…(Tiền Giang)".
///
/// ```
/// use chitieu::text::truncate::cut_middle;
/// assert!(cut_middle("Châu Thành (Bến Tre)", 12).ends_with("…n Tre)"));
/// assert_eq!(cut_middle("Mỏ Cày", 12), "Mỏ Cày");
/// ```
#[must_use]
pub fn cut_middle(text: &str, columns: usize) -> String {
    if width(text) <= columns {
        return text.to_owned();
    }
    let end = columns / 2;
    let mut from = text.len();
    let mut taken = 0;
    for (at, grapheme) in text.grapheme_indices(true).rev() {
        taken += width(grapheme);
        if taken > end {
            break;
        }
        from = at;
    }
    let tail = &text[from..];
    // The part before it ends in the ellipsis.
    format!("{}{tail}", cut(&text[..from], columns - width(tail)))
}

/// Wraps text at words. Returns the byte range of each line. A line is wider than `columns` only if it is a
/// single grapheme. Spaces at the ends of lines are not included.
#[must_use]
pub fn lines(text: &str, columns: usize) -> Vec<Range<usize>> {
    let mut ranges: Vec<Range<usize>> = Vec::new();
    if columns == 0 {
        return ranges;
    }
    let options = textwrap::Options::new(columns)
        .word_splitter(textwrap::WordSplitter::NoHyphenation)
        .wrap_algorithm(textwrap::WrapAlgorithm::FirstFit);
    for line in textwrap::wrap(text, options) {
        // Without hyphenation every line is a substring of the text, after the line before it.
        let from = ranges.last().map_or(0, |range| range.end);
        let at = text[from..].find(line.as_ref()).map_or(from, |at| from + at);
        ranges.push(at..at + line.len());
    }
    ranges
}

/// Wraps text at words into at most `count` lines of at most `columns`. The last line ends in … if something
/// was cut.
#[must_use]
pub fn wrap(text: &str, columns: usize, count: usize) -> Vec<String> {
    let ranges = lines(text, columns);
    let last = count.min(ranges.len()).saturating_sub(1);
    let line = |(at, range): (usize, &Range<usize>)| {
        let end = if at == last { text.trim_end().len() } else { range.end };
        cut(&text[range.start..end.max(range.start)], columns).into_owned()
    };
    ranges.iter().take(count).enumerate().map(line).collect()
}

/// Pads text with spaces on the right to `columns`.
#[must_use]
pub fn pad(text: &str, columns: usize) -> String {
    let missing = columns.saturating_sub(text.width());
    format!("{text}{:missing$}", "")
}

/// Pads text with spaces on the left to `columns`.
#[must_use]
pub fn pad_left(text: &str, columns: usize) -> String {
    let missing = columns.saturating_sub(text.width());
    format!("{:missing$}{text}", "")
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn wraps_at_words_and_marks_truncation() {
        let name = "Tổng mức bán lẻ hàng hóa và doanh thu dịch vụ";
        assert_eq!(wrap(name, 24, 3), ["Tổng mức bán lẻ hàng hóa", "và doanh thu dịch vụ"]);
        assert_eq!(wrap(name, 12, 2), ["Tổng mức bán", "lẻ hàng hóa…"]);
        assert_eq!(pad("hộ", 4), "hộ  ");
        assert_eq!(pad_left("hộ", 4), "  hộ");
    }

    proptest! {
        #[test]
        fn never_passes_its_columns(text in "[a-zà-ỹ 漢\u{301}]{0,60}", columns in 0usize..30, lines in 0usize..4) {
            prop_assert!(cut(&text, columns).width() <= columns);
            let wrapped = wrap(&text, columns, lines);
            prop_assert!(wrapped.len() <= lines);
            for line in wrapped {
                prop_assert!(line.width() <= columns, "{line:?}");
            }
        }
    }
}
