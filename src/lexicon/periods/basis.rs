//! The year of what a value is measured by, which is no period: "theo chuẩn nghèo 2022-2025", "giá so sánh năm 2010",
//! "theo Luật Bảo hiểm xã hội 2014", "constant 2015 US$".

use std::borrow::Cow;
use std::ops::Range;

use super::known_year::is_known_year;
use crate::lexicon::words::word_list::WordList;
use crate::text::fold::fold;

/// The words that this file looks for.
const FILE: &str = include_str!("../words/periods.txt");

/// Words directly before the base year: "giá so sánh", "constant".
static BASES: WordList = WordList::of(FILE, "base of a year");

/// Words before a law and its year, with its name between: "theo Luật".
static LAWS: WordList = WordList::of(FILE, "law of a year");

/// Words before a norm and its years: "theo chuẩn". "Đạt chuẩn năm 2023" is of that year.
static NORMS: WordList = WordList::of(FILE, "norm of years");

/// Words behind a base year: "PPP".
static BEHIND: WordList = WordList::of(FILE, "behind a base year");

/// The most words between those for a norm and its year.
const MOST_BETWEEN: usize = 7;

/// The words of a text that name what it is measured by, up to its year; `None` if none do.
pub(crate) fn basis(words: &[&str]) -> Option<Range<usize>> {
    let folded: Vec<String> = words.iter().map(|word| bare(word)).collect();
    (0..words.len()).find_map(|at| {
        let end = years_end(&folded, at)?;
        let begin = begin(&folded, at).or_else(|| is_base(&folded, end).then_some(at))?;
        Some(begin..end)
    })
}

/// A text without the words for what it is measured by.
pub(crate) fn without_basis(text: &str) -> Cow<'_, str> {
    if text.bytes().filter(u8::is_ascii_digit).count() < 4 || !may_have(text) {
        return Cow::Borrowed(text);
    }
    let levels = text.split(" · ").map(|level| {
        let mut words: Vec<&str> = level.split_whitespace().collect();
        let mut found = false;
        while let Some(range) = basis(&words) {
            words.drain(range);
            found = true;
        }
        if found { Cow::Owned(words.join(" ")) } else { Cow::Borrowed(level) }
    });
    let levels: Vec<Cow<'_, str>> = levels.collect();
    match levels.iter().any(|level| matches!(level, Cow::Owned(_))) {
        true => Cow::Owned(levels.join(" · ")),
        false => Cow::Borrowed(text),
    }
}

/// Whether one of the words may be in a text, which few have.
fn may_have(text: &str) -> bool {
    let folded = fold(text);
    let lists = [&BASES, &LAWS, &NORMS, &BEHIND];
    lists.iter().any(|list| list.iter().any(|word| folded.contains(*word)))
}

/// Where the words for a basis begin whose year is word `at`.
fn begin(folded: &[String], at: usize) -> Option<usize> {
    // "Giá so sánh năm 2010"
    let says_year = at > 0 && matches!(folded[at - 1].as_str(), "nam" | "year");
    let before = if says_year { at - 1 } else { at };
    if let Some(begin) = ends_with(&folded[..before], &BASES) {
        return Some(begin);
    }
    let first = before.saturating_sub(MOST_BETWEEN);
    let closest = |list: &WordList| {
        let mut ends = (first..=before).rev().filter(|end| no_break(&folded[*end..before]));
        ends.find_map(|end| ends_with(&folded[..end], list))
    };
    closest(&LAWS).or_else(|| closest(&NORMS).filter(|_| !says_year))
}

/// Whether no other year and no end of a part is between words.
fn no_break(between: &[String]) -> bool {
    between.iter().all(|word| !word.is_empty() && year(word).is_none() && word != "nam")
}

/// Where the words of a list begin that a text ends with.
fn ends_with(folded: &[String], list: &WordList) -> Option<usize> {
    let begin = |phrase: &str| {
        let words: Vec<&str> = phrase.split(' ').collect();
        let begin = folded.len().checked_sub(words.len())?;
        folded[begin..].iter().eq(words.iter()).then_some(begin)
    };
    list.iter().filter_map(|phrase| begin(phrase)).min()
}

/// Whether the word behind a year says that it is a base: "2017 PPP $".
fn is_base(folded: &[String], end: usize) -> bool {
    folded.get(end).is_some_and(|word| BEHIND.contains(word))
}

/// The end of the year, or years, that begin at a word: "2022-2025", "2022 - 2025".
fn years_end(folded: &[String], at: usize) -> Option<usize> {
    year(&folded[at])?;
    let is_dash = |word: &String| matches!(word.as_str(), "-" | "–" | "—");
    let goes_on = folded.get(at + 1).is_some_and(is_dash)
        && folded.get(at + 2).is_some_and(|word| year(word).is_some());
    Some(if goes_on { at + 3 } else { at + 1 })
}

/// The first year of a word: "2022-2025", "07/2021/nđ-cp".
fn year(word: &str) -> Option<u16> {
    let runs = word.split(|c: char| !c.is_ascii_digit()).filter(|run| run.len() == 4);
    runs.filter_map(|run| run.parse().ok()).find(|year| is_known_year(*year))
}

/// A word in folded form, without brackets and marks around it; empty for a mark that ends a part.
fn bare(word: &str) -> String {
    let kept = |c: char| c.is_alphanumeric() || matches!(c, '-' | '–' | '—' | '$');
    fold(word.trim_matches(|c: char| !kept(c)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_value_is_measured_by_is_no_period() {
        for (text, expected) in [
            ("Tỷ lệ hộ cận nghèo theo chuẩn 2022-2025", "Tỷ lệ hộ cận nghèo"),
            ("Hộ nghèo (chuẩn nghèo đa chiều giai đoạn 2022 - 2025) năm 2024", "Hộ nghèo năm 2024"),
            ("GTSX (giá so sánh năm 2010)", "GTSX"),
            ("Số đơn vị (theo Luật Quản lý thuế 2019)", "Số đơn vị"),
            ("Lương theo Nghị định 38/2022/NĐ-CP", "Lương"),
            ("GDP (constant 2015 US$)", "GDP US$)"),
            (
                "GNI per capita, PPP (constant 2017 international $)",
                "GNI per capita, PPP international $)",
            ),
            ("GNI per capita (2017 PPP $)", "GNI per capita PPP $)"),
            ("Giá năm 2023", "Giá năm 2023"),
            ("Trường đạt chuẩn quốc gia năm 2023", "Trường đạt chuẩn quốc gia năm 2023"),
            ("Giá hiện hành năm 2023", "Giá hiện hành năm 2023"),
            ("Xã đạt tiêu chuẩn · Năm 2024", "Xã đạt tiêu chuẩn · Năm 2024"),
            ("Kế hoạch 2021-2025", "Kế hoạch 2021-2025"),
        ] {
            assert_eq!(without_basis(text), expected, "{text}");
        }
    }
}
