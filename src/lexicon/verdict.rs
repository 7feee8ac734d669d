//! Verdicts in words, and cell contents that mean a missing value: signs, errors, footnotes.

use super::word_list::WordList;
use crate::model::{Status, Verdict};
use crate::text::fold::fold;

/// The words that this file looks for.
const FILE: &str = include_str!("verdicts.txt");

/// Whether a text is a sign for a missing value.
pub(crate) fn is_missing(text: &str) -> bool {
    let text = text.trim();
    text.is_empty()
        || text.chars().all(|c| matches!(c, '-' | '–' | '—' | '.' | '…' | '_' | ':'))
        || matches!(text, "x" | "X" | "n/a" | "N/A" | "NA" | "na" | "*")
}

/// Whether a text is what a spreadsheet shows for a failed formula, a formula without a result, or
/// a number that does not fit its column.
pub(crate) fn is_error(text: &str) -> bool {
    const ERRORS: [&str; 14] = [
        "DIV/0!",
        "N/A",
        "REF!",
        "VALUE!",
        "NAME?",
        "NUM!",
        "NULL!",
        "SPILL!",
        "CALC!",
        "FIELD!",
        "BLOCKED!",
        "CONNECT!",
        "UNKNOWN!",
        "GETTING_DATA",
    ];
    let text = text.trim();
    let error = text.strip_prefix('#').is_some_and(|rest| {
        rest.starts_with('#') && rest.bytes().all(|byte| byte == b'#')
            || ERRORS.iter().any(|error| rest.eq_ignore_ascii_case(error))
    });
    let number = text.strip_prefix("Err:").is_some_and(|rest| rest.parse::<u16>().is_ok());
    error || number || text.starts_with('=') && text.len() > 1
}

/// Whether a text is a footnote mark: "(*)", "(1)".
pub(crate) fn is_footnote(text: &str) -> bool {
    let inner = text.trim_matches(['(', ')', ' ']);
    inner.len() <= 2 && inner.chars().all(|c| c.is_ascii_digit() || c == '*')
}

/// Phrases for a result that is not known yet: "Đang thực hiện", "Có khả năng đạt".
static IN_PROGRESS: WordList = WordList::of(FILE, "in progress");
static MISSED: WordList = WordList::of(FILE, "missed");
static EXCEEDED: WordList = WordList::of(FILE, "exceeded");
static MET: WordList = WordList::of(FILE, "met");

/// Returns the verdict that a text starts with: "Vượt", "Không đạt", "Đạt kế hoạch".
pub(crate) fn verdict(text: &str) -> Option<Verdict> {
    let folded = fold(text.trim());
    let begins = |words: &[&str]| {
        words.iter().any(|word| {
            folded.strip_prefix(word).is_some_and(|rest| !rest.starts_with(char::is_alphabetic))
        })
    };
    let status = if begins(&IN_PROGRESS) {
        Status::InProgress
    } else if begins(&MISSED) {
        Status::Missed
    } else if begins(&EXCEEDED) {
        Status::Exceeded
    } else if begins(&MET) {
        Status::Met
    } else {
        return None;
    };
    Some(Verdict { text: text.trim().to_owned(), status })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn distinguishes_verdicts_from_remarks() {
        for (text, status) in [
            ("Vượt", Some(Status::Exceeded)),
            ("Đạt", Some(Status::Met)),
            ("Không đạt", Some(Status::Missed)),
            ("Chưa đạt KH", Some(Status::Missed)),
            ("đạt và vượt", Some(Status::Exceeded)),
            ("Hoàn thành", Some(Status::Met)),
            ("Theo giá so sánh 2010", None),
        ] {
            assert_eq!(verdict(text).map(|verdict| verdict.status), status, "{text}");
        }
    }
}
