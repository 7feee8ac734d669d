//! Splits a paragraph into sentences.

use std::ops::Range;

use crate::lexicon::prose_words::ABBREVIATIONS;

/// Where a sentence is in its text. In the order of the text.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct SentenceAt {
    /// The paragraph, from 1.
    pub(crate) paragraph: u32,
    /// The sentence in it, from 1.
    pub(crate) sentence: u32,
}

/// Returns the byte ranges of the sentences of a paragraph, without the spaces between them.
///
/// A sentence ends at a full stop, a question or exclamation mark or an ellipsis, with closing quotation marks
/// and brackets, before a space and a capital letter, a quotation mark, a dash or an opening bracket. The number of
/// a list item and an abbreviation end none.
pub(crate) fn sentences(paragraph: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut start = 0;
    let chars: Vec<(usize, char)> = paragraph.char_indices().collect();
    let mut at = 0;
    while at < chars.len() {
        if !matches!(chars[at].1, '.' | '!' | '?' | '…') {
            at += 1;
            continue;
        }
        let mut end = at + 1;
        while chars.get(end).is_some_and(|(_, c)| matches!(c, '"' | '”' | ')' | '’' | '.' | '…'))
        {
            end += 1;
        }
        let mut next = end;
        while chars.get(next).is_some_and(|(_, c)| c.is_whitespace()) {
            next += 1;
        }
        let begins = chars.get(next).is_some_and(|(_, c)| {
            c.is_uppercase() || matches!(c, '"' | '“' | '(' | '–' | '-' | '‘')
        });
        let begins = begins
            || begins_with_number(&chars, at, next)
            || begins_with_list_number(&chars, at, next);
        let stop = chars.get(end).map_or(paragraph.len(), |(offset, _)| *offset);
        let before = &paragraph[start..chars[at].0];
        if next > end && begins && !goes_on(before) {
            push(&mut found, paragraph, start..stop);
            start = chars.get(next).map_or(paragraph.len(), |(offset, _)| *offset);
        }
        at = end;
    }
    push(&mut found, paragraph, start..paragraph.len());
    found
}

/// Whether a number with what it counts is behind a full stop that ends a word or a number: "so với cùng kỳ. 104 xã".
fn begins_with_number(chars: &[(usize, char)], stop: usize, start: usize) -> bool {
    let is = |at: usize, fits: fn(char) -> bool| chars.get(at).is_some_and(|(_, c)| fits(*c));
    let ended = chars[stop].1 == '.'
        && stop > 1
        && is(stop - 1, |c| c.is_lowercase() || c == '%' || c == ')')
        && is(stop - 2, |c| c.is_alphanumeric() || c == '%');
    let digits = |at: &usize| is(*at, |c| c.is_ascii_digit() || matches!(c, '.' | ','));
    let end = start + (start..chars.len()).take_while(digits).count();
    let counted = is(end, |c| c == '%') || is(end, |c| c == ' ') && is(end + 1, char::is_lowercase);
    ended && end > start && is(start, |c| c.is_ascii_digit()) && counted
}

/// Whether the number of a list item is behind a full stop that ends a word: "Chỉ tiêu chủ yếu. 1. Sản lượng lúa".
fn begins_with_list_number(chars: &[(usize, char)], stop: usize, start: usize) -> bool {
    let is = |at: usize, fits: fn(char) -> bool| chars.get(at).is_some_and(|(_, c)| fits(*c));
    let ends = |c: char| c.is_lowercase() || c.is_ascii_digit() || matches!(c, '%' | ')');
    let ended = stop > 0 && is(stop - 1, ends);
    let digits = (start..chars.len()).take_while(|at| is(*at, |c| c.is_ascii_digit())).count();
    let letter =
        digits == 0 && is(start, |c| c.is_ascii_lowercase()) && is(start + 1, |c| c == ')');
    let mark = start + digits;
    let number = (1..=2).contains(&digits) && is(mark, |c| matches!(c, '.' | ')'));
    let behind = if letter { start + 2 } else { mark + 1 };
    let named = is(behind, char::is_whitespace) && is(behind + 1, char::is_uppercase);
    ended && (number || letter) && named
}

/// Whether the text before a full stop is only the number of a list item, or ends with an abbreviation.
fn goes_on(before: &str) -> bool {
    let item = before.trim_start_matches(['-', '–', '+', '*', '•', ' ']);
    let numbered = !item.is_empty() && item.chars().all(|c| c.is_ascii_digit() || c == '.');
    let roman = !item.is_empty() && item.chars().all(|c| matches!(c, 'I' | 'V' | 'X'));
    let word = before.rsplit(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
    // "B. Mục tiêu năm 2026".
    let lettered = item.chars().count() == 1 && item.chars().all(char::is_uppercase);
    numbered || roman || lettered || ABBREVIATIONS.contains(word)
}

fn push(found: &mut Vec<Range<usize>>, paragraph: &str, range: Range<usize>) {
    let text = &paragraph[range.clone()];
    let trimmed = text.trim();
    if !trimmed.is_empty() {
        let start = range.start + (text.len() - text.trim_start().len());
        found.push(start..start + trimmed.len());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn split(paragraph: &str) -> Vec<&str> {
        sentences(paragraph).into_iter().map(|range| &paragraph[range]).collect()
    }

    #[test]
    fn a_stop_ends_a_sentence_only_before_a_beginning() {
        assert_eq!(
            split("Đạt 5.257 ha. Tổng thu 1.035,5 tỷ."),
            ["Đạt 5.257 ha.", "Tổng thu 1.035,5 tỷ."]
        );
        assert_eq!(split("Trường (TP. Bắc Kạn). Hết"), ["Trường (TP. Bắc Kạn).", "Hết"]);
        assert_eq!(split("1. Tốc độ tăng đạt 9%."), ["1. Tốc độ tăng đạt 9%."]);
        assert_eq!(
            split("Còn vấn đề mới phát sinh… Nhiều"),
            ["Còn vấn đề mới phát sinh…", "Nhiều"]
        );
        assert_eq!(
            split("Giảm so với cùng kỳ. 104 xã đạt tiêu chí. 97% người dân có bảo hiểm."),
            ["Giảm so với cùng kỳ.", "104 xã đạt tiêu chí.", "97% người dân có bảo hiểm."]
        );
        assert_eq!(split("Ông T. 52 tuổi; tr. 15"), ["Ông T. 52 tuổi; tr. 15"]);
        assert_eq!(split(""), Vec::<&str>::new());
    }
}
