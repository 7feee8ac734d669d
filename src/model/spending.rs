//! Names of spending, of which neither more nor less is better: "Chi thường xuyên" at 112 % of its estimate is no success.

use super::Indicator;

/// What a name of spending begins with, in lower case.
const BEGINS: &[&str] = &["chi ", "tổng chi ", "tổng số chi ", "quyết toán chi ", "dự toán chi "];

/// What follows "chi" in other names: a branch, an office, a detail.
const OTHERS: &[&str] = &["nhánh", "bộ", "hội", "đoàn", "cục", "tiết", "em", "trả"];

/// What is paid after "chi trả" as spending: "Chi trả nợ lãi". Others are services: "Chi trả qua tài khoản".
const PAID: &[&str] = &["nợ", "lãi", "gốc", "lương", "tiền lương"];

/// The ends of English names of spending, in lower case.
const ENDS: &[&str] = &["expenditure", "expenditures", "spend", "spending"];

/// Whether an indicator is spending, or a part of it.
pub(super) fn is_spending(indicator: &Indicator) -> bool {
    let names = [&indicator.name].into_iter().chain(&indicator.parents);
    names.into_iter().any(|name| is_named_spending(name))
}

fn is_named_spending(name: &str) -> bool {
    let name = name.trim_start_matches(|c: char| !c.is_alphanumeric());
    let behind = BEGINS.iter().find_map(|begin| after_start(name, begin));
    let is_paid = |rest: &str| {
        let paid = rest.strip_prefix("trả ").unwrap_or_default();
        let begins = |word: &&str| {
            paid.strip_prefix(*word).is_some_and(|rest| !rest.starts_with(char::is_alphabetic))
        };
        PAID.iter().any(begins)
    };
    let is_other = |rest: &str| {
        let rest = rest.to_lowercase();
        OTHERS.contains(&rest.split(' ').next().unwrap_or_default()) && !is_paid(&rest)
    };
    let bare = name.split('(').next().unwrap_or_default().trim_end();
    let last = bare.rsplit(' ').next().unwrap_or_default();
    behind.is_some_and(|rest| !is_other(rest))
        || ENDS.iter().any(|end| last.eq_ignore_ascii_case(end))
}

/// What follows a start in lower case in a name in any case. Few of a million names have one, so no name is written
/// in lower case for it.
fn after_start<'n>(name: &'n str, start: &str) -> Option<&'n str> {
    let mut letters = name.chars();
    let same = |c: char| {
        letters.next().is_some_and(|letter| match letter.is_ascii() {
            true => letter.to_ascii_lowercase() == c,
            false => letter.to_lowercase().eq([c]),
        })
    };
    start.chars().all(same).then_some(())?;
    Some(letters.as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn branches_and_offices_are_no_spending() {
        for name in [
            "Chi thường xuyên",
            "TỔNG CHI NGÂN SÁCH",
            "- Chi khác",
            "Chi trả nợ lãi",
            "Budget expenditure",
        ] {
            assert!(is_named_spending(name), "{name}");
        }
        for name in [
            "Chi nhánh văn phòng đăng ký",
            "Chỉ tiêu",
            "Thu chi",
            "Chi bộ đạt chuẩn",
            "Chi trả qua tài khoản",
        ] {
            assert!(!is_named_spending(name), "{name}");
        }
    }
}
