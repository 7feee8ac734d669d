//! The base of an index that a heading states: "Năm trước = 100".

use super::phrases::{has, key};
use crate::lexicon::periods::period_words::PREVIOUS_WORDS;
use crate::lexicon::words::word_list::WordList;
use crate::text::one_line::one_line;

/// The words that this file looks for.
const FILE: &str = include_str!("../words/comparisons.txt");

/// The heading of an index without its base, and the base that is 100, relative to the value: "Năm trước
/// = 100", "Previous year=100".
pub(crate) fn index_base(heading: &str) -> Option<(String, String)> {
    static RELATIVE: WordList = WordList::of(FILE, "base of an index");
    let signs = heading.match_indices('=');
    signs.into_iter().find_map(|(sign, _)| {
        let behind = heading[sign + 1..].trim_start();
        let rest = behind.strip_prefix("100")?;
        if rest.starts_with(|c: char| c.is_ascii_digit()) {
            return None;
        }
        let opens = |c: char| matches!(c, '(' | '[' | '\n' | '·' | ',' | ';' | ':');
        let start = heading[..sign].rfind(opens);
        let start =
            start.map_or(0, |at| at + heading[at..].chars().next().map_or(1, char::len_utf8));
        let words = key(&heading[start..sign]);
        let is_base = has(&words, &PREVIOUS_WORDS) || has(&words, &RELATIVE);
        // A second line says the same in another language.
        let rest = rest.lines().next().unwrap_or_default();
        let value = format!("{} {rest}", &heading[..start]);
        let value = value.replace(['(', ')', '[', ']'], " ");
        is_base.then(|| (value, one_line(&heading[start..sign])))
    })
}
