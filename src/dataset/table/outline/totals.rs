//! Recognises totals: "Tổng cộng", "Toàn huyện", "Cộng". They are not children of the row above them.

use std::sync::LazyLock;

use memchr::memchr2;

use crate::lexicon::part_of_year::AVERAGES;
use crate::lexicon::phrases::Prefixes;
use crate::lexicon::total_words::{
    BLOCKS, BODIES, CHECKS, OF_ALL, PLACES_OF_AVERAGE, SUMS, WHOLES,
};
use crate::lexicon::word_list::WordList;
use crate::text::fold::{fold, letter};

/// The scope of a total.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Total {
    /// The group that contains it, or all rows.
    Group,
    /// All rows, if it is the last one.
    All,
}

/// The scope of a total; `None` if the name of a row without a marker is not that of a total. `is_last`
/// returns whether no row follows.
pub(crate) fn total(name: &str, is_last: impl FnOnce() -> bool) -> Option<Total> {
    static BEGINS: LazyLock<Prefixes> = LazyLock::new(|| {
        let words = [&WHOLES, &SUMS, &OF_ALL, &AVERAGES];
        Prefixes::of(words.into_iter().flat_map(|words| words.iter().copied()))
    });
    if !may_begin(name, &BEGINS) {
        return (is_composite(name) && is_last()).then_some(Total::All);
    }
    let name = bare_name(name);
    if is_average_of_block(&name) {
        return Some(Total::Group);
    }
    let is_in = |words: &WordList| words.contains(&name);
    let of_section = || {
        let section = name.strip_prefix("cong ").or_else(|| name.strip_prefix("tong "));
        section.is_some_and(|section| {
            section.starts_with("muc ") || section.starts_with("phan ") || section.len() <= 3
        })
    };
    // "Bình quân toàn huyện", "Tổng số cả nước".
    let of_whole = SUMS
        .iter()
        .any(|sum| name.strip_prefix(sum).is_some_and(|whole| WHOLES.contains(whole.trim_start())));
    let of_whole = of_whole || is_average_of_places(&name) || is_of_all(&name);
    let sums = is_in(&WHOLES) || is_in(&SUMS) || of_whole || of_section();
    let all = is_in(&WHOLES) || is_in(&SUMS) || of_whole || name.starts_with("tong ");
    if (all || is_composite(&name)) && is_last() {
        return Some(Total::All);
    }
    sums.then_some(Total::Group)
}

/// Whether a folded name means all of something: "Toàn trường", "Chung toàn tỉnh", "Chung cả 3 đơn vị", "Toàn Đảng bộ
/// huyện". "Toàn huyện có 5 xã" says more, and "Ca bệnh" counts cases.
fn is_of_all(name: &str) -> bool {
    let mut rest = name;
    while let Some(left) = after_one_of(rest, &OF_ALL) {
        rest = left;
    }
    let begins = rest.len() < name.len();
    let is_counted = rest.starts_with(|c: char| c.is_ascii_digit());
    if !begins || rest.is_empty() || name.starts_with("ca ") && !is_counted {
        return false;
    }
    rest = rest.trim_start_matches(|c: char| c.is_ascii_digit() || c == ' ');
    while let Some(left) = after_one_of(rest, &BODIES) {
        rest = left;
    }
    rest.is_empty()
}

/// What follows one of some phrases at the start of a text, as whole words.
fn after_one_of<'t>(text: &'t str, phrases: &[&str]) -> Option<&'t str> {
    let after = |phrase: &&str| {
        let rest = text.strip_prefix(*phrase)?;
        (rest.is_empty() || rest.starts_with(' ')).then(|| rest.trim_start())
    };
    // "xa" of "xa", not "khu" of "khu pho": the longest phrase leaves least.
    phrases.iter().filter_map(after).min_by_key(|rest| rest.len())
}

/// Whether a name begins as that of an average does: "Bình quân một xã".
pub(crate) fn is_average(name: &str) -> bool {
    let name = bare_name(name);
    AVERAGES.iter().any(|word| {
        name.strip_prefix(word).is_some_and(|rest| !rest.starts_with(char::is_alphabetic))
    })
}

/// Whether a folded name means the average of a block of rows: "Trung bình khối", "Bình quân nhóm I".
fn is_average_of_block(name: &str) -> bool {
    let Some(rest) = AVERAGES.iter().find_map(|it| name.strip_prefix(it)) else { return false };
    let rest = rest.trim_start().trim_start_matches("cua ").trim_start_matches("cac ");
    let begins = |block: &&str| {
        rest.strip_prefix(*block).is_some_and(|rest| rest.is_empty() || rest.starts_with(' '))
            && !rest.starts_with("khoi luong")
    };
    BLOCKS.iter().any(begins)
}

/// Whether a folded name means an average of the rows above it: "Bình quân tiêu chí/xã", "Trung bình các xã",
/// "BQ chung". "Thu nhập bình quân" and "Bình quân lương thực" are indicators.
fn is_average_of_places(name: &str) -> bool {
    let Some(rest) = AVERAGES.iter().find_map(|it| name.strip_prefix(it)) else { return false };
    let rest = rest.trim();
    let whole = |rest: &str| WHOLES.contains(rest) || matches!(rest, "" | "chung" | "cong");
    let of_places = || {
        PLACES_OF_AVERAGE.iter().any(|place| {
            let before = rest.strip_suffix(place).map(str::trim_end);
            before.is_some_and(|before| {
                let links = ["/", "1", "moi", "mot", "cac", "tren"];
                links
                    .into_iter()
                    .any(|link| before == link || before.ends_with(&format!(" {link}")))
                    || before.ends_with('/')
            })
        })
    };
    whole(rest) || whole(rest.trim_start_matches("cua ")) || of_places()
}

/// Whether a name means a composite of the rows above it: "Điểm PCI tổng hợp", "Chỉ số chung".
fn is_composite(name: &str) -> bool {
    // A cheap test, because it is applied to every row.
    if !name.trim_end().ends_with(['p', 'P', 'g', 'G']) {
        return false;
    }
    let name = bare_name(name);
    let of_scores =
        ["diem ", "chi so ", "ket qua ", "xep hang "].iter().any(|it| name.starts_with(it));
    of_scores && (name.ends_with(" tong hop") || name.ends_with(" chung"))
}

/// Whether a name means an index as a whole, below its components: "Điểm PCI" below "Chi phí không chính thức".
/// Below "Chỉ số PCI" it is a part of that row. `above` is the name of the row above.
pub(crate) fn is_index(name: &str, above: &str) -> bool {
    let words: Vec<&str> = name.split_whitespace().collect();
    let ([.., index], true) = (words.as_slice(), (2..=4).contains(&words.len())) else {
        return false;
    };
    let is_short = index.len() > 1 && index.chars().all(|c| c.is_ascii_uppercase());
    let of_scores = || ["diem ", "chi so "].iter().any(|it| bare_name(name).starts_with(it));
    is_short && of_scores() && !above.split_whitespace().any(|word| word == *index)
}

/// Whether a row only checks the sums of others.
pub(crate) fn is_check(marker: &str, name: &str) -> bool {
    static BEGINS: LazyLock<Prefixes> = LazyLock::new(|| Prefixes::of(CHECKS.iter().copied()));
    let checks = |text: &str| {
        let text = text.trim_start_matches(['(', ' ']);
        // All of them have this letter, and few names that begin so.
        memchr2(b'k', b'K', text.as_bytes()).is_some()
            && may_begin(text, &BEGINS)
            && CHECKS.contains(&bare_name(text))
    };
    checks(name) || checks(marker)
}

/// Whether a text begins with the first two letters of a word of a list: a cheap test, because it is applied to every
/// row.
fn may_begin(text: &str, prefixes: &Prefixes) -> bool {
    let folded = |c: char| match c.is_ascii() {
        true => c.to_ascii_lowercase().try_into().ok(),
        false => letter(c),
    };
    let mut letters = text.trim_start().chars().map(folded);
    let (Some(first), Some(second)) = (letters.next().flatten(), letters.next().flatten()) else {
        return false;
    };
    prefixes.has(first, second)
}

/// The name folded, without the text in brackets and punctuation around it: "Tổng cộng (I+II):".
fn bare_name(name: &str) -> String {
    let folded = fold(name.trim().trim_start_matches('('));
    let name = folded.split('(').next().unwrap_or_default();
    name.trim_matches(|c: char| !c.is_alphanumeric()).replace('-', " ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn distinguishes_totals_from_indicators() {
        for (name, last, expected) in [
            ("Tổng cộng", true, Some(Total::All)),
            ("TỔNG CỘNG (I+II)", true, Some(Total::All)),
            ("Toàn huyện", true, Some(Total::All)),
            ("Cả nước", false, Some(Total::Group)),
            ("Cộng", false, Some(Total::Group)),
            ("Cộng mục A", false, Some(Total::Group)),
            ("Tổng điểm", false, Some(Total::Group)),
            ("Xếp hạng", false, Some(Total::Group)),
            ("Total:", true, Some(Total::All)),
            ("Tổng số tiêu chí đạt", true, Some(Total::All)),
            ("Bình quân toàn huyện", true, Some(Total::All)),
            ("Bình quân tiêu chí/xã", true, Some(Total::All)),
            ("Trung bình các phường", false, Some(Total::Group)),
            ("BQ chung", true, Some(Total::All)),
            ("TB số thôn mỗi xã", false, Some(Total::Group)),
            ("Bình quân lương thực đầu người", true, None),
            ("Trung bình số con", true, None),
            ("Bảo hiểm xã hội", true, None),
            ("Điểm PCI tổng hợp", true, Some(Total::All)),
            ("Chỉ số chung", true, Some(Total::All)),
            ("Trung bình khối", true, Some(Total::Group)),
            ("Điểm PCI tổng hợp", false, None),
            ("Hợp tác xã tổng hợp", true, None),
            ("Tổng thu ngân sách", false, None),
            ("Cộng đồng dân cư", false, None),
            ("Toàn huyện có 5 xã", true, None),
            ("Toàn trường", true, Some(Total::All)),
            ("Toàn Đảng bộ huyện", false, Some(Total::Group)),
            ("Chung cả 3 đơn vị", true, Some(Total::All)),
            ("Chung toàn tỉnh", true, Some(Total::All)),
            ("Ca bệnh", true, None),
            ("Chung cư", true, None),
            ("Toàn dân đoàn kết", true, None),
        ] {
            assert_eq!(total(name, || last), expected, "{name}");
        }
        assert!(is_index("Điểm PCI", "Đào tạo lao động") && !is_index("Điểm PCI", "Chỉ số PCI"));
        assert!(!is_index("Điểm du lịch", "Xã") && !is_index("Vốn ODA", "Vốn"));
        assert!(is_check("", "Cộng kiểm tra") && is_check("(kiểm tra)", "Chênh lệch"));
        assert!(!is_check("1", "Kiểm tra, giám sát"));
    }

    #[test]
    fn every_word_of_a_list_is_asked_for() {
        for word in WHOLES.iter().chain(SUMS.iter()).chain(AVERAGES.iter()) {
            assert!(total(word, || true).is_some(), "{word}");
        }
        for word in CHECKS.iter() {
            assert!(is_check("", word), "{word}");
        }
        assert_eq!(total("Mean", || true), Some(Total::All));
    }
}
