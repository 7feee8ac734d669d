//! Names of spending, of which neither more nor less is better: "Chi thường xuyên" at 112 % of its estimate is no success.

use super::Indicator;

/// What a name of spending begins with, in lower case.
const BEGINS: &[&str] = &["chi ", "tổng chi ", "tổng số chi ", "quyết toán chi ", "dự toán chi "];

/// What follows "chi" in other names: a branch, an office, a detail.
const OTHERS: &[&str] = &["nhánh", "bộ", "hội", "đoàn", "cục", "tiết", "em", "trả"];

/// The ends of English names of spending, in lower case.
const ENDS: &[&str] = &["expenditure", "expenditures", "spend", "spending"];

/// Whether an indicator is spending, or a part of it.
pub(super) fn is_spending(indicator: &Indicator) -> bool {
    let names = [&indicator.name].into_iter().chain(&indicator.parents);
    names.into_iter().any(|name| is_named_spending(name))
}

fn is_named_spending(name: &str) -> bool {
    let lower = name.to_lowercase();
    let lower = lower.trim_start_matches(|c: char| !c.is_alphanumeric());
    let behind = BEGINS.iter().find_map(|begin| lower.strip_prefix(begin));
    let is_other = |rest: &str| OTHERS.contains(&rest.split(' ').next().unwrap_or_default());
    let bare = lower.split('(').next().unwrap_or_default().trim_end();
    let last = bare.rsplit(' ').next().unwrap_or_default();
    behind.is_some_and(|rest| !is_other(rest)) || ENDS.contains(&last)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn branches_and_offices_are_no_spending() {
        for name in ["Chi thường xuyên", "TỔNG CHI NGÂN SÁCH", "- Chi khác", "Budget expenditure"]
        {
            assert!(is_named_spending(name), "{name}");
        }
        for name in ["Chi nhánh văn phòng đăng ký", "Chỉ tiêu", "Thu chi", "Chi bộ đạt chuẩn"]
        {
            assert!(!is_named_spending(name), "{name}");
        }
    }
}
