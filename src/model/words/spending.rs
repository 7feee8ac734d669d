//! Names of which neither more nor less is better: spending, "Chi thường xuyên" at 112 % of its
//! estimate is no success, and the share of farming.

use memchr::{memchr, memrchr};

use super::composed::composed;
use crate::model::Indicator;

/// What a name of spending begins with, in lower case.
const SPENDING_STARTS: &[&str] = &[
    "chi ",
    "tổng chi ",
    "tổng số chi ",
    "quyết toán chi ",
    "dự toán chi ",
    "dự phòng chi ",
    "dự phòng ngân sách",
];

/// Whole names of spending, in lower case.
const SPENDING_NAMES: &[&str] = &["chi", "tổng chi", "tổng số chi", "dự phòng"];

/// The beginnings of shares, and what follows them in those of which neither more nor less is
/// better, in lower case: less farming is no failure, and no success of a plan either.
const SHARES: &[(&str, &[&str])] = &[
    ("tỷ lệ lao động ", &["nông", "trong nông", "trong lĩnh vực nông", "trong ngành nông"]),
    ("tỷ trọng ", &["lao động nông", "lao động trong nông", "nông", "ngành nông", "khu vực nông"]),
    ("cơ cấu lao động ", &["nông"]),
];

/// The first two letters of all of these, in lower case.
const FIRST_LETTERS: &[[char; 2]] =
    &[['c', 'h'], ['t', 'ổ'], ['q', 'u'], ['d', 'ự'], ['t', 'ỷ'], ['c', 'ơ']];

/// What follows "chi" in other names: a branch, an office, a detail.
const NO_SPENDING: &[&str] = &["nhánh", "bộ", "hội", "đoàn", "cục", "tiết", "em", "trả"];

/// What is paid after "chi trả" as spending: "Chi trả nợ lãi". Others are services: "Chi trả qua tài khoản".
const PAYMENTS: &[&str] = &["nợ", "lãi", "gốc", "lương", "tiền lương"];

/// The ends of English names of spending, in lower case.
const SPENDING_ENDS: &[&str] = &["expenditure", "expenditures", "spend", "spending"];

/// Whether neither more nor less of an indicator is better: it is spending, or a part of it, or the share of farming.
pub(crate) fn has_no_good_side(indicator: &Indicator) -> bool {
    let name = composed(&indicator.name);
    is_named_spending(&name)
        || indicator.parents.iter().any(|name| is_named_spending(&composed(name)))
        || may_begin(&name) && is_share_of_farming(&name)
}

fn is_share_of_farming(name: &str) -> bool {
    SHARES.iter().any(|(share, farming)| {
        let of = after_start(name, share);
        of.is_some_and(|of| farming.iter().any(|begin| after_start(of, begin).is_some()))
    })
}

/// Whether a name begins with the first letters of any of the beginnings. Asked for every row: most names do not.
fn may_begin(name: &str) -> bool {
    let mut letters = name.chars();
    let (Some(first), Some(second)) = (letters.next(), letters.next()) else { return false };
    FIRST_LETTERS
        .iter()
        .any(|letters| is_letter(first, letters[0]) && is_letter(second, letters[1]))
}

fn is_named_spending(name: &str) -> bool {
    let name = name.trim_start_matches(|c: char| !c.is_alphanumeric());
    let may_begin = may_begin(name);
    let begins = || SPENDING_STARTS.iter().find_map(|begin| after_start(name, begin));
    let behind = may_begin.then(begins).flatten();
    let is_paid = |rest: &str| {
        let paid = rest.strip_prefix("trả ").unwrap_or_default();
        let begins = |word: &&str| {
            paid.strip_prefix(*word).is_some_and(|rest| !rest.starts_with(char::is_alphabetic))
        };
        PAYMENTS.iter().any(begins)
    };
    let is_other = |rest: &str| {
        let rest = rest.to_lowercase();
        let is_office = NO_SPENDING.contains(&rest.split(' ').next().unwrap_or_default());
        // "Chi hội" is a branch, "Chi hội nghị" is spent on meetings.
        is_office
            && !is_paid(&rest)
            && !rest.starts_with("hội nghị")
            && !rest.starts_with("hội thảo")
    };
    let bare = memchr(b'(', name.as_bytes()).map_or(name, |at| &name[..at]).trim_end();
    let last = &bare[memrchr(b' ', bare.as_bytes()).map_or(0, |at| at + 1)..];
    let is_whole =
        || SPENDING_NAMES.iter().any(|whole| after_start(bare, whole).is_some_and(str::is_empty));
    behind.is_some_and(|rest| !is_other(rest))
        || may_begin && is_whole()
        || SPENDING_ENDS.iter().any(|end| last.eq_ignore_ascii_case(end))
}

/// What follows a start in lower case in a name in any case. Few of a million names have one, so no name is written
/// in lower case for it.
fn after_start<'n>(name: &'n str, start: &str) -> Option<&'n str> {
    let mut letters = name.chars();
    let same = |c: char| letters.next().is_some_and(|letter| is_letter(letter, c));
    start.chars().all(same).then_some(())?;
    Some(letters.as_str())
}

/// Whether a letter in any case is one that is in lower case, ỉ being the same as ỷ.
fn is_letter(letter: char, lower: char) -> bool {
    match letter.is_ascii() {
        true => letter.to_ascii_lowercase() == lower,
        // The capital of each of these letters is the one before it, and is that of no other.
        // "Tỉ lệ" is another spelling of "tỷ lệ", and no other word of these lists has this letter.
        false if lower == 'ỷ' && matches!(letter, 'ỉ' | 'Ỉ') => true,
        false if ('\u{1ea0}'..='\u{1eff}').contains(&lower) => {
            letter == lower || u32::from(letter) + 1 == u32::from(lower)
        }
        false => letter == lower || letter.to_lowercase().eq([lower]),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_letters_are_those_of_all_beginnings() {
        let shares = SHARES.iter().map(|(share, _)| share);
        for name in SPENDING_STARTS.iter().chain(SPENDING_NAMES).chain(shares) {
            assert!(may_begin(name) && may_begin(&name.to_uppercase()), "{name}");
        }
        assert!(!may_begin("Số hộ nghèo") && !may_begin("t"));
    }

    #[test]
    fn shares_of_farming_have_both_spellings() {
        for name in ["Tỷ trọng nông nghiệp", "Tỉ trọng nông nghiệp", "TỈ LỆ lao động nông nghiệp"]
        {
            assert!(may_begin(name) && is_share_of_farming(name), "{name}");
        }
        assert!(!is_share_of_farming("Tỉ lệ hộ nghèo"));
    }

    #[test]
    fn marks_may_be_apart_from_their_letters() {
        let name = "To\u{302}\u{309}ng chi nga\u{302}n sa\u{301}ch".to_owned();
        assert!(has_no_good_side(&Indicator { name, ..Indicator::default() }));
    }

    #[test]
    fn branches_and_offices_are_no_spending() {
        for name in [
            "Chi thường xuyên",
            "TỔNG CHI NGÂN SÁCH",
            "- Chi khác",
            "Chi trả nợ lãi",
            "Budget expenditure",
            "TỔNG CHI (I+II)",
            "Chi hội nghị, tiếp khách",
            "Dự phòng",
        ] {
            assert!(is_named_spending(name), "{name}");
        }
        for name in [
            "Chi nhánh văn phòng đăng ký",
            "Chỉ tiêu",
            "Thu chi",
            "Chi bộ đạt chuẩn",
            "Chi trả qua tài khoản",
            "Chi hội nông dân",
            "Dự phòng lây nhiễm",
        ] {
            assert!(!is_named_spending(name), "{name}");
        }
    }
}
