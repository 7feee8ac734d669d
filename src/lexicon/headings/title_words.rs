//! Words of the titles of tables.

use crate::lexicon::words::word_list::WordList;
use crate::text::fold::fold;

/// The words that this file names.
const FILE: &str = include_str!("../words/titles.txt");

/// Words that end the name of the indicator: what follows says how it is split, where and when.
pub(crate) static SUBJECT_ENDS: WordList = WordList::of(FILE, "end of a subject");

/// Words before the number of a table: "Bảng 3.", "Biểu số 02:", "Table 5".
pub(crate) static NUMBERED: WordList = WordList::of(FILE, "numbered");

/// Words of a title that only say what kind of report it is.
pub(crate) static REPORTS: WordList = WordList::of(FILE, "report");

/// The beginnings of lines with the name of an office. Without accents "sở" is no other than "số".
pub(crate) static OFFICES: WordList = WordList::of(FILE, "office with accents");

/// The beginnings of lines with the name of the office of a place.
pub(crate) static OFFICES_OF_PLACES: WordList = WordList::of(FILE, "office of a place");

/// Words that say that what follows is split by places.
pub(crate) static BY_PLACES: WordList = WordList::of(FILE, "split by places");

/// Kinds of places after such words.
pub(crate) static PLACES: WordList = WordList::of(FILE, "places");

/// Words of the titles of plans that are given.
pub(crate) static PLANS: WordList = WordList::of(FILE, "given plans");

/// Words of the titles of results, also of those of plans.
pub(crate) static RESULTS: WordList = WordList::of(FILE, "results");

/// First words after "xã", "huyện" or "thôn" that are no name: "XÃ NÔNG THÔN MỚI", "XÃ ĐẠT CHUẨN".
pub(crate) static NO_NAMES: WordList = WordList::of(FILE, "no name with accents");

/// Words that link a place to what is said about it.
pub(crate) static BEFORE_PLACE: WordList = WordList::of(FILE, "before a place with accents");

/// Words before a colon and the name of a place.
pub(crate) static PLACE_LABELS: WordList = WordList::of(FILE, "label of a place");

/// Words before "xã hội" that make it society, and no commune: "BẢO HIỂM XÃ HỘI CƠ SỞ".
pub(crate) static BEFORE_SOCIETY: WordList = WordList::of(FILE, "before society with accents");

/// Words for documents that have a number with a year: "Thông tư 03/2019/TT-BNV".
pub(crate) static DOCUMENTS: WordList = WordList::of(FILE, "numbered documents with accents");

/// Words before a date up to which the values are counted: "tính đến ngày 31 tháng 12 năm 2024".
pub(crate) static UNTIL: WordList = WordList::of(FILE, "until with accents");

/// The beginnings of lines that only label the form.
pub(crate) static LABELS: WordList = WordList::of(FILE, "label of a form");

/// Words of the titles of reports of councils that are no part of a name.
pub(crate) static COUNCIL_REPORTS: WordList = WordList::of(FILE, "report of a council");

/// First words of the names of councils that are of no place.
pub(crate) static NO_COUNCILS: WordList = WordList::of(FILE, "council of no place");

/// Words that the table above goes on.
static CONTINUED: WordList = WordList::of(FILE, "continued");

/// Words before the number of a table that goes on, without brackets.
static LABELS_OF_NUMBERS: WordList = WordList::of(FILE, "label of a table that goes on");

/// The beginnings of lines that label a table of a document.
pub(crate) static TABLE_LABELS: WordList = WordList::of(FILE, "label of a table with accents");

/// What a line says besides the words that the table above it goes on: "Số cơ sở y tế" of "(Tiếp
/// theo) Số cơ sở y tế", and nothing of "Table 5 (continued)" but the number. `None` if it has no
/// such words.
pub(crate) fn without_continued(line: &str) -> Option<String> {
    let joined = |before: &str, after: &str| {
        let after = after.trim_start().trim_start_matches([':', '.', '-', '–', ',']).trim_start();
        format!("{} {after}", before.trim_end()).trim().to_owned()
    };
    let brackets = line.match_indices('(').find_map(|(open, _)| {
        let close = open + line[open..].find(')')?;
        says_continued(&line[open + 1..close]).then(|| joined(&line[..open], &line[close + 1..]))
    });
    // "Biểu 45 tiếp theo", "Table 5 continued"
    let at_end = || {
        let at = line.trim_end().char_indices().filter(|(_, c)| *c == ' ').map(|(at, _)| at);
        let mut ends = at.filter(|at| says_continued(&line[*at..]));
        let before =
            ends.next().map(|at| line[..at].trim_end_matches([' ', ',', '-', '–', ':']))?;
        LABELS_OF_NUMBERS
            .iter()
            .any(|label| fold(before).starts_with(label))
            .then(|| before.to_owned())
    };
    brackets.or_else(|| says_continued(line).then(String::new)).or_else(at_end)
}

/// Whether a text only says that the table above it goes on: "tiếp theo", "Tiếp theo - Cont.".
fn says_continued(text: &str) -> bool {
    let folded = fold(text);
    let mut sides = folded
        .split([',', ';', '/', '-', '–'])
        .map(|side| side.trim_matches(|c: char| !c.is_alphanumeric()));
    text.len() <= 60 && sides.all(|side| CONTINUED.contains(side))
}

/// Whether a folded text only gives the number of a form: "Biểu số 60/CK-NSNN", "Mẫu biểu số: 02/BC". Its letters name
/// who publishes the form, and no value.
pub(crate) fn is_form_number(folded: &str) -> bool {
    let Some(label) = LABELS.longest_start(folded) else { return false };
    let mut words = folded[label.len()..].split_whitespace().map(|word| word.trim_matches(':'));
    let number = words.find(|word| !matches!(*word, "" | "so" | "no"));
    number.is_some_and(|word| {
        let first = word.split('/').next().unwrap_or_default();
        word.contains(|c: char| c.is_ascii_digit()) || first.chars().all(|c| "ivx".contains(c))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_words_that_a_table_goes_on_are_no_part_of_its_title() {
        for (line, rest) in [
            (
                "45. (Tiếp theo) Số cơ sở y tế phân theo huyện",
                Some("45. Số cơ sở y tế phân theo huyện"),
            ),
            ("(Tiếp theo)", Some("")),
            ("Số trường học (Tiếp theo - Cont.)", Some("Số trường học")),
            ("Bảng 12 (tiếp): Dân số", Some("Bảng 12 Dân số")),
            ("Biểu 45 tiếp theo", Some("Biểu 45")),
            ("Table 3 (continued)", Some("Table 3")),
            ("Nhiệm vụ của năm tiếp theo", None),
            ("Dân số (người)", None),
            ("Số cơ sở y tế", None),
        ] {
            assert_eq!(without_continued(line).as_deref(), rest, "{line}");
        }
    }
}
